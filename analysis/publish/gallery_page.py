"""``figures/index.html``: every figure with its finding, its words, downloads and provenance, on one page."""

import json
import re
from html import escape
from pathlib import Path
from urllib.parse import quote

from analysis.atomic import write_bytes
from analysis.publish.run import LANGUAGES, read_manifest

PAGE = "index.html"
_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; color: #1d1d1f; background: #fff;
  font: 1rem/1.6 "Analysis Sans SC", system-ui, -apple-system, sans-serif; }
h1 { line-height: 1.2; } h2 { line-height: 1.35; margin: 0; font-size: 1.3rem; }
a { color: #0c3180; } a:focus-visible { outline: 3px solid #d6005d; outline-offset: 2px; }
nav ul { columns: 18rem; padding-left: 1.2rem; } li { overflow-wrap: anywhere; break-inside: avoid; }
article { border-top: 1px solid #d9dce1; padding: 1.5rem 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem; }
figure { margin: 1rem 0; } img { display: block; width: 100%; height: auto; border: 1px solid #d9dce1; }
figcaption { margin-top: .4rem; } figcaption, .facts { color: #5f6368; font-size: .875rem; overflow-wrap: anywhere; }
.finding { margin: .2rem 0 0; font-weight: 600; } .downloads { padding: 0; list-style: none; }
.downloads li { display: inline-block; margin-right: 1rem; }
@media print { body { max-width: none; padding: 0; } nav { display: none; } article { break-inside: avoid; } }
"""
# The Chinese of the page is drawn in the bundled font, whatever fonts the reader's machine has.
_FACE = re.compile(r"@font-face\{[^}]*\}\n?")
_KINDS = {".svg": "SVG", ".pdf": "PDF"}
_KINDS_FOR_ALL_LANGUAGES = {
    ".csv": "data (CSV)",
    ".json": "words and sources (JSON)",
    ".zip": "everything for the art desk (ZIP)",
}


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
    found = []
    for id, entry in sorted(read_manifest(folder).items()):
        facts = folder / id / f"{id}.json"
        if facts.is_file():
            found.append((id, sorted(entry["files"]), json.loads(facts.read_text(encoding="utf-8"))))
    links = "\n".join(f'<li><a href="#{escape(id)}">{escape(_title(facts))}</a></li>' for id, _, facts in found)
    articles = "\n".join(_article(folder, *figure) for figure in found)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Figures</title>
<style>{_STYLE}</style>
</head>
<body>
<header>
<h1>Figures</h1>
<p>Each figure in Chinese and English, with its data, its words and where it comes from. Regenerate with
<code>analysis figures</code>.</p>
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
    # The embedded font follows from the words: making it again only to compare it would take a second.
    return path.is_file() and _FACE.sub("", path.read_text(encoding="utf-8")) == gallery_page(folder)


def write_page(folder) -> bool:
    """Write the page unless it is fresh; return whether it was written."""
    if page_is_fresh(folder):
        return False
    from analysis.publish.embed import page_in_font

    write_bytes(Path(folder) / PAGE, page_in_font(gallery_page(folder)).encode())
    return True


def _title(facts: dict) -> str:
    return facts["words"].get("en", next(iter(facts["words"].values())))["title"]


def _article(folder: Path, id: str, files: list[str], facts: dict) -> str:
    heading, *others = [lang for lang in LANGUAGES if lang in facts["words"]]
    pictures = "\n".join(_picture(folder, id, files, facts, lang) for lang in (heading, *others))
    findings = "".join(
        f'<p class="finding" lang="{_tag(lang)}">{escape(facts["words"][lang]["title"])}</p>\n' for lang in others
    )
    there = [name for name in files if (folder / id / name).is_file()]
    there.sort(key=lambda name: (Path(name).suffix in _KINDS_FOR_ALL_LANGUAGES, name.startswith(f"{id}-en")))
    downloads = "\n".join(f'<li><a href="{_address(id, name)}">{escape(_kind(id, name))}</a></li>' for name in there)
    return f"""<article id="{escape(id)}">
<h2 lang="{_tag(heading)}">{escape(facts["words"][heading]["title"])}</h2>
{findings}<div class="pair">
{pictures}
</div>
<ul class="downloads" aria-label="Downloads">
{downloads}
</ul>
<p class="facts">{_provenance(facts)}</p>
</article>"""


def _picture(folder: Path, id: str, files: list[str], facts: dict, lang: str) -> str:
    stem = id if lang == "zh" else f"{id}-{lang}"
    shown = next((name for name in (f"{stem}-web.png", f"{stem}.svg") if name in files), None)
    words = facts["words"][lang]
    image = ""
    if shown and (folder / id / shown).is_file():
        image = f'<img src="{_address(id, shown)}" alt="{escape(facts["alt"][lang])}" width="1200" height="675">\n'
        # On a phone the picture is small: touching it opens the chart itself, which can be enlarged without blur.
        whole = f"{stem}.svg"
        if whole in files and (folder / id / whole).is_file():
            image = f'<a href="{_address(id, whole)}">{image.strip()}</a>\n'
    said = "<br>".join(escape(words[name]) for name in ("subtitle", "note", "source") if words[name])
    return f'<figure lang="{_tag(lang)}">\n{image}<figcaption>{said}</figcaption>\n</figure>'


def _provenance(facts: dict) -> str:
    measure, book = facts.get("measure") or {}, facts.get("codebook") or {}
    said = [f"Measure: {measure['measure']}"] if measure.get("measure") else []
    if book.get("id"):
        said.append(f"codebook {book['id']} version {book['version']} ({book['sha256'][:12]})")
    reports = facts.get("reports") or []
    said = [escape(text) for text in [*said, f"{len(reports)} report{'s' * (len(reports) != 1)}"]]
    links = [report for report in reports if report.get("address", "").startswith(("https://", "http://"))]
    if 0 < len(links) <= 2:
        said += [f'<a href="{escape(report["address"])}">{escape(report["title"])}</a>' for report in links]
    return "; ".join(said) + "."


def _tag(lang: str) -> str:
    return "zh-Hans" if lang == "zh" else lang


def _address(id: str, name: str) -> str:
    return f"{quote(id)}/{quote(name)}"


def _kind(id: str, name: str) -> str:
    # What a link gives, in words: "PNG web, English".
    stem, suffix = Path(name).stem.removeprefix(id), Path(name).suffix
    if suffix in _KINDS_FOR_ALL_LANGUAGES:
        return _KINDS_FOR_ALL_LANGUAGES[suffix]
    language = "English" if stem.startswith("-en") else "中文"
    return f"{_KINDS.get(suffix) or 'PNG ' + stem.removeprefix('-en').removeprefix('-')}, {language}"
