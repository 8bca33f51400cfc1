"""Bytes to text: byte-order mark, then strict UTF-8, GB18030, Big5; never a guess by statistics.

Detectors call GB2312 Big5 and GBK Thai. Strict decoding in this order is right for every encoding Chinese reports are
published in: UTF-8 cannot be mistaken, and GB18030 contains GB2312 and GBK.
"""

import codecs

from analysis.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "gb18030", "big5")

# Characters that the wrong encoding produces in plenty; a text has a stray one at most, which is mended later.
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v")
_MOST_CONTROLS = 0.01

# Characters that every report has in plenty, in both scripts.
_COMMON = "的一是在不了和人民国國政府工作发發展经經济濟年会會"


def decode(raw: bytes, name: str) -> str:
    """Return the text of ``raw``; raise ReadError, saying what was tried, where it is no text.

    >>> decode("云岭市".encode("gb18030"), "a.txt")
    '云岭市'
    """
    if not raw.strip():
        raise ReadError(f"{name}: the file is empty; save or download it again")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                raise ReadError(f"{name}: marked as {encoding} but damaged; save or download it again") from None
    if b"\0" in raw:
        raise ReadError(f"{name}: not a text file (it holds binary data); give the report as text, HTML, Word or PDF")
    found = {}
    for encoding in _ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(map(text.count, _CONTROLS)) > _MOST_CONTROLS * len(text):
            continue
        if encoding == "utf-8":
            return text
        found[encoding] = text
    if found:
        return max(found.values(), key=_plausibility)  # the first of equals, so GB18030 before Big5
    tried = ", ".join(_ENCODINGS)
    raise ReadError(f"{name}: not readable as text (tried {tried}); save it as UTF-8 and try again")


def _plausibility(text: str) -> float:
    # Much of Big5 is valid GB18030 too, but comes out as rare characters.
    return sum(map(text.count, _COMMON)) / len(text)
