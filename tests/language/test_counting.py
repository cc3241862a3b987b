"""The length of a text in the unit that a platform counts."""

import pytest

from planbuilder.language.counting import length
from planbuilder.plan.platforms import Counting


@pytest.mark.parametrize(("counts", "due"), [("characters", 11), ("graphemes", 5), ("x", 7), ("gsm", 15)])
def test_each_unit_counts_in_its_own_way(counts: Counting, due: int) -> None:
    assert length("e\u0301€ 👨‍👩‍👧‍👦!", counts) == due
