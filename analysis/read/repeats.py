"""A report printed twice over in one file: kept once, the second printing listed.

Collections that gather pages print some reports twice; every count of such a report would be doubled.
"""

import re
from collections.abc import Sequence

from analysis.read.draft import Line
from analysis.report import Removed
from analysis.text.han import han_length

_LONG_HAN = 30
_FEWEST = 5
_SHARE = 0.8
PRINTED_TWICE = "printed a second time"


def printed_once(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """Return the first printing of a text, and what belongs to the second.

    A second printing begins with the first paragraph of the text, and four in five of its long paragraphs stood before.
    Sentences that a speaker repeats are no second printing.
    """
    texts = [re.sub(r"\s", "", line.text) for line in lines]
    opening = next((i for i, text in enumerate(texts) if han_length(text) >= _LONG_HAN), len(texts))
    if opening == len(texts) or texts[opening] not in texts[opening + 1 :]:
        return list(lines), []
    again = texts.index(texts[opening], opening + 1)
    before = {text for text in texts[:again] if han_length(text) >= _LONG_HAN}
    after = [text for text in texts[again:] if han_length(text) >= _LONG_HAN]
    if len(after) < _FEWEST or sum(text in before for text in after) < _SHARE * len(after):
        return list(lines), []
    start = again
    while start > opening + 1 and not texts[start - 1].endswith(("。", "！", "？")):  # its title, meeting, names
        start -= 1
    return list(lines[:start]), [Removed(PRINTED_TWICE, line.text, line.number) for line in lines[start:]]
