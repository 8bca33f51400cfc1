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
_RULE = "printed a second time"


def printed_once(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """Return the first printing of a text, and what belongs to the second.

    A second printing is a stretch up to the end of which at least four in five long paragraphs stood before, in which the
    first paragraph of the text comes again. Sentences that a speaker repeats are no second printing.
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
    return list(lines[:start]), [Removed(_RULE, line.text, line.number) for line in lines[start:]]
