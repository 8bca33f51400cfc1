"""``figures/manifest.json``: of each figure, what it was drawn from and the checksums of its files."""

import hashlib
import json
from pathlib import Path

from analysis.atomic import write_bytes
from analysis.errors import ExportError

MANIFEST = "manifest.json"


def read_manifest(folder) -> dict:
    """Return what ``manifest.json`` says of each figure: inputs and files; nothing of one whose entry is damaged.

    Raises ExportError where the whole file is damaged: with nothing known of them, no figure would stay on the page.
    """
    path = Path(folder) / MANIFEST
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))["figures"].items()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ExportError(f"{path}: damaged; delete it, and every figure is drawn again") from None
    return {name: entry for name, entry in figures if _is_whole(entry)}


def _is_whole(entry) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("inputs"), dict)
        and isinstance(entry.get("files"), dict)
        and isinstance(entry.get("packed", []), list)
    )


def enter(folder: Path, id: str, entry: dict) -> None:
    """Write a figure's entry into the manifest, and delete what was drawn of it from other inputs.

    Files drawn earlier from the same inputs stay known. Entries of figures whose folder was deleted are dropped.
    """
    manifest = {name: other for name, other in read_manifest(folder).items() if (folder / name).is_dir()}
    before = manifest.get(id, {"files": {}})
    if before.get("inputs") == entry["inputs"]:
        entry = before | entry | {"files": before["files"] | entry["files"]}
    for name in set(before["files"]) - set(entry["files"]):
        (folder / id / Path(name).name).unlink(missing_ok=True)
    figures = dict(sorted({**manifest, id: entry}.items()))
    text = json.dumps({"figures": figures}, ensure_ascii=False, indent=1, sort_keys=True)
    write_bytes(folder / MANIFEST, (text + "\n").encode())


def checksum(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
