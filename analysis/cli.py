"""The command line: thin commands over the same functions that notebooks use."""

import sys
from pathlib import Path

import click

from analysis import __version__
from analysis.cli_codebook import codebook
from analysis.cli_compare import compare
from analysis.cli_notebooks import notebooks
from analysis.cli_shared import (
    csv_option,
    end_with_problems,
    named_corpus,
    on_error_option,
    progress_wanted,
    require_output,
    write_csv,
)
from analysis.cli_topics import topics
from analysis.errors import AnalysisError, ExportError
from analysis.publish.file_names import COMMITTED, LANGUAGES


class _Group(click.Group):
    """Print what went wrong as one sentence with exit code 2, whatever command raised it; 130 for Ctrl-C."""

    def make_context(self, info_name, args, parent=None, **extra):
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            _tell_usage(error)
            raise SystemExit(2) from None

    def invoke(self, ctx):
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            _tell_usage(error)
            ctx.exit(2)
        except AnalysisError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            raise  # `analysis read … | head`: click ends quietly
        except OSError as error:
            if error.filename is None:
                raise
            click.echo(f"Error: {error.filename}: {error.strerror}; check the name and its rights", err=True)
            ctx.exit(2)
        except KeyboardInterrupt:
            click.echo("\nInterrupted; every file that was being written is as it was before", err=True)
            ctx.exit(130)


def _tell_usage(error: click.UsageError) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        raise error  # `analysis` alone: its help
    said = " ".join(error.format_message().split()).rstrip(".")
    see = f"; see `{error.ctx.command_path} --help`" if error.ctx else ""
    click.echo(f"Error: {said}{see}", err=True)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="analysis")
