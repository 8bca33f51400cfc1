"""``analysis topics``: what reports are about, found by clustering."""

from pathlib import Path

import click

from analysis.cli_shared import (
    choice_option,
    codebook_option,
    csv_option,
    end_with_problems,
    lang_option,
    named_corpus,
    on_error_option,
    out_option,
    part_option,
    require_output,
    write_charts,
    write_csv,
)


class _Number(click.ParamType):
    """A whole number, or "auto"."""

    name = "NUMBER"

    def convert(self, value, param, ctx):
        if value == "auto" or isinstance(value, int):
            return value
        try:
            return int(value)
        except ValueError:
            self.fail(f"{value!r} is no number of topics; give a whole number, or auto", param, ctx)


@click.command(short_help="Which topics reports have that nobody wrote down in advance.")
@click.argument("reports", nargs=-1, required=True, metavar="PATH_OR_CORPUS...")
@click.option("--number", type=_Number(), default="auto", show_default=True, help="How many topics, or auto.")
@choice_option("--unit", "paragraph", "sentence", "report", default="paragraph", help="What is grouped.")
@choice_option(
    "--method",
    "kmeans",
    "nmf",
    "lda",
    default="kmeans",
    help="How: k-means, non-negative matrix factorisation or latent Dirichlet allocation.",
)
@part_option("Which part of each report.", default="all")
@codebook_option
@click.option(
    "--labels",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of names, written by --write-labels and edited.",
)
@click.option(
    "--write-labels",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the names of the topics to this file, to edit.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Seed of all random numbers.")
@on_error_option
@csv_option
@out_option
@lang_option
def topics(
    reports, number, unit: str, method: str, part: str, book: str, labels, write_labels, seed: int, on_error: str,
    csv_file, out, lang: str,
):  # fmt: skip
    """Group the paragraphs of reports into topics, with how firm each is and which theme covers it, if one does.

    PATH is a file, a folder or a pattern, the name of a bundled corpus, or the id of a report in one. Charts: the terms
    of topics, a map of them, how their number was chosen, and over years their shares.

    \b
    Examples:
      analysis topics national --out charts
      analysis topics my-folder/ --number 12 --write-labels names.yml
      analysis topics my-folder/ --number 12 --labels names.yml
    """
    from analysis import codebook as codebooks
    from analysis import measure, provenance
    from analysis.print_table import print_table

    for output in (csv_file, out, write_labels):
        require_output(output, (*reports, str(labels or ""), book))
    book = codebooks.load(book)
    corpus = named_corpus(reports, on_error, book=book)
    found = measure.topics(
        corpus, n_topics=number, unit=unit, method=method, part=part, codebook=book, labels=labels, seed=seed
    )
    for note in found.topics.attrs["notes"]:
        click.echo(f"Note: {note['en']}", err=True)
    if write_labels:
        click.echo(str(found.write_labels(write_labels)))
    if csv_file:
        write_csv(csv_file, found.topics.assign(theme=_themes(found, corpus, book)))
    else:
        click.echo(f"{provenance.note_line(found.topics.attrs | {'notes': []}, 'en')}\n")
        click.echo(print_table(_table(found, corpus, book), digits=2))
        none, unit = int(found.assignments["topic"].eq(0).sum()), found.topics.attrs["unit"]
        said = f"\n{none} of {len(found.assignments)} {unit}s fit no topic\nstability: likeness (Jaccard) to the most "
        said += (
            f"similar topic of a new fit; fragile: under 0.7, of under 5 {unit}s, or no more than chance; borderline: "
        )
        said += "so near 0.7 that other resamples may put it across"
        if unit != "report":
            said += f"\ntheme: of the codebook, in most of the topic's {unit}s, with their share"
        click.echo(said)
    if out:
        write_charts(_charts(found, lang), out)
    end_with_problems(corpus)


def _table(found, corpus, book):
    """Return what is printed: each topic with its firmness, its leading theme and its terms."""
    table = found.topics.assign(
        theme=_themes(found, corpus, book),
        terms=found.topics["top_terms"].str.split().str[:6].str.join(" "),
    )
    theme = ["theme"] if found.topics.attrs["unit"] != "report" else []
    return table[["topic", "label_zh", "size", "stability", "firmness", *theme, "terms"]]


def _themes(found, corpus, book):
    """Return for each topic the theme in most of its documents, with their share; for whole reports nothing."""
    from analysis import measure

    if found.topics.attrs["unit"] == "report":
        return ""
    themes = measure.topic_themes(found, corpus=corpus, codebook=book)
    lead = themes[themes["rank"] == 1].set_index("topic")
    said = lead["theme_zh"] + lead["share"].map(" {:.0%}".format)
    return found.topics["topic"].map(said.where(lead["covered"], "none covers it"))


def _charts(found, lang: str):
    """Yield (name, figure): what can be drawn of these topics."""
    from analysis import chart, measure

    yield "topics-terms", chart.topic_terms(found.terms, lang=lang)
    yield "topics-map", chart.topic_map(measure.topic_map(found), lang=lang)
    if len(found.choice) > 1:
        yield "topics-number", chart.topic_choice(found.choice, lang=lang)
    if "year" in found.prevalence and found.prevalence["year"].nunique() > 1:
        yield "topics-prevalence", chart.topic_prevalence(found.prevalence, lang=lang)
