"""What the customer said (客户原话): large and quotable, the recording under it, then the facts of the intake."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hallclient.domain.evidence import EvidenceItem, EvidenceKind
from hallclient.domain.instants import beijing, day_of
from hallclient.domain.requests import Request
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats, icons
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.facts import KeyValues
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text, set_shown
from hallclient.gui.shared.theme import look


class SoundStrip(QAbstractButton):
    """A recording as one button: play mark, loudness, length. Pressing it opens the player."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: EvidenceItem | None = None
        self.setAccessibleName(self.tr("播放客户录音"))
        self._peaks: tuple[float, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, item: EvidenceItem | None) -> None:
        """Another recording, or none."""
        if item is None or self.item is None or item.id != self.item.id:
            self._peaks = ()
        self.item = item
        set_shown(self, item is not None)
        if item is not None:
            self.setAccessibleName(self.tr("播放 %1").replace("%1", item.name))
            self.setToolTip(self.tr("播放 %1，先校验 SHA-256").replace("%1", item.name))
        self.update()

    def set_peaks(self, peaks: Sequence[float]) -> None:
        """Loudness from 0 to 1, once it is known."""
        self._peaks = tuple(peaks)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(44))

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, _event: QPaintEvent) -> None:
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = here.theme == "contrast"
        painter.setPen(QPen(here.colour("line-strong"), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(here.colour("brand-tint"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), here.px(6), here.px(6))
        side, pad = here.px(28), here.px(10)
        circle = QRectF(pad, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour("brand"))
        painter.drawEllipse(circle)
        mark = icons.pixmap("play", "on-brand", 14, self.devicePixelRatioF())
        painter.drawPixmap(round(circle.center().x() - here.px(6)), round(circle.center().y() - here.px(7)), mark)
        length = self.item.duration_ms if self.item is not None else None
        text = formats.stopwatch(length / 1000) if length else ""
        painter.setFont(here.font("strong"))
        painter.setPen(here.colour("brand"))
        wide = here.metrics("strong").horizontalAdvance(text)
        painter.drawText(
            QRectF(self.width() - wide - pad, 0, wide + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), text
        )
        self._bars(painter, QRectF(pad * 2 + side, 0, self.width() - wide - pad * 4 - side, self.height()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(here.colour("focus"), here.focus_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), here.px(6), here.px(6))

    def _bars(self, painter: QPainter, area: QRectF) -> None:
        here = look()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour("brand"))
        middle = area.center().y()
        if not self._peaks:
            painter.setOpacity(0.45)
            painter.drawRoundedRect(QRectF(area.left(), middle - 1, max(1.0, area.width()), 2), 1, 1)
            painter.setOpacity(1)
            return
        pitch = here.px(4)
        bars = max(1, int(area.width() // pitch))
        for bar in range(bars):
            start = len(self._peaks) * bar // bars
            peak = max(self._peaks[start : max(start + 1, len(self._peaks) * (bar + 1) // bars)])
            half = max(1.0, peak * here.px(14))
            painter.drawRect(QRectF(area.left() + bar * pitch, middle - half, pitch * 0.55, 2 * half))


class WordsCard(Card):
    """``play_wanted(item)``; ``history_wanted()``."""

    play_wanted = Signal(object)
    history_wanted = Signal()

    def __init__(self, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        here = look()
        first = QHBoxLayout()
        first.addWidget(IconMark("quote", "brand", 22))
        first.addStretch(1)
        self.version = Text("", "meta")
        first.addWidget(self.version)
        self.said = Text("", "words", wrap=True)
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.said.setAccessibleName(self.tr("客户原话"))
        self.strip = SoundStrip()
        self.facts = KeyValues()
        self.history = ElidedText("", "meta")
        self.all_button = Button(self.tr("全部往来"), kind="link")
        last = QHBoxLayout()
        last.setSpacing(here.px(8))
        last.addWidget(IconMark("history", "text-soft", 16))
        last.addWidget(self.history, 1)
        last.addWidget(self.all_button)
        self.add(first)
        self.add(self.said)
        self.add(self.strip)
        self.add_line()
        self.add(self.facts)
        self.add_stretch()
        self.add_line()
        self.add(last)
        self.strip.clicked.connect(lambda: self.play_wanted.emit(self.strip.item))
        self.all_button.clicked.connect(self.history_wanted)
        self.strip.show_item(None)

    def show_request(self, request: Request) -> None:
        """The words in force and the facts around them."""
        told, words = request.content, self._words
        self.said.setText(told.facts)
        self.version.setText(self.tr("客户原话 · 第 %1 版，已锁定").replace("%1", str(request.version)))
        tone = {"agitated": "soon", "very_agitated": "late"}.get(told.emotion, "")
        relation = words.option("relation", told.relation)
        who = told.name or self.tr("匿名")
        secret = told.confidentiality if told.confidentiality != "open" else ""
        urgent = told.urgency if told.urgency != "normal" else ""
        rows: list[tuple[str, ...]] = [
            (self.tr("客户"), f"{who} · {relation}" if relation else who),
            (self.tr("电话"), told.phone),
            (self.tr("户号"), told.account),
            (self.tr("地址"), told.address),
            (self.tr("诉求"), told.claim),
            (self.tr("情绪"), words.option("emotion", told.emotion), tone),
            (
                self.tr("保密"),
                words.option("confidentiality", secret),
            ),
            (self.tr("回访"), self.tr("需要") if told.wants_visit else self.tr("不需要")),
            (self.tr("事发"), self._event(request)),
            (self.tr("被投诉人"), self.tr("工号 %1").replace("%1", told.person) if told.person else ""),
            (self.tr("紧急"), words.option("urgency", urgent), "soon"),
            (self.tr("关注"), "、".join(words.option("signal", flag) for flag in told.flags), "soon"),
            (self.tr("越级"), told.leapfrog_reason if told.leapfrog else "", "late"),
            (self.tr("来文"), told.external_no),
            (self.tr("接访记录"), told.visit_note),
        ]
        self.facts.set_rows([row for row in rows if row[1]])
        set_shown(self.all_button, bool(told.customer))

    def _event(self, request: Request) -> str:
        told = request.content
        when = ""
        if told.event_time is not None:
            day = formats.short_day(beijing(told.event_time).date(), day_of(self._words.clock()))
            when = f"{day} {formats.clock(told.event_time)}"
        return " · ".join(filter(None, (when, told.event_place)))

    def show_recording(self, items: Sequence[EvidenceItem]) -> None:
        """The first recording of a voice among the evidence."""
        sounds = [item for item in items if item.kind is EvidenceKind.AUDIO and item.playable and not item.broken]
        self.strip.show_item(sounds[0] if sounds else None)
