"""Drafts of an invented report, and files with it, for the tests of reading."""

import pytest

from analysis.read.draft import Line


@pytest.fixture(scope="session")
def lines(samples) -> list[str]:
    """The lines of a sample report, title and names included."""
    return (samples / "yunling-2025.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def report_file(tmp_path, lines):
    """A function that writes a file and returns its path; the sample report where no content is given."""

    def write(name: str = "yunling.txt", content: str | bytes | None = None, encoding: str = "utf-8"):
        path = tmp_path / name
        content = "\n".join(lines) if content is None else content
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.fixture
def numbered():
    """A function that makes numbered lines of texts."""
    return lambda texts, **fields: [Line(text, i, **fields) for i, text in enumerate(texts, 1)]
