"""What a saved corpus gives back: the same texts, the same numbers, the same bytes, whatever stands in the texts."""

import json

import pandas as pd
import pytest

from analysis import measure
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.report import Removed, Repair, Report


def corpus_of(*paragraphs, **fields):
    return Corpus.from_reports(
        [Report(id="yunling-2025", title="云岭市报告", year=2025, place="云岭市", paragraphs=paragraphs, **fields)]
    )


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x1e", "\r"])
def test_a_line_separator_inside_a_text_is_kept(mark, tmp_path):
    corpus = corpus_of(f"稳定{mark}就业。", removed=(Removed("title", mark, 1),), repaired=(Repair("lines", 2),))
    corpus.save(tmp_path, texts=True)
    [back] = Corpus.load(tmp_path)
    assert back == corpus["yunling-2025"]


def test_a_sentence_of_any_length_keeps_its_length_and_places(tmp_path):
    endless = corpus_of("稳定就业" * 9000)
    endless.save(tmp_path)
    back = Corpus.load(tmp_path)
    assert back.sentences["han"].tolist() == [36_000]
    for rule in ("every", "longest", "word"):
        one, two = (measure.count_terms(c, "就业", count=rule, intervals=False) for c in (endless, back))
        pd.testing.assert_frame_equal(one, two)
    assert back.hits(["就业"])["start"].max() == 35_998


def test_an_empty_corpus_is_saved_and_loaded(tmp_path):
    Corpus.from_reports([]).save(tmp_path)
    assert len(Corpus.load(tmp_path)) == 0


def test_a_folder_that_is_no_saved_corpus_says_what_is_missing(tmp_path):
    with pytest.raises(CorpusError, match=r"not a saved corpus \(corpus.json is missing\)"):
        Corpus.load(tmp_path)
    corpus_of("稳定就业。").save(tmp_path)
    (tmp_path / "words.parquet").unlink()
    with pytest.raises(CorpusError, match=r"not a saved corpus \(words.parquet is missing\)"):
        Corpus.load(tmp_path)
    (tmp_path / "words.parquet").write_bytes(b"PAR1 cut short")
    with pytest.raises(CorpusError, match="a damaged corpus .*; save or fetch it again"):
        Corpus.load(tmp_path)


def test_texts_saved_with_another_vocabulary_have_their_lengths_in_the_words_counted_now(tmp_path):
    corpus = corpus_of("推进科技创新。", "稳定就业，扩大内需。")
    corpus.save(tmp_path, texts=True)
    for table in ("sentences", "reports"):
        path = tmp_path / f"{table}.parquet"
        pd.read_parquet(path).assign(words=99).to_parquet(path)
    about = json.loads((tmp_path / "corpus.json").read_text(encoding="utf-8"))
    (tmp_path / "corpus.json").write_text(json.dumps(about | {"terms": ["旧词"]}), encoding="utf-8")
    back = Corpus.load(tmp_path)
    assert back.sentences["words"].tolist() == corpus.sentences["words"].tolist()
    assert back.reports["words"].tolist() == corpus.reports["words"].tolist()
