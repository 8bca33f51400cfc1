"""Does a codebook keep its own promises? Its examples, doubles, dead terms and terms that carry a theme alone."""

from collections import defaultdict

import pandas as pd

from analysis import codebook as codebooks
from analysis.codebook import Codebook
from analysis.corpus import Corpus
from analysis.measure.contributions import contributions
from analysis.measure.counting import apply_rule, candidates
from analysis.report import Report

# A theme whose mentions are more than half one term's is that term, under another name.
_HALF = 0.5


def check(codebook="policy", *, corpus: Corpus | None = None) -> pd.DataFrame:
    """Check a codebook against its own examples, and against a corpus if one is given.

    Parameters
    ----------
    codebook
        A bundled name, a YAML file or a Codebook.
    corpus
        Where to look for terms that never match and terms that carry a theme alone. None looks for neither.

    Returns
    -------
    DataFrame
        One row a finding, errors first: severity (error: a promise is broken; note: worth a look), kind (example,
        two themes, never matches, never counts: it stands only inside longer terms, dominant: over half of its theme),
        theme, term, detail. Empty where there is nothing to say.

    Examples
    --------
    >>> from analysis import review
    >>> findings = review.check("xiangjiang-2021")
    >>> bool((findings["severity"] == "error").any())
    False
    """
    book = codebooks.load(codebook)
    findings = [*_examples(book), *_shared(book)]
    if corpus is not None:
        findings += [*_dead(book, corpus), *_dominant(book, corpus)]
    frame = pd.DataFrame(findings, columns=["severity", "kind", "theme", "term", "detail"])
    return frame.sort_values("severity", kind="stable", ignore_index=True)


def _examples(book: Codebook):
    asked = [
        (number, term, expected, sentence)
        for number, theme in enumerate(book.themes)
        for term in theme.terms
        for expected, sentences in ((True, term.yes), (False, term.no))
        for sentence in sentences
    ]
    # Candidates, before longer terms win: an example speaks of its own term's conditions. But its theme must win then.
    examples = list(dict.fromkeys(sentence for *_, sentence in asked))
    corpus = Corpus.from_reports(
        Report(id=str(i), title="", paragraphs=(sentence,)) for i, sentence in enumerate(examples)
    )
    found = candidates(corpus, book)
    example = corpus.sentences["report_id"].to_numpy()[found["row"]]
    matched = set(zip(found["theme"], found["term"].astype("str"), example, strict=True))
    counted = apply_rule(found, "longest", nested=book.nested)
    themes = set(zip(counted["theme"], corpus.sentences["report_id"].to_numpy()[counted["row"]], strict=True))
    for number, term, expected, sentence in asked:
        at = str(examples.index(sentence))
        if ((number, term.pattern, at) in matched) != expected:
            said = "must match and does not" if expected else "must not match and does"
        elif expected and (number, at) not in themes:
            said = "must match and a longer term of another theme takes it"
        else:
            continue
        yield "error", "example", book.themes[number].id, term.pattern, f"{said}: {sentence}"


def _shared(book: Codebook):
    themes = defaultdict(list)
    for theme in book.themes:
        for term in theme.terms:
            themes[term.pattern].append(theme.id)
    for pattern, ids in themes.items():
        if len(ids) > 1:
            yield "note", "two themes", ids[0], pattern, f"counts in {' and '.join(ids)}"


def _dead(book: Codebook, corpus: Corpus):
    found = candidates(corpus, book)
    counted = apply_rule(found, "longest", nested=book.nested)
    seen, counts = (set(zip(rows["theme"], rows["term"].astype("str"), strict=True)) for rows in (found, counted))
    for number, theme in enumerate(book.themes):
        for term in theme.terms:
            key = (number, term.pattern)
            if key not in counts:
                kind = "never counts" if key in seen else "never matches"
                why = "only inside longer terms" if key in seen else "in none"
                yield "note", kind, theme.id, term.pattern, f"{why} of the {len(corpus)} reports"


def _dominant(book: Codebook, corpus: Corpus):
    terms = contributions(corpus, codebook=book, part="all")
    total = terms.groupby("theme")["mentions"].sum()
    by_term = terms.groupby(["theme", "term"])["mentions"].sum()
    for (theme, term), mentions in by_term.items():
        if mentions > _HALF * total[theme]:
            share = f"{mentions / total[theme]:.0%} of the theme's {total[theme]:,} mentions"
            yield "note", "dominant", theme, term, share
