from analysis import chart
from analysis.chart.reuse import status_colours
from analysis.chart.style import style_of
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
