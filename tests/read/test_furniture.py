"""Page furniture is known by its look, and no sentence of a report looks like it."""

import pytest

from analysis.read.furniture import RULES, furniture
from analysis.read.limits import cut

FURNITURE = {
    "licence box": ["本作品在云岭市属于公有领域。", "Public domain", "false"],
    "share bar": ["分享到：", "分享到微信", "扫一扫在手机打开当前页", "朋友圈", "×"],
    "page buttons": [
        "【打印】",
        "【字体：大 中 小】",
        "大",
        "【大 中 小】",
        "上一篇：雁回湖夜市开张",
        "浏览次数：318",
        "】",
        "|",
    ],
    "editing marks": ["粗体文字", "'", "'''"],
    "breadcrumb": ["当前位置：首页>政务公开", "首页"],
    "source and date line": [
        "来源：云岭日报",
        "2025-01-10 09:00",
        "2025年1月10日 09:00 来源：云岭日报",
        "发布时间：2025年1月10日",
    ],
    "editors' line": ["（责任编辑：柳三秋）", "责编/柳三秋", "校对：柳三秋"],
    "photo caption": [
        "望溪老街的清晨。云岭市融媒体中心供图",
        "市长作报告。云岭日报记者 柳三秋 摄",
        "图片来源：云岭日报",
    ],
    "related articles": ["相关链接：", "相关阅读：雁回湖夜市开张", "解读：一张图看懂云岭", "》》点击进入专题《《"],
    "newspaper's own line": ["新华社云岭1月8日电", "《人民日报》（2025年1月10日 01版）"],
}

SENTENCES = {
    "licence box": ["本作品大赛共收到云岭学生稿件四百件。"],
    "share bar": [
        "分享发展成果，让云岭人更有盼头。",
        "扫一扫就能办，群众少跑腿。",
        "分享经济加快成长",
        "转发上级文件三十件。",
    ],
    "page buttons": [
        "中小学添了新课桌。",
        "打印机产量增长三成。",
        "浏览次数多的景点加开夜场。",
        "下一篇章由云岭人书写。",
        "关闭小煤窑十二处。",
    ],
    "editing marks": ["粗体文字的招牌不许再挂。", "粗体文字太多的公文退回重写"],
    "breadcrumb": ["首页改版上线，办事更方便。"],
    "source and date line": [
        "来源可查、去向可追的茶叶占九成。",
        "2024年12月31日，最后一个村通了水。",
        "时间：不等人，云岭等不起。",
    ],
    "editors' line": ["审核审批事项四百项。", "文字工作者下乡采风。", "记者编辑进校园讲课"],
    "photo caption": ["鼓励市民拍摄身边好事。", "举办青萝河摄影报道大赛", "支持小剧组来云岭拍摄"],
    "related articles": ["解读政策二百场。", "相关新闻发布会开了三十场。", "延伸阅读进课堂，书香满云岭。"],
    "newspaper's own line": ["人民日报头版报道云岭经验。", "新华社记者三次来到云岭。"],
}


def test_every_rule_has_examples_on_both_sides():
    assert [rule for rule, _ in RULES] == list(FURNITURE) == list(SENTENCES)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in FURNITURE.items() for line in lines])
def test_furniture_is_known_by_its_rule(rule, line):
    assert furniture(line) == rule


@pytest.mark.parametrize("line", [line for lines in SENTENCES.values() for line in lines])
def test_a_sentence_or_heading_of_a_report_is_never_furniture(line):
    assert furniture(line) == ""


def test_a_long_line_is_never_furniture():
    assert furniture("来源：" + "云岭的茶" * 20) == ""


def test_no_line_of_the_samples_is_furniture(lines):
    assert [line for line in lines if furniture(line)] == []


def test_remarks_inside_a_line_are_taken_out_and_listed(numbered):
    body = [
        "各位代表：",
        "青萝河清了（热烈鼓掌），路通了。",
        "（新华社云岭1月8日电）",
        "竹乡越来越好。（新华社云岭1月8日电）",
    ]
    kept, removed = cut(numbered(body))
    assert [line.text for line in kept] == ["各位代表：", "青萝河清了，路通了。", "竹乡越来越好。"]
    assert [piece.rule for piece in removed] == ["stage direction", "newspaper's own line", "newspaper's own line"]


def test_a_bracket_that_is_no_remark_stays(numbered):
    body = ["各位代表：", "建成（含在建）桥梁六座，掌声属于修桥人。"]
    assert [line.text for line in cut(numbered(body))[0]] == body
