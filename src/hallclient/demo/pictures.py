"""Every page in its looks (界面图册): light, dark and high contrast, two screens, two font sizes, with an index.

Real pages of the real window over the invented city: no page is drawn for the picture alone.
"""

from __future__ import annotations

import html
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallclient.demo.day_stage import Stage
    from hallclient.demo.fill import Demo

CUSTOMERS = 1500
SCREENS = ((1366, 768), (1920, 1080))
SIZES = (100, 200)
THEMES = ("light", "dark", "contrast")
LOOKS = [(theme, 100, SCREENS[0]) for theme in THEMES] + [("light", 100, SCREENS[1]), ("light", 200, SCREENS[0])]
"""What every page is drawn in. ``full`` adds the other combinations."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One page: its name, the role that sees it, and how to get there."""

    name: str
    caption: str
    role: str
    go: Callable[[Stage], None]


def draw_all(out: Path, *, full: bool = False, customers: int = CUSTOMERS) -> int:
    """Draw every page into ``out``; prints what it draws. 0 when every picture came out."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from hallclient.app import application
    from hallclient.demo.day_stage import Stage
    from hallclient.demo.fill import PICTURES, fill

    application()
    out.mkdir(parents=True, exist_ok=True)
    looks = [(t, s, screen) for t in THEMES for s in SIZES for screen in SCREENS] if full else LOOKS
    drawn: list[tuple[str, str, str]] = []
    with tempfile.TemporaryDirectory(prefix="hallclient-pictures-") as folder:
        demo = fill(Path(folder) / "profile", customers=customers, now=PICTURES)
        stage = Stage(demo)
        try:
            for theme, percent, screen in looks:
                look = f"{theme}-{percent}-{screen[0]}x{screen[1]}"
                stage.open(replace(stage.settings, theme=theme, font_percent=percent))
                stage.window.resize(*screen)
                for shot in shots(demo):
                    file = _draw(stage, shot, out, look)
                    drawn.append((shot.caption, look, file))
                    sys.stdout.write(f"{file}\n")
        finally:
            stage.close()
            with suppress(Exception):
                demo.close()
    (out / "index.html").write_text(_index(drawn), encoding="utf-8")
    return 0 if drawn and all((out / file).is_file() for _caption, _look, file in drawn) else 1


def shots(demo: Demo) -> Iterator[Shot]:
    """Every picture, grouped by who sees it so that few sign-ins are needed."""
    from hallclient.domain.business import OrderFilter

    services, teller = demo.services, demo.actor("teller")
    order = services.orders.work_list(teller, OrderFilter(), offset=0, limit=1)[0].id
    customer = services.customers.find(teller, "青杉", 5)[0].id
    yield Shot("sign-in", "登录", "", lambda _stage: None)
    yield Shot("counter", "柜台", "teller", _at("counter"))
    yield Shot("orders", "工单清单", "teller", _at("orders"))
    yield Shot("order", "一件工单", "teller", _at("orders", order))
    yield Shot("payments", "收费", "teller", _at("payments"))
    yield Shot("payment", "收一户的电费", "teller", _at("payments", customer))
    yield Shot("customers", "客户", "teller", _at("customers"))
    yield Shot("customer", "一户的档案", "teller", _at("customers", customer))
    yield Shot("requests", "诉求清单", "teller", _at("requests"))
    yield Shot("intake", "诉求受理", "teller", _at("requests", "new"))
    yield Shot("complaint-intake", "投诉受理", "teller", _at("complaints", "new"))
    yield Shot("settings", "设置", "teller", _at("settings"))
    yield Shot("keys", "快捷键", "teller", _keys)
    yield Shot("complaints", "投诉清单", "complaint_specialist", _at("complaints"))
    yield Shot("complaint", "一件投诉", "complaint_specialist", _at("complaints", demo.complaints[1]))
    yield Shot("import", "导入客户", "shift_leader", _at("import"))
    yield Shot("leader-payments", "审批冲正", "shift_leader", _at("payments"))
    yield Shot("people", "人员与组织", "system_admin", _at("admin"))
    yield Shot("audit", "审计", "audit_admin", _at("audit"))


def _at(key: str, reference: str = "") -> Callable[[Stage], None]:
    def go(stage: Stage) -> None:
        stage.window.go(key, reference)

    return go


def _keys(stage: Stage) -> None:
    stage.frame.show_keys()


def _draw(stage: Stage, shot: Shot, out: Path, look: str) -> str:
    from PySide6.QtWidgets import QDialog

    if shot.role and (stage.window.actor is None or stage.role(shot.role) != stage.window.actor.staff_no):
        if stage.window.actor is None:
            stage.sign_in(stage.role(shot.role))
        else:
            stage.hand_over(stage.role(shot.role))
    shot.go(stage)
    stage.settle()
    stage.hands.rest(900 if shot.name in {"complaint", "counter"} else 60)
    file = f"{shot.name}-{look}.png"
    stage.window.grab().save(str(out / file))
    for dialog in stage.window.findChildren(QDialog):
        dialog.close()
    return file


def _index(drawn: list[tuple[str, str, str]]) -> str:
    cells = "\n".join(
        f'<figure><a href="{html.escape(file)}"><img src="{html.escape(file)}" loading="lazy"></a>'
        f"<figcaption>{html.escape(caption)} · {html.escape(look)}</figcaption></figure>"
        for caption, look, file in drawn
    )
    style = "body{font-family:sans-serif}figure{display:inline-block;margin:8px}img{width:420px;border:1px solid #ccc}"
    head = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>界面图册</title><style>{style}</style>'
    return f"{head}{cells}</html>\n"
