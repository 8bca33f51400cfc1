import pytest

from analysis.codebook import Term
from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.measure.counting import needs_places, theme_hits
from analysis.report import Report
from tests.measure.yunling import book


def corpus(*paragraphs):
    return Corpus.from_reports([Report(id="yunling-2025", title="云岭市报告", year=2025, paragraphs=paragraphs)])


def counted(corpus_, book_, count="longest"):
    hits = theme_hits(corpus_, book_, count)
    return [(book_.themes[theme].id, str(term)) for theme, term in zip(hits["theme"], hits["term"], strict=True)]


def test_longest_counts_the_longer_term_only():
    found = counted(corpus("加强科技创新和创新。"), book(science=["科技创新", "科技", "创新"]))
    assert found == [("science", "科技创新"), ("science", "创新")]


def test_every_counts_each_substring():
    found = counted(corpus("加强科技创新。"), book(science=["科技创新", "科技", "创新"]), "every")
    assert sorted(term for _, term in found) == ["创新", "科技", "科技创新"]


def test_word_counts_whole_words_only():
    found = counted(corpus("重视农业农村工作。"), book(a=["农业农村", "农业", "工作"]), "word")
    assert ("a", "农业农村") in found and ("a", "农业") not in found


def test_a_stretch_counts_in_one_theme_unless_the_codebook_says_so():
    text = corpus("推广农业科技。")
    themes = {"farming": ["农业科技", "农业"], "science": ["科技"]}
    assert counted(text, book(**themes)) == [("farming", "农业科技")]
    assert counted(text, book(nested="theme", **themes)) == [("farming", "农业科技"), ("science", "科技")]
    both = {"farming": ["农业科技"], "science": ["科技", "农业科技"]}
    assert counted(text, book(**both)) == [("farming", "农业科技"), ("science", "农业科技")]


def test_not_in_and_near_decide_before_the_rule():
    text = corpus("保障农民工工资。增加农民收入。")
    assert len(counted(text, book(a=[Term("农民", not_in=("农民工",))]))) == 1
    assert len(counted(text, book(a=[Term("农民", near=("收入",), within=1)]))) == 1
    assert counted(text, book(a=[Term("保障", near=("收入",))])) == [], "another sentence is not near"
    assert len(counted(text, book(a=[Term("保障", near=("工资",))]))) == 1


@pytest.mark.parametrize("rule", ["longest", "every", "word"])
def test_traditional_text_counts_like_simplified(rule):
    policy = book(a=["经济建设", "发展"])
    assert counted(corpus("發展經濟建設。"), policy, rule) == counted(corpus("发展经济建设。"), policy, rule)


def test_an_unknown_rule_is_refused():
    with pytest.raises(CorpusError, match="longest, every, word"):
        counted(corpus("发展。"), book(a=["发展"]), "fuzzy")


def test_nested_scope_agrees_with_quanteda(reference_values):
    """'New York' inside 'New York Times': under both keys (scope key), or the longer only (scope dictionary)."""
    cases = reference_values("dictionary_and_kwic.json")["cases"]
    case = next(c for c in cases if "expected_matches" in c)
    dictionary = book(**case["dictionary"])
    for name, expected in zip(case["docs"], (case["expected_matches"][:2], case["expected_matches"][2:]), strict=True):
        assert counted(corpus(case["docs"][name]), dictionary) == [tuple(match) for match in expected]


def test_one_word_may_count_under_two_themes_and_an_empty_theme_keeps_its_zeros(reference_values):
    """quanteda's hierarchical dictionary: level 1 and level 1.2 as themes."""
    from analysis import measure

    case = reference_values("dictionary_and_kwic.json")["cases"][0]
    reports = [Report(id=name, title="", paragraphs=(text,)) for name, text in case["docs"].items()]
    texts = Corpus.from_reports(reports)
    inner = {f"{top}.{name}": words for top, entry in case["dictionary"].items() for name, words in entry.items()}
    outer = {top: [w for words in entry.values() for w in words] for top, entry in case["dictionary"].items()}
    second = {name: words for entry in case["dictionary"].values() for name, words in entry.items()}
    expectations = ((inner, case["levels_1_2"]), (outer, case["levels_1"]), (second, case["levels_2"]))
    for themes, expected in expectations:
        frame = measure.theme_frequencies(texts, codebook=book(**themes), count="word", part="all", intervals=False)
        found = frame.pivot(index="theme", columns="report_id", values="mentions")
        assert {theme: found.loc[theme].tolist() for theme in expected} == expected


