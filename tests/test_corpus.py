import pytest

from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.report import Removed, Report


def report(year=2025, place="云岭市", **fields):
    paragraphs = fields.pop(
        "paragraphs", ("一、工作回顾", "过去一年，推动高质量发展。", "二、今年工作", "扩大就业。推进科技创新。")
    )
    return Report(
        id=fields.pop("id", f"yunling-{year}"),
        title=f"{year}年云岭市政府工作报告",
        year=year,
        place=place,
        paragraphs=paragraphs,
        **fields,
    )


@pytest.fixture
def corpus():
    return Corpus.from_reports([report(2024), report(2025, place="海源市", level="city")])


def test_frames_have_the_documented_columns_and_no_meaningful_index(corpus):
    assert (
        list(corpus.reports.columns)
        == (
            "report_id title year place place_code place_en level date publisher kind address language sha256 "
            "han words sentences paragraphs problems notes"
        ).split()
    )
    assert (
        list(corpus.sentences.columns)
        == ("report_id section heading heading_kind is_heading part paragraph sentence han words text").split()
    )
    assert list(corpus.reports.index) == [0, 1]


def test_sentences_lose_no_character(corpus):
    for item in corpus:
        own = corpus.sentences.query("report_id == @item.id")
        assert tuple(own.groupby("paragraph")["text"].sum()) == item.paragraphs
        assert own["han"].sum() == item.han


def test_select_by_year_place_and_level(corpus):
    assert list(corpus.select(year=2025).reports["report_id"]) == ["yunling-2025"]
    assert len(corpus.select(year=range(2020, 2030))) == 2
    assert list(corpus.select(place="云岭市").reports["year"]) == [2024]
    assert list(corpus.select(level="city").reports["year"]) == [2025]


def test_a_slice_that_holds_nothing_says_so(corpus):
    with pytest.raises(CorpusError, match="no report matches year=1999"):
        corpus.select(year=1999)


def test_joining_keeps_order_and_refuses_doubles(corpus):
    one, two = corpus.select(year=2024), corpus.select(year=2025)
    assert list((two + one).reports["year"]) == [2025, 2024]
    with pytest.raises(CorpusError, match="two reports have the id 'yunling-2024'"):
        corpus + one


def test_the_input_is_never_changed(corpus):
    reports, sentences = corpus.reports, corpus.sentences
    reports["title"] = sentences["text"] = "changed"
    assert "changed" not in set(corpus.reports["title"]) | set(corpus.sentences["text"])


def test_features_answer_like_texts_and_hold_no_text(corpus, tmp_path):
    corpus.save(tmp_path / "features")
    features = Corpus.load(tmp_path / "features")
    terms = ["就业", "高质量发展", "科技创新", "创新"]
    assert features.hits(terms).equals(corpus.hits(terms))
    assert features.word_counts().astype({"word": "str"}).equals(corpus.word_counts().astype({"word": "str"}))
    assert not features.has_texts and "text" not in features.sentences
    saved = b"".join(path.read_bytes() for path in (tmp_path / "features").iterdir())
    assert "过去一年，推动".encode() not in saved


def test_features_refuse_what_needs_text_and_name_the_way_out(corpus, tmp_path):
    corpus.save(tmp_path)
    features = Corpus.load(tmp_path)
    for attempt in (
        lambda: features.counted,
        lambda: features["yunling-2024"].text,
        lambda: features.hits(["没有的词"]),
    ):
        with pytest.raises(MissingTextError, match="from their files"):
            attempt()


def test_the_same_corpus_saves_to_the_same_bytes(corpus, tmp_path):
    for name in "ab":
        Corpus.from_reports(list(corpus)).save(tmp_path / name, texts=True)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_saving_with_texts_keeps_every_field(tmp_path):
    item = report(removed=(Removed("share bar", "分享到:", 9),), bold=(6, 0, 6, 0), problems=("no date found",))
    Corpus.from_reports([item]).save(tmp_path, texts=True)
    assert Corpus.load(tmp_path)[item.id] == item


