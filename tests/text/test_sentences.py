"""Sentences and clauses: nothing lost, nothing split that belongs together. All examples are invented (云岭市)."""

import time

import pytest

from analysis.text.sentences import clauses, sentences


@pytest.mark.parametrize(
    "text, expected",
    [
        ("云岭市今年增长。明年更好！为什么？", ["云岭市今年增长。", "明年更好！", "为什么？"]),
        ("云岭市今年增长!明年更好?是的.继续干.", ["云岭市今年增长!", "明年更好?", "是的.", "继续干."]),
        ("增长5.5%，PM2.5下降。好。", ["增长5.5%，PM2.5下降。", "好。"]),
        ("增长百分之五．六，达到四.三亿元。好。", ["增长百分之五．六，达到四.三亿元。", "好。"]),
        ("他说：“快些。再快些。”然后走了。", ["他说：“快些。再快些。”", "然后走了。"]),
        ("回答“怎么办？”的问题。完。", ["回答“怎么办？”的问题。", "完。"]),
        ("写了《云岭怎么办？怎么干！》一书。完。", ["写了《云岭怎么办？怎么干！》一书。", "完。"]),
        ("开局良好。（鼓掌。）明年再来。", ["开局良好。", "（鼓掌。）", "明年再来。"]),
        ("真好！！！继续……再继续。", ["真好！！！", "继续……再继续。"]),
        ("1.加快发展。2．扩大开放。", ["1.加快发展。", "2．扩大开放。"]),
        ("1.2. 建设云岭。", ["1.2. 建设云岭。"]),
        ("见www.yunling.example/a?b=1页面。完", ["见www.yunling.example/a?b=1页面。", "完"]),
        ("企业达到30.全市过半.", ["企业达到30.", "全市过半."]),
        ("Yunling grew. Dr. Wang of the U.S. side agreed.", ["Yunling grew. ", "Dr. Wang of the U.S. side agreed."]),
        ("　　各位代表：\n开会。  ", ["　　各位代表：\n", "开会。  "]),
        ("他写道：“没有说完。于是走了。", ["他写道：“没有说完。", "于是走了。"]),
        ("做好一件事；再做一件事；三件事。", ["做好一件事；再做一件事；三件事。"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert sentences(text) == expected


def test_a_very_long_quotation_is_split_inside():
    text = "他说：“" + "云岭市要更快地发展。" * 20 + "”"
    assert len(sentences(text)) == 20


@pytest.mark.parametrize("text", ["。。。", "”。“", "((((.", "“a。" * 50, "\n\n", " . ! ? ", "一、", "云岭…！？”）》 "])
def test_every_character_is_in_exactly_one_sentence_and_clause(text):
    assert "".join(sentences(text)) == text
    found = clauses(text)
    assert "".join(clause.text for clause in found) == text
    assert all(text[clause.start : clause.end] == clause.text for clause in found)


def test_clauses_split_at_han_and_ascii_marks_alike():
    han = [c.text for c in clauses("稳就业，稳企业；补短板：教育、医疗。")]
    ascii_marks = [c.text for c in clauses("稳就业,稳企业;补短板:教育、医疗.")]
    assert han == ["稳就业，", "稳企业；", "补短板：", "教育、", "医疗。"]
    assert [c[:-1] for c in ascii_marks] == [c[:-1] for c in han]


def test_clauses_keep_numbers_and_titles_whole():
    assert [c.text for c in clauses("10:30公布《云岭、青溪规划》，投资1,000万元。")] == [
        "10:30公布《云岭、青溪规划》，",
        "投资1,000万元。",
    ]


def test_a_million_characters_take_about_a_second():
    text = "云岭市生产总值增长5.5%，“稳中有进。”全市上下继续努力，建设《云岭规划》项目！" * 25_000
    begun = time.perf_counter()
    assert len(sentences(text)) == 50_000
    assert time.perf_counter() - begun < 3
