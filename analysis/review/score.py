"""Score a codebook against sentences coded by hand: precision, recall, F1, and the coders' agreement."""

from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.errors import CodebookError
from analysis.measure.counting import theme_hits
from analysis.stats.agreement import krippendorff_alpha
from analysis.stats.intervals import wilson

# The name of the coder whose codes settle what the others disagree on.
AGREED = "agreed"


def read_codes(path) -> pd.DataFrame:
    r"""Read hand codes from a table.

    Parameters
    ----------
    path
        A CSV or XLSX file with the columns id, themes (theme ids separated by spaces; "-" or nothing: none), and
        perhaps coder and half. A file without a coder column has one coder, "A".

    Returns
    -------
    DataFrame
        One row per sentence and coder (key: id, coder), all columns as text.

    Raises
    ------
    CodebookError
        Where the file or a column is missing, nothing is coded, or a sentence stands twice for one coder.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from analysis import review
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "codes.csv"
    ...     _ = path.write_text("id,themes\na:0:0,employment energy\n")
    ...     codes = review.read_codes(path)
    >>> codes["themes"].item(), codes["coder"].item()
    ('employment energy', 'A')
    """
    path = Path(path)
    try:
        read = pd.read_excel if path.suffix.lower() == ".xlsx" else pd.read_csv
        codes = read(path, dtype="str", keep_default_na=False)
    except FileNotFoundError:
        raise CodebookError(f"{path}: no such file; check the name") from None
    except IsADirectoryError:
        raise CodebookError(f"{path}: a folder; name the file in it") from None
    except (ValueError, BadZipFile) as error:
        raise CodebookError(f"{path}: not a table ({error}); save it as CSV or XLSX") from None
    codes.columns = [str(name).split(" ")[0] for name in codes.columns]
    missing = [name for name in ("id", "themes") if name not in codes]
    if missing:
        raise CodebookError(f"{path}: no column {missing[0]!r}; it has {', '.join(codes.columns)}")
    double = [name for name in ("id", "themes", "coder", "half") if f"{name}.1" in codes]  # pandas numbers the second
    if double:
        raise CodebookError(f"{path}: two columns are called {double[0]!r}; remove one")
    if codes.empty:
        raise CodebookError(f"{path}: no sentence is coded; write theme ids into the column 'themes'")
    codes = codes.assign(coder=codes.get("coder", "A"), themes=codes["themes"].fillna("").replace("-", ""))
    twice = codes[codes.duplicated(["id", "coder"])]
    if len(twice):
        row = twice.iloc[0]
        raise CodebookError(
            f"{path}: sentence {row['id']} stands twice for coder {row['coder']}; put all its themes on one line"
        )
    return codes


def score(codes: pd.DataFrame, *, corpus: Corpus, codebook="policy") -> pd.DataFrame:
    """Compare what the codebook finds in hand-coded sentences with what the coders found.

    The truth of a sentence is the codes of the coder "agreed" where there are any; else what every coder gave, and a
    theme on which they differ is set aside as disputed.

    Parameters
    ----------
    codes
        One row per sentence and coder: id, coder, themes (see :func:`read_codes`).
    corpus
        The reports of the sentences, with texts or features.
    codebook
        A bundled name, a YAML file or a Codebook.

    Returns
    -------
    DataFrame
        One row a theme and last the row "micro" over all (key: theme): theme, sentences (in which it truly stands),
        true_positive, false_positive, false_negative, disputed, precision, precision_low, precision_high, recall,
        recall_low, recall_high (95% Wilson intervals), f1.

    Examples
    --------
    >>> import pandas as pd
    >>> from analysis import review
    >>> from analysis.corpus import Corpus, Report
    >>> corpus = Corpus.from_reports([Report(id="a", title="", paragraphs=("稳定和扩大就业。",))])
    >>> codes = pd.DataFrame({"id": ["a:0:0"], "coder": ["A"], "themes": ["employment"]})
    >>> review.score(codes, corpus=corpus).set_index("theme").loc["micro", "recall"].item()
    1.0
    """
    book = codebooks.load(codebook)
    themes = [theme.id for theme in book.themes]
    _check_themes(codes, themes)
    ids = list(dict.fromkeys(codes["id"]))
    found = _found(ids, corpus, book)
    truth, disputed = _truth(codes, ids, themes)
    rows = []
    for name, at in [*((theme, [i]) for i, theme in enumerate(themes)), ("micro", list(range(len(themes))))]:
        t, f, open_ = truth[:, at], found[:, at], disputed[:, at]
        tp, fp, fn = ((a & b & ~open_).sum() for a, b in ((t, f), (~t, f), (t, ~f)))
        precision = tp / (tp + fp) if tp + fp else np.nan
        recall = tp / (tp + fn) if tp + fn else np.nan
        bounds = [*wilson(tp, tp + fp), *wilson(tp, tp + fn)]
        f1 = 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else np.nan
        rows.append([name, tp + fn, tp, fp, fn, open_.sum(), precision, *bounds[:2], recall, *bounds[2:], f1])
    columns = ["theme", "sentences", "true_positive", "false_positive", "false_negative", "disputed"]
    columns += ["precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high", "f1"]
    return pd.DataFrame(rows, columns=columns)


