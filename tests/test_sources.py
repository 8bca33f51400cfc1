import pytest

from analysis.errors import CorpusError
from analysis.sources import names, require_bundled, sources


def test_every_raw_file_is_pinned_by_address_size_and_checksum():
    table = sources()
    assert table["file"].is_unique and table["sha256"].str.fullmatch("[0-9a-f]{64}").all()
    assert table["address"].str.match("https?://").all() and table["bytes"].gt(0).all()


def test_each_corpus_has_files_and_no_two_share_one():
    files = [set(sources(name)["file"]) for name in names()]
    assert all(files) and sum(map(len, files)) == len(set.union(*files))


def test_an_unknown_corpus_names_the_known():
    known = "there are national, provinces, xiangjiang"
    with pytest.raises(CorpusError, match=f"no bundled corpus is called 'nation'; {known}"):
        require_bundled("nation")
    with pytest.raises(CorpusError, match="'nation'"):
        sources("nation")
