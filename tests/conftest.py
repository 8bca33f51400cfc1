"""Where the real reports and the known answers are; tests that need them skip visibly where they are not."""

import json
import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ANALYSIS_SHARED", REPOSITORY.parent / "shared"))

# An invented report of an invented place, long enough to be taken for one.
SENTENCE = "我们将加快科技创新，稳定就业，推动云岭市的产业升级，让群众的日子一年比一年好。"
REPORT = "2031年云岭市政府工作报告\n\n" + "\n".join(
    f"一、第{number}项任务\n{SENTENCE * 3}" for number in ("一", "二", "三", "四")
)


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


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The command line, in a folder with one report and one empty file."""
    from click.testing import CliRunner

    from analysis.cli import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path / "cache"))
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    return lambda *words: CliRunner().invoke(main, list(words))
