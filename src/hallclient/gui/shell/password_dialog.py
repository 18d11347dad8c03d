"""Changing the password (修改密码): by wish from the menu, or because an administrator set the first one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from hallclient.errors import HallError
from hallclient.gui.forms.shell.ui_password_dialog import Ui_PasswordDialog
from hallclient.gui.shared import messages
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.grown import grow


class PasswordDialog(QDialog):
    """Old once, new twice. ``change(old, new)`` runs on the store lane and raises HallError."""

    def __init__(
        self,
        change: Callable[[str, str], None],
        background: Background,
        *,
        must: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._change, self._background, self._must = change, background, must
        self.form = Ui_PasswordDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.setWindowTitle(self.form.title.text())
        self.form.problem.hide()
        for button in (self.form.cancel, self.form.save):
            button.setAutoDefault(False)
        self.form.save.setDefault(True)
        self.form.save.clicked.connect(self.save)
        self.form.cancel.clicked.connect(self.reject)
        self.form.cancel.setVisible(not must)
        if must:
            self.form.lead.setText(self.tr("这是管理员设的初始密码，请先换成自己的。") + self.form.lead.text())
        grow(self)

    def save(self) -> None:
        """Try."""
        old, fresh = self.form.old.text(), self.form.fresh.text()
        if fresh != self.form.again.text():
            self._refuse(self.tr("两次输入的新密码不一样"))
            self.form.again.setFocus()
            return
        self.form.save.setEnabled(False)
        self._background.run("store", lambda: self._change(old, fresh), self._done, self._failed, owner=self)

    def reject(self) -> None:
        """Escape does not lead around a password that must be changed."""
        if not self._must:
            super().reject()

    def _done(self, _nothing: object) -> None:
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.form.save.setEnabled(True)
        if not isinstance(error, HallError):
            self._background.unexpected(error)
            return
        said = messages.words(error)
        self._refuse(messages.told(said))

    def _refuse(self, sentence: str) -> None:
        self.form.problem.setText(sentence)
        self.form.problem.show()
