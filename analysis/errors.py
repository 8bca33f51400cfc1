"""The errors a user sees: each is one clear sentence that says which file, what is wrong and what to do next."""


class AnalysisError(Exception):
    """Base of every error this package raises on purpose; the command line prints it and exits with code 2."""


class ReadError(AnalysisError):
    """A file could not be read as a report."""


class CodebookError(AnalysisError):
    """A codebook file is malformed or names something that does not exist."""


class MissingTextError(AnalysisError):
    """A measure needs the text of the reports, and this corpus was loaded without it."""


class CorpusError(AnalysisError):
    """A corpus or a slice of it was asked for something it does not hold."""


class FetchError(AnalysisError):
    """A download failed or did not have the pinned checksum."""


class ChartError(AnalysisError):
    """A frame cannot be drawn as asked."""


class ExportError(AnalysisError):
    """A figure cannot be exported as asked."""


class NotebookError(AnalysisError):
    """A notebook cannot be run as asked."""
