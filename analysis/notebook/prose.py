"""Sentences of a notebook whose numbers are computed, so that the text cannot drift from the data."""

import textwrap
from collections.abc import Iterable

from IPython.display import Markdown

from analysis.vocabulary import glosses


def prose(text: str) -> Markdown:
    """Return text as Markdown that a notebook shows below the cell; give it an f-string with the numbers in it.

    Parameters
    ----------
    text
        Markdown, indented as the code around it.

    Examples
    --------
    >>> mentions = 34
    >>> prose(f'''
    ...     Jobs are mentioned **{mentions}** times.
    ... ''').data
    'Jobs are mentioned **34** times.'
    """
    return Markdown(textwrap.dedent(text).strip())


def box(title: str, text: str) -> Markdown:
    """Return text as a set-off box with a title: the method, the limits.

    Examples
    --------
    >>> box("Limits", "One report.").data
    '> **Limits.** One report.'
    """
    lines = f"**{title}.** {textwrap.dedent(text).strip()}".splitlines()
    return Markdown("\n".join(f"> {line}".rstrip() for line in lines))


def glossed(terms: Iterable[str]) -> str:
    """Return Chinese terms, or names made of terms, with what they mean in English as far as the glossary knows them.

    Examples
    --------
    >>> glossed(["就业", "农业·粮食", "云岭"])
    '就业 (employment); 农业·粮食 (agriculture, grain); 云岭'
    """
    known = glosses()
    found = [(term, [known[part] for part in term.split("·") if part in known]) for term in terms]
    return "; ".join(f"{term} ({', '.join(meant)})" if meant else term for term, meant in found)
