"""Finding terms and cutting words, beside the usual ways of doing it, in one run on the same text: ratios, not seconds.

python benchmarks/terms_and_words.py ../shared/corpora      (jieba is timed too where it is installed)
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from analysis import codebook
from analysis.read import bundled
from analysis.text.match import find_terms
from analysis.text.segment import segmenter
from analysis.vocabulary import segmented

ROUNDS = 3


def best(work: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds, after one that warms up."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def report(title: str, ours: float, others: dict[str, float]) -> None:
    """Print how many times longer each other way takes."""
    print(title)
    for name, seconds in others.items():
        print(f"  {name}: {seconds / ours:.1f} times as long as ours")


def main() -> None:
    """Time both on the premier's reports."""
    texts = [paragraph for item in bundled.national(Path(sys.argv[1])) for paragraph in item.paragraphs]
    terms = [term for term in codebook.load("policy").patterns if not term.startswith("/")]
    pattern = re.compile("|".join(map(re.escape, sorted(terms, key=len, reverse=True))))
    print(f"{sum(map(len, texts)):,} characters, {len(terms):,} terms")
    report(
        "every occurrence of every term",
        best(lambda: find_terms(texts, terms)),
        {
            "str.count for each term (counts only)": best(lambda: [text.count(t) for text in texts for t in terms]),
            "one regular expression (longest first, none that overlap)": best(
                lambda: [pattern.findall(t) for t in texts]
            ),
        },
    )
    joined = "\n".join(texts)
    cut = segmenter(segmented())
    try:
        import jieba
    except ImportError:
        print("words: install jieba to compare with it")
        return
    jieba.setLogLevel(60)
    for word in segmented():
        jieba.add_word(word)
    theirs = best(lambda: list(jieba.cut(joined)))
    report("cutting words", best(lambda: cut.words(joined)), {"jieba with the same user words": theirs})


if __name__ == "__main__":
    main()
