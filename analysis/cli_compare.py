"""``analysis compare``: what rose and what fell between two reports."""

from pathlib import Path

import click

from analysis.cli_shared import csv_option, named_corpus, require_output, write_csv


@click.command(short_help="Compare two reports: which themes rose and fell.")
@click.argument("earlier", metavar="A")
@click.argument("later", metavar="B")
@click.option("--codebook", default="policy", show_default=True, help="A bundled codebook or a YAML file.")
@click.option("--part", type=click.Choice(["plan", "review", "all"]), help="Default: the plan where both have one.")
@csv_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write the chart to this folder.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the chart.")
def compare(
    earlier: str, later: str, codebook: str, part: str | None, csv_file: Path | None, out: Path | None, lang: str
):
    """Compare the themes of two reports and say which changes can be printed.

    A and B are files, or reports of a bundled corpus such as national-2024.

    \b
    Examples:
      analysis compare last-year.docx this-year.docx --out charts
      analysis compare national-2024 national-2025
    """
    from analysis import chart, measure, publish
    from analysis import codebook as codebooks
    from analysis.errors import CorpusError
    from analysis.print_table import print_table

    for output in (csv_file, out):
        require_output(output, (earlier, later, codebook))
    book = codebooks.load(codebook)
    sides = [named_corpus((name,), "raise", book=book) for name in (earlier, later)]
    for name, side in zip((earlier, later), sides, strict=True):
        if len(side) != 1:
            raise CorpusError(f"{name}: holds {len(side)} reports; name one, such as national-2025")
    frame = measure.compare_years(sides[0], *sides, codebook=book, part=part)
    for note in frame.attrs["notes"]:
        click.echo(f"Note: {note}", err=True)
    if csv_file:
        write_csv(csv_file, frame)
    else:
        columns = ["label_zh", "label_en", "mentions_earlier", "mentions_later", "rate_earlier", "rate_later", "ratio"]
        shown = frame.sort_values("difference", ascending=False, kind="stable")
        click.echo(print_table(shown[[*columns, "q", "verdict", "why"]], digits=2))
        click.echo("\nrates: mentions per 10,000 Han characters; robust: holds under every rule, denominator and term")
    if out:
        figure = chart.compare_years(frame, lang=lang)
        for path in publish.export(figure, "compare", folder=out):
            click.echo(str(path))
