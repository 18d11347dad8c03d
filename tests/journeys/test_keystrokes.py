"""The ten commonest items by keyboard alone, with their keys counted."""

from __future__ import annotations

import pytest

from hallclient.demo import keystrokes
from hallclient.demo.day_cast import Cast
from hallclient.demo.day_stage import Stage
from tools.keystrokes import DOCUMENT

TEXT_MAY_DIFFER = 25
"""Names of invented people are not equally long each time the city changes."""


def recorded() -> dict[str, tuple[int, int]]:
    """Text and other keys of each item, as docs/keystrokes.md has them."""
    rows = [line.strip("| ").split(" | ") for line in DOCUMENT.read_text(encoding="utf-8").splitlines()]
    return {row[0]: (int(row[2]), int(row[3])) for row in rows if len(row) == 4 and row[1].isdecimal()}


@pytest.mark.timeout(300)
def test_ten_items_take_no_more_keys_than_recorded(stage: Stage) -> None:
    cast = Cast(stage.demo)
    stage.enter(cast.teller.staff_no)
    counted = keystrokes.play(stage, cast)
    print("\n" + keystrokes.table(counted))
    known = recorded()
    assert {one.zh for one in counted} == set(known) - {"all"}, "make keystrokes"
    for one in counted:
        text, rest = known[one.zh]
        assert one.orders <= rest, f"{one.zh} takes {one.orders} keys beside the text, recorded are {rest}"
        assert one.typed <= text + TEXT_MAY_DIFFER, f"{one.zh}: {one.typed} keys of text, recorded are {text}"
