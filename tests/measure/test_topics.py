"""Topics: planted structure comes back, noise does not, and the result hangs on nothing but the reports."""

import hashlib
import json
import os
import re
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import AnalysisError, CorpusError
from analysis.measure.tally import scopes
from analysis.measure.topic_chance import dealt_anew
from analysis.measure.topic_choice import choose, shared_members
from analysis.measure.topic_prevalence import shares
from analysis.measure.topic_words import document_terms
from analysis.report import Report
from analysis.topic_label_file import read_labels
from analysis.vocabulary import lexicon

WORDS = [word for word in lexicon("common-words") if len(word) == 2]


def reports(topics: int, *, paragraphs: int = 60, seed: int = 0) -> tuple[Corpus, dict]:
    """Invented reports: each paragraph has words of one topic (of none, where there are no topics) and of the genre."""
    generator = np.random.default_rng(seed)
    words = generator.permutation(WORDS)[:400]
    made, planted = [], {}
    for number in range(10):
        lines = []
        for line in range(paragraphs):
            own = int(generator.integers(max(1, topics)))
            pool = words[20 + own * 30 : 50 + own * 30] if topics else words[20:]
            drawn = [*generator.choice(pool, 15), *generator.choice(words[:20], 5)]
            lines.append("，".join(drawn) + "。")
            planted[f"yunling-{2010 + number}#{line}"] = own
        made.append(Report(f"yunling-{2010 + number}", "", tuple(lines), year=2010 + number, place="云岭市"))
    return Corpus.from_reports(made), planted


def test_ten_planted_topics_are_found_and_their_number_too():
    from sklearn.metrics import adjusted_rand_score

    corpus, planted = reports(10)
    found = measure.topics(corpus)
    assert len(found) == 10
    assert found.topics["reports"].eq(10).all(), "each in every report"
    own = found.assignments["document"].map(planted)
    assert adjusted_rand_score(own, found.assignments["topic"]) >= 0.9
    assert found.topics["stable"].all()
    assert found.topics["label_zh"].is_unique


def zipf_noise() -> Corpus:
    """Reports whose words are drawn independently of each other, as often as real words are."""
    generator = np.random.default_rng(1)
    share = 1 / np.arange(1, len(WORDS) + 1)
    lines = [
        ["，".join(generator.choice(WORDS, 25, p=share / share.sum())) + "。" for _ in range(150)] for _ in range(8)
    ]
    return Corpus.from_reports(
        Report(f"yunling-{2010 + number}", "", tuple(own), year=2010 + number) for number, own in enumerate(lines)
    )


def reports_with_words_of_their_own() -> Corpus:
    """Words drawn independently, but in each report with other frequencies: what differs is the report."""
    generator = np.random.default_rng(4)
    made = []
    for year in range(2010, 2018):
        share = generator.dirichlet(np.full(300, 0.2))
        lines = ["，".join(generator.choice(WORDS[:300], 25, p=share)) + "。" for _ in range(100)]
        made.append(Report(f"yunling-{year}", "", tuple(lines), year=year))
    return Corpus.from_reports(made)


def national_shuffled() -> Corpus:
    """The words of the national reports dealt out anew to paragraphs of the same lengths: long and short ones part."""
    national = read.corpus("national").select(year=range(1978, 2026))
    words = dealt_anew(document_terms(national, scopes(national, part="all"), unit="paragraph", minimum=5), seed=7)
    lines: dict[str, list[str]] = {}
    for row, report_id in enumerate(words.documents["report_id"]):
        own = words.counts[row]
        said = [words.terms[i] for i, n in zip(own.indices, own.data, strict=True) for _ in range(n)]
        lines.setdefault(report_id, []).append("，".join(said) + "。")
    years = {report_id: int(report_id[-4:]) for report_id in lines}
    return Corpus.from_reports(
        Report(f"yunling-{year}", "", tuple(lines[report_id]), year=year) for report_id, year in years.items()
    )


@pytest.mark.parametrize(
    ("noise", "method"),
    [
        (lambda: reports(0)[0], "kmeans"),
        (zipf_noise, "kmeans"),
        (reports_with_words_of_their_own, "kmeans"),
        pytest.param(lambda: reports(0)[0], "nmf", marks=pytest.mark.slow),
        pytest.param(zipf_noise, "nmf", marks=pytest.mark.slow),
        pytest.param(national_shuffled, "kmeans", marks=pytest.mark.slow),
    ],
)
def test_pure_noise_has_no_stable_topics(noise, method):
    with pytest.raises(CorpusError, match="no stable topics"):
        measure.topics(noise(), method=method)


