"""figures/index.html as a reader meets it: on a phone and a desk, from the file system, nothing cut off or lost."""

from itertools import pairwise
from pathlib import Path

import pytest

FIGURES = Path(__file__).resolve().parents[2] / "figures"
SMALLEST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3, text of normal size

# Every text that is drawn, with its colour and that of the nearest ground behind it.
_COLOURS = """() => {
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor
      if (!/, 0\\)$|transparent/.test(colour)) return colour
    }
    return "rgb(255, 255, 255)"
  }
  const found = new Set()
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement
    if (walk.currentNode.data.trim() && element.offsetParent)
      found.add(getComputedStyle(element).color + "|" + ground(element))
  }
  return [...found]
}"""
# What of a page sticks out to the right of the window.
_TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
  .map(one => one.tagName + " " + one.textContent.trim().slice(0, 40))"""

# What a screen reader says of each link, and where it leads.
_LINKS = """() => [...document.links].map(one =>
  [one.textContent.trim(), one.getAttribute("href")])"""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""

    def light(colour):
        parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


def hexadecimal(colour: str) -> str:
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.fixture(params=[390, 1280], ids=lambda width: f"{width}px")
def gallery(browser, request):
    """The page opened from the file system in a window of that width, and the addresses that it asked for."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.asked, page.failed = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("requestfailed", lambda asked: page.failed.append(asked.url))
    page.on("pageerror", lambda error: page.failed.append(str(error)))
    page.goto((FIGURES / "index.html").as_uri(), wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    yield page
    page.close()


def test_nothing_scrolls_sideways(gallery, shot):
    shot(gallery, f"gallery-{gallery.viewport_size['width']}")
    assert gallery.evaluate(_TOO_WIDE) == []
    assert gallery.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_picture_loads_in_its_shape_and_says_what_it_shows(gallery):
    pictures = gallery.evaluate(
        "[...document.images].map(one => [one.alt, one.complete && one.naturalWidth, "
        "one.naturalWidth / one.naturalHeight, one.width / one.height])"
    )
    assert len(pictures) == 2 * len([path for path in FIGURES.iterdir() if path.is_dir()])
    for alt, width, shape, shown in pictures:
        assert len(alt) > 20 and width > 0
        assert shown == pytest.approx(shape, rel=0.02), "stretched"


def test_nothing_is_asked_of_another_place(gallery):
    assert gallery.failed == []
    assert not [address for address in gallery.asked if not address.startswith(FIGURES.as_uri())]


def test_headings_go_down_one_step_at_a_time(gallery):
    levels = gallery.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_text_stands_out_from_its_ground(gallery):
    pairs = [tuple(map(hexadecimal, pair.split("|"))) for pair in gallery.evaluate(_COLOURS)]
    assert len(pairs) >= 3
    assert not [pair for pair in pairs if contrast(*pair) < SMALLEST_CONTRAST]


def test_the_page_says_its_language_and_every_link_has_a_name_and_an_end(gallery):
    assert gallery.evaluate("document.documentElement.lang && document.title && !!document.querySelector('main')")
    ids = gallery.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    links = gallery.evaluate(_LINKS)
    assert len(set(ids)) == len(ids)
    assert all(words for words, _ in links)
    assert {address[1:] for _, address in links if address.startswith("#")} == set(ids)


def test_the_svg_draws_chinese_with_its_own_font(page, shot, tmp_path):
    picture = FIGURES / "xiangjiang-six-themes" / "xiangjiang-six-themes.svg"
    (tmp_path / "page.html").write_text(f'<img src="{picture.as_uri()}" width="1200">')
    page.goto((tmp_path / "page.html").as_uri())
    shot(page, "svg-in-a-page")
    page.goto(picture.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate("[...document.fonts].map(face => [face.weight, face.status])")
    assert sorted(loaded) == [["400", "loaded"], ["700", "loaded"]]


def test_headings_are_drawn_with_the_font_inside_whatever_fonts_the_machine_has(gallery):
    tools = gallery.context.new_cdp_session(gallery)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    headings = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "h2"})["nodeIds"]
    for heading in headings:
        fonts = tools.send("CSS.getPlatformFontsForNode", {"nodeId": heading})["fonts"]
        assert any(font["isCustomFont"] and font["glyphCount"] > 5 for font in fonts), fonts
