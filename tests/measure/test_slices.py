from dataclasses import replace

import pandas as pd
import pytest

from analysis import chart, measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.slices import slice_label, slice_names, slice_of
from analysis.report import Report
from tests.measure.yunling import SHARES, shares


def compare(*reports, **options):
    return measure.compare_years(Corpus.from_reports(reports), 2024, 2025, codebook=SHARES, **options).set_index(
        "theme"
    )


def test_unlike_sides_are_said_to_be_unlike():
    changes = compare(shares(2024, 20, 10, kind="plan-report"), shares(2025, 20, 10, kind="government-work-report"))
    [note] = changes.attrs["notes"]
    assert note["en"] == "not like with like: kind of document is plan-report against government-work-report"
    assert note["zh"] == "两侧文件种类不同：计划报告与政府工作报告。"
    assert note["zh"] in chart.compare_years(changes.reset_index(), lang="zh").record.texts.note


def test_any_two_slices_can_be_compared():
    provinces, national = read.corpus("provinces"), read.corpus("national")
    assert len(measure.compare_years(provinces, ["beijing-2026"], ["上海市"], draws=100)) == 22
    assert len(measure.compare_years(national, range(2013, 2018), range(2018, 2023), draws=100)) == 22
    mixed = measure.compare_years(
        national, national.select(year=2025), provinces.select(report_id="hunan-2025"), draws=100
    )
    assert "level of government is national against province" in mixed.attrs["notes"][0]["en"]
    with pytest.raises(CorpusError, match="no report of this corpus is of 1999.5"):
        measure.compare_years(national, 1999.5, 2025)


def test_a_side_may_name_a_place_by_any_of_its_names():
    provinces = read.corpus("provinces")
    for name in ("宁夏", "宁夏回族自治区", "Ningxia", "640000"):
        assert slice_of(provinces, name).reports["report_id"].tolist() == ["ningxia-2025", "ningxia-2026"]


def test_a_year_may_be_given_as_text():
    national = read.corpus("national")
    one, two = (measure.compare_years(national, *years, draws=100) for years in ((2024, 2025), ("2024", "2025")))
    pd.testing.assert_frame_equal(pd.DataFrame(one), pd.DataFrame(two))


def test_reports_without_a_place_are_named_by_their_ids():
    lines = {"draft": "稳定就业岗位。", "final-2025": "推动创新。"}
    texts = Corpus.from_reports(Report(id=i, title="", year=2025, paragraphs=(t,)) for i, t in lines.items())
    assert [slice_label(slice_of(texts, i)) for i in lines] == ["draft 2025", "final-2025"]


def test_a_report_on_both_sides_is_said_to_be_there():
    changes = measure.compare_years(read.corpus("national"), [2024, 2025], 2025, draws=100)
    [note] = changes.attrs["notes"]
    assert note["en"] == "both sides hold national-2025, which makes them look more alike than they are"


@pytest.mark.parametrize(
    ("said", "ask"),
    [
        ("no report of this corpus is of 1900", lambda c: measure.compare_years(c, 1900, 2025)),
        ("a corpus without reports", lambda c: measure.compare_years(c, Corpus.from_reports([]), 2025)),
        (
            "national-1954: no Han characters .* part=.all.",
            lambda c: measure.compare_years(c, 1954, 2025, part="review"),
        ),
        ("national-1954: no Han", lambda c: measure.keyness(c, target=2025, reference=1954, part="review")),
        ("at least 100 resamples", lambda c: measure.compare_years(c, 2024, 2025, draws=0)),
        ("unit='word' is not known", lambda c: measure.compare_years(c, 2024, 2025, unit="word")),
        ("has no reports", lambda c: measure.priority_ranks(Corpus.from_reports([]))),
        ("has no reports", lambda c: measure.emphasis(Corpus.from_reports([]))),
        ("the corpus has 0; add", lambda c: measure.keyness(Corpus.from_reports([]), target=2025)),
        ("give one year, as a whole number", lambda c: measure.new_gone_back(c, "2025")),
        ("give one year, as a whole number", lambda c: measure.new_gone_back(c, [2025])),
        ("give one year, as a whole number", lambda c: measure.new_gone_back(c, 2025.0)),
        (r"\[2024\] is none", lambda c: measure.panel_changes(c, [2024], 2025)),
        ("'2025' is none", lambda c: measure.panel_changes(c, 2024, "2025")),
        ("to=2025 is no corpus", lambda c: measure.theme_distances(c, to=2025)),
        ("the corpus has no two years of one place", lambda c: measure.recycled(c.select(year=2025))),
        ("term: 2025 is no term; give a word", lambda c: measure.wording(c, 2025)),
        ("the frame has 1; compare", lambda c: measure.moved_together(measure.panel_changes(c, 2024, 2025, draws=100))),
    ],
)
def test_a_question_that_has_no_answer_is_refused_in_one_sentence(said, ask):
    with pytest.raises(CorpusError, match=said):
        ask(read.corpus("national"))


def test_reports_of_one_sentence_have_no_clear_change():
    lines = {2024: "稳定就业岗位。", 2025: "推动创新。"}
    tiny = [
        Report(id=f"x-{year}", title="", year=year, place="云岭市", paragraphs=(text,)) for year, text in lines.items()
    ]
    changes = measure.compare_years(Corpus.from_reports(tiny), 2024, 2025, codebook=SHARES)
    assert set(changes["verdict"]) == {"no clear change"} and changes["p"].between(0.05, 1).all()
    assert changes[["low", "high", "log2_ratio"]].notna().all(axis=None)
    assert pd.isna(changes.set_index("theme").loc["science", "ratio"])


def test_a_place_without_an_english_name_keeps_its_own_in_english():
    sides = [replace(shares(year, 20, 10), place_en="") for year in (2024, 2025)]
    assert compare(*sides).attrs["later"] == {"zh": "云岭市2025", "en": "云岭市 2025"}


def test_several_reports_without_an_english_name_or_without_a_place_are_named_in_english_too():
    def name(*places):
        reports = [
            Report(id=f"a-{i}", title="", year=2023 + i, place=place, paragraphs=("稳定就业。",))
            for i, place in enumerate(places)
        ]
        return slice_names(Corpus.from_reports(reports))

    assert name("云岭市", "云岭市") == {"zh": "云岭市2023–2024", "en": "云岭市 2023–2024"}
    assert name("云岭市", "青溪市") == {"zh": "2个地区 2023–2024", "en": "2 places 2023–2024"}
    assert name("", "") == {"zh": "2份报告 2023–2024", "en": "2 reports 2023–2024"}
