import rjieba

from analysis.text.han import counting_form
from analysis.text.segment import Segmenter

# Oracle: what jieba's and jieba-rs' own pages print for the default dictionary (segmentation_zh.json).


def test_the_vocabulary_is_kept_whole():
    cut = Segmenter(["高质量发展", "新质生产力", "高地", "线上"])
    assert cut.words("打造高地，发展新质生产力，推动高质量发展，举办线上活动") == [
        "打造", "高地", "发展", "新质生产力", "推动", "高质量发展", "举办", "线上", "活动",
    ]  # fmt: skip
    assert cut.split == ()


def test_offsets_are_characters_and_cover_the_text():
    text = "2025年，云岭市GDP增长5.5%。\n𠮷祥"
    tokens = Segmenter().tokens(text)
    assert "".join(token for token, _, _ in tokens) == text
    assert all(text[start:end] == token for token, start, end in tokens)


def test_one_vocabulary_does_not_leak_into_another():
    Segmenter(["云岭大会战"])
    assert "云岭大会战" not in Segmenter().words("开展云岭大会战")


def test_a_lone_surrogate_does_not_stop_the_count():
    assert Segmenter().words("发展\ud800经济") == ["发展", "经济"]


def test_every_printed_segmentation_of_the_reference_holds(reference_values):
    scattertext, *plain, offsets, userdict, no_hmm, icu = reference_values("segmentation_zh.json")["cases"]
    for case in (scattertext, *plain):
        assert [token for token, _, _ in Segmenter().tokens(case["text"])] == case["expected"], case["source"]
    assert [list(token) for token in Segmenter().tokens(offsets["text"])] == offsets["expected"]
    assert Segmenter().words(userdict["text"]) == userdict["before"]
    assert Segmenter([line.split()[0] for line in userdict["userdict"]]).words(userdict["text"]) == userdict["after"]
    # Reports are cut with the hidden Markov model, which finds names the dictionary lacks; the library without it:
    assert rjieba.Jieba().cut(no_hmm["text"], False) == no_hmm["expected"]
    # A trap that its source shows as wrongly cut by ICU: the default dictionary errs alike.
    assert Segmenter().words(counting_form(icu["text"])) == list(map(counting_form, icu["icu"]))
