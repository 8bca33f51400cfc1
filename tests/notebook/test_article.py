"""Article pages: what a reader without Python sees."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis import notebook

FIGURE = '<img alt="Jobs lead" src="data:image/png;base64,AAAA"/>'


def page(**named):
    shown = new_output("display_data", data={"text/html": FIGURE + "<script>alert(1)</script>", "text/plain": "Jobs"})
    table = new_output("execute_result", data={"text/html": "<table><tr><td>1</td></tr></table>", "text/plain": "1"})
    cells = [
        new_markdown_cell("# Jobs & wages\n\nA [table](../data/README.md)."),
        new_code_cell("secret = 1", outputs=[shown]),
        new_code_cell("frame", outputs=[table]),
    ]
    return notebook.article(new_notebook(cells=cells), **named)


def test_code_and_prompts_are_left_out_and_figures_keep_their_words():
    found = page()
    assert "secret" not in found and "In [" not in found and "Out[" not in found
    assert FIGURE in found
    assert '<div class="wide"><table>' in found


def test_no_script_and_nothing_from_elsewhere():
    found = page()
    assert "<script" not in found
    assert "http" not in found


def test_chinese_is_drawn_in_the_bundled_font_and_only_chinese_needs_it():
    chinese = notebook.article(new_notebook(cells=[new_markdown_cell("# 就业")]))
    assert chinese.count("@font-face") == 2 and "data:font/woff2;base64," in chinese
    assert "@font-face" not in page()


def test_the_title_is_the_first_heading_escaped_or_what_the_caller_says():
    assert "<title>Jobs &amp; wages</title>" in page()
    assert "<title>Work</title>" in page(title="Work")
    assert '<html lang="zh">' in page(lang="zh")
