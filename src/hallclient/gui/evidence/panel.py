"""The evidence panel (证据栏): files come in by dropping, choosing or pasting, and are opened from their cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from hallclient.domain.evidence import EvidenceItem
from hallclient.errors import HallError
from hallclient.gui.evidence.desk import EvidenceDesk
from hallclient.gui.evidence.intake import Intake, Source
from hallclient.gui.evidence.items import ItemStrip
from hallclient.gui.evidence.thumbs import Thumbs
from hallclient.gui.shared import formats, messages
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.text import IconMark, Text
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look, restyle


class EvidencePanel(Card):
    """Give it a desk with :meth:`set_desk`; ``open_wanted(item)`` asks the owner to show the player."""

    open_wanted = Signal(object)
    added = Signal(object)
    """An item is in the vault and recorded."""

    busy_changed = Signal(bool)
    """Files are on their way in (or no more): a page should not be left then without asking."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._background = background
        self._desk: EvidenceDesk | None = None
        self._reason: str | None = None
        self._pasted = 0
        self._intakes: list[Intake] = []
        self.thumbs = Thumbs(background, self)
        self.strip = ItemStrip(self.thumbs.of)
        self.set_title(self.tr("证据"))
        self.paste_button = Button(self.tr("粘贴"), icon="copy", kind="link")
        self.import_button = Button(self.tr("导入"), icon="import", kind="link")
        self.import_button.set_tip(self.tr("选择文件（Ctrl+O 或 F8），也可以直接拖进来"))
        self.paste_button.set_tip(self.tr("粘贴截图或文件（Ctrl+V）"))
        self.add_action(self.paste_button)
        self.add_action(self.import_button)
        self.banner = Banner(closable=True)
        self._drop = QFrame()
        self._drop.setProperty("look", "drop")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look().px(6))
        self._lay_out()
        self.shortcuts = Shortcuts(self)
        self.shortcuts.add("Ctrl+O", self.tr("导入证据"), self.choose_files)
        self.shortcuts.add("F8", self.tr("导入证据"), self.choose_files)
        self.shortcuts.add("Ctrl+V", self.tr("粘贴截图为证据"), self.paste, whole_window=False)
        self.paste_button.clicked.connect(self.paste)
        self.import_button.clicked.connect(self.choose_files)
        self.strip.wanted.connect(self.open_wanted)
        self.thumbs.made.connect(self.strip.items.touch)
        self.setAcceptDrops(True)
        self._show(())

    def _lay_out(self) -> None:
        here = look()
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(here.px(16), here.px(14), here.px(16), here.px(14))
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(IconMark("drop", "text-off", 28), 0, middle)
        text = Text(self.tr("把录音、录像、照片或扫描件拖到这里"), "strong")
        note = Text(self.tr("任何文件都能入库；入库即计算 SHA-256 并加密保存"), "meta")
        for label in (text, note):
            label.setAlignment(middle)
            inside.addWidget(label, 0, middle)
        self.add(self.banner)
        self.add(self._rows)
        self.add(self.strip, 1)
        self.add(self._drop)
        self.banner.hide()

    # what is shown

    def set_desk(self, desk: EvidenceDesk | None) -> None:
        """The evidence of another request, or of none."""
        self.stop_all()
        self.thumbs.clear()
        self._desk, self._pasted = desk, 0
        self._show(())
        self.allow_adding(self._reason)
        self.reload()

    def allow_adding(self, reason: str | None) -> None:
        """Files may come in (None), or may not and why."""
        self._reason = reason
        shown = reason or (None if self._desk is not None else self.tr("先登记诉求，再导入证据"))
        self.import_button.set_reason(shown)
        self.paste_button.set_reason(shown)

    def reload(self) -> None:
        """Ask the desk again; for when evidence has changed."""
        if self._desk is None:
            return
        desk = self._desk

        def done(items: Sequence[EvidenceItem]) -> None:
            if desk is self._desk:
                self._show(tuple(items))

        self._background.run("store", desk.list, done, self._failed, owner=self)

    @property
    def items(self) -> tuple[EvidenceItem, ...]:
        """What is shown."""
        return self.strip.items.items

    def _show(self, items: tuple[EvidenceItem, ...]) -> None:
        self.strip.items.set_items(items)
        self.strip.setVisible(bool(items))
        self._drop.setVisible(not items)
        broken = sum(item.broken for item in items)
        checked = all(item.verified_at is not None for item in items)
        aside = self.tr("%n 件", "", len(items)) if items else ""
        if broken:
            aside += " · " + self.tr("%n 件校验不通过", "", broken)
        elif items and checked:
            aside += " · " + self.tr("全部校验通过")
        self.set_title(self.tr("证据"), aside)
        self.aside.set_ink("late" if broken else "")
        self.strip.updateGeometry()
        if self._desk is not None:
            self.thumbs.ask(self._desk, items)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HallError):
            raise error
        said = messages.words(error)
        self.banner.say(messages.told(said), "late")

    # taking in

    @property
    def busy(self) -> bool:
        """Whether files are on their way in."""
        return bool(self._intakes)

    def choose_files(self) -> None:
        """The file dialog."""
        if not self.import_button.isEnabled():
            return
        dialog = QFileDialog(self, self.tr("选择要入库的文件"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_files(Path(name) for name in names))
        dialog.open()

    def add_files(self, paths: Iterable[Path]) -> None:
        """Take files in, one after the other; folders are left out and named."""
        folders = []
        for path in paths:
            if path.is_dir():
                folders.append(path.name)
            else:
                self._take(path, path.name)
        if folders:
            text = self.tr("“%1”是文件夹，没有入库。请打开文件夹，选择其中的文件。")
            self.banner.say(text.replace("%1", formats.listed(folders)), "soon")

    def add_bytes(self, content: bytes, name: str) -> None:
        """Take bytes in: a scan, a recording just made."""
        self._take(content, name)

    def paste(self) -> None:
        """Take in what the clipboard holds: files, or a picture."""
        if self.paste_button.isEnabled() and not self._take_mime(QGuiApplication.clipboard().mimeData()):
            self.banner.say(self.tr("剪贴板里没有图片或文件。先截图或复制，再粘贴。"), "soon")

    def stop_all(self) -> None:
        """Stop every intake."""
        for intake in tuple(self._intakes):
            intake.stop()

    def _take_mime(self, given: QMimeData) -> bool:
        paths = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
            return True
        if given.hasImage():
            image = QImage(given.imageData())
            if not image.isNull():
                self._pasted += 1
                name = self.tr("粘贴的图片 %1.png").replace("%1", str(self._pasted))
                self._take(lambda: _packed(image), name)
                return True
        return False

    def _take(self, source: Source, name: str) -> None:
        if self._desk is None or not self.import_button.isEnabled():
            return
        self.banner.hide()
        intake = Intake(self._background, self._desk, source, name)
        intake.finished.connect(lambda item: self._taken(intake, item))
        self._intakes.append(intake)
        self._rows.addWidget(intake)
        intake.start()
        if len(self._intakes) == 1:
            self.busy_changed.emit(True)

    def _taken(self, intake: Intake, item: EvidenceItem | None) -> None:
        if intake not in self._intakes:
            return
        self._intakes.remove(intake)
        self._rows.removeWidget(intake)
        intake.hide()
        intake.deleteLater()
        if item is not None:
            self.added.emit(item)
            self.reload()
        if not self._intakes:
            self.busy_changed.emit(False)

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        given = event.mimeData()
        if self.import_button.isEnabled() and (given.hasImage() or any(url.isLocalFile() for url in given.urls())):
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(False)
        if self._take_mime(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _over(self, over: bool) -> None:
        self._drop.setVisible(over or not self.items)
        self._drop.setProperty("over", "true" if over else "false")
        restyle(self._drop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(look().px(420), look().px(180)))


def _packed(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
