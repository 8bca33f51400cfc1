"""Read one term of a codebook strictly: its pattern, its conditions, its examples and its years."""

import re
import unicodedata
from re import _parser  # what a pattern can match, which only the parser knows

from analysis import strict_yaml
from analysis.codebook import Term
from analysis.errors import CodebookError
from analysis.text.han import counting_form
from analysis.text.match import is_regex

KEYS = {"term", "regex", "not_in", "also", "near", "reason", "yes", "no", "first", "last"}
# A repeat of a repeat, such as (.+)+, can try for longer than anyone waits.
_REPEAT_OF_REPEAT = re.compile(r"[+*}]\)+[+*{]")


def read_term(raw, where: str, subtheme: str) -> tuple[Term, list[str]]:
    """Return a term and the other themes in which it counts too; raise CodebookError on what is wrong."""
    if isinstance(raw, str):
        raw = {"term": raw}
    if not isinstance(raw, dict):
        raise CodebookError(f"{where}: a term is a text or a mapping with 'term', not {raw!r}; put it in quotes")
    here = f"{where}, term {raw.get('term', raw.get('regex', '?'))!r}"
    strict_yaml.mapping(raw, KEYS, set(), here)
    if ("term" in raw) == ("regex" in raw):
        raise CodebookError(f"{here}: give either 'term' or 'regex'")
    pattern = _regex(raw, here) if "regex" in raw else _plain(strict_yaml.text(raw, "term", here), here)
    not_in = tuple(_plain(word, f"{here}: not_in") for word in strict_yaml.words(raw, "not_in", here))
    for word in not_in:
        if "term" in raw and (pattern not in word or pattern == word):
            raise CodebookError(f"{here}: not_in lists {word!r}, which does not contain the term; it would do nothing")
    near, within = _near(raw, pattern, here)
    term = Term(
        pattern=pattern,
        not_in=not_in,
        near=near,
        within=within,
        reason=strict_yaml.optional_text(raw, "reason", here),
        yes=tuple(strict_yaml.words(raw, "yes", here)),
        no=tuple(strict_yaml.words(raw, "no", here)),
        subtheme=subtheme,
        **_years(raw, here),
    )
    return term, strict_yaml.words(raw, "also", here)


def _plain(word: str, here: str) -> str:
    # In the form in which reports are counted, so that 發展, full-width signs and hidden characters match.
    if is_regex(word):
        raise CodebookError(f"{here}: {word!r} stands between slashes; only a term can be a regex, under 'regex'")
    if "\n" in word:
        raise CodebookError(f"{here}: {word!r} runs over a line's end, and no sentence does; write it in one line")
    counted = "".join(letter for letter in counting_form(word) if unicodedata.category(letter) != "Cf")
    if not counted:
        raise CodebookError(f"{here}: {word!r} holds nothing that can be seen; remove it")
    return counted


def _regex(raw: dict, here: str) -> str:
    pattern = strict_yaml.text(raw, "regex", here)
    try:
        shortest, longest = _parser.parse(pattern).getwidth()
        re.compile(pattern)
    except re.error as error:
        raise CodebookError(f"{here}: not a valid regex ({error}); correct it or use a plain term") from None
    if shortest == 0 or longest == 0:
        raise CodebookError(f"{here}: this regex matches the empty text; make it match something")
    if _REPEAT_OF_REPEAT.search(pattern):
        raise CodebookError(f"{here}: this regex repeats a repeat, which can take for ever; write it with one")
    return f"/{pattern}/"


def _near(raw: dict, pattern: str, here: str) -> tuple[tuple[str, ...], int | None]:
    if "near" not in raw:
        return (), None
    near = raw["near"]
    strict_yaml.mapping(near, {"words", "within"}, {"words", "within"}, f"{here}: near")
    words = tuple(_plain(word, f"{here}: near") for word in strict_yaml.words(near, "words", here))
    if not words:
        raise CodebookError(f"{here}: near.words is empty, so nothing could stand near; name a word or remove near")
    if pattern in words:
        raise CodebookError(f"{here}: near.words lists the term itself; name another word")
    within = near["within"]
    if within == "sentence":
        return words, None
    if not isinstance(within, int) or isinstance(within, bool) or within < 1:
        raise CodebookError(f"{here}: near.within is a number of characters or 'sentence', not {within!r}")
    return words, within


def _years(raw: dict, here: str) -> dict[str, int | None]:
    years = {key: raw.get(key) for key in ("first", "last")}
    for key, year in years.items():
        if year is not None and not (isinstance(year, int) and 1900 <= year <= 2100):
            raise CodebookError(f"{here}: {key} must be a year such as 1978, not {year!r}")
    if years["first"] and years["last"] and years["first"] > years["last"]:
        raise CodebookError(f"{here}: first ({years['first']}) is after last ({years['last']}); exchange them")
    return years
