"""``analysis compare``: what rose and what fell between two reports."""

from contextlib import suppress
from pathlib import Path

import click

from analysis.cli_shared import csv_option, named_corpus, renamed, require_output, write_csv


@click.command(short_help="Compare two reports: which themes rose and fell.")
@click.argument("earlier", metavar="A")
@click.argument("later", metavar="B")
@click.option("--corpus", default="national", show_default=True, help="The bundled corpus that A and B are years of.")
@click.option("--codebook", default="policy", show_default=True, help="A bundled codebook or a YAML file.")
@click.option("--part", type=click.Choice(["plan", "review", "all"]), help="Default: the plan where both have one.")
@csv_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write charts to this folder.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the charts."
)
def compare(earlier: str, later: str, corpus: str, codebook: str, part, csv_file, out, lang: str):
    """Compare the themes of two reports and say which changes can be printed.

    A and B are files, years of a bundled corpus, or reports of one such as hunan-2026. Charts: themes compared and as
    slopes, the words that set the two apart and, where the texts are there, what was copied.

    \b
    Examples:
      analysis compare last-year.docx this-year.docx --out charts
      analysis compare 2024 2025
      analysis compare hunan-2025 hunan-2026
    """
    from analysis import codebook as codebooks
    from analysis import measure, provenance, publish
    from analysis.errors import CorpusError
    from analysis.print_table import print_table

    for output in (csv_file, out):
        require_output(output, (earlier, later, codebook))
    book = codebooks.load(codebook)
    names = [_report_of(corpus, name) if _is_year(name) else name for name in (earlier, later)]
    sides = [named_corpus((name,), "raise", book=book) for name in names]
    for name, side in zip(names, sides, strict=True):
        if len(side) != 1:
            few = "a file of one report" if Path(name).exists() else side.reports["report_id"].iloc[-1]
            raise CorpusError(f"{name}: holds {len(side)} reports, and two are compared; name one, such as {few}")
    if names[0] != names[1]:  # a draft and the final text have the same place and year, and are two reports
        sides[1] = renamed(sides[1], sides[0])
        sides[0] = renamed(sides[0], sides[1])
    frame = measure.compare_years(sides[0], *sides, codebook=book, part=part)
    for note in frame.attrs["notes"]:
        click.echo(f"Note: {note['en']}", err=True)
    if csv_file:
        write_csv(csv_file, frame)
    else:
        labels = (frame.attrs[side]["en"] for side in ("earlier", "later"))
        compared = [f"{name}: {label}" for name, label in zip(names, labels, strict=True)]
        click.echo(f"{'; '.join(compared)}. {provenance.note_line(frame.attrs, 'en')}\n")
        click.echo(print_table(_table(frame), digits=2))
        click.echo(
            "\nrates: mentions per 10,000 Han characters; robust: clear of chance and the same under every rule, "
            'denominator and term;\n"no clear change" is not more than chance, which is not the same as no change'
        )
    if out:
        for name, figure in _charts(frame, *sides, part=part, lang=lang):
            for path in publish.export(figure, name, folder=out):
                click.echo(str(path))


def _table(frame):
    """Return what is printed: the largest rise first, the interval of the ratio as a reader knows it."""
    shown = frame.sort_values("difference", ascending=False, kind="stable")
    shown = shown.assign(ratio_low=2 ** shown["low"], ratio_high=2 ** shown["high"])
    columns = ["label_zh", "label_en", "mentions_earlier", "mentions_later", "rate_earlier", "rate_later", "difference"]
    return shown[[*columns, "ratio", "ratio_low", "ratio_high", "q", "verdict"]]


def _is_year(name: str) -> bool:
    return len(name) == 4 and name.isdigit() and not Path(name).exists()


def _report_of(corpus: str, year: str) -> str:
    """Return the id of the report of a year in a bundled corpus, or say which years or reports it has."""
    from analysis import catalog
    from analysis.errors import CorpusError

    if corpus not in catalog.names():
        raise CorpusError(f"--corpus {corpus}: no bundled corpus; there are {', '.join(catalog.names())}")
    listed = catalog.catalog().query("corpus == @corpus")
    ids = listed.loc[listed["year"] == int(year), "id"]
    if ids.empty:
        years = listed["year"]
        raise CorpusError(f"{corpus} has no report of {year}, only of {years.min()} to {years.max()}; see --corpus")
    if len(ids) > 1:
        raise CorpusError(f"{corpus} has {len(ids)} reports of {year}; name one, such as {ids.iloc[-1]}")
    return ids.iloc[0]


def _charts(frame, earlier, later, *, part: str | None, lang: str):
    """Yield (name, figure): what can be drawn of two reports."""
    from analysis import chart, measure
    from analysis.errors import MissingTextError

    yield "compare", chart.compare_years(frame, lang=lang)
    yield "compare-slope", chart.slope(frame, lang=lang)
    # No word sets a report apart from itself, and keyness refuses slices that share one.
    if set(earlier.reports["report_id"]).isdisjoint(later.reports["report_id"]):
        words = measure.keyness(later, target=later, reference=earlier, part=part)
        if len(words):
            yield "compare-words", chart.keyness(words, lang=lang)
    earlier, later = (_with_texts(side) for side in (earlier, later))
    with suppress(MissingTextError):  # neighbours among the bundled reports need none
        yield "compare-novelty", chart.novelty(measure.novelty(later, later, against=earlier), lang=lang)


def _with_texts(side):
    """Return a bundled report with its fetched texts where they are on this machine, else as it is."""
    from analysis.errors import MissingTextError

    try:
        return side if side.has_texts else named_corpus(tuple(side.reports["report_id"]), "raise", texts=True)
    except MissingTextError:
        return side
