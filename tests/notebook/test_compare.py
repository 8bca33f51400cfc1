"""What counts as a difference between two runs of a notebook."""

import base64
import io
import re

import numpy as np
from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image

from analysis import chart, measure, notebook, read


def run(*outputs):
    return new_notebook(cells=[new_code_cell("cell", outputs=list(outputs))])


def figure(shade, size=(8, 8), alt="a figure"):
    sink = io.BytesIO()
    Image.fromarray(np.full((*size, 3), shade, dtype="uint8")).save(sink, format="png")
    picture = base64.b64encode(sink.getvalue()).decode()
    tag = f'<img alt="{alt}" src="data:image/png;base64,{picture}">'
    return new_output("display_data", data={"text/html": tag, "text/plain": alt})


def text(words):
    return new_output("stream", name="stdout", text=words)


def test_equal_runs_do_not_differ():
    assert notebook.differences(run(text("34"), figure(10)), run(text("34"), figure(10))) == []


def test_a_last_bit_of_colour_is_no_difference_and_another_figure_is():
    assert notebook.differences(run(figure(10)), run(figure(11))) == []
    assert notebook.differences(run(figure(10)), run(figure(90))) == ["cell 1: the figure differs"]
    assert notebook.differences(run(figure(10)), run(figure(10, size=(8, 9)))) == ["cell 1: the figure differs"]


def test_one_other_bar_in_a_chart_that_is_mostly_paper_is_a_difference():
    def chart_of(third):
        themes = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021", intervals=False)
        themes.loc[themes["rank"] == 3, "rate"] = third
        shown = chart.theme_frequencies(themes, lang="en")._repr_mimebundle_()["text/html"]
        (picture,) = re.findall(r"base64,([A-Za-z0-9+/=\s]+)", shown)
        return new_output("display_data", data={"image/png": picture})

    assert notebook.differences(run(chart_of(165)), run(chart_of(165))) == []
    assert notebook.differences(run(chart_of(165)), run(chart_of(160))) == ["cell 1: the figure differs"]


def test_a_number_an_alternative_text_a_missing_output_and_a_missing_cell_are_differences():
    assert notebook.differences(run(text("34 times")), run(text("35 times"))) == [
        "cell 1: the text differs: 34 times is now 35 times"
    ]
    assert "the text differs" in notebook.differences(run(figure(1)), run(figure(1, alt="another")))[0]
    assert notebook.differences(run(text("34")), run()) == ["cell 1: 1 outputs are now 0"]
    assert notebook.differences(run(text("34")), run(figure(1))) == ["cell 1: 1 outputs are now 2"]
    assert notebook.differences(run(), new_notebook()) == ["1 cells are now 0"]
