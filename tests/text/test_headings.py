"""Headings of every style in the corpora, on invented examples (云岭市), and what looks like one but is not."""

import pytest

from analysis.text.headings import find_heading, find_headings


@pytest.mark.parametrize(
    "paragraph, kind, number, label, whole",
    [
        ("关键词:智能云岭", "keyword", 0, "智能云岭", True),
        ("一、2024年工作回顾", "chinese", 1, "2024年工作回顾", True),
        ("　　十二、建设云岭港　", "chinese", 12, "建设云岭港", True),
        ("第二部分 云岭的明天", "chinese", 2, "云岭的明天", True),
        ("二", "chinese", 2, "", True),
        ("（三）扩大开放", "bracket", 3, "扩大开放", True),
        ("(三)扩大开放。新开航线两条。", "bracket", 3, "扩大开放", False),
        ("（二）", "bracket", 2, "", True),
        ("3．建好云岭港", "arabic", 3, "建好云岭港", True),
        ("（1）建好云岭港", "arabic", 1, "建好云岭港", True),
        ("①建好云岭港", "arabic", 1, "建好云岭港", True),
        ("二是围绕云岭港招商。组织两次推介。", "ordinal", 2, "围绕云岭港招商", False),
        ("第一，加强农业。云岭种粮。", "ordinal", 1, "加强农业", False),
        ("伟大的云岭转变", "bare", 0, "伟大的云岭转变", True),
        ("2024年工作回顾", "bare", 0, "2024年工作回顾", True),
    ],
)
def test_every_style_of_heading_is_recognised(paragraph, kind, number, label, whole):
    found = find_heading(paragraph)
    assert (found.kind, found.number, found.whole) == (kind, number, whole)
    assert found.label == label


@pytest.mark.parametrize(
    "paragraph",
    [
        "各位代表：",
        "一、二、三产业都有增长。云岭服务业最快。",
        "第三世界国家的朋友来到云岭。",
        "5.5%的增长来之不易。",
        "（二）修好云岭大桥，通车前验收；",
        "（三）" + "在云岭的山上和谷中把水利修好并且" * 4 + "管好。",
        "今年云岭市的财政收入为",
        "云岭市市长 林青禾",
        "2025年1月16日",
        "一是修路；二是架桥；三是种树。",
        "我们要更加努力地建设云岭。",
        "",
    ],
)
def test_text_that_only_looks_like_a_heading_is_text(paragraph):
    following = "，还要再加快。" if paragraph.endswith("为") else ""
    assert find_heading(paragraph, following=following) is None


def test_a_bold_sentence_heads_its_paragraph_and_a_bold_line_is_a_heading():
    run_in = find_heading("打好云岭牌。新建园区三个。", 5)
    assert (run_in.kind, run_in.label, run_in.end, run_in.whole) == ("bold", "打好云岭牌", 6, False)
    assert find_heading("云岭的机遇", 5).kind == "bold"


def test_bold_within_a_sentence_is_emphasis():
    assert find_heading("坚持云岭优先，各项工作有序展开。", 4) is None


def test_bold_type_extends_a_numbered_heading_over_two_sentences():
    text = "（一）在开放上下功夫。把云岭港建好。新开航线两条。"
    assert text[: find_heading(text, 18).end] == "（一）在开放上下功夫。把云岭港建好。"


def test_a_short_line_in_the_middle_of_a_broken_sentence_is_no_heading():
    before = "云岭市去年认真组织实施了市人大常委会在前一年审议并且批准的青溪流域综合治理和保护的"
    assert find_headings([before, "青溪保护条例", "和配套办法。"])[1] is None
    assert find_headings(["云岭市印发《", "青溪保护条例", "》，全面施行。"])[1] is None


def test_lines_before_the_salutation_are_title_and_speaker():
    found = find_headings(["云岭的报告", "云岭新村", "各位代表：", "云岭的明天", "很好。"])
    assert [heading is not None for heading in found] == [False, False, False, True, False]


def test_the_last_item_of_an_enumeration_is_text():
    assert find_headings(["一、修好道路；", "二、架好桥梁。"]) == [None, None]
