"""How every file that cannot be read is refused: in one sentence that names it."""

import pytest

from analysis import read
from analysis.errors import ReadError


def refused(path, words: str) -> None:
    """Hold that reading ``path`` raises one sentence with its name and ``words``."""
    with pytest.raises(ReadError) as caught:
        read.report(path)
    said = str(caught.value)
    assert "\n" not in said and path.name in said
    assert words in said, said
    assert said.count(". ") == 0 and not said.endswith(".")
