"""Writes docs/keystrokes.md: the commonest items of business accepted by keyboard alone, with the keys each takes."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "keystrokes.md"
HEAD = """# Keys of the commonest items

Made by `make keystrokes` (`tools/keystrokes.py`): ten items of business accepted on the real window by keyboard alone,
from choosing the kind to the printed receipt. Text is what the customer says and shows, Chinese counted by its pinyin
and one key to choose; the rest is Enter, Space, arrows and shortcuts. A test plays them again and fails where an item
takes more keys than here.

"""


def main() -> int:
    """Fill a small city, play, write."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from hallclient.demo import watchdog

    app = watchdog.application()
    from hallclient.demo import fill, keystrokes
    from hallclient.demo.day_cast import Cast
    from hallclient.demo.day_stage import Stage

    with tempfile.TemporaryDirectory() as folder:
        demo = fill.fill(Path(folder) / "city", customers=600, now=fill.PICTURES, orders_per_kind=1)
        cast = Cast(demo)
        stage = Stage(demo)
        stage.open()
        stage.enter(cast.teller.staff_no)
        counted = keystrokes.play(stage, cast)
        stage.close()
    said = keystrokes.table(counted)
    print(said)
    DOCUMENT.write_text(HEAD + said + "\n", encoding="utf-8")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
