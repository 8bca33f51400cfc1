"""Downloads, tried against a server on this machine: the real files, a truncated one, a wrong one, and a dead port."""

import functools
import http.server
import shutil
import socket
import threading

import pytest

from analysis import catalog
from analysis.corpus import Corpus
from analysis.errors import CorpusError, FetchError, MissingTextError
from analysis.fetch import fetch

PAGE = "xiangjiang/2021.txt"


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        self.server.asked.append(self.path)


@pytest.fixture
def serve():
    servers = []

    def start(folder):
        handler = functools.partial(_Silent, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server, f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def copy(corpora, tmp_path):
    """A folder of the raw files to spoil."""
    folder = tmp_path / "served"
    (folder / "xiangjiang").mkdir(parents=True)
    shutil.copy(corpora / PAGE, folder / PAGE)
    return folder


def test_the_real_files_become_a_corpus_with_texts(serve, corpora, tmp_path, monkeypatch):
    _, address = serve(corpora)
    target = fetch("xiangjiang", mirror=address + "/", folder=tmp_path / "cache")
    assert Corpus.load(target).has_texts
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path / "cache"))
    fetched, bundled = catalog.corpus("xiangjiang", texts=True), catalog.corpus("xiangjiang")
    assert fetched.reports["sha256"].tolist() == bundled.reports["sha256"].tolist()


def test_names_in_chinese_are_asked_for_rightly(serve, corpora, tmp_path):
    _, address = serve(corpora)
    fetch("provinces", mirror=address, folder=tmp_path)
    assert len(list((tmp_path / "raw" / "provinces-2026").iterdir())) == 31


def test_what_is_there_is_not_downloaded_again(serve, corpora, tmp_path):
    server, address = serve(corpora)
    fetch("xiangjiang", mirror=address, folder=tmp_path)
    fetch("xiangjiang", mirror=address, folder=tmp_path)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-100], lambda raw: raw + b"!", lambda raw: b"<html>not here</html>"]
)
def test_a_truncated_or_wrong_file_is_named_and_not_kept(serve, copy, tmp_path, spoil):
    (copy / PAGE).write_bytes(spoil((copy / PAGE).read_bytes()))
    _, address = serve(copy)
    with pytest.raises(FetchError, match=r"2021\.txt.*checksum differs"):
        fetch("xiangjiang", mirror=address, folder=tmp_path / "cache")
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]


def test_a_spoilt_file_in_the_cache_is_replaced(serve, corpora, tmp_path):
    _, address = serve(corpora)
    (tmp_path / "raw" / "xiangjiang").mkdir(parents=True)
    (tmp_path / "raw" / PAGE).write_bytes(b"half")
    fetch("xiangjiang", mirror=address, folder=tmp_path)
    assert (tmp_path / "raw" / PAGE).read_bytes() == (corpora / PAGE).read_bytes()


def test_a_missing_file_says_what_the_server_answered(serve, tmp_path):
    (tmp_path / "empty").mkdir()
    _, address = serve(tmp_path / "empty")
    with pytest.raises(FetchError, match="the server answered 404"):
        fetch("xiangjiang", mirror=address, folder=tmp_path / "cache")


def test_a_dead_port_is_no_connection(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="no connection"):
        fetch("xiangjiang", mirror=f"http://127.0.0.1:{port}", folder=tmp_path)


def test_texts_that_were_not_fetched_say_how(tmp_path, monkeypatch):
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path))
    with pytest.raises(MissingTextError, match="analysis fetch national"):
        catalog.corpus("national", texts=True)
    with pytest.raises(CorpusError, match="there are national, provinces, xiangjiang"):
        fetch("nation", folder=tmp_path)
