"""``hallclient demo``: an invented city in a workspace that is thrown away, to work in, or played by itself.

With a display a window opens, with a bar to change roles. Without one, or with ``--out``, the clerk's day is played on
the real window offscreen. Qt is imported only when that is decided.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

DEFAULT_OUT = Path("out/demo")


def demo(out: Path | None, *, customers: int = 20_000) -> int:
    """Exit status 0 when the window was closed or every step of the day worked, else 1."""
    with tempfile.TemporaryDirectory(prefix="hallclient-demo-", ignore_cleanup_errors=True) as folder:
        if out is None and has_display():
            return _window(Path(folder) / "profile", customers)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return _day(Path(folder) / "profile", out or DEFAULT_OUT, customers)


def has_display() -> bool:
    """Whether a window would be seen by anybody."""
    if os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window(folder: Path, customers: int) -> int:
    from hallclient.demo import role_bar

    return role_bar.run(folder, customers)


def _day(folder: Path, out: Path, customers: int) -> int:
    from hallclient.demo import watchdog

    app = watchdog.application()  # held: without it nothing of Qt lives
    from hallclient.demo import day, fill

    begin = time.monotonic()
    filled = fill.fill(folder, customers=customers, now=fill.PICTURES, progress=_say)
    print(f"filled in {time.monotonic() - begin:.0f} s", flush=True)  # noqa: T201
    begin = time.monotonic()
    watch = watchdog.Watchdog()
    record = day.play(filled, out, watch)
    print(watch.verdict(), flush=True)  # noqa: T201
    print(  # noqa: T201
        f"played in {time.monotonic() - begin:.0f} s, {watchdog.memory_mb():.0f} MB resident\n{out / 'index.html'}",
        flush=True,
    )
    del app
    return 1 if record.failed else 0


def _say(what: str, share: float) -> None:
    print(f"{share:4.0%}  {what}", flush=True)  # noqa: T201
