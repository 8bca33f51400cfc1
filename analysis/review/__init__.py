"""Review of a codebook: check its examples, see what a change does, sample sentences for hand coding, score it."""

from analysis.review.check import check
from analysis.review.diff import diff
from analysis.review.sample import sample
from analysis.review.score import AGREED, agreement, read_codes, score

__all__ = ["AGREED", "agreement", "check", "diff", "read_codes", "sample", "score"]
