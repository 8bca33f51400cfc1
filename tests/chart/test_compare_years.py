from analysis import chart
from tests.chart.frames import comparisons


def test_changes_that_are_not_robust_are_hollow():
    frame = comparisons()["compare_years"].copy()
    frame.attrs = comparisons()["compare_years"].attrs
    frame.loc[0, ["verdict", "difference"]] = ["robust rise", 99.0]
    figure = chart.compare_years(frame, lang="en")
    dots = {line.get_gid(): line for line in figure.axes[0].lines if (line.get_gid() or "").startswith("later-")}
    paper = "#ffffff"
    for row in frame.itertuples():
        hollow = dots[f"later-{row.theme}"].get_markerfacecolor() == paper
        assert hollow != row.verdict.startswith("robust"), row.theme
    assert frame["label_en"].iloc[0] in figure.record.texts.title


def test_the_title_says_when_nothing_clearly_changed():
    frame = comparisons()["compare_years"].assign(verdict="no clear change")
    frame.attrs = comparisons()["compare_years"].attrs
    assert chart.compare_years(frame, lang="en").record.texts.title.endswith("no theme clearly rose or fell")
