"""One zip for the art desk: a figure in every format, its data, and its words on a sheet to copy from."""

import io
import zipfile

from analysis.chart.record import Texts

# Zip files cannot say "no date": the earliest they can say, so that the same figure is the same bytes.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
# The source line says what it is by itself.
_LABELS = {
    "zh": {"title": "标题：", "subtitle": "副题：", "alt": "替代文本：", "note": "注：", "source": ""},
    "en": {"title": "Title: ", "subtitle": "Subtitle: ", "alt": "Alt text: ", "note": "Note: ", "source": ""},
}
_ALT_OF = {"zh": "替代文本（{}）：", "en": "Alt text ({}): "}


def pack(name: str, contents: dict[str, bytes], words: dict[str, Texts], other_alt: dict[str, dict[str, str]]) -> bytes:
    """Return a zip with one folder that holds the files of a figure and the sheet of its words.

    Parameters
    ----------
    name
        The figure's id, and the folder's name inside.
    contents
        The files by name, in the order in which they shall stand.
    words
        The figure's texts by language.
    other_alt
        Alternative texts of formats that show more or less, by format and language.

    Returns
    -------
    bytes
        The same for the same input: no date, no owner.

    Examples
    --------
    >>> packed = pack("six", {"six.csv": b"a,b"}, {"en": Texts("Jobs lead", "", "", "The plan", "Bars.")}, {})
    >>> zipfile.ZipFile(io.BytesIO(packed)).namelist()
    ['six/six.csv', 'six/six-words.txt']
    """
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for file, content in {**contents, f"{name}-words.txt": word_sheet(words, other_alt)}.items():
            entry = zipfile.ZipInfo(f"{name}/{file}", _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on Windows, where it would be 0
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    return sink.getvalue()


def word_sheet(words: dict[str, Texts], other_alt: dict[str, dict[str, str]]) -> bytes:
    """Return title, subtitle, alternative text, note and source in each language, as text that any editor opens.

    >>> words = {"en": Texts("Jobs lead", "", "", "Source: The plan", "Six bars.")}
    >>> print(word_sheet(words, {"wechat": {"en": "Four bars."}}).decode("utf-8-sig"))
    Title: Jobs lead
    Alt text: Six bars.
    Alt text (wechat): Four bars.
    Source: The plan
    <BLANKLINE>
    """
    sheets = []
    for lang, texts in words.items():
        said = []
        for part, label in _LABELS[lang].items():
            said.append((label, getattr(texts, part)))
            if part == "alt":
                said += [(_ALT_OF[lang].format(kind), alt[lang]) for kind, alt in other_alt.items() if lang in alt]
        sheets.append("".join(f"{label}{text}\n" for label, text in said if text))
    return "\n".join(sheets).encode("utf-8-sig")  # without the mark, older Windows editors garble the Chinese