def test_slices_of_features_equal_features_of_slices(corpus, tmp_path):
    corpus.save(tmp_path)
    features = Corpus.load(tmp_path)
    later, earlier = features.select(year=2025), features.select(year=2024)
    assert later.hits(["就业"]).equals(corpus.select(year=2025).hits(["就业"]))
    joined = later + earlier
    assert joined.hits(["就业"]).equals((corpus.select(year=2025) + corpus.select(year=2024)).hits(["就业"]))
    assert joined.word_counts()["count"].sum() == corpus.word_counts()["count"].sum()


@pytest.mark.parametrize("name", ["宁夏", "宁夏回族自治区", "Ningxia", "640000"])
@pytest.mark.parametrize("own", ["宁夏", "宁夏回族自治区"])
def test_a_place_is_selected_by_any_of_its_names(name, own):
    corpus = Corpus.from_reports([report(id="a", place=own), report(id="b", place="云岭市")])
    assert corpus.select(place=name).reports["report_id"].tolist() == ["a"]
    assert corpus.select(place=[name, "云岭市"]).reports["report_id"].tolist() == ["a", "b"]


def test_iterating_without_texts_yields_facts_whose_text_says_how_to_get_it(corpus, tmp_path):
    from analysis import read

    corpus.save(tmp_path)
    for one, other in zip(Corpus.load(tmp_path), corpus, strict=True):
        same = (
            "id",
            "title",
            "year",
            "place",
            "level",
            "date",
            "kind",
            "language",
            "han",
            "sha256",
            "problems",
            "notes",
        )
        assert [getattr(one, name) for name in same] == [getattr(other, name) for name in same]
        assert other.title in one._repr_html_() and one.id in repr(one) and one == one != other
        for needs in (lambda r: r.text, lambda r: r.paragraphs, read.structure):
            with pytest.raises(MissingTextError, match=f"the text of {one.id} is not here.*from their files"):
                needs(one)


def test_what_lacks_texts_names_the_bundled_corpus_that_has_them(corpus, tmp_path):
    from analysis import read

    national, provinces = read.corpus("national"), read.corpus("provinces").select(year=2026)
    assert [report.year for report in national][-1] == 2025
    for lacking in (lambda c: next(iter(c)).text, lambda c: c.hits(["云岭"]), lambda c: c.require_texts("this")):
        with pytest.raises(MissingTextError, match="run `analysis fetch provinces` once"):
            lacking(provinces)
        with pytest.raises(MissingTextError, match="fetch national` once.*; run `analysis fetch provinces"):
            lacking(national + provinces)
        corpus.save(tmp_path)
        with pytest.raises(MissingTextError, match="load the reports again from their files with read.reports"):
            lacking(Corpus.load(tmp_path))


def test_displays_escape_the_text_of_reports():
    shown = Corpus.from_reports([Report(id="x", title="<img onerror=alert(1)>", paragraphs=("发展。",))])
    assert "<img" not in shown._repr_html_() and "<img" not in shown["x"]._repr_html_()


def test_an_empty_corpus_is_a_corpus(tmp_path):
    empty = Corpus.from_reports([])
    assert len(empty) == 0 and empty.sentences.empty and "0 reports" in repr(empty)


def test_features_do_not_tell_where_common_words_stand_and_say_so_where_it_matters(tmp_path):
    from analysis import measure
    from analysis.index import UNPLACED

    texts = Corpus.from_reports([report(paragraphs=("工作有序，工作作风转变。", "工作要早。"))])
    texts.save(tmp_path)
    features = Corpus.load(tmp_path)
    assert set(features.hits(["工作"])["start"]) == {UNPLACED}
    for rule in ("every", "longest", "word"):
        one, two = (measure.count_terms(c, "工作", count=rule)["mentions"].tolist() for c in (texts, features))
        assert one == two
    with pytest.raises(MissingTextError, match="longer match cannot be told; load the reports again from their files"):
        measure.count_terms(features, ["工作", "工作作风"], count="longest")
