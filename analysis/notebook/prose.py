"""Sentences of a notebook whose numbers are computed, so that the text cannot drift from the data."""

import textwrap

from IPython.display import Markdown


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
