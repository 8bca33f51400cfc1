"""Page furniture, line by line: which lines of a file are certainly not the report, and by which rule.

Each rule matches a whole line. A line that could be a sentence of the report is never furniture here: what stands
before the salutation or after the close is judged by its place, in :mod:`analysis.read.limits`.
"""

import re

from analysis.text.han import han_length

_MOST_HAN = 60  # no furniture line is longer; a longer one is listed by place, not by look

RULES: tuple[tuple[str, re.Pattern], ...] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        (
            "licence box",
            r"本作品.*(?:著作权|版权|法律|公有领域|中华人民共和国的)|Public domain$|false$|注：中文维基文库社群",
        ),
        (
            "share bar",
            r"(?:分享|转发|分享到|分享至)[:：]?.{0,20}$|(?:微信|微博|QQ空间|朋友圈)$|×$|扫一扫.*|.*打开当前页$|.*手机查看$",
        ),
        (
            "page buttons",
            r"[【\[（(]?(?:下载|打印|打印本页|全屏|收藏|关闭|关闭窗口|加大|还原|减小|大|中|小|默认|返回顶部|上一篇.*|下一篇.*|查看原图"
            r"|字[号体][:：]?)[】\]）)]?$|[【\[]?字[号体][:：].*$|[|｜>》】\[\]【]$|阅读量[:：]?.{0,8}$|浏览次数.{0,12}$",
        ),
        ("breadcrumb", r"(?:您的位置|当前位置|您现在的位置|首页)(?:[:：>].*)?$"),
        (
            "source and date line",
            r"[（(]?(?:来源|信息来源|文章来源|发布时间|发表时间|发布日期|时间|日期)\s*[:：].{0,60}$"
            r"|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2})?[分秒]?)?(?:\s+来源.*)?$",
        ),
        ("editors' line", r"[（(]?(?:责任?编辑?|责编|编辑|校对|审核|作者|记者|文字|实习生)\s*[:：/].{0,40}$"),
        ("photo caption", r".{0,60}(?:供图|摄|资料图|摄影报道|图片来源.{0,12})[）)]?$"),
        (
            "related articles",
            r"(?:相关报道|相关文档|相关链接|相关新闻|相关阅读|延伸阅读|推荐阅读|解读)[:：]?.{0,60}$|》》.*《《$",
        ),
        (
            "newspaper's own line",
            r"[（(]?[《 ]*人民日报[ 》]*.{0,40}$|[（(]?新华社.{0,30}电[）)]?$|[（(]来源[:：].{0,30}[）)]$",
        ),
    )
)

# Remarks of the stenographer and the newspaper inside the text.
STAGE_DIRECTION = re.compile(r"[（(][^（）()]{0,30}(?:鼓掌|掌声|起立|欢呼)[^（）()]{0,12}[）)]")
NEWSPAPER_TAIL = re.compile(
    r"\s*[（(](?:新华社[^（）()]{0,20}电|《\s*人民日报\s*》[^（）()]{0,40})[）)]\s*(?:《\s*人民日报\s*》.*)?$"
)
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
    return next((rule for rule, pattern in RULES if pattern.match(text)), "")
