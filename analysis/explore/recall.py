"""Write down a corpus as the code that loads it again."""

from analysis import catalog
from analysis.corpus import Corpus

IMPORTS = "from analysis import chart, measure, publish, read"


def recall(corpus: Corpus) -> str:
    """Return a line of code that makes this corpus: for a bundled one exactly, for one's own a line to complete.

    >>> from analysis import read
    >>> recall(read.corpus("xiangjiang"))
    "corpus = read.corpus('xiangjiang')"
    >>> recall(read.corpus("national").select(year=[2024, 2025]))
    "corpus = read.corpus('national').select(report_id=['national-2024', 'national-2025'])"
    """
    ids = corpus.reports["report_id"].tolist()
    listed = catalog.catalog()
    digests = dict(zip(listed["id"], listed["sha256"], strict=True))
    own = dict(zip(ids, corpus.reports["sha256"], strict=True))
    names = listed.set_index("id")["corpus"]
    if not ids or any(digests.get(report_id) != own[report_id] for report_id in ids) or names[ids].nunique() > 1:
        return "corpus = read.reports('my-folder/')  # as you read your own reports"
    name = names[ids[0]]
    texts = ", texts=True" if corpus.has_texts else ""
    whole = listed.loc[listed["corpus"] == name, "id"].tolist() == ids
    return f"corpus = read.corpus({name!r}{texts})" + ("" if whole else f".select(report_id={ids!r})")


def call(function: str, first: str, **choices) -> str:
    """Return the code of a call with the choices by keyword.

    >>> call("measure.theme_frequencies", "corpus", part="plan", codebook="policy")
    "measure.theme_frequencies(corpus, part='plan', codebook='policy')"
    """
    return f"{function}({', '.join([first, *(f'{name}={value!r}' for name, value in choices.items())])})"
