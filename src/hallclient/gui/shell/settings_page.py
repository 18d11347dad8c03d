"""The settings page (设置): look, language, printer, idle lock. Changes take effect at once and are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.gui.forms.shell.ui_settings_page import Ui_SettingsPage
from hallclient.gui.shared.controls.layouts import Scroll, page_margins
from hallclient.gui.shared.grown import grow
from hallclient.gui.shared.page import KeyHint
from hallclient.settings import LANGUAGES, THEMES, Settings


class SettingsPage(QWidget):
    """Implements Page. ``changed`` carries the new Settings; ``printers()`` names what can print here."""

    changed = Signal(object)
    key = "settings"
    icon = "settings"
    rights: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def __init__(
        self,
        settings: Settings,
        printers: Callable[[], Sequence[str]],
        *,
        key_place: str = "keyring",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = self.tr("设置")
        self._settings = settings
        self._printers = printers
        self._showing = False
        inside = QWidget()
        self.form = Ui_SettingsPage()
        self.form.setupUi(inside)  # type: ignore[no-untyped-call]
        column = QVBoxLayout(self)
        column.setContentsMargins(*page_margins())
        column.addWidget(Scroll(inside))
        self.form.brandText.setText(self.tr("样式：南方电网") if settings.brand == "csg" else self.tr("样式：国家电网"))
        self.form.keyText.setText(
            self.tr("数据钥匙：系统钥匙串") if key_place == "keyring" else self.tr("数据钥匙：口令保护的文件")
        )
        grow(inside)
        self.show_settings(settings)
        self.form.theme.currentIndexChanged.connect(self._gather)
        self.form.language.currentIndexChanged.connect(self._gather)
        self.form.printer.currentIndexChanged.connect(self._gather)
        self.form.idle.valueChanged.connect(self._gather)
        self.form.font.valueChanged.connect(self._font_moved)
        self.form.font.sliderReleased.connect(self._gather)

    @property
    def widget(self) -> QWidget:
        """Itself."""
        return self

    @property
    def keys(self) -> tuple[KeyHint, ...]:
        """For F1."""
        return (KeyHint(keys="Ctrl+=  Ctrl+-", does=self.tr("字号大一档、小一档")),)

    def activate(self) -> None:
        """Printers may have come or gone."""
        self.show_settings(self._settings)
        self.form.theme.setFocus()

    def open(self, _reference: str) -> None:
        """Nothing to open."""

    def refresh(self) -> None:
        """Nothing to read again."""

    def show_settings(self, settings: Settings) -> None:
        """Show these, without a signal."""
        self._showing = True
        self._settings = settings
        self.form.theme.setCurrentIndex(THEMES.index(settings.theme))
        self.form.language.setCurrentIndex(LANGUAGES.index(settings.language))
        self.form.font.setValue(settings.font_percent)
        self.form.fontValue.setText(f"{settings.font_percent} %")
        self.form.idle.setValue(settings.idle_minutes)
        names = [self.tr("保存为文件"), *self._printers()]
        if settings.printer and settings.printer not in names:
            names.append(settings.printer)
        self.form.printer.clear()
        self.form.printer.addItems(names)
        self.form.printer.setCurrentIndex(names.index(settings.printer) if settings.printer else 0)
        self._showing = False

    def _font_moved(self, percent: int) -> None:
        self.form.fontValue.setText(f"{percent} %")
        if not self.form.font.isSliderDown():
            self._gather()

    def _gather(self, *_what: Any) -> None:
        if self._showing:
            return
        printer = self.form.printer.currentText() if self.form.printer.currentIndex() > 0 else ""
        gathered = replace(
            self._settings,
            theme=THEMES[self.form.theme.currentIndex()],
            language=LANGUAGES[self.form.language.currentIndex()],
            font_percent=round(self.form.font.value() / 10) * 10,
            printer=printer,
            idle_minutes=self.form.idle.value(),
        )
        if gathered != self._settings:
            self._settings = gathered
            self.changed.emit(gathered)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "form"):
            grow(self)
        super().changeEvent(event)
