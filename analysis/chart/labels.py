"""Labels where there is little room: what explains is left out, what names is kept."""


def brief(label: str, longest: int = 24) -> str:
    """Return a label longer than ``longest`` without what follows a colon or the first comma; terms in brackets stay.

    >>> brief("Foreign affairs, Hong Kong, Macao and Taiwan (香港·澳门)"), brief("Jobs, wages")
    ('Foreign affairs (香港·澳门)', 'Jobs, wages')
    """
    name, _, terms = label.partition(" (")
    name = name.split(": ")[0].split(", ")[0] if len(name) > longest else name
    return f"{name} ({terms}" if terms else name
