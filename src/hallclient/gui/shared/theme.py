"""The look in force (外观): palette, style sheet, fonts, measures from the tokens, growing with the font size."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from hallclient import resources
from hallclient.gui.shared.tokens import THEMES, Tokens, contrast, tokens

FONT_FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_500Medium.ttf", "NotoSansSC_600SemiBold.ttf")
# The family name inside those files.
FAMILY = "Noto Sans SC"

_MEASURE = re.compile(r"(\d+(?:\.\d+)?)(px|pt)\b")


class Look(QObject):
    """Colours, fonts and measures in force. One per program: :func:`look`. ``changed`` tells painted widgets."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = tokens()
        self.percent = 100
        self.system_palette: QPalette | None = None

    @property
    def theme(self) -> str:
        """light, dark or contrast."""
        return self.tokens.theme

    @property
    def focus_width(self) -> int:
        """Width of a focus ring in pixels."""
        return 3 if self.theme == "contrast" else 2

    def hex(self, token: str) -> str:
        """``#RRGGBB`` of a token."""
        return self.tokens.colour(token)

    def colour(self, token: str) -> QColor:
        """A token as a colour."""
        return QColor(self.tokens.colour(token))

    def px(self, at_100: float) -> int:
        """A measure in pixels at this font size. One and two pixels stay (hairlines)."""
        return round(at_100) if at_100 <= 2 else round(at_100 * self.percent / 100)

    def measure(self, name: str) -> int:
        """A named measure of the tokens, e.g. ``control``, ``rail``, ``gap-3``."""
        return self.px(self.tokens.measures[name])

    def font(self, role: str = "body") -> QFont:
        """The font of a type role, tabular figures set."""
        kind = self.tokens.type[role]
        font = QFont(FAMILY)
        font.setPointSizeF(kind.size * self.percent / 100)
        font.setWeight(QFont.Weight(kind.weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def metrics(self, role: str = "body") -> QFontMetrics:
        """Metrics of :meth:`font`."""
        return QFontMetrics(self.font(role))

    def role_colour(self, role: str) -> QColor:
        """The colour a type role has of itself."""
        return self.colour(self.tokens.type[role].token)


@cache
def look() -> Look:
    """The look in force."""
    return Look()


def register_fonts() -> None:
    """Make the bundled font known to Qt. Once per program; needs the application object."""
    if FAMILY not in QFontDatabase.families():
        for name in FONT_FILES:
            QFontDatabase.addApplicationFont(str(resources.file("fonts", name)))


def system_theme() -> str:
    """What the desktop asks for: light, dark or contrast."""
    hints = QGuiApplication.styleHints()
    plain = look().system_palette or QGuiApplication.palette()
    ground, ink = plain.color(QPalette.ColorRole.Window).name(), plain.color(QPalette.ColorRole.WindowText).name()
    if contrast(ground, ink) > 20.9:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, theme: str = "light", font_percent: int = 100, brand: str = "sgcc") -> Look:
    """Give the whole program a look. ``theme`` may be ``system``; ``font_percent`` is 100 to 200."""
    here = look()
    if here.system_palette is None:
        here.system_palette = QPalette(app.palette())
        app.setStyle("Fusion")
    register_fonts()
    here.tokens = tokens(theme if theme in THEMES else system_theme(), brand)
    here.percent = min(max(font_percent, 100), 200)
    app.setFont(here.font("body"))
    app.setPalette(_palette(here))
    app.setStyleSheet(sheet(here))
    here.changed.emit()
    return here


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a changed dynamic property."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def sheet(here: Look) -> str:
    """The style sheet of a look."""
    text = resources.file("styles", "window.qss").read_text(encoding="utf-8")
    text = text.replace("@roles@", _roles(here))
    text = text.replace("@family@", FAMILY)
    strong = here.theme == "contrast"
    extra = {
        "tint-border": f"1px solid {here.hex('line-strong')}" if strong else "none",
        "rail-line": here.hex("line") if here.theme == "dark" else here.hex("chrome"),
        "chip-line": here.hex("line-strong") if strong else here.hex("line"),
        "chip-checked": here.hex("brand") if strong else here.hex("brand-tint"),
        "segment-border": "2px" if strong else "1px",
        "find-line": here.hex("line-strong") if strong else here.hex("line"),
        "scroll": here.hex("line-strong") if strong or here.theme == "dark" else "#C3CCCC",
    }
    for name, value in {**here.tokens.colours, **extra}.items():
        text = text.replace(f"@{name}@", value)
    text = _MEASURE.sub(lambda found: _grown(here, float(found[1]), found[2]), text)
    text += _contrast_rules(here)
    return text.replace("@icons", resources.folder("icons", here.theme).as_posix())


def _grown(here: Look, at_100: float, unit: str) -> str:
    if unit == "px":
        return f"{here.px(at_100)}px"
    return f"{at_100 * here.percent / 100:g}pt"


_INKS = ("brand", "ok", "soon", "late", "info", "text", "text-soft", "text-off", "on-brand", "chrome-text")
_STAGE_INKS = ("stage-text", "stage-soft")


def _roles(here: Look) -> str:
    rules = [
        f'QLabel[role="{role}"] {{ font-size: {kind.size}pt; font-weight: {kind.weight};'
        f" color: {here.hex(kind.token)}; }}"
        for role, kind in here.tokens.type.items()
    ]
    rules += [f'QLabel[ink="{token}"] {{ color: {here.hex(token)}; }}' for token in _INKS + _STAGE_INKS]
    return "\n".join(rules)


def _contrast_rules(here: Look) -> str:
    if here.theme != "contrast":
        return ""
    wide = [
        "QPushButton:focus, QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QCheckBox:focus, QRadioButton:focus"
        " { border: 3px solid #000000; }",
        "QTableView::item:selected, QListView::item:selected, QMenu::item:selected,"
        " QComboBox QAbstractItemView::item:selected { background: #000000; color: #FFFFFF; }",
        "QAbstractItemView { selection-background-color: #000000; selection-color: #FFFFFF; }",
        "QProgressBar, QSlider::groove:horizontal { background: #FFFFFF; border: 1px solid #000000; }",
    ]
    return "\n".join(wide)


def _palette(here: Look) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunk",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "late",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Highlight: "brand",
        QPalette.ColorRole.HighlightedText: "on-brand",
        QPalette.ColorRole.Link: "brand",
        QPalette.ColorRole.PlaceholderText: "text-off",
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "line-strong",
        QPalette.ColorRole.Shadow: "line-strong",
        QPalette.ColorRole.Accent: "brand",
    }
    for role, token in roles.items():
        palette.setColor(role, here.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, here.colour("text-off"))
    return palette
