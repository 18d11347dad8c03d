"""The record of the demo's day (演示记录): numbered pictures, papers with a preview, an index to look through."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from traceback import format_exception

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hallclient.demo.day_hands import Count, Hands, NotAsExpected
from hallclient.gui.shared.printing import page_count, render

PREVIEW = QSize(1000, 1414)


class StepFailed(Exception):
    """A step of the day did not work; the text names the step and what was expected."""


@dataclass(slots=True)
class Step:
    """One step: what was done, what it cost, what was seen."""

    number: int
    key: str
    title: str
    keys: int = 0
    clicks: int = 0
    seconds: float = 0.0
    longest_ms: float = 0.0
    pictures: list[tuple[str, str]] = field(default_factory=list)
    fault: str = ""


class Record:
    """Steps are done inside :meth:`step`; :meth:`write` makes the index, also after a failure."""

    def __init__(self, out: Path, hands: Hands) -> None:
        self.out = out
        self.steps: list[Step] = []
        self.papers: list[tuple[str, str, int]] = []
        self.memory_mb = 0.0
        self._hands = hands
        self._taken = 0
        if out.exists():
            for old in [*out.glob("[0-9][0-9]-*.png"), *out.glob("papers/*"), out / "index.html"]:
                old.unlink(missing_ok=True)
        (out / "papers").mkdir(parents=True, exist_ok=True)

    @contextmanager
    def step(self, key: str, title: str) -> Iterator[Step]:
        """Do a step; what fails in it stops the day with a picture of that moment."""
        step = Step(len(self.steps) + 1, key, title)
        self.steps.append(step)
        watch = self._hands.watch
        watch.step = title
        self._hands.count, begin = Count(), time.monotonic()
        print(f"{step.number:2d}  {title}", flush=True)  # noqa: T201
        try:
            yield step
        except Exception as fault:
            step.fault = str(fault) if isinstance(fault, NotAsExpected) else "".join(format_exception(fault))
            self.picture(f"这一步失败：{fault}", "failed")
            raise StepFailed(f"step {step.number} ({title}): {step.fault}") from fault
        finally:
            step.keys, step.clicks = self._hands.count.keys, self._hands.count.clicks
            step.seconds = time.monotonic() - begin
            step.longest_ms = watch.longest(title)

    def picture(self, caption: str, name: str = "") -> None:
        """A picture of what is on the screen now, with whatever lies over the window."""
        self._taken += 1
        step = self.steps[-1]
        file = f"{self._taken:02d}-{name or step.key}.png"
        photograph(self.out / file)
        step.pictures.append((file, caption))

    def keep_papers(self, folder: Path) -> None:
        """Copy every paper, with a picture of its first page."""
        for paper in sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns):
            pdf = paper.read_bytes()
            shutil.copyfile(paper, self.out / "papers" / paper.name)
            preview = f"papers/{paper.stem}.png"
            render(pdf, 0, PREVIEW).save(str(self.out / preview))
            self.papers.append((paper.name, preview, page_count(pdf)))

    @property
    def failed(self) -> bool:
        """Whether a step did not work."""
        return any(step.fault for step in self.steps)

    def write(self, facts: list[tuple[str, str]]) -> Path:
        """index.html: steps with their pictures and figures, papers, and facts of the whole day."""
        target = self.out / "index.html"
        target.write_text(_html(self, facts), encoding="utf-8")
        return target


def photograph(target: Path, window: QWidget | None = None) -> None:
    """Draw the main window and, over it, its dialogs and menus where they lie, into a PNG file."""
    from PySide6.QtGui import QColor, QPainter

    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.width() > 1]
    base = window or max(shown, key=lambda one: one.width() * one.height() * (not isinstance(one, QDialog)))
    picture = base.grab()
    over = [one for one in shown if one is not base and window is None]
    if over:
        painter = QPainter(picture)
        if any(isinstance(one, QDialog) for one in over):
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
        for one in sorted(over, key=lambda one: not isinstance(one, QDialog)):
            if isinstance(one, QDialog):
                middle = base.rect().center() - one.rect().center()
                place = middle if one.width() < base.width() else one.pos() - base.pos()
            else:
                place = base.mapFromGlobal(one.pos())
            painter.drawPixmap(place, one.grab())
            painter.setPen(QColor(128, 128, 128, 160))
            painter.drawRect(one.rect().translated(place).adjusted(-1, -1, 0, 0))
        painter.end()
    picture.save(str(target))


_STYLE = """
body{font:15px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;color:#1B2324;background:#F1F4F4;margin:0 auto;
max-width:1180px;padding:24px}
h1{font-size:24px}h2{font-size:17px;margin:32px 0 4px}p{margin:2px 0 10px;color:#566364}
.fault{color:#C62828;font-weight:600}.row{display:flex;flex-wrap:wrap;gap:16px}
figure{margin:0;width:370px}figure.paper{width:210px}img{width:100%;border:1px solid #DFE5E5;border-radius:6px}
figcaption{font-size:13px;color:#566364}table{border-collapse:collapse;background:#fff}
td,th{padding:4px 14px;border-bottom:1px solid #DFE5E5;text-align:left}td.n{text-align:right}
"""


def _html(record: Record, facts: list[tuple[str, str]]) -> str:
    parts = [
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>柜员的一天</title>',
        f"<style>{_STYLE}</style><h1>柜员的一天</h1>",
        "<p>虚构的临澜市。下面每一步都由程序在真实窗口里按键、点击完成，图片按顺序编号。</p><table>",
        *(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts),
        "</table>",
    ]
    for step in record.steps:
        cost = f"{step.keys} 次按键"
        if step.clicks:
            cost += f"，{step.clicks} 次点击"
        cost += f"；界面最长停顿 {step.longest_ms:.0f} 毫秒"
        parts.append(f"<h2>{step.number}. {escape(step.title)}</h2><p>{cost}</p>")
        if step.fault:
            parts.append(f'<p class="fault">失败：{escape(step.fault)}</p>')
        parts.append('<div class="row">')
        parts += [_figure(file, file, caption) for file, caption in step.pictures]
        parts.append("</div>")
    parts.append('<h2>单据</h2><div class="row">')
    for paper, preview, pages in record.papers:
        parts.append(_figure(preview, f"papers/{paper}", f"{paper}（{pages} 页）", "paper"))
    parts.append("</div></html>")
    return "\n".join(parts)


def _figure(picture: str, target: str, caption: str, kind: str = "") -> str:
    return (
        f'<figure class="{kind}"><a href="{escape(target)}"><img src="{escape(picture)}" alt="{escape(caption)}"></a>'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )
