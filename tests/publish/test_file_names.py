"""What figures may be asked for, and what their files are called."""

import pytest

from analysis import publish
from analysis.errors import ExportError
from tests.publish.test_run import GOOD


def test_the_sizes_of_pictures_are_the_charts():
    from analysis.chart.canvas import LANGUAGES as DRAWN
    from analysis.chart.style import SIZES
    from analysis.publish.file_names import LANGUAGES, PICTURES

    assert (tuple(SIZES), DRAWN) == (PICTURES, LANGUAGES)


@pytest.mark.parametrize("asked", [{"formats": ()}, {"langs": ()}, {"formats": ("gif",)}, {"langs": ("fr",)}])
def test_nothing_or_the_unknown_asked_for_is_an_error(asked, tmp_path):
    for does in (publish.run, publish.check):
        with pytest.raises(ExportError, match="no (format|language) (asked for|is called)"):
            does([GOOD], folder=tmp_path, **asked)