def agreement(codes: pd.DataFrame, *, codebook="policy") -> pd.DataFrame:
    """Measure how far the coders agree: Krippendorff's alpha on each theme (present or not), and over all themes.

    Parameters
    ----------
    codes
        One row per sentence and coder; the coder "agreed" is left out.
    codebook
        The codebook whose themes were coded.

    Returns
    -------
    DataFrame
        One row a theme and last the row "all" (key: theme): theme, coders, units (sentences coded by two or more),
        alpha (missing where no coder, or every one, ever used the theme).

    Examples
    --------
    >>> import pandas as pd
    >>> from analysis import review
    >>> codes = pd.DataFrame({"id": ["a", "b"] * 2, "coder": list("AABB"), "themes": ["energy", ""] * 2})
    >>> review.agreement(codes).set_index("theme").loc["energy", "alpha"].item()
    1.0
    """
    themes = [theme.id for theme in codebooks.load(codebook).themes]
    _check_themes(codes, themes)
    own = codes[codes["coder"] != AGREED]
    tables = {}
    for theme in themes:
        marks = own.assign(mark=[int(theme in given.split()) for given in own["themes"]])
        tables[theme] = marks.pivot(index="coder", columns="id", values="mark")
    tables["all"] = pd.concat(tables.values(), axis=1)
    rows = []
    for name, table in tables.items():
        try:
            alpha = krippendorff_alpha(table.to_numpy(dtype=float))
        except ValueError:
            alpha = np.nan
        rows.append([name, len(table), int((table.notna().sum() > 1).sum()), alpha])
    return pd.DataFrame(rows, columns=["theme", "coders", "units", "alpha"])


def _check_themes(codes: pd.DataFrame, themes: list[str]) -> None:
    for row in codes.itertuples():
        unknown = [theme for theme in row.themes.split() if theme not in themes]
        if unknown:
            raise CodebookError(f"sentence {row.id}: the codebook has no theme {unknown[0]!r}; correct the code")


def _found(ids: list[str], corpus: Corpus, book) -> np.ndarray:
    keys = corpus.sentences[["report_id", "paragraph", "sentence"]].astype("str").agg(":".join, axis=1)
    row_of = dict(zip(keys, range(len(keys)), strict=True))
    missing = [i for i in ids if i not in row_of]
    if missing:
        raise CodebookError(f"sentence {missing[0]} is not in this corpus; score on the corpus it was drawn from")
    hits = theme_hits(corpus, book)
    marked = np.zeros((len(keys), len(book)), dtype=bool)
    marked[hits["row"], hits["theme"]] = True
    return marked[[row_of[i] for i in ids]]


def _truth(codes: pd.DataFrame, ids: list[str], themes: list[str]) -> tuple[np.ndarray, np.ndarray]:
    place, column = {i: n for n, i in enumerate(ids)}, {theme: n for n, theme in enumerate(themes)}
    votes, coders = np.zeros((len(ids), len(themes))), np.zeros(len(ids))
    settled, final = np.zeros(len(ids), dtype=bool), np.zeros((len(ids), len(themes)), dtype=bool)
    for row in codes.itertuples():
        given = [column[theme] for theme in set(row.themes.split())]
        if row.coder == AGREED:
            settled[place[row.id]] = True
            final[place[row.id], given] = True
        else:
            coders[place[row.id]] += 1
            votes[place[row.id], given] += 1
    every = (votes == coders[:, None]) & (coders[:, None] > 0)
    disputed = (votes > 0) & ~every & ~settled[:, None]
    return np.where(settled[:, None], final, every), disputed
