"""What a caption needs to know: which reports, which rule, which codebook; and the lines it prints.

A measure describes itself once, in its frame's ``attrs``; source and note lines are computed from that and never typed,
so that they cannot drift from the numbers.
"""

from collections.abc import Mapping
from functools import lru_cache

from analysis.errors import ChartError

_LIBRARIES = ("numpy", "pandas", "rjieba", "daachorse", "scipy", "scikit-learn")

_RULES = {
    "longest": ("最长匹配计数", "longest match"),
    "every": ("逐次出现计数", "every occurrence"),
    "word": ("按分词计数", "segmented words"),
}
_PARTS = {
    "plan": ("任务部署部分", "the plan part"),
    "review": ("工作回顾部分", "the review part"),
    "all": ("报告全文", "the whole report"),
    "plan, else all": ("任务部署部分（无此部分者用全文）", "the plan part (the whole report where there is none)"),
}
_PER = {
    "han": ("每万汉字", "per 10,000 Han characters"),
    "words": ("每万词", "per 10,000 words"),
    "sentences": ("每百句", "per 100 sentences"),
    "mixed": ("各行所注单位", "per what each row says"),
}
UNITS = {
    "paragraph": ("段落", "paragraphs"),
    "sentence": ("句子", "sentences"),
    "report": ("报告", "reports"),
    "mixed": ("段落或句子", "paragraphs or sentences"),
}
_KINDS_EN = {"government-work-report": "government work report", "plan-report": "report on the plan"}
_METHODS = {
    "kmeans": ("潜在语义空间中的k均值聚类", "k-means in a latent semantic space"),
    "nmf": ("非负矩阵分解", "non-negative matrix factorisation"),
    "lda": ("隐含狄利克雷分配", "latent Dirichlet allocation"),
    "upgma": ("按用词余弦距离的平均联接聚类", "average linkage of cosine distances of words"),
}


_FIRM = {"upgma": ("支持度", "support")}  # what resamples give, where that is not stability


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """Return the versions of this package and of the libraries that make its numbers."""
    from importlib.metadata import version

    from analysis import __version__

    return {"analysis": __version__} | {name: version(name) for name in _LIBRARIES}


def describe(*, measure: str, reports: list[dict], codebook: dict | None = None, notes=(), **facts) -> dict:
    """Return the attrs of a measure's frame.

    ``reports`` holds a mapping for each report (id, title, year, place, place_en, level, publisher, kind, address,
    sha256, part, han: the Han characters measured); ``facts`` are the measure's choices: count, part, denominator, per,
    unit, seed, draws and others. Facts that are None are left out. A note is a text, or one for each language:
    ``{"zh": ..., "en": ...}``.
    """
    sample = any(str(report.get("place", "")) in {"云岭市", "岚江省"} for report in reports)
    known = {name: value for name, value in facts.items() if value is not None}
    return {
        "measure": measure,
        "reports": reports,
        "codebook": codebook,
        "notes": list(notes),
        "sample": sample,
        "versions": dict(versions()),
        **known,
    }


def source_line(attrs: dict, lang: str = "zh") -> str:
    """Return the credit of a chart, computed from the reports it shows.

    Raises ChartError where the frame has lost its attrs: a chart without a source is not drawn.
    """
    reports = attrs.get("reports") or []
    if not reports:
        raise ChartError("the frame does not say which reports it is from (its attrs are lost); give source=")
    years = sorted({report["year"] for report in reports if report.get("year")})
    count = len({report["id"] for report in reports})
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0]) if years else ""
    version = attrs.get("versions", {}).get("analysis", "")
    plans = _plan_years(reports, lang)
    invented = attrs.get("sample")
    if lang == "en":
        what = _what_en(reports)
        several = f", {count} reports" if count > 1 else ""
        several += f", those of {plans} on the plan" if plans else ""
        credit = f"Source: {what}{', ' + span if span else ''}{several}"
        credit += "; the place is invented" if invented else ""
        return f"{credit}. Analysis: report-analysis {version}"
    told = f"其中{plans}年为计划报告" if plans else ""
    facts = "，".join(part for part in (span, f"{count}份" if count > 1 else "", told) if part)
    credit = f"资料来源：{_what_zh(reports)}{f'（{facts}）' if facts else ''}"
    credit += "（虚构地区的示例）" if invented else ""
    return f"{credit}；计算：report-analysis {version}"


