"""Draw sentences for hand coding, stratified so that every theme and every period is read."""

import io
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.atomic import write_bytes
from analysis.corpus import Corpus
from analysis.errors import CorpusError, ExportError
from analysis.measure.counting import theme_hits

# Shorter sentences are salutations and headings, of which nothing can be said.
_FEWEST_HAN = 8


def sample(corpus: Corpus, *, codebook="policy", size: int = 300, seed: int = 0, path=None) -> pd.DataFrame:
    """Draw a stratified random sample of sentences for hand coding, and write it to a spreadsheet.

    Half of the sample is spread evenly over the themes the codebook sees, so that rare themes are judged too; half is
    drawn at random from all sentences, so that what the codebook misses is seen as often as it happens. Within both,
    sentences are drawn evenly by decade and level. The coder does not see what the codebook says.

    Parameters
    ----------
    corpus
        Reports with texts.
    codebook
        A bundled name, a YAML file or a Codebook.
    size, seed
        How many sentences, and the seed of the draw.
    path
        Where to write an .xlsx file with the sentences, an empty column for the codes, and the codebook's
        definitions; None writes nothing.

    Returns
    -------
    DataFrame
        One row a sentence (key: id): id ("report_id:paragraph:sentence"), stratum (theme or random), text. Fewer than
        ``size`` where the corpus has no more.

    Raises
    ------
    MissingTextError
        Where the corpus has no texts.
    ExportError
        Where ``path`` does not end in .xlsx.
    CorpusError
        Where ``size`` is not at least 1.

    Examples
    --------
    >>> from analysis import review
    >>> from analysis.corpus import Corpus, Report
    >>> corpus = Corpus.from_reports([Report(id="a", title="", paragraphs=("稳定和扩大云岭就业岗位。",))])
    >>> review.sample(corpus, size=1)["id"].tolist()
    ['a:0:0']
    """
    if path is not None and Path(path).suffix.lower() != ".xlsx":
        raise ExportError(f"{path}: the sample is a spreadsheet; give it a name that ends in .xlsx")
    if size < 1:
        raise CorpusError(f"size={size}: draw at least 1 sentence")
    corpus.require_texts("drawing a sample of sentences")
    book = codebooks.load(codebook)
    sentences = corpus.sentences.join(corpus.reports.set_index("report_id")[["year", "level"]], on="report_id")
    sentences["row"] = np.arange(len(sentences))
    sentences = sentences[(sentences["han"] >= _FEWEST_HAN) & ~sentences["is_heading"]]
    decade = (sentences["year"] // 10).astype("str")
    sentences["cell"] = decade + sentences["level"]
    generator = np.random.default_rng(seed)
    hits = theme_hits(corpus, book)
    taken: dict[int, str] = {}
    per_theme = -(-size // (2 * len(book)))
    for number, theme in enumerate(book.themes):
        rows = hits.loc[hits["theme"] == number, "row"].unique()
        pool = sentences[sentences["row"].isin(rows) & ~sentences["row"].isin(taken)]
        taken |= dict.fromkeys(_spread(pool, min(per_theme, size - len(taken)), generator), theme.id)
    pool = sentences[~sentences["row"].isin(taken)]
    taken |= dict.fromkeys(_spread(pool, size - len(taken), generator), "random")
    drawn = sentences[sentences["row"].isin(taken)]
    frame = pd.DataFrame(
        {
            "id": drawn["report_id"] + ":" + drawn["paragraph"].astype("str") + ":" + drawn["sentence"].astype("str"),
            "stratum": drawn["row"].map(taken),
            "text": drawn["text"].str.strip(),
        }
    )
    frame = frame.iloc[generator.permutation(len(frame))].reset_index(drop=True)
    if path is not None:
        write_bytes(Path(path), _spreadsheet(frame, book))
    return frame


def _spread(pool: pd.DataFrame, size: int, generator) -> list[int]:
    # One sentence from each cell (decade and level) in turn, cells and sentences in random order.
    if size <= 0 or pool.empty:
        return []
    shuffled = pool.iloc[generator.permutation(len(pool))]
    turn = shuffled.groupby("cell").cumcount() + generator.random(len(shuffled)) * 0.5
    return shuffled.iloc[np.argsort(turn.to_numpy(), kind="stable")]["row"].head(size).tolist()


def _spreadsheet(frame: pd.DataFrame, book) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "code here"
    sheet.append(["id", "text", "themes (ids separated by spaces; - for none)"])
    for row in frame.itertuples():
        sheet.append([row.id, row.text, None])
    guide = workbook.create_sheet("themes")
    guide.append(["id", "label_zh", "label_en", "definition", "definition_zh"])
    for theme in book.themes:
        guide.append([theme.id, theme.label_zh, theme.label_en, theme.definition, theme.definition_zh])
    for page in workbook:
        for cell in (cell for row in page for cell in row):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # text is text, also where it begins like a formula
        page.freeze_panes = "A2"
        for cell in page[1]:
            cell.font = Font(bold=True)
        for letter, width in zip("ABCDE", (26, 90, 40, 60, 60), strict=True):
            page.column_dimensions[letter].width = width
    sink = io.BytesIO()
    workbook.save(sink)
    return sink.getvalue()
