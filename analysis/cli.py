"""The command line: thin commands over the same functions that notebooks use."""

import sys
from pathlib import Path

import click

from analysis import __version__
from analysis.cli_codebook import codebook
from analysis.cli_shared import named_corpus, read_reports, tell_problems, write_csv
from analysis.errors import AnalysisError


class _Group(click.Group):
    """Print this package's errors as one sentence, with exit code 2, whatever command raised them."""

    def invoke(self, ctx):
        try:
            return super().invoke(ctx)
        except AnalysisError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # `analysis read … | head`
            sys.stderr.close()
            ctx.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="report-analysis", prog_name="analysis")
def main() -> None:
    """Government work reports as data.

    \b
    Examples:
      analysis figures                      regenerate every figure
      analysis read report.docx             what was understood, what was removed
      analysis themes report.docx           how much of the report is about what
      analysis themes national --csv t.csv  the same for a bundled corpus, into a table
      analysis fetch national               download the texts of a bundled corpus
    """


_on_error = click.option(
    "--on-error",
    type=click.Choice(["raise", "skip"]),
    default="raise",
    show_default=True,
    help="Stop at the first file that cannot be read, or read the rest and list what was lost.",
)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_on_error
def read(paths: tuple[str, ...], on_error: str) -> None:
    """Read reports and print what was understood, what was removed and what was repaired.

    PATH is a file, a folder, or a pattern: .txt .md .html .docx .pdf .csv .tsv .jsonl .xlsx, and .zip of these.
    """
    from analysis.print_report import describe_report

    corpus = read_reports(paths, on_error)
    click.echo("\n\n".join(describe_report(report) for report in corpus))
    tell_problems(corpus)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--codebook", default="policy", show_default=True, help="A bundled codebook or a YAML file.")
@click.option(
    "--count",
    type=click.Choice(["longest", "every", "word"]),
    default="longest",
    show_default=True,
    help="The counting rule: no term inside a longer one; every substring; segmented words only.",
)
@click.option(
    "--part",
    type=click.Choice(["plan", "review", "all"]),
    help="What to measure. Default: the plan where a report has one, else the whole report.",
)
@click.option(
    "--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the table to this file."
)
@_on_error
def themes(paths, codebook, count, part, csv_file, on_error) -> None:
    """Measure how often each theme is mentioned.

    PATH is a file, a folder or a pattern, or the name of a bundled corpus: national, provinces, xiangjiang.
    """
    from analysis import measure
    from analysis.print_table import print_table

    corpus = named_corpus(paths, on_error)
    frame = measure.theme_frequencies(corpus, codebook=codebook, count=count, part=part)
    if csv_file:
        write_csv(csv_file, frame)
    else:
        shown = frame.sort_values(["report_id", "rank"], kind="stable")
        columns = ["report_id", "rank", "label_zh", "label_en", "mentions", "rate", "low", "high", "part"]
        click.echo(print_table(shown[columns]))
        click.echo(f"\nrate: mentions per 10,000 Han characters; low, high: its 95% interval; counted as {count!r}")
    tell_problems(corpus)


@main.command()
@click.argument("name")
@click.option("--mirror", help="Base address of a server with the same files; checksums still decide.")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), help="The cache to use instead of your own."
)
def fetch(name: str, mirror: str | None, folder: Path | None) -> None:
    """Download the texts of a bundled corpus (national, provinces, xiangjiang) and verify their checksums."""
    from analysis.fetch import fetch as download

    target = download(name, mirror=mirror, folder=folder, progress=sys.stderr.isatty())
    click.echo(f"{target}: load it with read.corpus({name!r}, texts=True)")


@main.command("build-features")
@click.argument("names", nargs=-1)
@click.option("--from", "source", type=click.Path(file_okay=False, path_type=Path), help="Folder of the raw files.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Data folder to write to.")
def build_features(names: tuple[str, ...], source: Path | None, out: Path | None) -> None:
    """Build the counts and positions that ship with the package from the raw files of bundled corpora.

    NAMES are corpora; none means all. The raw files are read from the cache that `analysis fetch` filled, or from a
    folder of the same files.
    """
    from analysis import catalog

    for folder in catalog.build(names, source=source, out=out):
        click.echo(str(folder))


@main.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--list", "list_", is_flag=True, help="List the figures and stop.")
@click.option("--check", is_flag=True, help="Draw nothing; say what is stale, missing or different, and exit with 1.")
@click.option("--lang", type=click.Choice(["zh", "en", "both"]), default="both", show_default=True)
@click.option("--formats", default="svg,web,csv,json", show_default=True, help="Comma-separated, or 'all'.")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), default=Path("figures"), show_default=True)
@click.option("--recipes", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Your own recipes file.")
def figures(ids, list_, check, lang, formats, folder, recipes) -> None:
    """Regenerate the figures that are out of date, or check that none is.

    IDs are figures; none means all.
    """
    from analysis.publish.command import figures_command

    langs = ("zh", "en") if lang == "both" else (lang,)
    code = figures_command(
        ids, list_only=list_, check_only=check, langs=langs, formats=formats, folder=folder, recipes=recipes
    )
    if code:
        raise SystemExit(code)


main.add_command(codebook)
