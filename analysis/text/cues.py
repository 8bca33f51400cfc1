"""Cues of looking back and looking ahead in running text, for sections whose headings do not tell.

The weights are natural logarithms of how much more often a cue stands in plan than in review text, per
character, in the sections of the premier's reports 1979-2025 and the provinces' 2025 and 2026 whose headings
say which they are (545,000 and 945,000 characters), taken together over three eras and rounded. So a score is a
naive Bayes log-odds: above zero the text reads as plan, below as review.
"""

import re
from typing import NamedTuple

from analysis.text.han import counting_form, han_length

_CLAUSE = r"(?:^|(?<=[，。；：、！？,;:!“— ]))"
_D = r"[\d百千万亿]"
_CUES = (
    # looking back: measured results, ranks, completion
    (r"\d\.\d", -2.0),
    (rf"(?:增长|增加|提高|下降|减少)了?(?:{_D}|到{_D})", -1.0),
    (r"居全国|全国第[一二三\d]|位居|入选|名列", -3.0),
    (r"连续|累计|分别|首[个次批条家创]|获得|荣获|获批", -1.5),
    (r"(?:达到?|突破|超过?|实现)\d", -1.8),
    (r"取得|成效|成绩|成就|胜利|圆满|显著|明显|有所|建成了?|基本上", -1.3),
    (r"去年|上年|过去的?[一二三四五几两]?年?|年来|已经|曾经?", -1.3),
    (r"了(?!解|结)", -0.9),
    # the review's paragraph of problems
    (r"缺点|不足|清醒|(?:仍|还|尚|依然).{0,3}(?:存在|未|没有|不)", -1.0),
    (r"困难|问题", -0.5),
    # looking ahead: the imperative clause that opens with its verb, the coming year, duty
    (
        _CLAUSE + r"(?:加快|推动|提升|加强|完善|推进|支持|健全|深化|打造|培育|促进|强化|扩大|实施|坚持|落实"
        r"|优化|引导|鼓励|积极|大力|着力)",
        1.0,
    ),
    (_CLAUSE + r"(?:确保|力争|争取|努力)", 1.2),
    (_CLAUSE + r"(?:我们|都|就|也|既|还|同时)?要", 2.0),
    (_CLAUSE + r"让|做好|抓好|搞好", 1.5),
    (r"[\u4e00-\u9fff](?<![重需主首只想必])要(?![求素闻点])[\u4e00-\u9fff]{2}", 0.9),
    (r"今年|明年|新的一年|本年度", 1.5),
    (r"今后|未来|下一步|下一阶段|将(?=[继进会在要从对把进以])", 1.0),
    (r"必须|应当|应该", 1.0),
    (r"继续|进一步|更好|更加|逐步|左右|以上|以内", 0.5),
)
_WEIGHT = {f"c{i}": weight for i, (_, weight) in enumerate(_CUES)}
_ALL = re.compile("|".join(f"(?P<c{i}>{pattern})" for i, (pattern, _) in enumerate(_CUES)))


def plan_score(text: str) -> float:
    """Return the sum of the cues' weights in ``text``: above zero reads as plan, below as review.

    >>> plan_score("今年要加快建设云岭港，力争开工。") > 0 > plan_score("去年云岭港吞吐量增长5.5%，取得显著成效。")
    True
    """
    return sum(_WEIGHT[match.lastgroup] for match in _ALL.finditer(counting_form(text)))


class Turn(NamedTuple):
    """Where a text turns from review to plan.

    cut: index of the first text of the plan (0: all reads as plan; the number of texts: all as review);
    back, ahead: scores of both sides per 1,000 Han characters, 0 for an empty side; agreement: the share of the
    text, in Han characters of the pieces with any cue, whose own score is on its side's sign.
    """

    cut: int
    back: float
    ahead: float
    agreement: float


def turning_point(texts: list[str]) -> Turn:
    """Return the best place to cut ``texts`` into review before and plan after: the greatest sum of the scores' sides.

    >>> turning_point(["去年云岭市增长5.5%。", "今年要加快建设云岭港。"]).cut
    1
    """
    scores = [plan_score(text) for text in texts]
    lengths = [han_length(text) for text in texts]
    ahead = sum(scores)
    best, cut, running = ahead, 0, ahead
    for i, score in enumerate(scores):
        running -= 2 * score
        if running > best:
            best, cut = running, i + 1
    telling = sum(length for score, length in zip(scores, lengths, strict=True) if score)
    agreeing = sum(
        length
        for i, (score, length) in enumerate(zip(scores, lengths, strict=True))
        if (score < 0) == (i < cut) and score
    )
    agreement = agreeing / telling if telling else 0.0
    return Turn(cut, _rate(scores[:cut], lengths[:cut]), _rate(scores[cut:], lengths[cut:]), agreement)


def _rate(scores: list[float], lengths: list[int]) -> float:
    return 1000 * sum(scores) / sum(lengths) if sum(lengths) else 0.0
