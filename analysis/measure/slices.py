"""Name two sides of a comparison: years, places, reports, ranges of years, or corpora."""

from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.measure.tally import Scope, scopes
from analysis.places import are_of
from analysis.provenance import place_name

# What levels of government and kinds of document are called in Chinese.
_NAMES = {
    "national": "全国",
    "province": "省级",
    "city": "市级",
    "district": "区级",
    "county": "县级",
    "government-work-report": "政府工作报告",
    "plan-report": "计划报告",
    "news-report": "新闻报道",
}


def slice_of(corpus: Corpus, what) -> Corpus:
    """Return the reports that ``what`` names.

    A number is a year, a text is a report's id, a place (by any of its names) or a year, a list or range is several of
    these together, and a Corpus is itself. Raises CorpusError where nothing has that name; a range may have gaps, for
    there are years without a report.
    """
    if isinstance(what, Corpus):
        if not len(what):
            raise CorpusError("a side of the comparison is a corpus without reports; select at least one")
        return what
    require_corpus(corpus)
    values = list(what) if isinstance(what, list | tuple | range | set) else [what]
    ids = []
    reports = corpus.reports
    for value in values:
        if isinstance(value, str):
            match = reports["report_id"].eq(value) | are_of(reports, [value])
            if value.isdecimal():
                match |= reports["year"].eq(int(value)).fillna(False)
        else:
            match = reports["year"].eq(value).fillna(False)
        if not match.any() and not isinstance(what, range):
            raise CorpusError(f"no report of this corpus is of {value!r}; `corpus.reports` lists what is here")
        ids += reports.loc[match.to_numpy(dtype=bool), "report_id"].tolist()
    if not ids:
        raise CorpusError(f"no report of this corpus is of {what!r}; `corpus.reports` lists what is here")
    return corpus.select(report_id=list(dict.fromkeys(ids)))


def slice_label(corpus: Corpus, lang: str = "zh") -> str:
    """Return a short name for a slice: place and years, or how many places; of reports without one their id or number.

    A place without an English name keeps its own.
    """
    reports = corpus.reports
    years = sorted(int(year) for year in reports["year"].dropna().unique())
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else f"{years[0]}" if years else ""
    places = reports.drop_duplicates("place").to_dict("records")
    name = place_name(places[0], lang)
    if len(places) == 1 and name:
        return f"{name} {span}".strip() if lang == "en" else f"{name}{span}"
    if len(reports) == 1:
        name = reports["report_id"].iloc[0]
        return name if span in name else f"{name} {span}"
    count, zh, en = (len(places), "个地区", "places") if len(places) > 1 else (len(reports), "份报告", "reports")
    return f"{count} {en} {span}".strip() if lang == "en" else f"{count}{zh} {span}".strip()


def slice_names(corpus: Corpus) -> dict[str, str]:
    """Return the short name of a slice in both languages, as captions want it."""
    return {lang: slice_label(corpus, lang) for lang in ("zh", "en")}


def mismatches(earlier: Corpus, later: Corpus) -> list[dict[str, str]]:
    """Return in both languages what makes two slices unlike, or too alike: level, kind, reports on both sides."""
    found = []
    ids = [list(side.reports["report_id"]) for side in (earlier, later)]
    shared = [report_id for report_id in ids[0] if report_id in set(ids[1])]
    if shared and set(ids[0]) != set(ids[1]):
        few = ", ".join(shared[:3]) + (f" and {len(shared) - 3} more" if len(shared) > 3 else "")
        of = "、".join(shared[:3]) + (f"等{len(shared)}份" if len(shared) > 3 else "")
        en = f"both sides hold {few}, which makes them look more alike than they are"
        found.append({"zh": f"两侧都含{of}，差异会显得比实际小。", "en": en})
    for column, zh, en in (("level", "政府层级", "level of government"), ("kind", "文件种类", "kind of document")):
        sides = [sorted(set(side.reports[column]) - {""}) for side in (earlier, later)]
        if sides[0] and sides[1] and sides[0] != sides[1]:
            own = ["、".join(_NAMES.get(value, value) for value in side) for side in sides]
            en = f"not like with like: {en} is {' and '.join(sides[0])} against {' and '.join(sides[1])}"
            found.append({"zh": f"两侧{zh}不同：{own[0]}与{own[1]}。", "en": en})
    return found


def same_scopes(
    sides: list[Corpus], *, part: str | None, unit: str | None = None
) -> tuple[list[list[Scope]], list[dict[str, str]]]:
    """Return what to measure of each side, and what is to be noted of the two together.

    Of a plan against a report without one both are measured whole: a rate of plans is no rate of reviews.
    """
    notes = mismatches(*sides)
    measured = [scopes(side, part=part, unit=unit) for side in sides]
    if part is None and len({scope.part for side in measured for scope in side}) > 1:
        measured = [scopes(side, part="all", unit=unit) for side in sides]
        whole = "a report has no plan part, so all are measured whole"
        notes.append({"zh": "有报告没有任务部署部分，故各份均按全文计算。", "en": whole})
    for side, spans in zip(sides, measured, strict=True):
        require_length(side, spans)
    return measured, notes


def require_length(corpus: Corpus, measured: list[Scope]) -> None:
    """Raise CorpusError where nothing was measured of a slice, which has no rates then."""
    if not sum(scope.size.sum() for scope in measured):
        ids = list(corpus.reports["report_id"])
        several = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
        part = "" if measured[0].part == "all" else ' in the part asked for; use part="all"'
        raise CorpusError(f"{ids[0]}{several}: no Han characters to compare{part}")
