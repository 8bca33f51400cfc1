import numpy as np

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
