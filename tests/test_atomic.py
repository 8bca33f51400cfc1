"""Files are written whole or not at all."""

import os

import pytest

from analysis.atomic import write_bytes


def test_folders_are_made_and_everyone_may_read(tmp_path):
    path = write_bytes(tmp_path / "a" / "b" / "c.csv", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError])
def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch, interruption):
    path = write_bytes(tmp_path / "figure.svg", b"old")

    def interrupted(*_):
        raise interruption

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(interruption):
        write_bytes(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["figure.svg"] and path.read_bytes() == b"old"
