"""Read: files of any kind in, reports and corpora out."""

from analysis.read.files import report, reports

__all__ = ["corpus", "report", "reports", "structure"]


def corpus(name: str, *, texts: bool = False):
    """Load a bundled corpus by name.

    Parameters
    ----------
    name
        ``"national"`` (the premier's reports), ``"provinces"`` or ``"xiangjiang"``.
    texts
        False: counts and positions, on which every counting measure works. True: the texts too, which
        ``analysis fetch NAME`` downloaded.

    Returns
    -------
    Corpus
        Its reports in order of year, then of place.

    Raises
    ------
    CorpusError
        For an unknown name.
    MissingTextError
        Where the texts are asked for and have not been fetched.

    Examples
    --------
    >>> from analysis import read
    >>> len(read.corpus("national"))
    57
    """
    from analysis import catalog

    return catalog.corpus(name, texts=texts)


def structure(report):
    """Return the sentences of a report with their place in it.

    Parameters
    ----------
    report
        A Report, as :func:`report` reads it.

    Returns
    -------
    DataFrame
        One row a sentence (key: paragraph, sentence): section (0 before the first heading), heading, heading_kind,
        is_heading, part (review, plan or other), paragraph, sentence, text. The texts of a paragraph's sentences
        joined are the paragraph.

    Examples
    --------
    >>> from analysis import read
    >>> from analysis.corpus import Report
    >>> read.structure(Report(id="a", title="", paragraphs=("稳定就业。扩大内需。",)))["text"].tolist()
    ['稳定就业。', '扩大内需。']
    """
    from analysis.text.structure import structure as sentences

    return sentences(report.paragraphs, report.bold, title=report.title, year=report.year)
