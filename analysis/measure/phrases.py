"""Phrases of policy that stand on their own: candidates for the lexicon and the codebook."""

import pandas as pd

from analysis.corpus import Corpus, require_corpus
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.tally import scopes
from analysis.text import phrases as discovery
from analysis.vocabulary import lexicon


def phrases(
    corpus: Corpus,
    *,
    shortest: int = 4,
    longest: int = 12,
    min_count: int = 5,
    min_reports: int = 3,
    cohesion: float = 5.0,
    entropy: float = 1.5,
) -> pd.DataFrame:
    """Discover phrases that hold together and stand freely, most frequent first.

    Parameters
    ----------
    corpus
        Reports with texts.
    shortest, longest
        Length in characters.
    min_count, min_reports
        A phrase must stand this often, in this many reports.
    cohesion
        Least pointwise mutual information (bits) over the ways of cutting the phrase in two.
    entropy
        Least entropy (bits) of the characters before and after it.

    Returns
    -------
    DataFrame
        One row a phrase (key: phrase): phrase, count, reports, cohesion, left_entropy, right_entropy (bits), known
        (whether the policy lexicon has it).

    Raises
    ------
    MissingTextError
        Where the corpus has no texts.

    Examples
    --------
    >>> from analysis import measure
    >>> from analysis.corpus import Corpus, Report
    >>> lines = ("云岭市推动绿色发展。", "坚持绿色发展，", "绿色发展为先。", "必须绿色发展！", "要绿色发展。")
    >>> reports = [Report(id=str(i), title="", paragraphs=lines) for i in range(3)]
    >>> found = measure.phrases(Corpus.from_reports(reports), cohesion=1.0, entropy=0.5)
    >>> "绿色发展" in set(found["phrase"])
    True

    References
    ----------
    Bouma, G. (2009): Normalized pointwise mutual information in collocation extraction. GSCL.
    Jin, Z. and Tanaka-Ishii, K. (2006): Unsupervised segmentation of Chinese text by use of branching entropy. ACL.
    """
    require_corpus(corpus)
    corpus.require_texts("discovering phrases")
    sentences = corpus.sentences
    found = discovery.phrases(
        corpus.counted,
        sentences["report_id"].tolist(),
        shortest=2,
        longest=longest,
        min_count=min_count,
        min_reports=min_reports,
    )
    found = discovery.free_phrases(found, cohesion=cohesion, entropy=entropy)
    found = found[found["phrase"].str.len() >= shortest].reset_index(drop=True)
    found["known"] = found["phrase"].isin(lexicon())
    measured = scopes(corpus, part="all")
    return labelled(found, about("phrases", (corpus, measured)))
