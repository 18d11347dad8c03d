"""``hallclient pictures``: every page in every look, to be looked at before a change lands.

Light, dark and high contrast; 1366 x 768 and 1920 x 1080; 100 % and 200 % font; usual, overfull and empty data.
"""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass, replace
from html import escape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hallclient.demo.day_stage import Stage
    from hallclient.demo.scenes import Scene

THEMES = ("light", "dark", "contrast")
SIZES = ((1366, 768), (1920, 1080))
FONTS = (100, 200)
CUSTOMERS = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A theme, a size of the window and a size of the font."""

    theme: str
    width: int
    height: int
    font: int

    @property
    def name(self) -> str:
        """Part of the file name."""
        return f"{self.theme}-{self.width}-{self.font}"


ALL = tuple(
    Look(theme=theme, width=size[0], height=size[1], font=font)
    for font, theme, size in product(FONTS, THEMES, SIZES)
)  # fmt: skip


def draw_all(out: Path, *, looks: Sequence[Look] = ALL, only: Sequence[str] = ()) -> int:
    """Draw everything into ``out``; the exit status is 1 when a page could not be shown."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from hallclient.demo import watchdog

    app = watchdog.application()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hallclient-pictures-", ignore_cleanup_errors=True) as folder:
        drawer = Drawer(out, looks, only)
        drawer.filled(Path(folder))
        drawer.empty(Path(folder))
    print(f"{len(drawer.drawn)} pictures in {time.monotonic() - begin:.0f} s: {drawer.index()}")  # noqa: T201
    for fault in drawer.faults:
        print(f"not shown: {fault}")  # noqa: T201
    del app
    return 1 if drawer.faults else 0


class Drawer:
    """Goes through looks and scenes."""

    def __init__(self, out: Path, looks: Sequence[Look], only: Sequence[str]) -> None:
        self._out, self._looks, self._only = out, looks, frozenset(only)
        self.drawn: list[tuple[str, str, Look]] = []
        self.faults: list[str] = []
        out.mkdir(parents=True, exist_ok=True)

    def filled(self, folder: Path) -> None:
        """The pages over the invented city."""
        from hallclient.demo import fill
        from hallclient.demo.day_cast import Cast
        from hallclient.demo.day_stage import Stage
        from hallclient.demo.scenes import Scenes

        demo = fill.fill(folder / "city", customers=CUSTOMERS, now=fill.PICTURES, progress=_say)
        cast = Cast(demo)
        stage = Stage(demo)
        stage.open()
        scenes = Scenes(stage, folder, cast)
        for look in self._looks:
            self._wear(stage, look)
            self._first_run(stage, look)
            self._draw(stage, look, scenes.filled())
        stage.close()

    def empty(self, folder: Path) -> None:
        """The pages on the first morning."""
        from hallclient.demo.day_stage import Stage, nobody_yet
        from hallclient.demo.scenes import Scenes

        stage = Stage(nobody_yet(folder / "empty"))
        stage.open()
        scenes = Scenes(stage, folder, None)
        for look in self._looks:
            self._wear(stage, look)
            self._draw(stage, look, scenes.empty())
        stage.close()

    def _draw(self, stage: Stage, look: Look, scenes: Iterable[Scene]) -> None:
        from hallclient.demo.day_hands import NotAsExpected

        for scene in scenes:
            if self._only and scene.key not in self._only:
                continue
            try:
                self._enter(stage, scene.role)
                scene.show()
                self._keep(scene.key, scene.title, look)
                scene.after()
            except (NotAsExpected, LookupError, AssertionError) as fault:
                self.faults.append(f"{scene.key} {look.name}: {fault}")

    def _enter(self, stage: Stage, role: str) -> None:
        """In front of the window stands this role, or (empty) nobody."""
        window = stage.window
        if not role:
            if window.actor is not None and not window.locked:
                window.lock()
            window.sign_in.ask()
            stage.settle()
            return
        staff_no = stage.role(role)
        here = window.actor is not None and not window.locked
        if here and window.actor is not None and window.actor.staff_no == staff_no:
            return
        if here:
            window.hand_over()
        stage.enter(staff_no)

    def _wear(self, stage: Stage, look: Look) -> None:
        print(f"{look.name}", flush=True)  # noqa: T201
        window = stage.window
        window.use_settings(replace(window.settings, theme=look.theme, font_percent=look.font))
        window.resize(look.width, look.height)
        stage.settle()

    def _first_run(self, stage: Stage, look: Look) -> None:
        from hallclient.demo.day_record import photograph
        from hallclient.demo.scenes import first_run_pages

        if self._only and "first-run" not in self._only:
            return
        page = first_run_pages(stage)
        page.resize(look.width, look.height)
        page.show()
        for step in range(4):
            page._show(step)  # type: ignore[attr-defined]
            stage.settle()
            name = f"first-run-{step + 1}-{look.name}.png"
            photograph(self._out / name, page)
            self.drawn.append((f"首次设置：第 {step + 1} 步", name, look))
        page.close()
        page.deleteLater()
        stage.window.activateWindow()
        stage.settle()

    def _keep(self, key: str, title: str, look: Look) -> None:
        from hallclient.demo.day_record import photograph

        name = f"{key}-{look.name}.png"
        photograph(self._out / name)
        self.drawn.append((title, name, look))

    def index(self) -> Path:
        """index.html, page by page, look beside look."""
        pages: dict[str, list[tuple[str, Look]]] = {}
        for title, name, look in self.drawn:
            pages.setdefault(title, []).append((name, look))
        parts = [
            '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>画面</title><style>'
            'body{font:14px/1.5 "Noto Sans SC",sans-serif;background:#F1F4F4;margin:24px}img{width:320px;border:1px'
            " solid #889595}figure{display:inline-block;margin:0 12px 12px 0}h2{font-size:16px}</style>"
        ]
        for title, shown in pages.items():
            parts.append(f"<h2>{escape(title)}</h2>")
            parts += [
                f'<figure><a href="{escape(name)}"><img src="{escape(name)}" alt="{escape(title)}"></a>'
                f"<figcaption>{look.theme} {look.width}×{look.height} {look.font} %</figcaption></figure>"
                for name, look in shown
            ]
        target = self._out / "index.html"
        target.write_text("\n".join(parts), encoding="utf-8")
        return target


def _say(what: str, share: float) -> None:
    print(f"{share:4.0%}  {what}", flush=True)  # noqa: T201
