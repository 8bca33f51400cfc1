"""Say where a notebook run anew says something else than the committed one."""

import base64
import io
import re

# A picture inside an output: what two machines draw may differ in the last bit of a colour, never by more. Squares are
# compared, not the whole: in a chart that is mostly paper, another number hardly moves the mean of all pixels.
_PICTURE = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=\s]+)")
_SQUARE = 8  # pixels a side
_MOST_DIFFERENCE = 2.0


def differences(committed, fresh) -> list[str]:
    """Compare the outputs of two runs of a notebook, cell by cell.

    Parameters
    ----------
    committed, fresh
        Notebooks, as :func:`analysis.notebook.load` and :func:`analysis.notebook.execute` return them.

    Returns
    -------
    list of str
        A sentence for each cell that differs, none where both say the same: texts must be equal, figures equal in size
        and, on average over each square of 8 by 8 pixels, within 2 of 255 shades.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook, new_output
    >>> def notebook(text):
    ...     return new_notebook(cells=[new_code_cell("1", outputs=[new_output("stream", text=text)])])
    >>> differences(notebook("34"), notebook("34"))
    []
    >>> differences(notebook("34"), notebook("35"))
    ['cell 1: the text differs: 34 is now 35']
    """
    if len(committed.cells) != len(fresh.cells):
        return [f"{len(committed.cells)} cells are now {len(fresh.cells)}"]
    found = []
    for number, (old, new) in enumerate(zip(committed.cells, fresh.cells, strict=True), start=1):
        why = _why(_outputs(old), _outputs(new))
        if why:
            found.append(f"cell {number}: {why}")
    return found


def _outputs(cell) -> list[tuple[str, str]]:
    # (kind, text) of every output, in order.
    found = []
    for output in cell.get("outputs", ()):
        if "text" in output:
            found.append((output.name, output.text))
        found += sorted((kind, str(value)) for kind, value in output.get("data", {}).items())
    return found


def _why(old: list, new: list) -> str:
    if [kind for kind, _ in old] != [kind for kind, _ in new]:
        return f"{len(old)} outputs are now {len(new)}" if len(old) != len(new) else "the kind of its output differs"
    for (kind, before), (_, after) in zip(old, new, strict=True):
        if kind == "image/png":
            before, after = (f"data:image/png;base64,{text}" for text in (before, after))
        old_text, new_text = (_PICTURE.sub("[picture]", text) for text in (before, after))
        if old_text != new_text:
            return f"the text differs: {_excerpts(old_text, new_text)}"
        pictures = zip(_PICTURE.findall(before), _PICTURE.findall(after), strict=True)
        if any(not _same_picture(one, other) for one, other in pictures):
            return "the figure differs"
    return ""


def _excerpts(old: str, new: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, at - 30)
    before, after = (" ".join(text[start : at + 30].split()) or "nothing" for text in (old, new))
    return f"{before} is now {after}"


def _same_picture(one: str, other: str) -> bool:
    if one == other:
        return True
    from PIL import Image, ImageChops

    first, second = (Image.open(io.BytesIO(base64.b64decode(text))).convert("RGB") for text in (one, other))
    if first.size != second.size:
        return False
    squares = ImageChops.difference(first, second).reduce(_SQUARE)
    return max(most for _, most in squares.getextrema()) <= _MOST_DIFFERENCE
