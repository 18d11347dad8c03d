"""Evidence as a strip of cards (证据条): thumbnail, name, and the shield that says it was checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hallclient.domain.evidence import EvidenceItem, EvidenceKind
from hallclient.domain.instants import beijing
from hallclient.errors import HallError
from hallclient.gui.evidence.thumbs import Thumb
from hallclient.gui.shared import formats, icons, messages
from hallclient.gui.shared.theme import look

ITEM_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

_KIND_ICONS = {
    EvidenceKind.AUDIO: "sound", EvidenceKind.VIDEO: "video", EvidenceKind.IMAGE: "image",
    EvidenceKind.DOCUMENT: "document", EvidenceKind.OTHER: "unknown",
}  # fmt: skip


class ItemsModel(QAbstractListModel):
    """Evidence of one request, oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[EvidenceItem, ...] = ()

    def set_items(self, items: Sequence[EvidenceItem]) -> None:
        """Other evidence. The same evidence changes nothing, so the place in the list is kept."""
        if tuple(items) != self.items:
            self.beginResetModel()
            self.items = tuple(items)
            self.endResetModel()

    def touch(self, item_id: str) -> None:
        """Paint one again."""
        for row, item in enumerate(self.items):
            if item.id == item_id:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.name}, {self.state(item)[2]}, {formats.size(item.size)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = [item.name, f"{item.number}  {formats.size(item.size)}  {item.container} {item.codec}".strip()]
            if item.recorded_at is not None:
                lines.append(self.tr("录制于 %1").replace("%1", formats.instant(item.recorded_at)))
            if item.reason is not None:
                said = messages.words(HallError(item.reason or "evidence.unknown_format"))
                lines.append(messages.told(said))
            return "\n".join([*lines, f"SHA-256 {item.sha256}"])
        return None

    def state(self, item: EvidenceItem) -> tuple[str, str, str]:
        """Icon, colour token and word of an item's state."""
        if item.broken:
            return "broken", "late", self.tr("校验不通过")
        if not item.playable:
            return "warning", "soon", messages.words(HallError(item.reason or "evidence.unknown_format")).title
        local = beijing(item.received_at)
        taken = self.tr("%1 入库").replace("%1", f"{local.month}-{local.day:02}")
        if item.verified_at is None:
            return "waiting", "text-soft", self.tr("待校验") + " · " + taken
        return "verified", "ok", self.tr("已校验") + " · " + taken


class ItemDelegate(QStyledItemDelegate):
    """Paints one card."""

    def __init__(self, thumb: Callable[[str], Thumb | None], parent: QListView) -> None:
        super().__init__(parent)
        self._thumb = thumb
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        here = look()
        words = here.metrics("strong").height() + here.metrics("meta").height() + here.px(22)
        room = max(1, self._view.viewport().width())
        across = max(1, (room + here.px(12)) // here.px(180))
        return QSize(min((room - here.px(14)) // across, here.px(260)), here.px(88) + words)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here, item = look(), index.data(ITEM_ROLE)
        model = index.model()
        box: QRect = option.rect.adjusted(here.px(3), here.px(3), -here.px(9), -here.px(5))  # type: ignore[attr-defined]
        flags = option.state  # type: ignore[attr-defined]
        frame = QRectF(box.left() + 0.5, box.top() + 0.5, box.width() - 1, here.px(84))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(frame, here.px(6), here.px(6))
        painter.setClipPath(shape)
        painter.fillRect(frame, here.colour("sunk"))
        thumb = self._thumb(item.id)
        if isinstance(thumb, QImage):
            self._picture(painter, frame, thumb, whole=item.kind is EvidenceKind.DOCUMENT)
        elif thumb:
            self._loudness(painter, frame, thumb)
        else:
            token = "text-off" if item.playable else "soon"
            drawn = icons.pixmap(_KIND_ICONS[item.kind], token, 32, self._view.devicePixelRatioF())
            painter.drawPixmap(round(frame.center().x() - here.px(16)), round(frame.center().y() - here.px(16)), drawn)
        self._strip(painter, frame, item, dark=isinstance(thumb, QImage) and item.kind is EvidenceKind.VIDEO)
        painter.setClipping(False)
        focused = bool(flags & QStyle.StateFlag.State_Selected)
        hovered = bool(flags & QStyle.StateFlag.State_MouseOver)
        edge = "focus" if focused else "line-strong" if hovered else "line"
        painter.setPen(QPen(here.colour(edge), here.focus_width if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        top = round(frame.bottom()) + here.px(5)
        strong, meta = here.metrics("strong"), here.metrics("meta")
        painter.setFont(here.font("strong"))
        painter.setPen(here.colour("text"))
        first = QRect(box.left(), top, box.width(), strong.height())
        painter.drawText(first, 0, strong.elidedText(item.name, Qt.TextElideMode.ElideMiddle, box.width()))
        if isinstance(model, ItemsModel):
            icon, token, words = model.state(item)
            second = QRect(
                box.left() + here.px(18), first.bottom() + here.px(3), box.width() - here.px(18), meta.height()
            )
            drawn = icons.pixmap(icon, token, 14, self._view.devicePixelRatioF())
            painter.drawPixmap(box.left(), second.center().y() - here.px(7), drawn)
            painter.setFont(here.font("meta"))
            painter.setPen(here.colour(token))
            painter.drawText(second, 0, meta.elidedText(words, Qt.TextElideMode.ElideRight, second.width()))
        painter.restore()

    def _picture(self, painter: QPainter, frame: QRectF, image: QImage, *, whole: bool) -> None:
        how = Qt.AspectRatioMode.KeepAspectRatio if whole else Qt.AspectRatioMode.KeepAspectRatioByExpanding
        size = image.size().toSizeF().scaled(frame.size(), how)
        place = QRectF(frame.center().x() - size.width() / 2, frame.center().y() - size.height() / 2, 0, 0)
        if not whole and image.height() > image.width():
            place.moveTop(frame.top())  # a page is known by its head
        place.setSize(size)
        painter.drawImage(place, image)

    def _loudness(self, painter: QPainter, frame: QRectF, peaks: tuple[float, ...]) -> None:
        here = look()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(here.colour("brand"))
        pitch, side = here.px(4), here.px(10)
        bars = max(1, int((frame.width() - 2 * side) // pitch))
        middle, room = frame.center().y() - here.px(6), frame.height() / 2 - here.px(14)
        for bar in range(bars):
            start = len(peaks) * bar // bars
            loud = max(peaks[start : max(start + 1, len(peaks) * (bar + 1) // bars)])
            half = max(1.0, loud * room)
            painter.drawRect(QRectF(frame.left() + side + bar * pitch, middle - half, pitch * 0.55, 2 * half))

    def _strip(self, painter: QPainter, frame: QRectF, item: EvidenceItem, *, dark: bool) -> None:
        here = look()
        metrics = here.metrics("meta-strong")
        high = metrics.height() + here.px(4)
        strip = QRectF(frame.left(), frame.bottom() - high, frame.width(), high)
        if dark:
            painter.fillRect(strip, QColor(10, 16, 17, 165))
            side = here.px(30)
            circle = QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2 - here.px(6), side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(10, 16, 17, 190))
            painter.drawEllipse(circle)
            drawn = icons.pixmap("play", "stage-text", 16, self._view.devicePixelRatioF())
            painter.drawPixmap(round(circle.center().x() - here.px(7)), round(circle.center().y() - here.px(8)), drawn)
        painter.setFont(here.font("meta-strong"))
        painter.setPen(here.colour("stage-text" if dark else "text-soft"))
        text = strip.adjusted(here.px(8), 0, -here.px(8), 0)
        if item.duration_ms is not None:
            painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), formats.stopwatch(item.duration_ms / 1000))
        if item.marks:
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(text, right, self.tr("%n 处标记", "", item.marks))


class ItemStrip(QListView):
    """Arrow keys move; Enter, a double click or a click on the selected card opens."""

    wanted = Signal(object)

    def __init__(self, thumb: Callable[[str], Thumb | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = ItemsModel(self)
        self.setModel(self.items)
        self.setItemDelegate(ItemDelegate(thumb, self))
        self.setAccessibleName(self.tr("证据"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.activated.connect(self._want)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def sizeHint(self) -> QSize:
        """All cards, up to two rows; more scroll."""
        card = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        across = max(1, self.viewport().width() // max(1, card.width()))
        rows = min(2, max(1, -(-len(self.items.items) // across)))
        return QSize(card.width() * 3, card.height() * rows + 4)

    def minimumSizeHint(self) -> QSize:
        card = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        return QSize(card.width(), card.height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards in a row as have room, the row filled."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def current_item(self) -> EvidenceItem | None:
        """The card that has the focus."""
        index = self.currentIndex()
        return index.data(ITEM_ROLE) if index.isValid() else None

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(index.data(ITEM_ROLE))
