"""Write files whole or not at all: an interrupted run leaves the old file as it was."""

import os
import tempfile
from pathlib import Path


def write_bytes(path, content: bytes) -> Path:
    """Write ``content`` to ``path`` through a temporary file beside it; make the folder if need be."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)  # mkstemp makes it readable by its owner only
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
