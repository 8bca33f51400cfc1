"""``figures/index.html``: every figure with its finding, its words, downloads and provenance, on one page."""

import json
import re
import struct
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from analysis.atomic import write_bytes
from analysis.publish.file_names import FORMATS, LANGUAGES, TAGS, expected_files
from analysis.publish.manifest import checksum, read_manifest
from analysis.publish.recipe import font_checksum
from analysis.text.han import HAN

PAGE = "index.html"
# Quotation marks and dashes of an English text are the system's: the bundled font's are as wide as a Chinese character.
_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; color: #1d1d1f; background: #ffffff;
  font: 1rem/1.6 system-ui, -apple-system, "Analysis Sans SC", sans-serif; }
:lang(zh) { font-family: "Analysis Sans SC", system-ui, -apple-system, sans-serif; }
h1 { line-height: 1.2; } h2 { line-height: 1.35; margin: 0; font-size: 1.3rem; }
a { color: #0c3180; } a:focus-visible { outline: 3px solid #d6005d; outline-offset: 2px; }
nav ul { columns: 18rem; padding-left: 1.2rem; } li { overflow-wrap: anywhere; break-inside: avoid; }
article { border-top: 1px solid #d9dce1; padding: 1.5rem 0; } article > p { margin: .2rem 0 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem; }
figure { margin: 1rem 0; } img { display: block; width: 100%; height: auto; border: 1px solid #d9dce1; }
figure a { position: relative; display: block; } figure span { position: absolute; clip-path: inset(50%); }
figcaption { margin-top: .4rem; } figcaption, .facts { color: #5f6368; font-size: .875rem; overflow-wrap: anywhere; }
.finding { font-weight: 600; } .downloads { padding: 0; list-style: none; }
.downloads li { display: inline-block; margin-right: 1rem; }
/* On paper both languages stand side by side, and two or three figures on a page; links lead nowhere there. */
@media print {
  :root { font-size: 10px; } body { max-width: none; padding: 0; } nav, article ul { display: none; }
  article { break-inside: avoid; } header, h1 { break-after: avoid; } .pair { grid-template-columns: 1fr 1fr; }
}
"""
# The Chinese of the page is drawn in the bundled font, whatever fonts the reader's machine has.
_FACE = re.compile(r"@font-face\{[^}]*\}\n?")
_CHINESE = re.compile(f"{HAN.pattern}+(?:·{HAN.pattern}+)*")
_SPAN = f'<span lang="{TAGS["zh"]}">{{}}</span>'
_NAMES = {"zh": _SPAN.format("中文"), "en": "English"}
_OPEN = {"zh": "打开图表：", "en": "Open the chart: "}
_KINDS = {
    "svg": "SVG",
    "pdf": "PDF",
    "csv": "data (CSV)",
    "json": "words and sources (JSON)",
    "zip": "everything for the art desk (ZIP)",
}


@dataclass(frozen=True)
class _Drawn:
    """A figure as it stands in the folder: its files (name -> format and language) and, unless damaged, its facts."""

    folder: Path
    id: str
    about: str
    files: dict[str, tuple[str, str | None]]
    facts: dict | None

    @property
    def langs(self) -> list[str]:
        of = {lang for _, lang in self.files.values()}
        return [lang for lang in LANGUAGES if lang in of] or list(LANGUAGES)

    def title(self, lang: str) -> str:
        return self.facts["words"][lang]["title"]

    def titled(self, tag: str, lang: str, *, kind: str = "") -> str:
        classed = f' class="{kind}"' if kind else ""
        return f'<{tag}{classed} lang="{TAGS[lang]}">{_marked(self.title(lang), lang)}</{tag}>'


def gallery_page(folder) -> str:
    """Return a page that shows every figure drawn in a folder.

    Parameters
    ----------
    folder
        The folder of figures, with the manifest that :func:`run` writes.

    Returns
    -------
    str
        HTML: no script, nothing loaded from elsewhere, so that it works from the file system; figures by id.

    Examples
    --------
    >>> "<h1>" in gallery_page("no-such-folder")
    True
    """
    folder = Path(folder)
    figures = [
        _drawn(folder, id, entry) for id, entry in sorted(read_manifest(folder).items()) if (folder / id).is_dir()
    ]
    links = "\n".join(map(_link, figures))
    articles = "\n".join(map(_article, figures))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="font" content="{font_checksum()}">
<title>Figures</title>
<style>{_STYLE}</style>
</head>
<body>
<header>
<h1>Figures {_SPAN.format("图表")}</h1>
<p>Each figure with its data, its words and where it comes from. Regenerate with <code>analysis figures</code>.</p>
<p lang="{TAGS["zh"]}">每幅图附有数据、文字和出处。重新生成：<code>analysis figures</code>。</p>
<nav aria-label="Figures">
<ul>
{links}
</ul>
</nav>
</header>
<main>
{articles}
</main>
</body>
</html>
"""


def page_is_fresh(folder) -> bool:
    """Return whether the page in a folder is that of its figures; a folder without figures needs none."""
    path = Path(folder) / PAGE
    if not read_manifest(folder):
        return True
    # The embedded font follows from the words and the font's checksum: making it only to compare it takes seconds. That
    # it is still the one that was written, the page's last line tells.
    there = path.read_bytes() if path.is_file() else b""
    page = there.rpartition(b"<!--")[0]
    return there == page + _seal(page) and _FACE.sub("", page.decode()) == gallery_page(folder)


def write_page(folder) -> bool:
    """Write the page unless it is fresh; return whether it was written."""
    if page_is_fresh(folder):
        return False
    from analysis.publish.embed import page_in_font

    page = page_in_font(gallery_page(folder)).encode()
    write_bytes(Path(folder) / PAGE, page + _seal(page))
    return True


def _seal(page: bytes) -> bytes:
    return f"<!-- SHA-256 of all before this line: {checksum(page)} -->\n".encode()


def _drawn(folder: Path, id: str, entry: dict) -> _Drawn:
    there = expected_files(id, LANGUAGES, FORMATS)
    there = {name: of for name, of in there.items() if name in entry["files"] and (folder / id / name).is_file()}
    try:
        told = (folder / id / f"{id}.json").read_bytes()
        facts = json.loads(told) if checksum(told) == entry["files"].get(f"{id}.json") else {}
        facts = facts if all(facts["alt"][lang] and facts["words"][lang]["title"] for lang in LANGUAGES) else None
    except (OSError, ValueError, KeyError, TypeError):
        facts = None
    return _Drawn(folder, id, str(entry.get("about", "")), there, facts)


def _link(figure: _Drawn) -> str:
    id = escape(figure.id)
    if figure.facts is None:
        return f'<li><a href="#{id}">{id}</a></li>'
    titles = "<br>".join(figure.titled("span", lang) for lang in figure.langs)
    return f'<li><a href="#{id}">{titles}</a></li>'


def _article(figure: _Drawn) -> str:
    id = escape(figure.id)
    if figure.facts is None:
        return f"""<article id="{id}">
<h2>{id}</h2>
<p>Its words and sources ({id}.json) are damaged or not there: <code>analysis figures {id}</code> draws them again.</p>
</article>"""
    heading, *others = figure.langs
    findings = "".join(figure.titled("p", lang, kind="finding") + "\n" for lang in others)
    about = f"<p>{escape(figure.about)}</p>\n" if figure.about else ""
    pictures = "\n".join(_picture(figure, lang) for lang in figure.langs)
    downloads = "\n".join(
        f'<li><a href="{_address(figure, name)}">{_kind(*of)}</a></li>' for name, of in figure.files.items()
    )
    return f"""<article id="{id}">
{figure.titled("h2", heading)}
{findings}{about}<div class="pair">
{pictures}
</div>
<ul class="downloads" aria-label="Downloads: {escape(figure.title(figure.langs[-1]))}">
{downloads}
</ul>
<p class="facts">{_provenance(figure.facts)}</p>
</article>"""


def _picture(figure: _Drawn, lang: str) -> str:
    names = {kind: name for name, (kind, of) in figure.files.items() if of == lang}
    words = figure.facts["words"][lang]
    image = ""
    if shown := names.get("web") or names.get("svg"):
        size = _pixels(figure.folder / figure.id / shown) if shown.endswith(".png") else ""
        own = figure.facts.get("alt_by_format", {}).get("web", {}) if "web" in names else {}
        alt = own.get(lang) or figure.facts["alt"][lang]
        image = f'<img src="{_address(figure, shown)}" alt="{escape(alt)}"{size}>\n'
        # On a phone the picture is small: touching it opens the chart itself, which can be enlarged without blur.
        if "svg" in names:
            image = f'<a href="{_address(figure, names["svg"])}"><span>{_OPEN[lang]}</span>{image.strip()}</a>\n'
    said = "<br>".join(_marked(words[name], lang) for name in ("subtitle", "note", "source") if words.get(name))
    return f'<figure lang="{TAGS[lang]}">\n{image}<figcaption>{said}</figcaption>\n</figure>'


def _marked(text: str, lang: str) -> str:
    # Chinese within English is marked as such: a screen reader changes its voice there, a browser its font.
    return escape(text) if lang == "zh" else _CHINESE.sub(_SPAN.format(r"\g<0>"), escape(text))


def _pixels(png: Path) -> str:
    # Width and height stand at the same place of every PNG; with them the page does not jump while pictures load.
    header = png.read_bytes()[16:24]
    return ' width="{}" height="{}"'.format(*struct.unpack(">II", header)) if len(header) == 8 else ""


def _provenance(facts: dict) -> str:
    measure, book = facts.get("measure") or {}, facts.get("codebook") or {}
    said = [f"Measure: {measure['measure']}"] if measure.get("measure") else []
    if book.get("id"):
        # A reader's own frame may tell of a codebook no more than its id.
        version = f" version {book['version']}" if book.get("version") else ""
        said.append(f"codebook {book['id']}{version}" + (f" ({book['sha256'][:12]})" if book.get("sha256") else ""))
    reports = facts.get("reports") or []
    said = [escape(text) for text in [*said, f"{len(reports)} report{'s' * (len(reports) != 1)}"]]
    links = [report for report in reports if (report.get("address") or "").startswith(("https://", "http://"))]
    if 0 < len(links) <= 2:
        said += [
            f'<a href="{escape(report["address"])}" lang="{TAGS["zh"]}">{escape(report["title"])}</a>'
            for report in links
        ]
    return "; ".join(said) + "."


def _address(figure: _Drawn, name: str) -> str:
    return f"{quote(figure.id)}/{quote(name)}"


def _kind(kind: str, lang: str | None) -> str:
    # What a link gives, in words: "PNG web, English".
    return _KINDS.get(kind, f"PNG {kind}") + (f", {_NAMES[lang]}" if lang else "")
