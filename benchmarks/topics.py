"""How well clusters of paragraphs agree with what is known of them, beside the usual ways; and how long they take.

python benchmarks/topics.py             (six minutes; reads the bundled counts, no texts)

The paragraphs are those of the 31 provincial reports of a year, with the same words for every way. What is known: the
theme of the codebook that a paragraph mentions most, that which the nearest heading above it mentions most, and its
section. All are hidden from the clustering. Agreement is adjusted mutual information: 0 by chance, 1 for the
same; mean of three seeds.
"""

import time
import warnings

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import LatentDirichletAllocation, TruncatedSVD
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.metrics import adjusted_mutual_info_score
from sklearn.preprocessing import normalize

from analysis import codebook, measure, read
from analysis.corpus import Corpus
from analysis.measure.counting import theme_hits
from analysis.measure.tally import scopes
from analysis.measure.topic_fit import fit_each
from analysis.measure.topic_words import DocumentTerms, document_terms

NUMBERS, SEEDS = (10, 20, 30), (0, 1, 2)


def most_mentioned(hits: pd.DataFrame, key: str) -> pd.Series:
    """Return the theme each value of ``key`` mentions most; of equal ones the first of the codebook."""
    counts = hits.groupby([key, "theme"]).size().rename("times").reset_index()
    ranked = counts.sort_values([key, "times", "theme"], ascending=[True, False, True])
    return ranked.drop_duplicates(key).set_index(key)["theme"]


def known(corpus: Corpus, words: DocumentTerms) -> dict[str, np.ndarray]:
    """Return what is known of each document; -1: nothing.

    The theme of its own mentions, that of the nearest heading above it, and its section (each of each report its own).
    """
    sentences = corpus.sentences
    hits = theme_hits(corpus, codebook.load("policy"))
    document = sentences["report_id"] + "#" + sentences["paragraph"].astype(str)
    is_heading = sentences["is_heading"].to_numpy()
    above = pd.Series(np.where(is_heading, np.arange(len(sentences)), np.nan)).groupby(sentences["report_id"]).ffill()
    of_heading = most_mentioned(hits[is_heading[hits["row"]]], "row")
    by_document = most_mentioned(hits.assign(document=document.to_numpy()[hits["row"]]), "document")
    heading = above.groupby(document).first().map(of_heading)
    ids = words.documents["document"]
    return {
        "themes": ids.map(by_document).fillna(-1).to_numpy(dtype=int),
        "headings": ids.map(heading).fillna(-1).to_numpy(dtype=int),
        "sections": pd.factorize(
            ids.map((sentences["report_id"] + "#" + sentences["section"].astype(str)).groupby(document).first())
        )[0],
    }


def agreement(labels: np.ndarray, topic: np.ndarray) -> float:
    """Return the adjusted mutual information over the documents of which something is known."""
    return adjusted_mutual_info_score(labels[labels >= 0], topic[labels >= 0])


def ways(words: DocumentTerms, number: int, seed: int) -> dict[str, np.ndarray]:
    """Return the topic of each document by each way."""
    tfidf = TfidfTransformer().fit_transform(words.counts)
    space = normalize(TruncatedSVD(30, random_state=seed).fit_transform(tfidf))
    lda = LatentDirichletAllocation(number, random_state=seed, max_iter=20, n_jobs=1)
    ours = {
        f"ours, {method}": fit_each(words.weighted, words.counts, [number], method=method, seed=seed)[number].topic
        for method in ("kmeans", "nmf")
    }
    return ours | {
        "k-means on TF-IDF": KMeans(number, n_init=5, random_state=seed).fit(tfidf).labels_,
        "k-means on 30 singular vectors of TF-IDF": KMeans(number, n_init=5, random_state=seed).fit(space).labels_,
        "LDA on counts": lda.fit_transform(words.counts).argmax(axis=1),
    }


def main() -> None:
    """Print the table of agreement, and how long 12,000 paragraphs take."""
    warnings.simplefilter("ignore")
    rows = []
    for year in (2025, 2026):
        corpus = read.corpus("provinces").select(year=year)
        words = document_terms(corpus, scopes(corpus, part="all"), unit="paragraph", minimum=5)
        labels = known(corpus, words)
        for number in NUMBERS:
            found = [ways(words, number, seed) for seed in SEEDS]
            for way in found[0]:
                values = {name: np.mean([agreement(own, each[way]) for each in found]) for name, own in labels.items()}
                rows.append({"year": year, "topics": number, "way": way, **values})
    table = pd.DataFrame(rows).pivot(index=["year", "topics"], columns="way", values=["themes", "headings", "sections"])
    print(table.round(2).T.to_string())
    everything = read.corpus("provinces") + read.corpus("national")
    start = time.perf_counter()
    found = measure.topics(everything)
    print(f"{len(found.assignments):,} paragraphs, {len(found)} topics: {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
