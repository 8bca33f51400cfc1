"""The code that an explorer shows loads the very reports that it was given, or says what is left to complete."""

import pytest

from analysis import read
from analysis.corpus import Corpus
from analysis.explore.recall import call, recall
from analysis.report import Report

OWN = Corpus.from_reports([Report("yunling-2031", "", ("云岭市就业。",), year=2031, place="云岭市")])


@pytest.mark.parametrize(
    "corpus",
    [
        read.corpus("national"),
        read.corpus("national").select(year=range(2019, 2026)),
        read.corpus("provinces").select(place="湖南省"),
    ],
    ids=["whole", "years", "place"],
)
def test_the_line_run_again_gives_the_same_reports(corpus):
    scope = {"read": read}
    exec(recall(corpus), scope)
    assert scope["corpus"].reports.equals(corpus.reports)


def test_texts_are_loaded_again_as_texts(xiangjiang_texts):
    assert recall(xiangjiang_texts) == "corpus = read.corpus('xiangjiang', texts=True)"


@pytest.mark.parametrize("corpus", [OWN, OWN + read.corpus("xiangjiang"), read.corpus("national") + OWN])
def test_what_no_name_stands_for_is_left_to_the_reader(corpus):
    assert recall(corpus).startswith("corpus = read.reports('my-folder/')")


def test_reports_of_two_corpora_are_left_to_the_reader():
    assert "my-folder" in recall(read.corpus("national") + read.corpus("xiangjiang"))


def test_a_changed_text_under_a_bundled_id_is_not_taken_for_the_bundled_one():
    other = Corpus.from_reports([Report("national-2025", "", ("云岭市就业。",), year=2025, place="国家")])
    assert "my-folder" in recall(other)


def test_choices_are_written_so_that_they_run():
    code = call("dict", "", term="'); quit(", years=[2024, 2025]).replace("(, ", "(")
    assert eval(code) == {"term": "'); quit(", "years": [2024, 2025]}
