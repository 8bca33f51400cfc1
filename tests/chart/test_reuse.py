from matplotlib import rc_context
from matplotlib.figure import Figure

from analysis import chart
from analysis.chart.canvas import Pen
from analysis.chart.fonts import register
from analysis.chart.reuse import legend, status_colours
from analysis.chart.style import size_of, style_of
from tests.chart.frames import comparisons


def test_a_status_has_one_colour_in_both_charts_and_the_legend_shows_it():
    frames = comparisons()
    for style in ("light", "dark"):
        colours = status_colours(style_of(style))
        for name in ("novelty", "recycled"):
            figure = getattr(chart, name)(frames[name], lang="en", style=style)
            drawn = {patch.get_gid(): patch.get_facecolor() for patch in figure.axes[0].patches if patch.get_gid()}
            for status, face in drawn.items():
                assert "#" + "".join(f"{round(255 * part):02x}" for part in face[:3]) == colours[status], (name, status)
            squares, names = figure.axes[0].texts[::2], figure.axes[0].texts[1::2]
            shown = {
                text.get_text().split()[0]: square.get_color() for square, text in zip(squares, names, strict=True)
            }
            assert shown == {status: colours[status] for status in shown} and set(drawn) <= set(shown)


def test_names_of_a_legend_stand_on_one_baseline_whatever_hangs_below_it():
    with rc_context({"font.family": register()}):
        ax = Figure().add_subplot()
        legend({"kept": "jumpy", "new": "新"}, ax, Pen(style_of("light"), size_of("web"), "en"))
    assert len({round(text.get_window_extent().y1, 3) for text in ax.texts}) == 1
