"""figures/index.html as a reader opens it, from the file system: on a phone and on a desk, without a network."""

from itertools import pairwise
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "figures" / "index.html"

# The contrast of each piece of text with what is behind it (WCAG 2.2), the lowest first.
_CONTRAST = """() => {
  const parts = text => text.match(/[0-9.]+/g).map(Number);
  const linear = c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = rgb => [.2126, .7152, .0722].reduce((sum, part, i) => sum + part * linear(rgb[i] / 255), 0);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const c = parts(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const found = [...document.querySelectorAll('body *')].filter(
    e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
  return found.map(e => {
    const [a, b] = [light(parts(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => x - y);
    return [(b + .05) / (a + .05), e.textContent.slice(0, 40)];
  }).sort((x, y) => x[0] - y[0])[0];
}"""


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def opened(request, browser):
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    asked = []
    page.on("request", lambda made: asked.append(made.url))
    page.goto(PAGE.as_uri())
    page.evaluate("document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; })")
    page.wait_for_function("[...document.images].every(image => image.complete)", timeout=120_000)
    yield page, asked
    page.close()


def test_it_fits_the_screen_and_every_image_loads_from_the_folder(opened, shot):
    page, asked = opened
    shot(page, f"gallery-{page.viewport_size['width']}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    broken = page.evaluate("[...document.images].filter(i => !i.naturalWidth).map(i => i.src)")
    assert broken == [] and page.evaluate("document.images.length") > 20
    assert all(url.startswith("file://") for url in asked), "nothing is loaded from elsewhere"
    assert page.evaluate("document.scripts.length") == 0


def test_it_can_be_read_aloud_and_by_weak_eyes(opened):
    page, _ = opened
    assert page.evaluate("[...document.images].filter(i => i.alt.trim().length < 20).length") == 0
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), "no level is skipped"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate("[...document.links].every(a => a.textContent.trim() || a.getAttribute('aria-label'))")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    contrast, where = page.evaluate(_CONTRAST)
    assert contrast >= 4.5, where


def test_every_link_leads_to_a_file_or_a_figure_of_the_page(opened):
    page, _ = opened
    for target in page.evaluate("[...document.links].map(a => a.getAttribute('href'))"):
        if target.startswith("#"):
            assert page.evaluate("id => document.getElementById(id) !== null", target[1:]), target
        elif "://" not in target:
            assert (PAGE.parent / target).is_file(), target


def test_an_svg_draws_chinese_with_its_own_font(browser):
    page = browser.new_page(viewport={"width": 1200, "height": 675})
    page.goto((PAGE.parent / "xiangjiang-six-themes" / "xiangjiang-six-themes.svg").as_uri())
    page.wait_for_function("document.fonts.status === 'loaded'")
    loaded = page.evaluate("[...document.fonts].map(font => [font.family, font.status])")
    assert loaded and all(status == "loaded" for _, status in loaded), loaded
    page.close()
