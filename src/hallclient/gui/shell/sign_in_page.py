"""The sign-in page (登录页): staff number and password; also the lock, where the same person or another one returns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hallclient.domain.people import Actor
from hallclient.errors import HallError
from hallclient.gui.forms.shell.ui_sign_in_page import Ui_SignInPage
from hallclient.gui.shared import icons, messages
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.formats import JOINER
from hallclient.gui.shared.grown import grow
from hallclient.gui.shared.theme import look

NARROW = 760


class SignInPage(QWidget):
    """Asks who is there. ``sign_in(staff no, password)`` runs on the store lane: an Actor, or HallError."""

    signed_in = Signal(object)
    """The Actor."""
    cancelled = Signal()

    def __init__(
        self, sign_in: Callable[[str, str], Actor], background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self._sign_in, self._background = sign_in, background
        self._busy = False
        self.form = Ui_SignInPage()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.form.main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form.mark.setPixmap(icons.pixmap("brand", "chrome-mark", 44))
        self.form.problem.hide()
        self.form.cancel.hide()
        self.form.enter.clicked.connect(self.enter)
        self.form.cancel.clicked.connect(self.cancelled)
        self.form.staff.returnPressed.connect(self._from_staff)
        self.form.password.returnPressed.connect(self.enter)
        self.form.password.textEdited.connect(self._typed)
        self.form.foot.setText(self.tr("客户资料和证据加密保存在本机；所有操作留痕"))
        grow(self)

    def set_hall(self, hall: str, window: str) -> None:
        """Where this workstation stands."""
        self.form.hall.setText(hall or self.tr("供电营业厅"))
        self.form.window.setText(self.tr("%1号窗口").replace("%1", window + JOINER) if window else "")

    def ask(self, *, title: str = "", lead: str = "", staff_no: str = "", may_cancel: bool = False) -> None:
        """Start afresh: an empty form, the focus where typing starts."""
        self.form.title.setText(title or self.tr("登录"))
        self.form.lead.setText(lead or self.tr("用工号和密码登录，离线也可以"))
        self.form.staff.setText(staff_no)
        self.form.password.clear()
        self.form.problem.hide()
        self.form.cancel.setVisible(may_cancel)
        self._set_busy(False)
        (self.form.password if staff_no else self.form.staff).setFocus()

    def enter(self) -> None:
        """Try."""
        staff_no, password = self.form.staff.text().strip(), self.form.password.text()
        if self._busy:
            return
        if not staff_no or not password:
            self._refuse(self.tr("请输入工号和密码"), staff=not staff_no)
            return
        self._set_busy(True)
        self._background.run(
            "store", lambda: self._sign_in(staff_no, password), self._welcome, self._failed, owner=self
        )

    def _from_staff(self) -> None:
        if self.form.password.text():
            self.enter()
        else:
            self.form.password.setFocus(Qt.FocusReason.TabFocusReason)

    def _typed(self) -> None:
        self.form.problem.hide()

    def _welcome(self, actor: Actor) -> None:
        self._set_busy(False)
        self.form.password.clear()
        self.signed_in.emit(actor)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, HallError):
            self._background.unexpected(error)
            return
        said = messages.words(error)
        self._refuse(messages.told(said))

    def _refuse(self, sentence: str, *, staff: bool = False) -> None:
        self.form.problem.setText(sentence)
        self.form.problem.show()
        self.form.password.setAccessibleDescription(sentence)
        box = self.form.staff if staff else self.form.password
        box.selectAll()
        box.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.form.enter.setText(self.tr("正在核对…") if busy else self.tr("登录"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side goes when there is no room for it."""
        super().resizeEvent(event)
        self.form.side.setVisible(self.width() >= look().px(NARROW))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font size."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "form"):
            self.form.mark.setPixmap(icons.pixmap("brand", "chrome-mark", 44))
            grow(self)
        super().changeEvent(event)
