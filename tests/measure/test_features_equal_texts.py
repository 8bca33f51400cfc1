"""Counts from the bundled features are the counts from the texts: every corpus, both codebooks, all three rules."""

import pandas as pd
import pytest

from analysis import codebook, measure, read


@pytest.mark.parametrize("name", ["national", "provinces", "xiangjiang"])
@pytest.mark.parametrize("book", codebook.names())
@pytest.mark.parametrize("rule", ["longest", "every", "word"])
def test_features_equal_texts(name, book, rule, request):
    texts, features = request.getfixturevalue(f"{name}_texts"), read.corpus(name)
    one, two = (
        measure.theme_frequencies(corpus, codebook=book, count=rule, intervals=False) for corpus in (texts, features)
    )
    pd.testing.assert_frame_equal(one, two)


@pytest.mark.parametrize("name", ["national", "provinces", "xiangjiang"])
def test_words_and_sentences_are_the_same_too(name, request):
    texts, features = request.getfixturevalue(f"{name}_texts"), read.corpus(name)
    assert texts.sentences.drop(columns=["text", "heading"]).equals(features.sentences.drop(columns="heading"))
    one, two = (corpus.word_counts().astype({"word": "str"}) for corpus in (texts, features))
    pd.testing.assert_frame_equal(one, two)