def test_a_missing_text_is_not_the_word_na(tmp_path):
    """quanteda NEWS 1.3.0, issue 1372: an empty cell of a table must not become the word NA."""
    from analysis import measure, read

    table = tmp_path / "yunling.csv"
    text = "".join(f"云岭市今年要做好第{i}项工作，办好{i}件实事。" for i in range(30)) + "NA指标稳定。"
    rows = f"year,title,text\n2024,云岭市政府工作报告,{text}\n2025,云岭市政府工作报告,\n"
    table.write_text(rows, encoding="utf-8")
    reports = read.reports(table, on_error="skip")
    counts = measure.count_terms(reports, ["NA", "nan", "None"], count="every")
    assert counts.groupby("term")["mentions"].sum().to_dict() == {"NA": 1, "None": 0, "nan": 0}


def test_the_longest_match_wins_inside_a_theme():
    """quanteda PR 503: Czech Republic and Czech* on 'Czech Republic' counts once."""
    found = counted(corpus("Czech Republic and Czechia"), book(CZ=["Czech Republic", r"/Czech\w*/"]))
    assert found == [("CZ", "Czech Republic"), ("CZ", r"/Czech\w*/")]


def test_a_name_inside_a_longer_name_counts_as_the_codebook_says():
    """quanteda PR 1708: nested_scope 'key' counts both, 'dictionary' the longer only."""
    themes = {"city": ["New York"], "paper": ["New York Times"]}
    text = corpus("the New York Times")
    assert counted(text, book(nested="theme", **themes)) == [("city", "New York"), ("paper", "New York Times")]
    assert counted(text, book(**themes)) == [("paper", "New York Times")]


TWICE = book(a=["创新", "/创[新业]/", "/创新|创业/"])


@pytest.mark.parametrize("rule", ["longest", "every", "word"])
def test_a_stretch_that_several_terms_of_a_theme_match_counts_once(rule):
    assert counted(corpus("推进创新。鼓励创业。"), TWICE, rule) == [("a", "创新"), ("a", "/创[新业]/")]


@pytest.mark.parametrize("rule", ["longest", "word"])
def test_a_regular_expression_over_other_terms_of_its_theme_does_not_double(rule):
    text = corpus("推进创新，就业。")
    assert counted(text, book(a=["创新", "就业", "/创新.就业/"]), rule) == [("a", "/创新.就业/")]
    assert len(counted(text, book(a=["创新", "就业", "/创新.就业/"]), "every")) == 3, "another stretch is another count"


@pytest.mark.parametrize("rule", ["longest", "word"])
def test_two_terms_on_one_stretch_count_in_one_theme_unless_the_codebook_lists_the_term_in_both(rule):
    text = corpus("推进创新。")
    assert counted(text, book(b=["/创[新业]/"], a=["创新"]), rule) == [("a", "创新")], "a plain term wins"
    assert counted(text, book(b=["/创[新业]/"], a=["/创新|创业/"]), rule) == [("b", "/创[新业]/")], "the first listed"
    assert len(counted(text, book(a=["创新"], b=["创新"]), rule)) == 2
    assert len(counted(text, book(nested="theme", a=["创新"], b=["/创[新业]/"]), rule)) == 2


def test_every_looks_for_each_term_by_itself_whatever_stands_around_it():
    text = corpus("推广农业科技。")
    themes = {"farming": ["农业科技", "农业"], "science": ["科技", "/科./"]}
    found = counted(text, book(**themes), "every")
    assert sorted(found) == sorted([("farming", "农业科技"), ("farming", "农业"), ("science", "科技")])


@pytest.mark.parametrize("rule", ["longest", "every", "word"])
def test_a_term_listed_under_two_conditions_counts_once_where_both_hold(rule):
    twice = book(a=[Term("农民", near=("收入",)), Term("农民", not_in=("农民工",))])
    assert len(counted(corpus("增加农民的收入。"), twice, rule)) == 1


def test_conditions_on_words_of_unknown_place_are_an_error_and_no_wrong_number(tmp_path):
    """建设 is a common word: the sentences it stands in are saved, where in them is not."""
    corpus("加快建设，促进就业。").save(tmp_path)
    saved = Corpus.load(tmp_path)
    for term in (Term("建设", not_in=("党的建设",)), Term("就业", near=("建设",), within=3)):
        with pytest.raises(MissingTextError, match="where '建设' stands .* cannot be told; load the reports again"):
            counted(saved, book(a=[term]), "every")
    assert counted(saved, book(a=["建设", "就业"]), "every") == [("a", "建设"), ("a", "就业")]
    with pytest.raises(MissingTextError, match="part of a longer match"):
        counted(saved, book(a=["建设", "就业"]))


def test_which_codebooks_need_places():
    assert not needs_places(book(a=["发展"])) and needs_places(book(a=["发展", "就业"]))
    assert not needs_places(book(a=["发展", "就业"]), "every") and not needs_places(book(a=["发展", "就业"]), "word")
    assert needs_places(book(a=[Term("发展", not_in=("新发展",))]), "every") and needs_places(book(a=["/发./"]), "word")
