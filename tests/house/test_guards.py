"""The guards fail a test that leaves something behind, name it, and leave tidy tests alone; Qt can be made absent."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

UNTIDY = """
import logging, threading, time
import pytest
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QWidget

KEPT = []

def test_thread():
    threading.Thread(target=time.sleep, args=(1.5,), name="forgotten", daemon=True).start()

def test_timer(qapp):
    KEPT.append(QTimer())
    KEPT[-1].start(60_000)

def test_single_shot(qapp):
    QTimer.singleShot(60_000, lambda: None)

def test_qthread(qapp):
    KEPT.append(QThread(objectName="forgotten qthread"))
    KEPT[-1].start()

class Slow(QRunnable):
    def run(self):
        time.sleep(1.5)

def test_pool_task(qapp):
    QThreadPool.globalInstance().start(Slow())

def test_window(qapp):
    KEPT.append(QWidget(objectName="forgotten_window"))
    KEPT[-1].show()

def test_log():
    logging.getLogger("vault").error("disk on fire")

def test_qt_warning(qapp):
    qWarning("something is wrong")

@pytest.mark.logs("never said")
def test_absent_log():
    pass

@pytest.mark.logs("WARNING vault: slow")
def test_tidy_log():
    logging.getLogger("vault").warning("slow")

def test_tidy(qtbot):
    thread = threading.Thread(target=time.sleep, args=(0.2,))
    thread.start()
    timer = QTimer()
    timer.start(60_000)
    timer.stop()
    receiver = QObject()
    QTimer.singleShot(60_000, receiver, lambda: None)
    QTimer.singleShot(0, lambda: None)
    receiver.deleteLater()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
"""

FOUND = {
    "test_thread": "thread 'forgotten' running",
    "test_timer": r"QTimer started at .*test_untidy.py:\d+ \(test_timer\)",
    "test_single_shot": r"QTimer.singleShot started at .*test_untidy.py:\d+ \(test_single_shot\), due in",
    "test_qthread": r"QThread 'forgotten qthread' started at .*test_untidy.py:\d+ \(test_qthread\)",
    "test_pool_task": r"pool task started at .*test_untidy.py:\d+ \(test_pool_task\)",
    "test_window": "visible window QWidget 'forgotten_window'",
    "test_log": "ERROR vault: disk on fire",
    "test_qt_warning": "something is wrong",
    "test_absent_log": "expected log records that never came: ['never said']".replace("[", r"\[").replace("]", r"\]"),
}
TIDY = {"test_tidy", "test_tidy_log"}


def _pytest(folder: Path, *options: str) -> str:
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT)]
    command += [
        "--confcutdir",
        str(folder),
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        "-rA",
        *options,
        str(folder),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False).stdout


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("untidy")
    (folder / "conftest.py").write_text(
        "from tests.house import guards\n"
        "from tests.house.guards import no_stray_logs, nothing_left_running\n"
        "guards.PATIENCE = 0.5\n"
    )
    (folder / "test_untidy.py").write_text(UNTIDY)
    return _pytest(folder)


@pytest.mark.parametrize("name", sorted(FOUND))
def test_what_a_test_leaves_behind_fails_it_by_name(report: str, name: str) -> None:
    section = re.search(rf"^_+ (?:ERROR at teardown of )?{name} _+$(.*?)^(?:_{{3,}}|=====)", report, re.M | re.S)
    assert section, f"{name} passed"
    assert re.search(FOUND[name], section[1]), section[1]


def test_tidy_tests_pass(report: str) -> None:
    failed = set(re.findall(r"^(?:ERROR|FAILED) \S+::(\w+)", report, re.M))
    assert failed == FOUND.keys(), report
    assert {name for name in TIDY if re.search(rf"^PASSED \S+::{name}$", report, re.M)} == TIDY


def test_qt_can_be_made_absent(tmp_path: Path) -> None:
    (tmp_path / "test_absent.py").write_text(
        "import pytest\n"
        "@pytest.mark.parametrize('name', ['PySide6', 'PySide6.QtCore', 'shiboken6', 'pyqtgraph', 'qtawesome'])\n"
        "def test_absent(name):\n"
        "    with pytest.raises(ModuleNotFoundError):\n"
        "        __import__(name)\n"
        "def test_seen():\n"
        "    import PySide6\n"
    )
    report = _pytest(tmp_path, "-p", "tests.house.no_qt")
    assert re.findall(r"^FAILED \S+::(\w+)", report, re.M) == ["test_seen"]
    assert "5 passed" in report.splitlines()[-1]