def note_line(attrs: dict, lang: str = "zh", *, intervals: bool = True) -> str:
    """Return the note of a chart: counting rule, part and how much it holds, interval, the measure's own notes.

    ``intervals``: whether the chart draws any; how they were made is said only then.
    """
    which = 1 if lang == "en" else 0
    parts = []
    if attrs.get("count") in _RULES:
        parts.append(_RULES[attrs["count"]][which])
    if attrs.get("part") in _PARTS:
        parts.append(_PARTS[attrs["part"]][which] + _extent(attrs, lang))
    if attrs.get("denominator") in _PER:
        parts.append(_PER[attrs["denominator"]][which])
    if attrs.get("codebook"):
        title = attrs["codebook"]["title_en" if which else "title_zh"]
        parts.append(f"codebook: {title}" if which else f"编码表“{title}”")
    if attrs.get("method") in _METHODS:
        parts.append(_METHODS[attrs["method"]][which])
    if attrs.get("resamples"):
        unit, times = UNITS[attrs["unit"]][which], attrs["resamples"]
        firm = _FIRM.get(attrs.get("method"), ("稳定性", "stability"))[which]
        parts.append(f"{firm} from {times} resamples of {unit}" if which else f"{firm}由{unit}重抽样{times}次得出")
    if intervals and attrs.get("draws"):
        unit = UNITS.get(attrs.get("unit"), ("文本单位", "units of text"))[which]
        parts.append(
            f"95% intervals from {attrs['draws']:,} resamples of {unit}"
            if which
            else f"95%区间由{unit}自助重抽样{attrs['draws']:,}次得出"
        )
    if intervals and attrs.get("intervals") == "clopper-pearson":
        parts.append("exact 95% intervals (Clopper and Pearson)" if which else "95%区间为Clopper–Pearson精确区间")
    notes = [note[lang] for note in attrs.get("notes", ())]
    how = ("方法", "Method") if attrs.get("method") else ("计数方法", "Counting")
    if which:
        line = f"{how[which]}: " + ", ".join(parts) + "." if parts else ""
        return " ".join([line, *(f"{note[:1].upper()}{note[1:]}." for note in notes)]).strip()
    line = f"{how[which]}：" + "，".join(parts) + "。" if parts else ""
    return "".join([line, *notes])


def _extent(attrs: dict, lang: str) -> str:
    # How much text the numbers are of, each report once, and how many mentions in it, where a chart tells.
    han = sum({report["id"]: report.get("han", 0) for report in attrs.get("reports", ())}.values())
    mentions = attrs.get("mentions")
    if lang == "en":
        said = [] if mentions is None else [f"{mentions:,} mention{'s' * (mentions != 1)}"]
        said += [f"{han:,} Han characters"] if han else []
        return f" ({' in '.join(said)})" if said else ""
    said = [f"{han:,}汉字"] if han else []
    said += [] if mentions is None else [f"提及{mentions:,}次"]
    return f"（{'，'.join(said)}）" if said else ""


def per_line(attrs: dict, lang: str = "zh") -> str:
    """Return the unit of a rate, for a subtitle: mentions per 10,000 Han characters."""
    per = _PER.get(attrs.get("denominator", "han"), _PER["han"])
    return f"mentions {per[1]}" if lang == "en" else f"{per[0]}提及次数"


def place_of(attrs: dict, lang: str = "zh") -> str:
    """Return the place all reports share, or an empty text."""
    places = {place_name(report, lang) for report in attrs.get("reports", ())}
    return places.pop() if len(places) == 1 else ""


def place_name(facts: Mapping, lang: str) -> str:
    """Return the name of a place (place, place_en): one that has no English name keeps its own.

    >>> place_name({"place": "云岭市", "place_en": None}, "en")
    '云岭市'
    """
    english = facts.get("place_en")
    return english if lang == "en" and english and isinstance(english, str) else facts.get("place") or ""


def year_spans(years: list[int], lang: str = "en") -> str:
    """Return ascending years in words, those in a row as one span.

    >>> year_spans([1961, 1962, 1963, 1965]), year_spans([1961, 1963], "zh")
    ('1961–1963, 1965', '1961、1963')
    """
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return (", " if lang == "en" else "、").join(
        str(first) if first == last else f"{first}–{last}" for first, last in spans
    )


def _plan_years(reports: list[dict], lang: str) -> str:
    # In some years the premier reported on the plan alone, which speaks of fewer themes, whatever the priorities.
    plans = {report["year"] for report in reports if _is_national_plan(report)}
    return "" if all(map(_is_national_plan, reports)) else year_spans(sorted(plans), lang)


def _is_national_plan(report: dict) -> bool:
    return report.get("level") == "national" and report.get("kind") == "plan-report"


def _what_zh(reports: list[dict]) -> str:
    levels, places = ({report.get(name) for report in reports} for name in ("level", "place"))
    publishers = list(dict.fromkeys(report.get("publisher", "") for report in reports if report.get("publisher")))
    if levels == {"national"}:
        return "国务院计划报告" if all(map(_is_national_plan, reports)) else "国务院政府工作报告"
    if levels == {"province"} and len(reports) > 1:
        return f"{len(places)}个省级政府工作报告" if len(places) > 1 else f"{places.pop()}政府工作报告"
    if len(reports) == 1:
        report = reports[0]
        return "，".join(part for part in (report.get("publisher"), f"《{report['title']}》") if part)
    more = f"等{len(publishers)}家" if len(publishers) > 3 else ""
    named = sorted(places - {"", None})
    return "、".join(publishers[:3]) + more or ("、".join(named) if len(named) <= 3 else "") + "政府工作报告"


def _what_en(reports: list[dict]) -> str:
    levels, places = {report.get("level") for report in reports}, {place_name(report, "en") for report in reports}
    if levels == {"national"}:
        of = "reports on the plan" if all(map(_is_national_plan, reports)) else "government work reports"
        return f"State Council of China, {of}"
    if levels == {"province"} and len(reports) > 1:
        return f"government work reports of {f'{len(places)} provinces' if len(places) > 1 else places.pop()}"
    if len(reports) == 1:
        report = reports[0]
        kind = _KINDS_EN.get(report.get("kind"), "annual plan or report")
        return f"{place_name(report, 'en') or report['title']}, {kind}" + (
            f" ({report['publisher']})" if report.get("publisher") else ""
        )
    named = sorted(places - {"", None})
    return "government work reports" + (f" of {', '.join(named)}" if 0 < len(named) <= 3 else "")
