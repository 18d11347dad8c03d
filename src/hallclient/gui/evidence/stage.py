"""The dark stage (舞台): a video frame, a picture or a page, its watermark, and a sentence where there is none."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallclient.gui.shared import icons
from hallclient.gui.shared.theme import look

_ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0)


class Stage(QWidget):
    """Shows one image, fitted; :meth:`zoom` and dragging look closer at pictures and papers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image = QImage()
        self._words: tuple[str, str, str] = ("", "", "")
        self._note = ""
        self._watermark = ""
        self._zoom = 0
        self._shift = QPointF()
        self._grip: QPointF | None = None

    @property
    def image(self) -> QImage:
        """What is shown, a null image when nothing is."""
        return self._image

    @property
    def words(self) -> tuple[str, str, str]:
        """Icon, title and text shown instead of an image."""
        return self._words

    def clear(self) -> None:
        """Empty the stage."""
        self._image, self._words, self._note = QImage(), ("", "", ""), ""
        self.fit()

    def set_frame(self, frame: QVideoFrame) -> None:
        """The next frame of a video."""
        if frame.isValid():
            self._image = frame.toImage()
            self.update()

    def set_image(self, image: QImage) -> None:
        """A picture or a page."""
        self._image, self._words = image, ("", "", "")
        self.fit()

    def say(self, icon: str, title: str, text: str = "") -> None:
        """A sentence in the middle: what is heard, why nothing is seen, what to do."""
        self._words = (icons.check(icon), title, text)
        self.setAccessibleDescription(f"{title} {text}".strip())
        self.update()

    def set_note(self, text: str) -> None:
        """A line over the foot of the picture: the mark that is being passed."""
        if text != self._note:
            self._note = text
            self.update()

    def set_watermark(self, text: str) -> None:
        """Who is looking, and since when, across the picture."""
        self._watermark = text
        self.update()

    # looking closer

    def fit(self) -> None:
        """The whole image again."""
        self._zoom, self._shift = 0, QPointF()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def zoom(self, steps: int) -> None:
        """Closer (positive) or farther."""
        self._zoom = min(len(_ZOOMS) - 1, max(0, self._zoom + steps))
        if self._zoom == 0:
            self._shift = QPointF()
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._zoom else Qt.CursorShape.ArrowCursor)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._image.isNull():
            self.zoom(1 if event.angleDelta().y() > 0 else -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position() if self._zoom else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._shift += event.position() - self._grip
            self._grip = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    # painting

    def sizeHint(self) -> QSize:
        return QSize(look().px(640), look().px(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(90))

    def picture_place(self) -> QRectF:
        """Where the image is drawn."""
        room = QSize(max(1, self.width()), max(1, self.height()))
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).toSizeF() * _ZOOMS[self._zoom]
        slack = QPointF(max(0.0, size.width() - room.width()) / 2, max(0.0, size.height() - room.height()) / 2)
        self._shift = QPointF(
            min(slack.x(), max(-slack.x(), self._shift.x())), min(slack.y(), max(-slack.y(), self._shift.y()))
        )
        middle = QPointF(room.width() / 2, room.height() / 2) + self._shift
        return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        here = look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), here.colour("stage"))
        if self._image.isNull():
            self._paint_words(painter)
        else:
            place = self.picture_place()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
            self._paint_watermark(painter, place)
        if self._note:
            self._paint_note(painter)

    def _paint_words(self, painter: QPainter) -> None:
        icon, title, text = self._words
        if not icon:
            return
        here, middle = look(), self.rect().center()
        side = here.px(40)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        wide = min(self.width() - here.px(32), here.px(560))
        left = middle.x() - wide / 2
        lead, body = here.metrics("lead"), here.metrics("body")
        top = max(here.px(8), middle.y() - (side + here.px(20) + lead.height() + 2 * body.height()) // 2)
        painter.drawPixmap(middle.x() - side // 2, top, icons.pixmap(icon, "stage-soft", 40, self.devicePixelRatioF()))
        painter.setPen(here.colour("stage-text"))
        painter.setFont(here.font("lead"))
        top += side + here.px(12)
        painter.drawText(QRectF(left, top, wide, lead.height() + 4), flags, title)
        painter.setPen(here.colour("stage-soft"))
        painter.setFont(here.font("body"))
        painter.drawText(QRectF(left, top + lead.height() + here.px(8), wide, body.height() * 5), flags, text)

    def _paint_watermark(self, painter: QPainter, place: QRectF) -> None:
        if not self._watermark:
            return
        here = look()
        painter.save()
        painter.setClipRect(place)
        painter.setFont(here.font("meta"))
        wide = here.metrics("meta").horizontalAdvance(self._watermark) + here.px(70)
        painter.translate(place.center())
        painter.rotate(-18)
        reach = int(max(place.width(), place.height()))
        for row, y in enumerate(range(-reach, reach, here.px(76))):
            for x in range(-reach - (row % 2) * wide // 2, reach, wide):
                painter.setPen(QColor(0, 0, 0, 34))
                painter.drawText(x + 1, y + 1, self._watermark)
                painter.setPen(QColor(255, 255, 255, 46))
                painter.drawText(x, y, self._watermark)
        painter.restore()

    def _paint_note(self, painter: QPainter) -> None:
        here = look()
        metrics = here.metrics("lead")
        wide = min(self.width() - here.px(32), metrics.horizontalAdvance(self._note) + here.px(64))
        box = QRectF((self.width() - wide) / 2, self.height() - here.px(48), wide, here.px(34))
        ground = here.colour("stage")
        ground.setAlpha(225)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, here.px(6), here.px(6))
        flag = icons.pixmap("mark-fill", "stage-late", 18, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(box.left() + here.px(14), box.top() + here.px(8)), flag)
        painter.setPen(here.colour("stage-text"))
        painter.setFont(here.font("lead"))
        text = box.adjusted(here.px(42), 0, -here.px(14), 0)
        shown = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, int(text.width()) + 2)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), shown)
