"""How much of each premier's report stands in the one before, 1954-2025: seconds on one core, beside the usual way.

taskset -c 0 python benchmarks/novelty.py ../shared/corpora

The usual way is Python's difflib: for each sentence of a report the closest one of the report before it. It is timed on
one pair of reports, since it takes as long for one as ours for dozens.
"""

import difflib
import sys
import time
from pathlib import Path

from analysis import catalog, measure

PAIR = (2024, 2025)


def seconds(work) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Time both."""
    corpus = catalog.read_raw("national", Path(sys.argv[1]))
    old, new = (corpus.select(year=year).sentences["text"].tolist() for year in PAIR)
    measure.novelty(corpus, PAIR[1], against=PAIR[0])  # warms up
    whole = seconds(lambda: measure.recycled(corpus))
    ours = seconds(lambda: measure.novelty(corpus, PAIR[1], against=PAIR[0]))
    theirs = seconds(lambda: [difflib.get_close_matches(sentence, old, n=1, cutoff=0.5) for sentence in new])
    print(f"{len(corpus)} reports against their predecessors: {whole:.1f} s")
    print(f"one pair, difflib.get_close_matches for each sentence: {theirs / ours:.0f} times as long as ours")


if __name__ == "__main__":
    main()
