import pytest

from analysis import measure, read
from analysis.errors import CorpusError
from tests.measure.yunling import corpus_of

TWO = corpus_of(
    a2024=("实施稳健的货币政策。", "推进乡村全面振兴。", "培育优势产业集群，做强工业。"),
    a2025=("实施适度宽松的货币政策。", "推进乡村全面振兴。", "加快发展低空经济，做大云岭新产业。"),
)


def test_keyness_finds_what_sets_two_texts_apart():
    many = corpus_of(
        a2024=("稳定粮食。",) * 60 + ("推进工作。",) * 60, a2025=("发展航空。",) * 60 + ("推进工作。",) * 60
    )
    words = measure.keyness(many, target=2025, reference=2024, part="all")
    assert words["term"].iloc[0] in {"航空", "发展"} and words["log_ratio_bound"].iloc[0] > 3
    assert words["log_ratio_bound"].iloc[-1] < -3 and words.set_index("term").loc["工作", "log_ratio_bound"] == 0
    back = measure.keyness(many, target=2024, reference=2025, part="all").set_index("term")
    assert back.loc["航空", "log_odds_z"] == pytest.approx(-words.set_index("term").loc["航空", "log_odds_z"])


def test_keyness_refuses_what_cannot_be_compared():
    with pytest.raises(CorpusError, match="target covers every report"):
        measure.keyness(TWO, target=[2024, 2025])
    with pytest.raises(CorpusError, match="at least two reports"):
        measure.keyness(TWO.select(year=2024), target=2024)
    with pytest.raises(CorpusError, match="a2025' is in target and reference"):
        measure.keyness(TWO, target=2025, reference=[2024, 2025])
    with pytest.raises(CorpusError, match="no report of this corpus is of 1999"):
        measure.keyness(TWO, target=1999)
    with pytest.raises(CorpusError, match="'words' or 'phrases'"):
        measure.keyness(TWO, target=2025, by="letters")


@pytest.mark.parametrize("minimum", ["a", 0, 2.5, True])
def test_a_minimum_that_is_none_is_one_sentence(minimum):
    with pytest.raises(CorpusError, match="use a whole number of times from 1"):
        measure.keyness(read.corpus("national"), target=2025, reference=2024, minimum=minimum)


def test_a_plan_is_not_set_against_a_whole_report():
    """The report of 1954 has no plan part: that of 2025 is measured whole too, as compare_years does."""
    national = read.corpus("national")
    words = measure.keyness(national, target=2025, reference=1954)
    whole = measure.keyness(national, target=2025, reference=1954, part="all")
    assert words["count_target"].tolist() == whole["count_target"].tolist()
    assert any("measured whole" in str(note) for note in words.attrs["notes"])
