"""A text file that holds many reports gives each of them, and never one report of them all."""

import pytest

from analysis import read
from analysis.errors import ReadError

YEARS = (2023, 2024, 2025)


@pytest.fixture
def texts(samples) -> list[str]:
    return [(samples / f"yunling-{year}.txt").read_text(encoding="utf-8") for year in YEARS]


def _same(corpus, samples):
    assert corpus.reports["year"].tolist() == list(YEARS)
    for report in corpus:
        alone = read.report(samples / f"yunling-{report.year}.txt")
        assert report.han == alone.han and report.place == "云岭市" and report.date == alone.date


def test_one_report_a_line_after_its_year(report_file, texts, samples):
    rows = "\n".join(f"{year}\t" + "\u3000\u3000".join(t.splitlines()) for year, t in zip(YEARS, texts, strict=True))
    corpus = read.reports(report_file("all.txt", rows))
    _same(corpus, samples)
    assert set(corpus.reports["kind"]) == {"government-work-report"}


@pytest.mark.parametrize("name", ["all.txt", "all.md"])
def test_one_report_after_the_other_under_dated_titles(name, report_file, texts, samples):
    mark = "# " if name.endswith("md") else ""
    titled = [
        mark + f"{year}年云岭市政府工作报告\n" + t.partition("\n")[2] for year, t in zip(YEARS, texts, strict=True)
    ]
    _same(
        read.reports(
            report_file(name, "\n".join(["目录", *(f"{year}年云岭市政府工作报告" for year in YEARS), *titled]))
        ),
        samples,
    )


def test_titles_of_other_years_in_a_list_of_links_split_nothing(report_file, lines):
    links = ["2024年云岭市政府工作报告", "2023年云岭市政府工作报告"]
    assert len(read.reports(report_file("a.txt", "\n".join([*links, *lines])))) == 1
    assert read.report(report_file("a.txt", "\n".join([*lines, "相关阅读", *links]))).year == 2025


def test_a_text_longer_than_any_report_is_refused(report_file, lines):
    body = "\n".join(f"第{i}件：" + line for i in range(60) for line in lines)
    with pytest.raises(ReadError, match=r"Han characters, more than any report has; .*year, tab, text"):
        read.report(report_file("a.txt", body))


def test_resolutions_are_left_out_and_listed_either_way(report_file, lines):
    title = "云岭市第五届人民代表大会第三次会议关于政府工作报告的决议"
    path = report_file("b.txt", f"{title}\n会议充分肯定市人民政府过去一年的工作，决定批准这个报告。")
    report_file("a.txt")
    for on_error in ("raise", "skip"):
        corpus = read.reports(path.parent, on_error=on_error)
        assert len(corpus) == 1 and corpus.problems["lost"].tolist() == [False]
        assert "a resolution" in corpus.problems["problem"].iloc[0]
    with pytest.raises(ReadError, match="a resolution about a report"):
        read.report(path)


def test_a_second_report_of_a_year_names_the_first(report_file):
    first = report_file("a.txt")
    report_file("b.txt")
    reports = list(read.reports(first.parent))
    assert [report.id for report in reports] == ["云岭市-2025", "云岭市-2025-2"]
    assert not reports[0].problems and "a.txt" in reports[1].problems[-1]


def test_the_raw_national_files_give_each_report_once_a_file(corpora):
    corpus = read.reports(corpora / "national")
    rows = corpus.reports
    again = rows["report_id"].str.fullmatch(r"national-\d{4}-2")
    assert rows.loc[~again, "report_id"].tolist() and not rows.loc[~again, "year"].duplicated().any()
    assert not rows.loc[again, "year"].duplicated().any()
    assert set(rows["year"]) == {*range(1954, 1961), 1964, 1975, *range(1978, 2026)}
    assert rows["han"].max() < 60_000 and set(rows["kind"]) <= {"government-work-report", "plan-report"}
    assert len(corpus.problems) == 20 and not corpus.problems["lost"].any()
