"""A main window over a real sign-in service, with small pages that note what the shell asks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hallclient.domain.people import Actor
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.changes import Changes
from hallclient.gui.shared.page import Badge, Hit, KeyHint, Place
from hallclient.gui.shared.workplace import Workplace
from hallclient.gui.shell.doors import Doors, Status
from hallclient.gui.shell.frame import Frame
from hallclient.gui.shell.window import MainWindow
from hallclient.services import bundle
from hallclient.settings import Settings
from tests.halls import PASSWORD, Hall, staff_no_of


class NotePage(QWidget):
    """A page with one box for a draft."""

    icon = "counter"
    rights: frozenset[str] = frozenset()

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.key, self.title = key, title
        self.kinds = frozenset({key})
        self.noted: list[str] = []
        self.draft = QLineEdit(accessibleName="草稿")
        QVBoxLayout(self).addWidget(self.draft)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        return (KeyHint(keys="F2", does="呼叫下一位"),)

    def activate(self) -> None:
        self.noted.append("activate")
        self.draft.setFocus()

    def open(self, reference: str) -> None:
        self.noted.append(f"open {reference}")

    def refresh(self) -> None:
        self.noted.append("refresh")


@dataclass
class Shell:
    """The window under test and what stands behind it."""

    hall: Hall
    qtbot: QtBot
    background: Background
    changes: Changes
    window: MainWindow
    kept: list[Settings]
    status: list[Status]
    bugs: list[BaseException] = field(default_factory=list)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.busy == 0, timeout=10_000)
        QApplication.processEvents()
        assert not self.bugs, self.bugs

    def enter(self, role: str = "teller", password: str = PASSWORD, staff_no: str = "") -> None:
        """Type and press Enter in the sign-in page."""
        form = self.window.sign_in.form
        form.staff.setText(staff_no or staff_no_of(role))
        form.password.setText(password)
        self.window.sign_in.enter()
        self.settle()

    @property
    def frame(self) -> Frame:
        frame = self.window.frame
        assert frame is not None
        return frame

    def page(self, key: str) -> NotePage:
        found = self.frame.page(key)
        assert isinstance(found, NotePage)
        return found


def places_of(_work: Workplace) -> Sequence[Place]:
    """Two places for a teller, one she may not use."""

    def find(text: str) -> list[Hit]:
        hits = [
            Hit(page="customers", reference="c1", title="林晚照", note="青杉里", number="99000123"),
            Hit(page="counter", reference="o1", title="SL-LD03-20260610-0147", number="SL-LD03-20260610-0147"),
        ]
        return [hit for hit in hits if text in hit.title or text == hit.number]

    def place(key: str, title: str, right: str, badge: Badge | None = None) -> Place:
        return Place(
            key=key,
            title=title,
            icon="counter",
            make=lambda _work: NotePage(key, title),
            rights=frozenset({right}),
            kinds=frozenset({key}),
            badge=(lambda: badge) if badge is not None else None,
            finder=find if key == "counter" else None,
        )

    return (
        place("counter", "柜台", "business.accept"),
        place("customers", "客户", "customers.read", Badge(count=3, late=True)),
        place("admin", "人员", "users.write"),
    )


def make_shell(hall: Hall, qtbot: QtBot) -> Shell:
    """A window that is shown and active; close it with :func:`close_shell`."""
    bugs: list[BaseException] = []
    kept: list[Settings] = []
    status = [Status()]
    background, changes = Background(bugs.append), Changes()
    sign_in = hall.sign_in

    def role_word(actor: Actor) -> str:
        return actor.roles[0]

    services = bundle.build(hall.parts)
    doors = Doors(
        services=lambda: services,
        hall=sign_in.place,
        sign_in=sign_in.sign_in,
        unlock=sign_in.unlock,
        sign_out=sign_in.sign_out,
        change_password=sign_in.change_password,
        must_change=sign_in.must_change,
        status=lambda _actor: status[0],
        save_settings=kept.append,
        places=places_of,
        role_word=role_word,
        clock=hall.clock,
    )
    window = MainWindow(doors, hall.parts.settings, background, changes)
    shell = Shell(hall, qtbot, background, changes, window, kept, status, bugs)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    shell.settle()
    return shell


def close_shell(shell: Shell) -> None:
    """Everything ends."""
    shell.settle()
    shell.window.close()
    shell.window.deleteLater()
    shell.background.close()
    shell.changes.deleteLater()
    QApplication.processEvents()
