"""Zip files of reports; member names in GBK, as Chinese Windows writes them, are read right."""

import io
import zipfile
import zlib
from pathlib import PurePath

from analysis.errors import ReadError
from analysis.read.draft import Draft

_UTF8_NAME = 0x800
_MOST_BYTES = 200_000_000


def members(raw: bytes, name: str) -> list[tuple[str, bytes]]:
    """Return (name, content) of each file in the archive that is in a format that is read, in order of names."""
    from analysis.read.formats import SUFFIXES

    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except zipfile.BadZipFile:
        raise ReadError(f"{name}: not a zip file, or damaged; download it again") from None
    found = []
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if sum(info.file_size for info in infos) > _MOST_BYTES:
            raise ReadError(f"{name}: unpacks to more than {_MOST_BYTES:,} bytes; unpack it and read the folder")
        for info in infos:
            member = _member_name(info)
            path = PurePath(member)
            hidden = path.name.startswith((".", "~$")) or "__MACOSX" in path.parts
            if not hidden and path.suffix.lower() in SUFFIXES and path.suffix.lower() != ".zip":
                try:
                    found.append((member, archive.read(info)))
                except (RuntimeError, zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError):
                    raise ReadError(f"{name}: {member} in it cannot be unpacked (password or damage)") from None
    if not found:
        raise ReadError(f"{name}: no file in it is in a format that is read ({' '.join(SUFFIXES)})")
    return sorted(found)


def drafts(raw: bytes, name: str) -> list[Draft]:
    """Return the documents of every readable file in the archive."""
    from analysis.read.formats import drafts as read

    return [draft for member, content in members(raw, name) for draft in read(content, f"{name}/{member}")]


def _member_name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    # Without the flag Python took the bytes for code page 437; give them back and read them as Chinese.
    raw = info.filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
