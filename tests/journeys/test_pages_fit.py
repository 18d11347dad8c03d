"""Every page in its usual, overfull and dialog states: no text has less room than it needs, at 100 % and at 200 %."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hallclient.demo.day_cast import Cast
from hallclient.demo.day_stage import Stage
from hallclient.demo.scenes import Scenes
from tests.gui.clipping import clipped


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
@pytest.mark.timeout(300)
@pytest.mark.parametrize("percent", [100, 200])
def test_no_text_is_cut(stage: Stage, tmp_path: Path, percent: int) -> None:
    cast = Cast(stage.demo)
    window = stage.window
    window.use_settings(replace(window.settings, font_percent=percent))
    stage.settle()
    found = {}
    for scene in Scenes(stage, tmp_path, cast).filled():
        if scene.role:
            staff_no = stage.role(scene.role)
            if window.actor is None or window.actor.staff_no != staff_no:
                if window.actor is not None:
                    window.hand_over()
                stage.enter(staff_no)
        scene.show()
        cut = [line for one in QApplication.topLevelWidgets() if one.isVisible() for line in clipped(one)]
        if cut:
            found[scene.key] = cut
        scene.after()
    assert not found, "\n".join(f"{key}: {line}" for key, lines in found.items() for line in lines)
