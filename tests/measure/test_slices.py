import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from tests.measure.yunling import SHARES, shares


def compare(*reports, **options):
    return measure.compare_years(Corpus.from_reports(reports), 2024, 2025, codebook=SHARES, **options).set_index(
        "theme"
    )


def test_unlike_sides_are_said_to_be_unlike():
    changes = compare(shares(2024, 20, 10, kind="plan-report"), shares(2025, 20, 10, kind="government-work-report"))
    assert changes.attrs["notes"] == [
        "not like with like: kind of document is plan-report against government-work-report"
    ]


def test_any_two_slices_can_be_compared():
    provinces, national = read.corpus("provinces"), read.corpus("national")
    assert len(measure.compare_years(provinces, ["beijing-2026"], ["上海市"], draws=50)) == 22
    assert len(measure.compare_years(national, range(2013, 2018), range(2018, 2023), draws=50)) == 22
    mixed = measure.compare_years(
        national, national.select(year=2025), provinces.select(report_id="hunan-2025"), draws=50
    )
    assert "level of government is national against province" in mixed.attrs["notes"][0]
    with pytest.raises(CorpusError, match="no report of this corpus is of 1999.5"):
        measure.compare_years(national, 1999.5, 2025)
