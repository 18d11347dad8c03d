"""Icons (图标) by what they mean: QtAwesome's Phosphor font, coloured by token, pixmaps cached.

The font and its table are read from the installed package without importing it: its import takes two fifths of the time
to the first window (docs/decisions/011).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from hallclient.gui.shared.theme import look

NAMES: dict[str, str] = {
    # places of the rail
    "brand": "lightning-fill",
    "counter": "storefront",
    "requests": "chats",
    "complaints": "warning-circle",
    "inspections": "clipboard-text",
    "tasks": "check-square",
    "outage": "lightning-slash",
    "reports": "chart-bar",
    "customers": "users-three",
    "payments": "currency-cny",
    "admin": "gear-six",
    "settings": "gear",
    "desk": "headset",
    "evidence": "folder-open",
    "people": "users",
    "notices": "megaphone",
    "audit": "shield-check",
    "catalog": "books",
    # states: always beside a word
    "ok": "check-circle-fill",
    "soon": "clock-fill",
    "late": "warning-circle-fill",
    "info": "info-fill",
    "waiting": "clock",
    "deferred": "hourglass-medium-fill",
    "missing": "circle-dashed",
    "paused": "pause-circle-fill",
    "half": "circle-half",
    "error": "x-circle-fill",
    "warning": "warning-fill",
    "verified": "shield-check-fill",
    "broken": "shield-warning-fill",
    "speech": "chat-circle-dots-fill",
    "serving": "user-circle",
    "editing": "pencil-simple",
    "star": "star-fill",
    "done": "check",
    "unknown": "question-fill",
    "synced": "check-circle",
    "outbox": "cloud-arrow-up",
    "offline": "cloud-slash",
    "overdue": "warning-circle",
    "locked-state": "lock-simple-fill",
    "neutral": "circle",
    "brand-tone": "dots-three-circle-fill",
    "repeat-case": "repeat",
    "important": "crown-simple",
    "vulnerable": "heart-fill",
    # things done
    "find": "magnifying-glass",
    "bell": "bell",
    "lock": "lock-simple",
    "unlock": "lock-simple-open",
    "print": "printer",
    "save": "floppy-disk",
    "add": "plus",
    "remove": "minus",
    "close": "x",
    "back": "arrow-left",
    "forward": "arrow-right",
    "edit": "pencil-line",
    "delete": "trash",
    "copy": "copy",
    "link": "link-simple",
    "open": "arrow-square-out",
    "download": "download-simple",
    "upload": "upload-simple",
    "reload": "arrows-clockwise",
    "filter": "funnel",
    "sort-up": "sort-ascending",
    "sort-down": "sort-descending",
    "more": "dots-three",
    "calendar": "calendar-blank",
    "call": "megaphone-simple",
    "pause": "pause",
    "play": "play-fill",
    "stop": "stop-fill",
    "skip-back": "skip-back-fill",
    "skip-forward": "skip-forward-fill",
    "step-back": "caret-left",
    "step-forward": "caret-right",
    "down": "caret-down",
    "up": "caret-up",
    "left": "caret-left",
    "right": "caret-right",
    "loop": "repeat",
    "cut": "scissors",
    "mark": "flag",
    "mark-fill": "flag-fill",
    "picture": "camera",
    "volume": "speaker-high",
    "mute": "speaker-slash",
    "scan": "frame-corners",
    "drop": "frame-corners",
    "undo": "arrow-counter-clockwise",
    "redo": "arrow-clockwise",
    "send": "paper-plane-tilt",
    "sign-in": "sign-in",
    "sign-out": "sign-out",
    "handover": "swap",
    "show": "eye",
    "hide": "eye-slash",
    "keyboard": "keyboard",
    "import": "tray",
    "export": "export",
    "transfer": "arrows-left-right",
    "assign": "user-plus",
    "pay": "wallet",
    "cash": "money",
    "card": "credit-card",
    "qr": "qr-code",
    "receipt": "receipt",
    "reverse": "arrow-u-up-left",
    "rating": "smiley",
    "ticket": "ticket",
    "next": "arrow-right",
    "reading": "identification-card",
    # nouns
    "person": "user",
    "phone": "phone",
    "phone-in": "phone-incoming",
    "phone-missed": "phone-x",
    "met": "users-fill",
    "place": "map-pin",
    "house": "house-line",
    "meter": "gauge",
    "transformer": "tree-structure",
    "document": "file-text",
    "pdf": "file-pdf",
    "folder": "folder",
    "image": "image",
    "video": "video-camera",
    "sound": "activity",
    "microphone": "microphone",
    "quote": "quotes-fill",
    "history": "clock-counter-clockwise",
    "clock": "clock",
    "timer": "timer",
    "guide": "book-open",
    "key": "key",
    "shield": "shield",
    "fingerprint": "fingerprint",
    "note": "note",
    "id-card": "identification-card",
    "hash": "hash",
    "tag": "tag",
    "number": "list-numbers",
    "list": "list-bullets",
    "table": "table",
    "chart": "chart-line-up",
    "trend-up": "arrow-up-right",
    "trend-down": "arrow-down-right",
    "unit": "buildings",
    "hall": "storefront",
    "car": "car",
    "sun": "sun",
    "moon": "moon",
    "contrast": "circle-half",
    "language": "translate",
    "font": "text-aa",
    "system": "desktop",
    "printer": "printer",
    "drive": "hard-drive",
    "database": "database",
    "bug": "bug",
    "command": "command",
    "mood": "smiley-sad",
    "mood-calm": "smiley-meh",
    "scales": "scales",
    "money": "currency-cny",
    "empty": "tray",
    "online": "wifi-high",
    "recovery": "lifebuoy",
    "passphrase": "lock-key",
    "stamp": "circle-wavy-check",
    "paper": "newspaper",
}
"""Meaning to Phosphor name. A meaning missing here is a KeyError when the widget is made, never inside paintEvent."""

_GLYPH_SHARE = 0.875
"""How much of its square a glyph fills."""

TONE_ICONS = {
    "brand": "brand-tone",
    "ok": "ok",
    "soon": "soon",
    "late": "late",
    "info": "info",
    "neutral": "neutral",
}


def check(name: str) -> str:
    """The name itself when it is known; KeyError otherwise. Widgets call it when made."""
    NAMES[name]
    return name


def pixmap(name: str, token: str = "text", size: int = 18, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap: ``size`` is at 100 % font size and grows with it."""
    here = look()
    return _drawn(NAMES[name], here.hex(token), here.px(size), ratio)


def icon(name: str, token: str = "text", size: int = 18) -> QIcon:
    """An icon for Qt's own widgets and actions. Its colour is that of the theme in force now."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, token, size, ratio))
    return made


def row_icon(name: str, token: str = "text", size: int = 16) -> QIcon:
    """An icon for a table cell: the same colour when the row is selected."""
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        inverted = mode == QIcon.Mode.Selected and look().theme == "contrast"
        made.addPixmap(pixmap(name, "surface" if inverted else token, size), mode)
    return made


@cache
def _phosphor() -> tuple[str, dict[str, str]]:
    """The font's family and its table of name to character."""
    found = find_spec("qtawesome")
    assert found is not None and found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0]) / "fonts"
    font = next(folder.glob("phosphor-*.ttf"))
    table = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text(encoding="utf-8"))
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))[0]
    return family, {name: chr(int(code, 16)) for name, code in table.items()}


def known_glyphs() -> frozenset[str]:
    """Every name the font has."""
    return frozenset(_phosphor()[1])


@cache
def _drawn(glyph: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    family, table = _phosphor()
    side = round(pixels * ratio)
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    font = QFont(family)
    font.setPixelSize(max(1, round(side * _GLYPH_SHARE)))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, table[glyph])
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
