"""Krippendorff's own and his readers' examples: ../shared/reference-values/intercoder_alpha.json."""

import pytest

from analysis.stats.agreement import krippendorff_alpha


def test_alpha_is_that_of_every_reference(reference_values):
    for case in reference_values("intercoder_alpha.json")["cases"]:
        found = krippendorff_alpha(case["data"], level=case["level"])
        assert found == pytest.approx(case["alpha"], abs=10 ** -min(case.get("dp", 6), 6)), case["source"]


def test_alpha_that_cannot_be_told_is_an_error():
    with pytest.raises(ValueError, match="same one value"):
        krippendorff_alpha([[1, 1], [1, 1]])
    with pytest.raises(ValueError, match="no unit was coded by two"):
        krippendorff_alpha([[1, None], [None, 2]])
