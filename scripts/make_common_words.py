"""List the common words of the bundled corpora, which their features can then count.

Run by hand when the corpora change: python scripts/make_common_words.py ../shared/corpora
"""

import sys
from pathlib import Path

from analysis import catalog
from analysis.atomic import write_bytes
from analysis.paths import data_folder
from analysis.vocabulary import stop_words

FEWEST = 40
HEAD = "# Common words of the bundled corpora (at least 40 uses), made by scripts/make_common_words.py. Sorted.\n"


def main() -> None:
    """Count the words of every bundled corpus and write those used often enough."""
    total: dict[str, int] = {}
    for name in catalog.names():
        counts = catalog.read_raw(name, Path(sys.argv[1])).word_counts()
        for word, count in counts.groupby("word")["count"].sum().items():
            total[word] = total.get(word, 0) + int(count)
    han = [w for w, n in total.items() if n >= FEWEST and len(w) > 1 and all("\u3400" <= c <= "\u9fff" for c in w)]
    words = sorted(set(han) - stop_words())
    write_bytes(data_folder() / "lexicons" / "common-words.txt", (HEAD + "\n".join(words) + "\n").encode())


if __name__ == "__main__":
    main()