@pytest.mark.parametrize("method", ["kmeans", "nmf"])
def test_long_paragraphs_against_short_ones_are_no_topics_though_they_come_back(method):
    found = measure.topics(national_shuffled(), n_topics=2, method=method).topics
    assert found["stability"].max() > 0.7, "the case is hard"
    assert not found["stable"].any() and any("by chance" in note["en"] for note in found.attrs["notes"])


def test_topics_of_many_short_reports_are_found_whatever_their_borders():
    """A stranger's case: the same paragraphs are no less of a topic where each report has only two of them."""
    generator = np.random.default_rng(6)
    words = generator.permutation(WORDS)[:200]
    pools = [words[20 + 30 * t : 50 + 30 * t] for t in range(6)]
    lines = [
        "，".join([*generator.choice(pools[number // 2 % 6], 15), *generator.choice(words[:20], 5)]) + "。"
        for number in range(120)
    ]
    made = [Report(f"yunling-{n}", "", tuple(lines[2 * n : 2 * n + 2]), year=1960 + n) for n in range(60)]
    assert measure.topics(Corpus.from_reports(made), n_topics=6, resamples=6).topics["stable"].all()


def test_one_short_report_is_measured_by_sentence_or_refused():
    found = measure.topics(read.corpus("xiangjiang"), n_topics=3)
    assert "too few" in found.topics.attrs["notes"][0]["en"] and found.topics.attrs["unit"] == "sentence"
    assert found.topics.attrs["minimum"] == 3, "that of the sentences, which the attrs must state"
    assert "too few" in repr(found) and "too few" in found._repr_html_()
    with pytest.raises(CorpusError, match="no stable topics"):
        measure.topics(read.corpus("xiangjiang"))
    short = Corpus.from_reports([Report("yunling-2025", "", ("推动高质量发展。",), year=2025)])
    with pytest.raises(CorpusError, match="too few for topics"):
        measure.topics(short)


def test_the_order_of_reports_does_not_matter():
    corpus, _ = reports(4, paragraphs=20)
    turned = corpus._take(corpus.reports["report_id"].tolist()[::-1])
    for unit in ("paragraph", "sentence"):
        first, second = (measure.topics(c, unit=unit, n_topics=4) for c in (corpus, turned))
        for name in ("topics", "terms", "assignments", "prevalence", "choice"):
            pd.testing.assert_frame_equal(
                pd.DataFrame(getattr(first, name)), pd.DataFrame(getattr(second, name)), check_flags=False
            )


@pytest.mark.parametrize("unit", ["paragraph", "sentence"])
def test_features_give_the_topics_of_the_texts(tmp_path, unit):
    corpus, _ = reports(4, paragraphs=20)
    corpus.save(tmp_path)
    first, second = (measure.topics(c, unit=unit, n_topics=4) for c in (corpus, Corpus.load(tmp_path)))
    assert first.topics["top_terms"].tolist() == second.topics["top_terms"].tolist()
    assert first.assignments["topic"].tolist() == second.assignments["topic"].tolist()


_PROCESS = """
from analysis import measure, read
reports = read.corpus("provinces").select(year=2026)
found = measure.topics(reports, n_topics=8, method={method!r}, resamples=2)
print(found.topics["top_terms"].tolist(), found.assignments["topic"].tolist())
"""


@pytest.mark.parametrize("method", ["nmf", "kmeans", pytest.param("lda", marks=pytest.mark.slow)])
def test_processes_and_threads_find_the_same(method):
    said = set()
    for threads, hashing in (("1", "1"), ("2", "2")):
        environment = os.environ | {"OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads}
        run = subprocess.run(
            [sys.executable, "-c", _PROCESS.format(method=method)],
            env=environment | {"PYTHONHASHSEED": hashing, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            capture_output=True,
            check=True,
        )
        said.add(hashlib.sha256(run.stdout).hexdigest())
    assert len(said) == 1, json.dumps(sorted(said))


def test_prevalence_of_a_year_adds_up_with_what_fits_nothing():
    """The case of BERTopic's dynamic topics: frequencies over all years sum to the number of documents."""
    corpus, _ = reports(4, paragraphs=20)
    found = measure.topics(corpus, n_topics=4)
    frame = found.prevalence
    assert np.allclose(frame.groupby("year")["share"].sum(), 1)
    assert frame["documents"].sum() == len(found.assignments)
    assert frame.groupby("year")["topic"].apply(list).map(len).eq(5).all()
    assert ((frame["low"] <= frame["share"]) & (frame["share"] <= frame["high"])).all()


def test_intervals_of_shares_are_exact_and_one_found_has_no_lower_end_than_none():
    """The interval of Clopper and Pearson, as scipy's other function gives it."""
    from scipy.stats import binomtest

    topic = pd.Series([1] * 75 + [2] * 2 + [3])
    frame = shares(pd.Series([2024] * 78, name="year"), topic, [1, 2, 3, 4]).set_index("topic")
    for number, found in ((1, 75), (2, 2), (3, 1), (4, 0)):
        exact = binomtest(found, 78).proportion_ci(0.95, method="exact")
        assert frame.loc[number, ["low", "high"]].tolist() == pytest.approx([exact.low, exact.high])
    assert frame["high"].is_monotonic_decreasing


def test_reports_without_a_year_are_in_no_share_and_counted():
    corpus, _ = reports(4, paragraphs=20)
    timeless = [Report(f"{r.id}-x", "", r.paragraphs) for r in reports(4, paragraphs=20, seed=0)[0]]
    both = corpus + Corpus.from_reports(timeless)
    found = measure.topics(both, n_topics=4, resamples=2, by="year")
    assert found.prevalence.groupby("year")["of"].first().sum() == 200
    assert any("200 of 400 documents" in note["en"] for note in found.topics.attrs["notes"])
    assert measure.topics(Corpus.from_reports(timeless), n_topics=4, resamples=2).prevalence.empty


def test_topics_are_numbered_by_size_and_sizes_are_of_the_assignments():
    found = measure.topics(read.corpus("provinces").select(year=2026), n_topics=8, resamples=2)
    sizes = found.assignments["topic"].value_counts()
    assert found.topics["size"].tolist() == [sizes[t] for t in found.topics["topic"]]
    assert found.topics["size"].is_monotonic_decreasing
    assert found.prevalence.columns[0] == "place", "several reports a year"
    typical = found.topics["exemplary"].str.split().explode()
    assert set(typical) <= set(found.assignments["document"])


def test_shared_members_are_jaccard_indices_of_sets():
    generator = np.random.default_rng(0)
    one, other = generator.integers(3, size=50), generator.integers(4, size=50)
    sets = [({*np.flatnonzero(one == t)}, [{*np.flatnonzero(other == u)} for u in range(4)]) for t in range(3)]
    by_hand = [max(len(a & b) / len(a | b) for b in others) for a, others in sets]
    assert np.allclose(shared_members(one, other, 3), by_hand)


def test_a_paragraph_that_fits_nothing_is_not_forced():
    corpus, _ = reports(4, paragraphs=40)
    stray = list(np.random.default_rng(5).permutation(WORDS)[:400][-40:])
    line = "，".join(stray[:12]) + "。"
    odd = Report("yunling-2030", "", (line,) * 6, year=2030, place="云岭市")
    found = measure.topics(corpus + Corpus.from_reports([odd]), n_topics=4).assignments
    assert found[found["report_id"] == "yunling-2030"]["topic"].eq(0).all()
    assert found[found["report_id"] != "yunling-2030"]["topic"].eq(0).mean() < 0.05


def test_a_report_that_is_there_twice_is_told():
    corpus, _ = reports(4, paragraphs=20)
    copies = [Report(f"{r.id}-x", "", r.paragraphs, year=r.year, place=r.place) for r in corpus][:3]
    notes = measure.topics(corpus + Corpus.from_reports(copies), n_topics=4, resamples=2).topics.attrs["notes"]
    assert any("3 of 13 reports have the place and year of another" in note["en"] for note in notes)
    assert not any(
        "another" in note["en"] for note in measure.topics(corpus, n_topics=4, resamples=2).topics.attrs["notes"]
    )


def test_topics_that_got_no_document_are_told():
    even = reports(2, paragraphs=20)[0]
    found = measure.topics(even, n_topics=12, method="lda", resamples=2).topics
    notes = " ".join(note["en"] for note in found.attrs["notes"])
    assert len(found) == 12 or f"of 12 topics asked for {len(found)}" in notes


def test_the_number_taken_has_the_highest_product_and_of_equal_ones_is_the_smaller():
    corpus, _ = reports(3, paragraphs=20)
    words = document_terms(corpus, scopes(corpus, part="all"), unit="paragraph", minimum=5)
    curve, fit, returned = choose(words, [2, 3, 5], method="kmeans", resamples=4, seed=0)
    assert (curve["score"] - curve["stability"] * curve["coherence"].clip(0)).abs().max() < 1e-12
    assert curve.loc[curve["chosen"], "n_topics"].tolist() == [3] and returned.shape == (4, 3)
    assert curve.loc[curve["chosen"], "stability"].item() == pytest.approx(returned.mean()), "all four were compared"
    assert curve["score"].idxmax() == curve["chosen"].idxmax() and len(fit.weight) == 3


def test_names_given_by_hand_survive_a_new_fit(tmp_path):
    corpus, _ = reports(4, paragraphs=40)
    found = measure.topics(corpus, n_topics=4)
    path = found.write_labels(tmp_path / "labels.yml")
    edited = path.read_text(encoding="utf-8").replace(found.topics["label_zh"][2], "云岭的农业")
    path.write_text(edited, encoding="utf-8")
    fewer = corpus.select(year=range(2011, 2020))
    again = measure.topics(fewer, n_topics=4, seed=3, labels=path).topics
    assert again.loc[again["named"] == "by hand", "label_zh"].tolist() == ["云岭的农业"], "the others nobody changed"
    renamed = again[again["label_zh"] == "云岭的农业"]["top_terms"].item()
    assert len(set(renamed.split()) & set(found.topics["top_terms"][2].split())) >= 4
    other = measure.topics(reports(4, paragraphs=40, seed=9)[0], n_topics=4, labels=path)
    assert any("earlier names" in note["en"] for note in other.topics.attrs["notes"])
    other.write_labels(path)
    back = measure.topics(fewer, n_topics=4, labels=path).topics
    assert "云岭的农业" in set(back["label_zh"]), "a name that found no topic is not lost"


@pytest.mark.parametrize(
    "choice",
    [
        {"method": "bertopic"},
        {"unit": "page"},
        {"n_topics": 1},
        {"by": "month"},
        {"by": ["year"]},
        {"resamples": 1},
        {"resamples": True},
        {"minimum": 0},
        {"minimum": 2.5},
        {"minimum": 10**6},
        {"seed": -1},
        {"seed": 2**32},
        {"labels": 5},
        {"seed": "a"},
        {"seed": True},
    ],
)
def test_a_wrong_choice_is_named(choice):
    with pytest.raises(AnalysisError, match=re.escape(str(next(iter(choice.values()))))):
        measure.topics(reports(4, paragraphs=20)[0], **choice)


def test_an_editors_names_stay_as_written_and_others_are_made_of_the_terms_of_now(tmp_path):
    corpus = read.corpus("provinces").select(year=2026)
    path = measure.topics(corpus, n_topics=12, resamples=2).write_labels(tmp_path / "labels.yml")
    text = path.read_text(encoding="utf-8").splitlines()
    english = [i for i, line in enumerate(text) if line.startswith("  label_en")]
    for i in english[:6]:
        text[i] = f"  label_en: Topic {i} (x)"
    path.write_text("\n".join(text), encoding="utf-8")
    found = measure.topics(corpus, n_topics=15, resamples=2, labels=path)
    topics = found.topics.set_index("topic")
    old, new = topics[topics["named"] == "by hand"], topics[topics["named"] == "by its terms"]
    assert 3 <= len(old) <= 6 and old["label_en"].str.fullmatch(r"Topic \d+ \(x\)").all()
    terms = found.terms.groupby("topic")["term"].agg(set)
    assert all(set(own.label_zh.split("·")) <= terms[own.Index] for own in new.itertuples())
    assert topics["label_zh"].str.split("·").explode().is_unique
    assert len(read_labels(found.write_labels(path))) >= 15, "what is written can be read"
