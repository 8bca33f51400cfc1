"""Invented reports of 云岭市 and small codebooks, whose every mention can be counted by eye."""

from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.report import Report


def book(nested: str = "codebook", **themes) -> Codebook:
    """A codebook of themes by id, each with a list of terms or of patterns."""
    entries = tuple(
        Theme(name, name, name, "", tuple(term if isinstance(term, Term) else Term(term) for term in terms))
        for name, terms in themes.items()
    )
    return Codebook("test", "测试", "Test", "1", entries, nested=nested)


def corpus_of(**paragraphs) -> Corpus:
    """A corpus of reports by id, each with its paragraphs; the id ends in the year."""
    return Corpus.from_reports(
        [
            Report(id=name, title="", year=int(name[-4:]), place="云岭市", paragraphs=tuple(lines))
            for name, lines in paragraphs.items()
        ]
    )


# Two words of work, and a word of science that stands inside a longer one; five mentions in two reports.
WORDS = book(work=["就业", "稳岗"], science=["科技创新", "科技"])
TWO_REPORTS = {
    "yunling2024": ("就业优先，稳定就业。稳岗扩岗。", "推进科技创新。天气晴好。"),
    "yunling2025": ("科技馆开放。", "各位代表！"),
}

# Farming hangs on one of its terms, which stands inside the other; 65 paragraphs.
NESTED = book(science=["科技创新", "科技", "创新"], work=["就业", "稳岗", "招聘"], farming=["农业", "农业科技"])
NESTED_REPORT = {"yunling2025": ["推进科技创新。"] * 30 + ["农业科技，农业。"] * 25 + ["就业。稳岗。招聘。"] * 10}

SHARES = book(work=["就业"], science=["科技", "创新"])


def shares(year: int, work: int, science: int, filler: int = 60, **fields) -> Report:
    """A report with so many paragraphs of work (one mention each), science (two) and nothing."""
    paragraphs = ["稳定就业岗位。"] * work + ["发展科技事业，推动创新。"] * science + ["其他工作安排。"] * filler
    return Report(
        id=f"x-{year}", title="", year=year, place="云岭市", place_en="Yunling", paragraphs=tuple(paragraphs), **fields
    )


HALVES = book(work=["就业"], science=["科技"])


def halves(year: int = 2025, times: int = 50) -> Report:
    """A report whose review and plan each mention work so many times; the plan mentions science twice as often."""
    review = ["一、过去一年工作回顾", *["过去一年，新增就业岗位。"] * times]
    plan = ["二、今年工作安排", *["今年要发展科技，稳定就业。", "今年要建设科技平台。"] * times]
    title = f"{year}年云岭市政府工作报告"
    return Report(id=f"yunling-{year}", title=title, year=year, place="云岭市", paragraphs=(*review, *plan))
