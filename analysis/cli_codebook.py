"""``analysis codebook``: check, compare, sample and score codebooks."""

from functools import reduce
from operator import add
from pathlib import Path

import click

from analysis.cli_shared import bundled_corpora, read_reports, require_output, write_csv
from analysis.errors import CodebookError


@click.group()
def codebook() -> None:
    """Review a codebook: check it, see what a change does, and score it against hand-coded sentences."""


@codebook.command("check")
@click.argument("name", default="policy")
@click.option(
    "--corpus",
    "corpora",
    multiple=True,
    help="Bundled corpora to look for dead and dominant terms in. Default: those that figures draw with it, else all.",
)
def codebook_check(name: str, corpora: tuple[str, ...]) -> None:
    """Run the examples of a codebook, and list doubles, terms that never match, and terms that carry a theme alone.

    NAME is a bundled codebook or a YAML file. Exit code 1 where an example fails.
    """
    from analysis import catalog, gallery_codebooks, review
    from analysis import codebook as codebooks
    from analysis.print_table import print_table

    book = codebooks.load(name)
    chosen = corpora or gallery_codebooks.corpora_of(gallery_codebooks.codebook_of_figures(book)) or catalog.names()
    findings = review.check(book, corpus=bundled_corpora(chosen, book))
    click.echo(f"{book.id} {book.version}: {len(book)} themes, {len(book.terms)} terms, {len(findings)} findings")
    if len(findings):
        click.echo(print_table(findings))
    if (findings["severity"] == "error").any():
        raise SystemExit(1)


@codebook.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write every change to a file."
)
@click.option("--most", default=20, show_default=True, help="How many changes to print.")
@click.option(
    "--corpus", "corpora", multiple=True, help="Bundled corpora. Default: those that figures draw with it, else all."
)
def codebook_diff(old: str, new: str, csv_file: Path | None, most: int, corpora: tuple[str, ...]) -> None:
    """Tell which numbers of the bundled corpora, and which figures' titles, another version of a codebook changes.

    Numbers are the mentions, rate and rank of each theme, by the longest rule and per 10,000 Han characters, in the
    plan of each report and in the whole report.
    """
    from analysis import catalog, gallery_codebooks, review
    from analysis import codebook as codebooks
    from analysis.print_table import print_table

    require_output(csv_file, (old, new))
    books = codebooks.load(old), codebooks.load(new)
    drawn = gallery_codebooks.codebook_of_figures(*books)
    chosen = corpora or gallery_codebooks.corpora_of(drawn) or catalog.names()
    changes = review.diff(*books, corpora=chosen)
    click.echo(
        f"{len(changes)} numbers change in {changes['report_id'].nunique()} reports of {', '.join(chosen)} (mentions, "
        "rate or rank of a theme: longest rule, per 10,000 Han characters, in the plan where there is one and in the "
        "whole report)"
    )
    if csv_file:
        write_csv(csv_file, changes)
    elif len(changes):
        columns = ["report_id", "part", "theme", "mentions_old", "mentions_new", "rate_old", "rate_new"]
        click.echo(print_table(changes[[*columns, "rank_old", "rank_new"]].head(most)))
    for line in _title_lines(books, drawn):
        click.echo(line)


def _title_lines(books, drawn: str):
    from analysis import gallery_codebooks

    if drawn not in {book.id for book in books}:
        said = f"no figure uses a codebook with the id {books[0].id!r}"
        if not drawn:
            yield f"{said}, nor one with most of its themes: no title was compared"
            return
        yield f"{said}; the figures of {drawn!r}, which has most of its themes, were drawn with both"
    titles = gallery_codebooks.changed_titles(*books)
    for figure, lang, title_old, title_new in titles:
        yield f"{figure} ({lang}): title changes\n  old: {title_old}\n  new: {title_new}"
    if not titles:
        yield f"no title changes of the figures drawn with {drawn!r}"


@codebook.command("sample")
@click.argument("corpora", nargs=-1, metavar="[CORPUS|PATH]...")
@click.option("--codebook", "book", default="policy", show_default=True)
@click.option("--size", default=300, show_default=True, help="How many sentences.")
@click.option("--seed", default=0, show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("sample.xlsx"), show_default=True)
def codebook_sample(corpora: tuple[str, ...], book: str, size: int, seed: int, out: Path) -> None:
    """Draw a stratified sample of sentences into a spreadsheet for hand coding.

    Needs texts: bundled corpora that were fetched (default: national and provinces), or files of your own.
    """
    from analysis import catalog, review

    chosen = corpora or ("national", "provinces")
    require_output(out, (*chosen, book))
    bundled = catalog.names()
    corpus = reduce(
        add,
        (catalog.corpus(name, texts=True) if name in bundled else read_reports((name,), "raise") for name in chosen),
    )
    drawn = review.sample(corpus, codebook=book, size=size, seed=seed, path=out)
    fewer = f" (no more than these could be drawn, {size} were asked for)" if len(drawn) < size else ""
    click.echo(f"{out}: {len(drawn)} sentences{fewer}; write theme ids into the third column")


@codebook.command("score")
@click.argument("coded", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--codebook", "book", default="policy", show_default=True)
@click.option("--corpus", "corpora", multiple=True, help="Corpora of the sentences. Default: every bundled corpus.")
@click.option("--half", type=click.Choice(["tune", "report"]), help="Only the sentences of this half.")
def codebook_score(coded: Path, book: str, corpora: tuple[str, ...], half: str | None) -> None:
    """Print precision, recall and F1 of each theme against hand codes, and how far two coders agree."""
    from analysis import catalog, review
    from analysis import codebook as codebooks
    from analysis.print_table import print_table

    codes = review.read_codes(coded)
    if half:
        codes = codes[codes["half"] == half] if "half" in codes else codes.head(0)
        if codes.empty:
            raise CodebookError(f"{coded}: no sentence has {half!r} in the column 'half'; leave --half out")
    joined = bundled_corpora(corpora or catalog.names(), codebooks.load(book))
    scores = review.score(codes, corpus=joined, codebook=book)
    click.echo(print_table(scores, digits=2))
    if codes.loc[codes["coder"] != review.AGREED, "coder"].nunique() > 1:
        click.echo("\nAgreement of the coders (Krippendorff's alpha)")
        click.echo(print_table(review.agreement(codes, codebook=book), digits=2))
