"""Break lines by measured width, with the rules of Chinese typesetting: matplotlib does not wrap Chinese titles."""

import re
from collections.abc import Iterator

from analysis.chart.fonts import text_width

# No line begins with these, and none ends with those (GB/T 15834 and W3C's requirements for Chinese text layout).
_NOT_FIRST = frozenset("，。、；：？！）》」』】〉〕”’…—·～／,.;:?!)]}%％‰℃°")
_NOT_LAST = frozenset("（《「『【〈〔“‘([{")
# Latin words, numbers with the signs around them, single Han characters; a space belongs to what is before it.
_PIECE = re.compile(r"[−+±×<>=≤≥≈¥￥$€£#-]*[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ.,:'’/%\-–−+<>=≤≥]*\s*|\s+|.", re.S)

# Where a reader pauses: after such a mark, unless another closing mark follows.
_PAUSE = re.compile(r"(?:[，；：。][”’）》]*|[,;:][)”’]* )(?=[^，；：。”’）》])")


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` in lines no wider than ``width`` (same unit as ``size``); a line break in it stays one.

    >>> wrap("推动高质量发展。", 10, 70)
    ['推动高质量发', '展。']
    """
    lines = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped(paragraph, size, width, bold))
    return lines


def headline(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` in as few lines as :func:`wrap` needs, two of them broken where the reader pauses.

    >>> headline("就业第一，科技创新第二。", 10, 80)
    ['就业第一，', '科技创新第二。']
    """
    lines = balanced(text, size, width, bold=bold)
    pauses = _at_a_pause(text, size, width, bold) if len(lines) == 2 and "\n" not in text else None
    return pauses or lines


def balanced(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` in as few lines as :func:`wrap` needs, of about equal width.

    >>> balanced("推动高质量发展。", 10, 70)
    ['推动高质', '量发展。']
    """
    fewest = wrap(text, size, width, bold=bold)
    if len(fewest) == 1 or "\n" in text:
        return fewest
    tight, loose = width / 2, width
    while loose - tight > size / 2:
        middle = (tight + loose) / 2
        lines = wrap(text, size, middle, bold=bold)
        # A word wider than the line would stick out of it.
        fits = len(lines) == len(fewest) and max(text_width(line, size, bold=bold) for line in lines) <= width
        tight, loose = (tight, middle) if fits else (middle, loose)
    return wrap(text, size, loose, bold=bold)


def _at_a_pause(text: str, size: float, width: float, bold: bool) -> list[str] | None:
    # Of the two-line settings that break after a comma or the like, the most even one; none where all are lopsided.
    best, least = None, 0.8
    for pause in _PAUSE.finditer(text):
        lines = [text[: pause.end()].rstrip(), text[pause.end() :]]
        first, second = (text_width(line, size, bold=bold) for line in lines)
        uneven = abs(first - second) / max(first, second)
        if max(first, second) <= width and uneven < least:
            best, least = lines, uneven
    return best


def _wrapped(text: str, size: float, width: float, bold: bool) -> list[str]:
    lines: list[str] = []
    current: list[str] = []
    used = 0.0
    for piece in _pieces(text, size, width, bold):
        own = text_width(piece.rstrip(), size, bold=bold)
        if current and used + own > width:
            held = _held_back(current, piece)
            lines.append("".join(current).rstrip())
            current = held
            used = sum(text_width(p, size, bold=bold) for p in current)
        if current or piece.strip():
            current.append(piece)
            used += text_width(piece, size, bold=bold)
    if current:
        lines.append("".join(current).rstrip())
    return lines or [""]


def _pieces(text: str, size: float, width: float, bold: bool) -> Iterator[str]:
    for piece in _PIECE.findall(text):
        # A word wider than the line, such as a long address, breaks anywhere rather than leave the figure.
        yield from piece if text_width(piece.rstrip(), size, bold=bold) > width else [piece]


def _held_back(current: list[str], following: str) -> list[str]:
    # Take pieces back to the next line until neither line breaks a rule; a line that is all marks stays as it is.
    held: list[str] = []
    while len(current) > 1 and (following[0] in _NOT_FIRST or current[-1].rstrip()[-1:] in _NOT_LAST):
        following = current.pop()
        held.insert(0, following)
    return held
