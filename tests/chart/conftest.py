"""Texts of house figures are measured as they are drawn."""

import pytest
from matplotlib import rc_context

from analysis.chart.fonts import AS_MEASURED


@pytest.fixture(autouse=True)
def _as_drawn():
    with rc_context(AS_MEASURED):
        yield