def main() -> None:
    """Government work reports as data.

    \b
    Examples:
      analysis figures                      regenerate every figure
      analysis read report.docx             what was understood, what was removed
      analysis themes report.docx           how much of the report is about what
      analysis themes national --csv t.csv  the same for a bundled corpus, into a table
      analysis themes national-2024 national-2025
      analysis compare 2024 2025            which themes rose and fell
      analysis topics my-folder/            topics that nobody wrote down in advance
      analysis fetch national               download the texts of a bundled corpus

    \b
    Exit codes:
      0 done; 1 a figure failed or is out of date, or files were lost; 2 wrong input; 130 interrupted
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not in a notebook
            # A character that the terminal cannot show becomes a question mark, never a traceback.
            stream.reconfigure(errors="replace")


@main.command(short_help="What was understood of a report, and what was removed.")
@click.argument("reports", nargs=-1, required=True, metavar="PATH...")
@on_error_option
def read(reports: tuple[str, ...], on_error: str) -> None:
    """Read reports and print what was understood, what was removed and what was repaired.

    PATH is a file, a folder, or a pattern: .txt .md .html .docx .pdf .csv .tsv .jsonl .xlsx, and .zip of these. The
    name of a bundled corpus or the id of a report in it works where its texts were fetched.

    \b
    Examples:
      analysis read report.docx
      analysis read downloads/ --on-error skip
      analysis read national-2025
    """
    from analysis.print_report import describe_report

    corpus = named_corpus(reports, on_error, texts=True)
    click.echo("\n\n".join(describe_report(report) for report in corpus))
    end_with_problems(corpus)


@main.command(short_help="How often each theme is mentioned.")
@click.argument("reports", nargs=-1, required=True, metavar="PATH_OR_CORPUS...")
@click.option("--codebook", "book", default="policy", show_default=True, help="A bundled codebook or a YAML file.")
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
@csv_option
@on_error_option
def themes(reports, book, count, part, csv_file, on_error) -> None:
    """Measure how often each theme is mentioned, with 95% intervals.

    PATH_OR_CORPUS is a file, a folder or a pattern; a bundled corpus (national, provinces, xiangjiang); or one report
    of these by its id in the catalogue (national-2025, hunan-2026).

    \b
    Examples:
      analysis themes report.docx
      analysis themes report.docx hunan-2026 --part all
      analysis themes xiangjiang --codebook xiangjiang-2021
      analysis themes national --count every --csv themes.csv
    """
    from analysis import codebook as codebooks
    from analysis import measure, provenance
    from analysis.print_table import print_table

    require_output(csv_file, (*reports, book))
    chosen = codebooks.load(book)
    corpus = named_corpus(reports, on_error, book=chosen, count=count)
    frame = measure.theme_frequencies(corpus, codebook=chosen, count=count, part=part)
    if csv_file:
        write_csv(csv_file, frame)
    else:
        columns = ["rank", "theme", "label_zh", "mentions", "rate", "low", "high"]
        titles = corpus.reports.set_index("report_id")["title"]
        for report_id, rows in frame.groupby("report_id", sort=False):
            length = rows["han"].iloc[0]
            click.echo(f"{report_id}  {titles[report_id]}  ({length:,} Han characters, {rows['part'].iloc[0]})")
            if length:
                click.echo(print_table(rows.sort_values("rank", kind="stable")[columns]) + "\n")
            else:
                click.echo(f"has no {part} part; measure it with --part all\n")
        click.echo(provenance.note_line(frame.attrs, "en"))
    end_with_problems(corpus)


@main.command(short_help="Download the texts of a bundled corpus.")
@click.argument("name")
@click.option("--mirror", help="Base address of a server with the same files; checksums still decide.")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), help="The cache to use instead of your own."
)
def fetch(name: str, mirror: str | None, folder: Path | None) -> None:
    """Download the texts of a bundled corpus (national, provinces, xiangjiang) and verify their checksums.

    \b
    Examples:
      analysis fetch national
      analysis fetch provinces --folder my-cache    (then set ANALYSIS_CACHE=my-cache)
    """
    from analysis.fetch import fetch as download

    target = download(name, mirror=mirror, folder=folder, progress=progress_wanted())
    where = f" with ANALYSIS_CACHE={folder}" if folder else ""
    click.echo(f"{target}: load it with read.corpus({name!r}, texts=True){where}")


@main.command("build-features", short_help="Build the bundled counts and positions from the raw files.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--from", "source", type=click.Path(file_okay=False, path_type=Path), help="Folder of the raw files.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Data folder to write to.")
def build_features(names: tuple[str, ...], source: Path | None, out: Path | None) -> None:
    """Build the counts and positions that ship with the package from the raw files of bundled corpora.

    NAMES are corpora; none means all. The raw files are read from the cache that `analysis fetch` filled, or from a
    folder of the same files. The same files give the same bytes.

    \b
    Examples:
      analysis build-features
      analysis build-features xiangjiang --from raw-files --out my-data
    """
    from tqdm.auto import tqdm

    from analysis import catalog
    from analysis.derive import derive

    for name in tqdm(names or catalog.names(), desc="build", unit="corpus", disable=not progress_wanted()):
        for written in (*catalog.build((name,), source=source, out=out), *derive((name,), source=source, out=out)):
            click.echo(str(written))


@main.command(short_help="Regenerate the figures that are out of date.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--list", "list_", is_flag=True, help="List the figures and stop.")
@click.option("--check", is_flag=True, help="Draw nothing; say what is stale, missing or different, and exit with 1.")
@click.option("--force", is_flag=True, help="Draw the figures that are up to date too.")
@click.option("--lang", type=click.Choice([*LANGUAGES, "both"]), default="both", show_default=True)
@click.option("--formats", default=",".join(COMMITTED), show_default=True, help="Comma-separated, or 'all'.")
@click.option("--zip", "zip_", is_flag=True, help="Also pack each figure, in every format, into one file.")
@click.option(
    "--folder",
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("figures"),
    show_default=True,
    help="Where the figures stand, or are to be written.",
)
@click.option("--recipes", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Your own recipes file.")
def figures(ids, list_, check, force, lang, formats, zip_, folder, recipes) -> None:
    """Regenerate the figures that are out of date, or check that none is.

    IDs are figures; none means all.

    \b
    Examples:
      analysis figures
      analysis figures national-theme-heatmap --lang en --formats svg,pdf,print --folder story
      analysis figures xiangjiang-six-themes --zip --folder for-the-art-desk
      analysis figures --check
    """
    from analysis.publish.command import figures_command

    if list_ and check:
        raise click.UsageError("--list and --check exclude each other: give one of them")
    if recipes and recipes.suffix != ".py":
        raise ExportError(f"{recipes}: not a Python file; recipes stand in a file that ends in .py")
    langs = LANGUAGES if lang == "both" else (lang,)
    code = figures_command(
        ids,
        list_only=list_,
        check_only=check,
        langs=langs,
        formats=f"{formats},zip" if zip_ and formats != "all" else formats,
        folder=folder,
        recipes=recipes,
        force=force,
    )
    if code:
        raise SystemExit(code)


main.add_command(codebook)
main.add_command(compare)
main.add_command(topics)
main.add_command(notebooks)
