"""Where the real reports and the known answers are; tests that need them skip visibly where they are not."""

import json
import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ANALYSIS_SHARED", REPOSITORY.parent / "shared"))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of raw files of the bundled corpora."""
    folder = Path(os.environ.get("ANALYSIS_CORPORA", SHARED / "corpora"))
    if not folder.is_dir():
        pytest.skip("the raw reports (../shared/corpora) are not here")
    return folder


@pytest.fixture(scope="session")
def reference_values():
    """A function that loads a file of values computed elsewhere."""
    folder = SHARED / "reference-values"
    if not folder.is_dir():
        pytest.skip("the known answers (../shared/reference-values) are not here")
    return lambda name: json.loads((folder / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The reports of an invented place that ship with the package."""
    return REPOSITORY / "data" / "samples"


def _texts(name: str):
    @pytest.fixture(scope="session", name=f"{name}_texts")
    def texts(corpora):
        from analysis import catalog

        return catalog.read_raw(name, corpora)

    return texts


national_texts = _texts("national")
provinces_texts = _texts("provinces")
xiangjiang_texts = _texts("xiangjiang")
