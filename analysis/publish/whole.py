"""Put the files of a figure in the place of the old ones: all of them or none, whenever a run is stopped.

The new files are written beside the old ones in a folder that no reader sees; renaming that folder is the one moment
from which the figure is the new one. What then remains, moving the files and the entry in the manifest, is finished by
whoever comes by next: this run, another that draws at the same time, or the next check.
"""

import contextlib
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from analysis.publish.manifest import enter

_READY = ".new-ready"
_ENTRY = ".entry.json"
# Writing takes a second: what is older was left by a run that was killed, what is younger may be another's work.
_ABANDONED = 3600


def put(folder: Path, id: str, contents: dict[str, bytes], entry: dict | None = None) -> None:
    """Write the files of figure ``id`` into ``folder/id``, and its entry, if there is one, into the manifest."""
    own = folder / id
    own.mkdir(parents=True, exist_ok=True)
    if entry is not None:
        contents = contents | {_ENTRY: json.dumps(entry).encode()}
    with tempfile.TemporaryDirectory(dir=own, prefix=".new-") as staging:
        for name, content in contents.items():
            (Path(staging) / name).write_bytes(content)
        finish(folder, id)
        try:
            os.replace(staging, own / _READY)
        except OSError:  # another run was quicker: its figure first, then this one
            finish(folder, id)
            os.replace(staging, own / _READY)
    try:
        finish(folder, id)
    except KeyboardInterrupt:
        finish(folder, id)  # the rest takes milliseconds
        raise


def finish(folder: Path, id: str) -> None:
    """Move the files of figure ``id`` that stand ready, if any do, to their place, and delete what was abandoned."""
    own = folder / id
    ready = own / _READY
    # Another run may be finishing it too: what it was quicker with is no longer there.
    names = sorted(os.listdir(ready)) if ready.is_dir() else []
    for name in names:
        if name != _ENTRY:
            with contextlib.suppress(FileNotFoundError):
                os.replace(ready / name, own / name)
    if _ENTRY in names:
        with contextlib.suppress(FileNotFoundError):
            with contextlib.suppress(ValueError):  # cut off by a power failure: the figure is drawn again
                enter(folder, id, json.loads((ready / _ENTRY).read_bytes()))
            (ready / _ENTRY).unlink()
    with contextlib.suppress(OSError):
        ready.rmdir()
    for left in own.glob(".new-*"):
        with contextlib.suppress(FileNotFoundError):
            if left != ready and time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
