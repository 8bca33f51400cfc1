"""Make the bundled fonts: a renamed subset of Noto Sans SC, Regular and Bold.

Run by hand when the characters change:

    npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python scripts/make_fonts.py package [--corpora ../shared/corpora]

Static weights are needed: matplotlib draws a variable font as Thin. The family has a name of its own because two fonts
of one name collide silently, and one without the reserved font name as the SIL Open Font Licence asks.
"""

import argparse
import csv
import io
import json
import zipfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "analysis" / "fonts"
FAMILY = "Analysis Sans SC"
WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}
# Fixed, so that the same source gives the same bytes (seconds since 1904).
MADE = 3_850_000_000


def gb2312() -> set[str]:
    """Every character of GB2312: level 1 and 2 characters, punctuation and symbols."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def latin_and_symbols() -> set[str]:
    """Latin letters with their accents, punctuation, arrows, marks, and numerals of several kinds."""
    ranges = ((0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2028), (0x2030, 0x2040), (0x2070, 0x209F), (0x20A0, 0x20C0))
    ranges += ((0x2150, 0x218C), (0x2190, 0x21A0), (0x2200, 0x2270), (0x2460, 0x2500), (0x25A0, 0x2600))
    ranges += ((0x2610, 0x2620), (0x2713, 0x2719), (0x3000, 0x3040), (0x3220, 0x3230), (0x3380, 0x33E0))
    ranges += ((0xFF00, 0xFFF0),)
    return {chr(code) for first, last in ranges for code in range(first, last)}


def corpus_characters(folder: Path) -> set[str]:
    """Every character of the raw reports: text files as they are, Word files inside zips by their XML."""
    found: set[str] = set()
    csv.field_size_limit(2**31 - 1)
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".csv"}:
            found.update(path.read_text(encoding="utf-8-sig"))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8-sig").splitlines():
                found.update(json.loads(line)["content"])
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    with zipfile.ZipFile(io.BytesIO(archive.read(name))) as word:
                        found.update(word.read("word/document.xml").decode())
    return {c for c in found if ord(c) >= 0x20 and not 0xE000 <= ord(c) <= 0xF8FF}


def make(source: Path, weight: str, characters: set[str]) -> None:
    """Subset and rename one weight."""
    folder = WEIGHTS[weight]
    font = TTFont(source / folder / f"NotoSansSC_{folder}.ttf", recalcTimestamp=False)
    options = subset.Options(
        layout_features=["kern", "locl", "mark", "ccmp"], name_IDs=["*"], hinting=False, notdef_outline=True
    )
    worker = subset.Subsetter(options)
    worker.populate(text="".join(sorted(characters)))
    worker.subset(font)
    names = {1: FAMILY, 2: weight, 3: f"{FAMILY} {weight}", 4: f"{FAMILY} {weight}", 6: f"AnalysisSansSC-{weight}"}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID in {16, 17, 21, 22, 25}:
            font["name"].names.remove(record)
    font["head"].created = font["head"].modified = MADE
    font.save(FONTS / f"AnalysisSansSC-{weight}.ttf")


def main() -> None:
    """Read the command line, collect the characters, write fonts, licence and character list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="the unpacked npm package")
    parser.add_argument("--corpora", type=Path, help="raw reports whose characters are added to the list")
    given = parser.parse_args()
    listed = FONTS / "characters.txt"
    extra = set(listed.read_text(encoding="utf-8")) - {"\n"} if listed.exists() else set()
    if given.corpora:
        extra |= corpus_characters(given.corpora) - gb2312() - latin_and_symbols()
    # Sorted by code point, eight a line: a set of characters, not a text.
    rare = sorted(extra)
    lines = ("".join(rare[i : i + 8]) for i in range(0, len(rare), 8))
    listed.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for weight in WEIGHTS:
        make(given.source, weight, gb2312() | latin_and_symbols() | extra)
    (FONTS / "OFL.txt").write_bytes((given.source / "LICENSE_FONT").read_bytes())


if __name__ == "__main__":
    main()
