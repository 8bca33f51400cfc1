import pytest

from analysis import measure, read
from analysis.errors import CorpusError
from analysis.spreadsheet import csv_bytes
from tests.measure.yunling import corpus_of


def test_new_gone_and_back_say_the_span_they_searched():
    phrases = measure.new_gone_back(read.corpus("national"), 2024)
    assert phrases.set_index("phrase").loc["新质生产力", ["status", "last_year"]].tolist()[0] == "new"
    assert phrases.attrs["searched"]["missing"][:3] == [1961, 1962, 1963]
    back = phrases[phrases["status"] == "back"]
    assert (back["silent_years"] == 2024 - back["last_year"]).all() and (back["silent_years"] >= 2).all()
    gone = phrases[phrases["status"] == "gone"]
    assert set(gone["last_year"]) == {2023} and (gone["mentions"] >= 2).all()


def test_a_new_phrase_is_in_no_earlier_text(national_texts):
    phrases = measure.new_gone_back(read.corpus("national"), 2025)
    earlier = "".join(report.text for report in national_texts if report.year < 2025)
    year = national_texts["national-2025"].text
    for row in phrases[phrases["status"] == "new"].itertuples():
        assert row.phrase in year and row.phrase not in earlier


def test_a_minimum_is_at_least_one():
    national = read.corpus("national").select(year=[2022, 2023, 2024])
    for wrong in (0, "2"):
        with pytest.raises(CorpusError, match="gone_minimum=.*: use a whole number from 1"):
            measure.new_gone_back(national, 2024, gone_minimum=wrong)


def test_each_phrase_of_an_invented_place_has_its_status_and_its_silence():
    texts = corpus_of(
        a2021=("发展数字经济。",), a2023=("推进乡村振兴。乡村振兴。共同富裕。",), a2024=("发展数字经济。低空经济。",)
    )
    phrases = measure.new_gone_back(texts, 2024).set_index("phrase")
    assert phrases["status"][["低空经济", "数字经济", "乡村振兴"]].tolist() == ["new", "back", "gone"]
    assert phrases.loc["数字经济", ["last_year", "silent_years"]].tolist() == [2021, 3]
    assert "数字经济,back,1,2021,3," in csv_bytes(phrases.reset_index()).decode(), "years are whole numbers"
    assert "共同富裕" not in phrases.index  # said once, which is below the minimum
    assert "共同富裕" in set(measure.new_gone_back(texts, 2024, gone_minimum=1)["phrase"])
    assert phrases.attrs["notes"] == [
        {"zh": "检索范围：2021–2024年（2022年无报告）。", "en": "searched: 2021 to 2024, without 2022"}
    ]
