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
    for case in reference_values("segmentation_zh.json")["cases"]:
        if "jieba" not in case["source"] or case.get("mode") == "no HMM":
            continue
        words = [line.split()[0] for line in case.get("userdict", [])]
        cut = Segmenter(words)
        if case.get("mode") == "tokenize offsets":
            assert [list(token) for token in cut.tokens(case["text"])] == case["expected"]
        else:
            tokens = [token for token, _, _ in cut.tokens(case["text"])]
            assert tokens == case.get("expected", case.get("after")), case["source"]
