"""Write an executed notebook as an article page: no code, figures with their alternative text, no script."""

import html
import re

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  font: 1.05rem/1.65 system-ui, "Analysis Sans SC", sans-serif; }
img, table { max-width: 100%; }
img { height: auto; }
h1 { line-height: 1.25; }
blockquote { margin: 1.5rem 0; padding: .5rem 1rem; border-left: .3rem solid #3b76af; background: #8882; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid #8886; text-align: right; }
pre { overflow-x: auto; font-size: .8rem; }
@media print { body { max-width: none; margin: 0; } img, blockquote { break-inside: avoid; } }
"""


def article(notebook, *, title: str | None = None, lang: str = "en") -> str:
    """Return a notebook as an HTML page without its code.

    Parameters
    ----------
    notebook
        An executed notebook, as :func:`analysis.notebook.execute` returns it.
    title
        The page's title; the notebook's first heading unless told.
    lang
        The language of the page, for screen readers.

    Returns
    -------
    str
        A whole page: no script, nothing loaded from elsewhere, its Chinese in the bundled font; it works from the file
        system.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
    >>> page = article(new_notebook(cells=[new_markdown_cell("# Jobs"), new_code_cell("secret = 1")]))
    >>> "<title>Jobs</title>" in page, "secret" in page
    (True, False)
    """
    from nbconvert.exporters import HTMLExporter

    from analysis.publish.embed import page_in_font

    exporter = HTMLExporter(
        template_name="basic",
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(notebook)
    body = re.sub(r"<script\b.*?</script>", "", body, flags=re.S)
    body = re.sub(r"(<table\b.*?</table>)", r'<div class="wide">\1</div>', body, flags=re.S)
    return page_in_font(
        f'<!doctype html>\n<html lang="{html.escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title or _heading(notebook))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body.strip()}\n</main>\n</body>\n</html>\n"
    )


def _heading(notebook) -> str:
    for cell in notebook.cells:
        found = re.search(r"^# (.+)", cell.source, flags=re.M) if cell.cell_type == "markdown" else None
        if found:
            return found[1].strip()
    return "Notebook"
