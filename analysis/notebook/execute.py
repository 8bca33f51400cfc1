"""Execute a notebook in a fresh kernel and normalise it, so that the same code and data give the same file."""

import re
from pathlib import Path

from analysis.atomic import write_bytes
from analysis.errors import NotebookError

_KERNEL = "python3"
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": _KERNEL},
    "language_info": {"name": "python"},
}
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_SECONDS_PER_CELL = 300


def load(path):
    """Read a notebook file.

    Parameters
    ----------
    path
        An .ipynb file.

    Returns
    -------
    nbformat.NotebookNode

    Raises
    ------
    NotebookError
        Where there is no such file or it is not a notebook.
    """
    import nbformat

    path = Path(path)
    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise NotebookError(f"{path}: no such notebook; check the name") from None
    except Exception as error:  # nbformat raises a dozen kinds of its own and of jsonschema's
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise NotebookError(f"{path}: not a notebook ({first}); open it in JupyterLab and save it again") from None


def execute(path):
    """Run every cell of a notebook in a fresh kernel, from the notebook's own folder, as JupyterLab does.

    Parameters
    ----------
    path
        An .ipynb file. It is not changed; see :func:`save`.

    Returns
    -------
    nbformat.NotebookNode
        The notebook with its outputs, normalised: cells numbered, no times, no addresses in memory, the kernel's name
        and nothing else of this machine.

    Raises
    ------
    NotebookError
        Where a cell fails or writes a warning; names the notebook and the cell.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    path = Path(path)
    notebook = load(path)
    client = NotebookClient(
        notebook,
        kernel_name=_KERNEL,
        timeout=_SECONDS_PER_CELL,
        record_timing=False,
        extra_arguments=["--IPKernelApp.log_level=40"],  # what a kernel warns of here, no reader can act on
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        what = f"cell {_failed(notebook)} fails ({error.ename}: {error.evalue})"
        raise NotebookError(f"{path}: {what}; run it in JupyterLab") from None
    except CellTimeoutError:
        raise NotebookError(f"{path}: a cell took more than {_SECONDS_PER_CELL} s; make it faster") from None
    except DeadKernelError:
        raise NotebookError(f"{path}: the kernel died; run it in JupyterLab to see which cell kills it") from None
    _normalise(notebook)
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", ()):
            if output.get("name") == "stderr":
                warning = output.text.strip().splitlines()[0]
                raise NotebookError(f"{path}: cell {number} writes a warning ({warning}); a reader would see it")
    return notebook


def save(notebook, path) -> None:
    """Write a notebook as one file, whole or not at all.

    Parameters
    ----------
    notebook
        As :func:`execute` returns it.
    path
        The .ipynb file.
    """
    import nbformat

    write_bytes(Path(path), (nbformat.writes(notebook, version=4).rstrip("\n") + "\n").encode())


def _failed(notebook) -> int:
    for number, cell in enumerate(notebook.cells, start=1):
        if any(output.output_type == "error" for output in cell.get("outputs", ())):
            return number
    return len(notebook.cells)


def _normalise(notebook) -> None:
    notebook.metadata.clear()
    notebook.metadata.update(_METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    executed = 0
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number:02d}"
        tags = cell.metadata.get("tags")
        cell.metadata.clear()
        if tags:
            cell.metadata.tags = tags
        if cell.cell_type != "code":
            continue
        executed += 1
        cell.execution_count = executed
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = executed
            for kind, text in output.get("data", {}).items():
                if isinstance(text, str) and kind.startswith("text/"):
                    output.data[kind] = _ADDRESS.sub("", text)
