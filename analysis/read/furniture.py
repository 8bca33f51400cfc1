"""Page furniture, line by line: which lines of a file are certainly not the report, and by which rule.

Each rule matches a whole line. A line that could be a sentence of the report is never furniture here: what stands
before the salutation or after the close is judged by its place, in :mod:`analysis.read.limits`. Rules are written in
simplified characters and hold for traditional ones.
"""

import re

from analysis.text.han import han_length, simplified

_MOST_HAN = 60  # no furniture line is longer; a longer one is listed by place, not by look
# 扫一扫就能办，群众少跑腿。 is a sentence of a report; of furniture only licence boxes are written in sentences.
_SENTENCE_ENDS = ("。", "！", "？", "；")
_LICENCE_STARTS = ("本作品", "注：中文维基文库")

RULES: tuple[tuple[str, re.Pattern], ...] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        (
            "licence box",
            r"本作品.*(?:著作权|版权|公有领域|中华人民共和国的)|Public domain$|false$|注：中文维基文库社群",
        ),
        (
            "share bar",
            r"(?:分享|转发)(?:到|至)?(?:[:：].{0,20}|(?:微信|微博|QQ|朋友圈).{0,20})?$|(?:微信|微博|QQ空间|朋友圈)$|×$"
            r"|扫一扫(?:[，,]?(?:在|用|分享|关注|手机).{0,20})?$|.{0,12}打开当前页$|.{0,6}手机查看$",
        ),
        (
            "page buttons",
            r"[【\[（(]?(?:下载|打印|打印本页|全屏|收藏|关闭|关闭窗口|加大|还原|减小|[大中小默认\s]{1,8}|返回顶部|查看原图"
            r"|(?:上|下)一篇(?:[:：].*)?|字[号体][:：]?)[】\]）)]?$|[【\[]?字[号体][:：].*$|[|｜>》】\[\]【]$"
            r"|(?:阅读量|浏览次数)[:：]?\s*[\d,.万]*次?$",
        ),
        ("editing marks", r"'{1,5}$|(?:粗体|斜体)文字$"),  # left by the buttons of Wikisource's editor
        ("breadcrumb", r"(?:您的位置|当前位置|您现在的位置|首页)(?:[:：>].*)?$"),
        (
            "source and date line",
            r"[（(]?(?:来源|信息来源|文章来源|发布时间|发表时间|发布日期|时间|日期)\s*[:：].{0,60}$"
            r"|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2})?[分秒]?)?(?:\s+来源.*)?$",
        ),
        ("editors' line", r"[（(]?(?:责任?编辑?|责编|编辑|校对|审核|作者|记者|文字|实习生)\s*[:：/].{0,40}$"),
        (
            "photo caption",
            r".{0,60}(?:供图|(?:[\s。]|记者|通讯员|图为).{0,16}(?<!拍)摄|资料图|记者.{0,12}摄影报道|图片来源.{0,12})[）)]?$",
        ),
        (
            "related articles",
            r"(?:相关报道|相关文档|相关链接|相关新闻|相关阅读|延伸阅读|推荐阅读|解读)(?:[:：>》].{0,60})?$|解读\S{0,4}政府工作报告[:：]"
            r"|》》.*《《$",
        ),
        (
            "newspaper's own line",
            r"[（(]?《?\s*人民日报\s*》?\s*(?:[（(]?\s*\d{4}年.{0,30})?$|[（(]?新华社.{0,30}电[）)]?$|[（(]来源[:：].{0,30}[）)]$",
        ),
    )
)

# Remarks of the stenographer and the newspaper inside the text.
STAGE_DIRECTION = re.compile(r"[（(][^（）()]{0,30}(?:鼓掌|掌声|起立|欢呼)[^（）()]{0,12}[）)]")
NEWSPAPER_TAIL = re.compile(
    r"\s*[（(](?:新华社[^（）()]{0,20}电|《\s*人民日报\s*》[^（）()]{0,40})[）)]\s*(?:《\s*人民日报\s*》.*)?$"
)
# Names alone in brackets after the last full stop.
WRITER = re.compile(r"(?<=[。！!])\s*[（(][\u3400-\u9fff]{2,3}(?:[、 ][\u3400-\u9fff]{2,3}){0,3}[）)]$")
DATELINE = re.compile(r"^(?:新华社|人民网|中新网|中新社|央视网|本报)[\u3400-\u9fff]{0,8}\d{1,2}月\d{1,2}日[电讯]\s*")


def furniture(text: str) -> str:
    """Return the rule by which a line is furniture, or an empty text.

    >>> furniture("【字号：")
    'page buttons'
    >>> furniture("推动高质量发展。")
    ''
    """
    if han_length(text) > _MOST_HAN:
        return ""
    text = simplified(text)
    if text.endswith(_SENTENCE_ENDS) and not text.startswith(_LICENCE_STARTS):
        return ""
    return next((rule for rule, pattern in RULES if pattern.match(text)), "")
