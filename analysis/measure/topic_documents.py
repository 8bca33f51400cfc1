"""Which documents a corpus has for topics: its paragraphs, its sentences where these are too few, or none at all."""

from dataclasses import dataclass

from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.tally import Scope
from analysis.measure.topic_words import DocumentTerms, document_terms

# Fewer documents than this carry no topics: a fit on four fifths of them hangs on single paragraphs.
_FEWEST = {"paragraph": 60, "sentence": 60, "report": 20}
_FEWEST_TERMS = 10
MINIMUM = 5
# In how many sentences a word must stand where a corpus has too few paragraphs.
_MINIMUM_OF_SENTENCES = 3


@dataclass(frozen=True, eq=False)
class Documents:
    """The words of the documents, what they are, in how many a word stands at least, and what to note of that."""

    words: DocumentTerms
    unit: str
    minimum: int
    notes: tuple[dict[str, str], ...] = ()

    @property
    def enough(self) -> bool:
        """Return whether there are documents and words for topics."""
        return len(self.words.documents) >= _FEWEST[self.unit] and len(self.words.terms) >= _FEWEST_TERMS


def topic_documents(corpus: Corpus, scopes: list[Scope], *, unit: str, minimum: int) -> Documents:
    """Return the documents to group; CorpusError where there are too few, or ``minimum`` leaves too few."""
    asked = _documents(corpus, scopes, unit, minimum)
    if asked.enough:
        return asked
    here = len(asked.words.documents)
    if minimum > MINIMUM:
        usual = _documents(corpus, scopes, unit, MINIMUM)
        if usual.enough:
            raise CorpusError(
                f"minimum={minimum}: of {len(usual.words.documents)} {unit}s {here} keep enough words that stand in so "
                f"many; give a lower minimum ({MINIMUM} is usual)"
            )
    few = f"{here} {unit}s with enough words"
    if unit == "sentence" and minimum > _MINIMUM_OF_SENTENCES:
        asked = _documents(corpus, scopes, unit, _MINIMUM_OF_SENTENCES)
        if asked.enough:
            return asked
    if here >= _FEWEST[unit]:
        raise CorpusError(
            f"{len(asked.words.terms)} different words in {here} {unit}s are too few for topics ({_FEWEST_TERMS} are "
            "needed); add reports, or count themes of a codebook instead"
        )
    if unit == "report" and len(scopes) < _FEWEST[unit]:  # whatever the words
        few = "one report is" if len(scopes) == 1 else f"{len(scopes)} reports are"
        raise CorpusError(f"{few} too few for topics of whole reports ({_FEWEST[unit]} are needed); take paragraphs")
    if unit == "paragraph":
        few_zh = f"有足够词语的段落仅{here}个，不足以划分话题（需{_FEWEST[unit]}个），故按句子聚类。"
        few_en = f"{few} are too few for topics ({_FEWEST[unit]} needed), so sentences are grouped"
        asked = _documents(
            corpus, scopes, "sentence", min(minimum, _MINIMUM_OF_SENTENCES), ({"en": few_en, "zh": few_zh},)
        )
        if asked.enough:
            return asked
        few = f"{here} paragraphs and {len(asked.words.documents)} sentences with enough words"
    raise CorpusError(
        f"{few} are too few for topics ({_FEWEST[unit]} are needed); add reports, or count themes of a codebook instead"
    )


def _documents(corpus: Corpus, scopes: list[Scope], unit: str, minimum: int, notes=()) -> Documents:
    return Documents(document_terms(corpus, scopes, unit=unit, minimum=minimum), unit, minimum, notes)
