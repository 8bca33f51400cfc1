"""What must not stand in the repository: sentences of real reports, addresses of package registries, machine paths."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
WINDOW = 24
HAN = re.compile(r"[\u3400-\u9fff]+")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")

# Written in pieces, so that this file passes its own test.
REGISTRIES = tuple(
    "".join(pieces)
    for pieces in (
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("registry.npm", "js.org"),
        ("deb.deb", "ian.org"),
        ("security.deb", "ian.org"),
        ("conda.ana", "conda.org"),
    )
)
ROOTS = ("work", "farm", "root", "Users", "home", "tmp/bash_jobs", "tmp/team")
MACHINE_PATH = re.compile(rf"(?:^|[^A-Za-z0-9_.\-])/(?:{'|'.join(ROOTS)})[A-Za-z0-9_.\-]*/")


def han(text: str) -> str:
    """Only the Han characters of a text, JSON escapes undone."""
    return "".join(HAN.findall(ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)))


def windows(text: str):
    letters = han(text)
    return (letters[i : i + WINDOW] for i in range(len(letters) - WINDOW + 1))


@pytest.fixture(scope="module")
def tracked() -> dict[str, str]:
    """The text files of the repository by name: those git follows, and those about to be added."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=REPOSITORY, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git repository: what is published cannot be told")
    found = {}
    for name in filter(None, done.stdout.decode().split("\0")):
        path = REPOSITORY / name
        raw = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in raw[:4096]:
            found[name] = raw.decode("utf-8", "ignore")
    return found


def bundled_strings() -> dict[str, str]:
    """The strings inside the features, which are stored in a binary form; a line break between any two of them."""
    found = {}
    for path in sorted((REPOSITORY / "data" / "corpora").rglob("*.parquet")):
        frame = pd.read_parquet(path)
        for column in frame.columns[[not pd.api.types.is_numeric_dtype(kind) for kind in frame.dtypes]]:
            found[f"{path.parent.name}/{path.name} {column}"] = frame[column].dropna().astype(str).unique()
    return found


def real_texts(folder: Path):
    for path in sorted(folder.glob("*/*")):
        if path.suffix != ".zip":
            yield path.name, path.read_text(encoding="utf-8-sig", errors="ignore")
            continue
        with zipfile.ZipFile(path) as outer:
            for member in outer.namelist():
                with zipfile.ZipFile(io.BytesIO(outer.read(member))) as word:
                    yield path.name, re.sub("<[^>]+>", "", word.read("word/document.xml").decode())


def test_no_sentence_of_a_real_report_stands_in_the_repository(corpora, tracked):
    where = {window: name for name, text in tracked.items() for window in windows(text)}
    for name, values in bundled_strings().items():
        where |= {window: name for value in values for window in windows(value)}
    found = {}
    for source, text in real_texts(corpora):
        for window in windows(text):
            if window in where:
                found.setdefault(where[window], f"…{window}… from {source}")
    assert not found, "ship counts, positions and facts instead"


def covered_runs(hits: pd.DataFrame) -> pd.Series:
    """Lengths of the stretches of sentences that stored positions spell out, terms laid end to end."""
    spelled = hits[hits["start"] >= 0].astype({"row": "int64", "start": "int64", "length": "int64"})
    spelled = spelled.assign(end=spelled["start"] + spelled["length"]).sort_values(["row", "start"], kind="stable")
    reach = spelled.groupby("row")["end"].cummax().groupby(spelled["row"]).shift()
    run = (reach.isna() | (spelled["start"] > reach)).cumsum()
    return spelled.groupby(run).agg(start=("start", "min"), end=("end", "max")).eval("end - start")


@pytest.mark.parametrize("name", ["national", "provinces", "xiangjiang"])
def test_no_sentence_can_be_put_together_from_stored_positions(name):
    folder = REPOSITORY / "data" / "corpora" / name
    runs = covered_runs(pd.read_parquet(folder / "hits.parquet"))
    length = pd.read_parquet(folder / "reports.parquet")["han"].sum()
    assert runs.max() < WINDOW, "words that lie side by side spell out a sentence: store fewer positions"
    assert runs.sum() < length / 2, "most of the text can be read from the positions: store fewer"


def test_terms_that_touch_or_overlap_make_one_run():
    hits = pd.DataFrame({"row": [1, 1, 1, 1, 2], "start": [0, 2, 3, 9, 4], "length": [2, 3, 4, 2, 1]})
    assert covered_runs(hits).tolist() == [7, 2, 1]


def test_no_package_registry_is_named(tracked):
    found = [name for name, text in tracked.items() if any(host in text for host in REGISTRIES)]
    assert not found, "name packages and versions, never an address they come from"


def test_no_path_of_a_machine_is_named(tracked):
    own = str(REPOSITORY) + "/"
    found = {}
    for name, text in tracked.items():
        match = MACHINE_PATH.search(text)
        if match or own in text:
            found[name] = match.group() if match else own
    assert not found, "write paths relative to the repository"


def test_the_checks_see_what_they_look_for():
    sentence = "云岭市各族人民紧密团结起来为建设富裕美丽幸福的新云岭而不懈奋斗"
    escaped = sentence.encode("unicode_escape").decode()
    assert set(windows(escaped)) == set(windows("，".join(sentence))) != set()
    assert MACHINE_PATH.search("see /" + ROOTS[0] + "/main/data") and MACHINE_PATH.search("/" + ROOTS[3] + "/li/x")
    assert not MACHINE_PATH.search("figures/work/index.html")
