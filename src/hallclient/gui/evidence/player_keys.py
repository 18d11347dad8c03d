"""The player's keys (播放器按键): one table for what they do and for F1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hallclient.domain.evidence import EvidenceKind

if TYPE_CHECKING:
    from hallclient.gui.evidence.player import EvidencePlayer

FRAME = 40
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(player: EvidencePlayer, event: QKeyEvent) -> bool:
    """Do what a key says; False when it says nothing here."""
    held = event.modifiers() & (_CTRL | _SHIFT | Qt.KeyboardModifier.AltModifier)
    key = event.key()
    if key == Qt.Key.Key_Escape:
        player.leave()
        return True
    if held & Qt.KeyboardModifier.AltModifier or player.item is None:
        return False
    if player.item.kind in {EvidenceKind.AUDIO, EvidenceKind.VIDEO}:
        return _recording(player, key, bool(held & _CTRL), bool(held & _SHIFT), event.text())
    return _paper(player, key, event.text())


def _recording(player: EvidencePlayer, key: int, ctrl: bool, shift: bool, text: str) -> bool:
    pace = 15000 if ctrl else 1000 if shift else 5000
    if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        player.step(-pace if key == Qt.Key.Key_Left else pace)
    elif ctrl:
        return False
    elif key == Qt.Key.Key_Space:
        player.toggle()
    elif key == Qt.Key.Key_M:
        player.begin_mark()
    elif key in {Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight} or text in {"【", "】"}:
        player.faster(-1 if key == Qt.Key.Key_BracketLeft or text == "【" else 1)
    elif key in {Qt.Key.Key_Comma, Qt.Key.Key_Period} or text in {"，", "。"}:
        player.step(-FRAME if key == Qt.Key.Key_Comma or text == "，" else FRAME)
    elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
        player.next_mark(-1 if key == Qt.Key.Key_PageUp else 1)
    elif key == Qt.Key.Key_Home:
        player.seek(0)
    elif key == Qt.Key.Key_End:
        player.seek(max(0, player.playback.duration - FRAME))
    elif key == Qt.Key.Key_0:
        player.toggle_sound()
    else:
        return False
    return True


def _paper(player: EvidencePlayer, key: int, text: str) -> bool:
    stage = player.console.form.stage
    if key == Qt.Key.Key_Space:
        player.toggle()
    elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_Left}:
        player.turn_page(-1)
    elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Right}:
        player.turn_page(1)
    elif text in {"+", "="}:
        stage.zoom(1)
    elif text == "-":
        stage.zoom(-1)
    elif key == Qt.Key.Key_0:
        stage.fit()
    else:
        return False
    return True
