import re

import numpy as np
from matplotlib.figure import Figure

from analysis import chart
from tests.chart.frames import changed
from tests.chart.topic_frames import frames


def test_cells_are_the_documents_and_rows_the_sections_in_order():
    frame = frames()["topic_sections"]
    axes = chart.topic_sections(frame).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()][:3] == ["开头", "智能制造", "科创引领"]
    [mesh] = [c for c in axes.collections if c.get_gid() == "cells"]
    assert np.asarray(mesh.get_array()).sum() == frame["documents"].sum()


def test_the_title_says_what_the_agreement_bears_out():
    frame = frames()["topic_sections"]
    for agreement, said in ((0.05, "几乎不重合"), (0.3, "部分重合"), (0.8, "大体重合")):
        copy = changed(frame)
        copy.attrs = frame.attrs | {"agreement": agreement}
        title = chart.topic_sections(copy).record.texts.title
        assert said in title and f"{agreement:.2f}" in title


def test_a_column_is_named_in_whole_words_or_with_an_ellipsis():
    name = "High-quality internationalisation"
    ax = Figure(figsize=(5, 4)).add_subplot()
    chart.topic_sections(changed(frames()["topic_sections"], label_en=name), lang="en", ax=ax)
    said = {label.get_text() for label in ax.get_xticklabels()}
    words = {word for label in said for line in label.split("\n") for word in re.split(r"[ -]", line) if word}
    assert words and all(word.endswith("…") or word in re.split("[ -]", name) for word in words), said
