"""Names of topics in a file: what is written is read back, and what is no such file is one sentence."""

import pytest

from analysis.errors import CodebookError
from analysis.topic_label_file import TopicLabel, read_labels, write_labels


def test_what_is_written_is_read_back(tmp_path):
    labels = [
        TopicLabel("农业·粮食", "Agriculture: “grain” #1", ("农业", "no", "粮食")),
        TopicLabel("教育", "yes", ("教育",)),
    ]
    assert read_labels(write_labels(tmp_path / "labels.yml", labels)) == labels


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topics: []", "no list under 'topics'"),
        ("- a", "not a file of topic names"),
        ("topics: [{label_zh: 农业}]", "topic 1: needs label_zh, label_en and terms"),
        ("topics: [{label_zh: '', label_en: a, terms: [b]}]", "label_zh is ''"),
        ("topics: [{label_zh: 农, label_en: a, terms: b}]", "terms must be a list"),
        ("topics: &x [*x]", "not valid"),
    ],
)
def test_what_is_no_such_file_is_one_sentence(tmp_path, text, said):
    path = tmp_path / "labels.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=said) as raised:
        read_labels(path)
    assert "labels.yml" in str(raised.value) and "\n" not in str(raised.value)


def test_two_topics_of_one_name_are_refused(tmp_path):
    labels = [TopicLabel("农业", "Farming", ("农业",)), TopicLabel("教育", "Schools", ("教育",))]
    path = write_labels(tmp_path / "labels.yml", labels)
    path.write_text(path.read_text(encoding="utf-8").replace("Schools", "Farming"), encoding="utf-8")
    with pytest.raises(CodebookError, match="topics 1 and 2 are both named 'Farming'"):
        read_labels(path)


def test_a_changed_name_is_by_hand_even_where_both_were_replaced_everywhere(tmp_path):
    path = write_labels(tmp_path / "labels.yml", [TopicLabel.by_its_terms("农业", "Farming", ("粮食",))])
    assert not read_labels(path)[0].by_hand
    path.write_text(path.read_text(encoding="utf-8").replace("农业", "三农"), encoding="utf-8")
    assert read_labels(path)[0].by_hand
