"""Numbers as they are printed: a true minus sign, an en dash in ranges, no more digits than a reader uses."""

from collections.abc import Callable

MINUS = "\u2212"


def number(value: float, digits: int | None = None) -> str:
    """Return a number for print: whole from 100 on, else one decimal, or ``digits`` decimals.

    >>> number(-3.14159), number(1234.5), number(0)
    ('−3.1', '1,234', '0')
    """
    if value != value:
        return "–"
    if digits is None:
        digits = 0 if abs(value) >= 100 or value == 0 else 1
    text = f"{value:,.{digits}f}"
    if not text.strip("-0.,"):
        text = text.lstrip("-")  # what rounds to nothing has no sign
    return text.replace("-", MINUS)


def alike(one: float, other: float, say: Callable[[float], str] = number) -> bool:
    """Return whether two values read the same as ``say`` prints them: of such none is told to be the higher.

    >>> alike(3.96, 4.04), alike(3.96, 4.06)
    (True, False)
    """
    return say(one) == say(other)


def between(low: float, high: float, digits: int | None = None) -> str:
    """Return a range with an en dash.

    >>> between(1, 2.5)
    '1.0–2.5'
    """
    return f"{number(low, digits)}–{number(high, digits)}"


def be(count: int) -> str:
    """Return the verb that goes with a number of things.

    >>> be(1), be(0)
    ('is', 'are')
    """
    return "is" if count == 1 else "are"


def counted(count: int, noun: str) -> str:
    """Return a number of things with its noun in the singular or plural.

    >>> counted(1, "topic"), counted(1200, "word")
    ('1 topic', '1,200 words')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def percent(share: float, digits: int | None = None) -> str:
    """Return a share (0-1) as a percentage: whole, or with a decimal where it would read as nothing.

    >>> percent(0.29), percent(0.0013), percent(0)
    ('29%', '0.1%', '0%')
    """
    digits = int(0 < abs(share) < 0.005) if digits is None else digits
    return f"{number(share * 100, digits)}%"
