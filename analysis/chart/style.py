"""The house style: type scale, spacing, colours and sizes, in one object that every chart uses."""

from dataclasses import dataclass, replace

from analysis.errors import ChartError


@dataclass(frozen=True)
class Size:
    """A named format: exact pixels, the resolution written into the file, and how much larger its type is."""

    name: str
    width: int
    height: int
    dpi: int = 100
    scale: float = 1.0


SIZES = {
    size.name: size
    for size in (
        Size("web", 1200, 675),
        Size("square", 1080, 1080),
        Size("wechat", 900, 383, scale=0.8),
        Size("print", 2161, 1417, dpi=300, scale=1.9),  # 183 x 120 mm
    )
}


@dataclass(frozen=True)
class Style:
    """Colours, and sizes in pixels at scale 1.

    ``palette`` is distinguishable with deuteranopia and protanopia, also from ``rest``, and has a contrast of at least
    3:1 to ``paper``; tests measure both. ``ramp`` runs from nothing, near ``paper``, to the most.
    """

    name: str = "light"
    paper: str = "#ffffff"
    ink: str = "#1d1d1f"
    soft: str = "#5f6368"  # subtitles, notes, axis labels: contrast 6:1
    line: str = "#d9dce1"  # grid
    rest: str = "#b9bec6"  # what is not highlighted
    palette: tuple[str, ...] = (
        "#0c3180",
        "#d6005d",
        "#008e82",
        "#8f9604",
        "#7e50e1",
        "#612c00",
        "#3c9cc0",
        "#360b0f",
    )
    bar: str = "#4682b8"  # bars all alike: light enough for the interval to be read on them
    ramp: tuple[str, ...] = ("#f4f6fa", "#c3d3ea", "#7da3d4", "#3a69b1", "#0c3180")
    title: float = 27
    subtitle: float = 17
    label: float = 15
    small: float = 12.5
    least: float = 9.2  # smaller words cannot be read, on a small format in pixels of the file
    margin: float = 34
    gap: float = 12
    leading: float = 1.32

    def colours(self, count: int) -> tuple[str, ...]:
        """Return ``count`` colours; more than the palette has is an error that says what to do instead."""
        if count > len(self.palette):
            raise ChartError(
                f"{count} colours cannot be told apart; name up to {len(self.palette)} with highlight= and let "
                "the rest be grey"
            )
        return self.palette[:count]


LIGHT = Style()
DARK = replace(
    LIGHT,
    name="dark",
    paper="#15181d",
    ink="#f2f3f5",
    soft="#a9b0ba",
    line="#343a44",
    rest="#4e5056",
    palette=("#6ca8fc", "#fc6090", "#18f0f0", "#e4e400", "#9c54fc", "#fcd8a8", "#00b448", "#c0300c"),
    bar="#4f86c6",
    ramp=("#1c2330", "#27405f", "#37669d", "#5b97dc", "#b9d8ff"),
)
STYLES = {style.name: style for style in (LIGHT, DARK)}


def style_of(name: str) -> Style:
    """Return the style of that name.

    >>> style_of("dark").paper
    '#15181d'
    """
    if name not in STYLES:
        raise ChartError(f"style={name!r}: there are {', '.join(STYLES)}")
    return STYLES[name]


def size_of(name: str) -> Size:
    """Return the size of that name."""
    if name not in SIZES:
        raise ChartError(f"size={name!r}: there are {', '.join(SIZES)}")
    return SIZES[name]
