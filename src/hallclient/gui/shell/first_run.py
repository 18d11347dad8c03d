"""The first-run assistant (首次设置): hall and window, the first account, where the key lies, the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from hallclient.domain.people import UnitDraft
from hallclient.errors import HallError, Problem, RuleBroken
from hallclient.gui.forms.shell.ui_first_run_page import Ui_FirstRunPage
from hallclient.gui.shared import messages
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.grown import grow
from hallclient.gui.shared.theme import restyle
from hallclient.services.opening import SetupDraft

GRADES = ("A", "B", "C")
_FIELDS = {
    "unit.name": "unitName", "unit.code": "unitCode", "unit.grade": "grade", "counter": "counter",
    "unit.phone": "phone", "unit.hours": "hours", "unit.address": "address",
    "staff_no": "staffNo", "name": "name", "password": "password", "again": "again",
    "passphrase": "phrase", "phrase_again": "phraseAgain",
}  # fmt: skip
_STEP_OF = {"unit": 0, "counter": 0, "staff_no": 1, "name": 1, "password": 1, "again": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the set-up gives back: the recovery code and the recovery sheet as PDF."""

    recovery_code: str
    pdf: bytes


class FirstRunPage(QWidget):
    """Four steps. ``set_up(draft, passphrase or None)`` runs on the store lane, makes keys, store and first account."""

    finished = Signal()

    def __init__(
        self,
        set_up: Callable[[SetupDraft, str | None], Sheet],
        print_sheet: Callable[[bytes], str],
        background: Background,
        *,
        keyring_works: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self._set_up, self._print_sheet, self._background = set_up, print_sheet, background
        self._sheet: Sheet | None = None
        self.form = Ui_FirstRunPage()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.form.inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form.keyring.setEnabled(keyring_works)
        (self.form.keyring if keyring_works else self.form.passphrase).setChecked(True)
        if not keyring_works:
            self.form.keyringNote.setText(self.tr("这台电脑没有可用的系统钥匙串，只能用口令保护"))
        self.form.keyringNote.setVisible(not keyring_works)
        self.form.phraseHolder.setVisible(not keyring_works)
        self.form.passphrase.toggled.connect(self.form.phraseHolder.setVisible)
        self.form.counter.setText("1")
        self.form.next.clicked.connect(self.next)
        self.form.back.clicked.connect(self.back)
        self.form.kept.toggled.connect(self._kept)
        self.form.printSheet.clicked.connect(self._print)
        self.form.saveSheet.clicked.connect(self._save)
        for editor in self.findChildren(QLineEdit):
            editor.returnPressed.connect(self.next)
        self._clear()
        self._show(0)
        grow(self)

    @property
    def step(self) -> int:
        """0 hall, 1 account, 2 key, 3 recovery sheet."""
        return self.form.steps.currentIndex()

    def draft(self) -> SetupDraft:
        """What has been typed."""
        form = self.form
        return SetupDraft(
            unit=UnitDraft(
                code=form.unitCode.text().strip(),
                name=form.unitName.text().strip(),
                kind="hall",
                grade=GRADES[max(0, form.grade.currentIndex())],
                phone=form.phone.text().strip(),
                address=form.address.text().strip(),
                hours=form.hours.text().strip(),
            ),
            counter=form.counter.text().strip(),
            staff_no=form.staffNo.text().strip(),
            name=form.name.text().strip(),
            password=form.password.text(),
        )

    def problems(self) -> dict[str, str]:
        """Field and sentence of what is wrong in the step shown."""
        found: dict[str, str] = {}
        for problem in self.draft().problems():
            if _STEP_OF[problem.field.split(".")[0]] == self.step:
                found.setdefault(problem.field, messages.sentence(problem))
        if self.step == 1 and self.form.password.text() != self.form.again.text():
            found["again"] = self.tr("两次输入的密码不一样")
        if self.step == 2 and self.form.passphrase.isChecked():
            if not self.form.phrase.text():
                found["passphrase"] = self.tr("请输入口令")
            elif self.form.phrase.text() != self.form.phraseAgain.text():
                found["phrase_again"] = self.tr("两次输入的口令不一样")
        return found

    def next(self) -> None:
        """The next step, or what is wrong with this one."""
        if self.step == 3:
            if self.form.kept.isChecked():
                self.finished.emit()
            return
        found = self.problems()
        self._clear()
        if found:
            self._say_problems(found)
        elif self.step < 2:
            self._show(self.step + 1)
        else:
            self._make()

    def back(self) -> None:
        """The step before; after the keys are made there is none."""
        if 0 < self.step < 3:
            self._clear()
            self._show(self.step - 1)

    def _make(self) -> None:
        draft = self.draft()
        passphrase = self.form.phrase.text() if self.form.passphrase.isChecked() else None
        self.form.next.setEnabled(False)
        self.form.next.setText(self.tr("正在建立…"))
        self._background.run("store", lambda: self._set_up(draft, passphrase), self._made, self._failed, owner=self)

    def _made(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.form.code.setText(sheet.recovery_code)
        self._show(3)

    def _failed(self, error: Exception) -> None:
        self._show(self.step)
        if isinstance(error, RuleBroken) and error.problems:
            self._show(min(self._step_of(problem) for problem in error.problems))
            self._say_problems({problem.field: messages.sentence(problem) for problem in error.problems})
        elif isinstance(error, HallError):
            said = messages.words(error)
            self.form.problem.setText(messages.told(said))
            self.form.problem.show()
        else:
            self._background.unexpected(error)

    @staticmethod
    def _step_of(problem: Problem) -> int:
        return _STEP_OF.get(problem.field.split(".")[0], 2)

    def _say_problems(self, found: dict[str, str]) -> None:
        for name, sentence in found.items():
            known = _FIELDS.get(name)
            if known is None:
                self.form.problem.setText(sentence)
                self.form.problem.show()
                continue
            editor: QWidget = getattr(self.form, known)
            line: QLabel = getattr(self.form, f"{known}Problem")
            line.setText(sentence)
            line.show()
            editor.setAccessibleDescription(sentence)
            editor.setProperty("problem", True)
            restyle(editor)
        first = next((editor for name, editor in _FIELDS.items() if name in found), None)
        if first is not None:
            getattr(self.form, first).setFocus()

    def _clear(self) -> None:
        self.form.problem.hide()
        for known in _FIELDS.values():
            getattr(self.form, f"{known}Problem").hide()
            editor: QWidget = getattr(self.form, known)
            if editor.property("problem"):
                editor.setProperty("problem", False)
                editor.setAccessibleDescription("")
                restyle(editor)

    def _show(self, step: int) -> None:
        self.form.steps.setCurrentIndex(step)
        titles = (
            self.tr("建立这台电脑的工作区"), self.tr("第一个账户"), self.tr("加密钥匙"), self.tr("恢复单")
        )  # fmt: skip
        self.form.title.setText(titles[step])
        self.form.step.setText(self.tr("第 %1 步，共 4 步").replace("%1", str(step + 1)))
        self.form.back.setVisible(0 < step < 3)
        self.form.next.setEnabled(step < 3 or self.form.kept.isChecked())
        self.form.next.setText(self.tr("完成，去登录") if step == 3 else self.tr("下一步"))
        firsts = (self.form.unitName, self.form.staffNo, self.form.next, self.form.printSheet)
        firsts[step].setFocus()

    def _kept(self, kept: bool) -> None:
        if self.step == 3:
            self.form.next.setEnabled(kept)

    def _print(self) -> None:
        sheet = self._sheet
        if sheet is not None:
            self._background.run("files", lambda: self._print_sheet(sheet.pdf), self._printed, owner=self)

    def _printed(self, where: str) -> None:
        self.form.sheetDone.setText(where)

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, self.tr("存为文件"), self.tr("恢复单") + ".pdf", "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the recovery sheet to a file."""
        sheet = self._sheet
        if sheet is not None:
            done = self.tr("已存为 %1").replace("%1", path.name)
            self._background.run(
                "files", lambda: path.write_bytes(sheet.pdf), lambda _size: self._printed(done), owner=self
            )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "form"):
            grow(self)
        super().changeEvent(event)
