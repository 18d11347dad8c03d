"""The program with a window (程序): opens the workspace behind a first window, then hands over to the shell.

The window comes first; the store, the catalog and the services are loaded on the store lane behind it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from hallclient import credentials, logs, settings
from hallclient.errors import HallError
from hallclient.gui.shared import theme
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.changes import Changes
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.messages import words
from hallclient.gui.shell import language
from hallclient.gui.shell.crash import Crashes
from hallclient.gui.shell.doors import Doors, Status
from hallclient.gui.shell.open_page import OpenPage
from hallclient.settings import Settings

if TYPE_CHECKING:
    from hallclient.domain.people import Actor
    from hallclient.services.bundle import Services

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What opening a workspace gives: the services, and where the key lies."""

    services: Services
    key_place: str


class Program(QObject):
    """From the first window to the shell; ``close`` puts everything away."""

    ready = Signal(object)
    """The MainWindow, asking for a sign-in."""

    def __init__(
        self, kept: Settings, *, clock: Clock | None = None, opened: Callable[[], Opened] | None = None
    ) -> None:
        """``opened`` opens another way than by the profile's key: the demo has no key of its own."""
        super().__init__()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.settings = kept
        self.clock = clock or (lambda: datetime.now(UTC))
        theme.register_fonts()
        theme.apply(app, kept.theme, kept.font_percent, kept.brand)
        language.apply(app, kept.language)
        self.crashes = Crashes(self.clock, lambda: self.window)
        self.background = Background(self._bug)
        self.changes = Changes()
        self._opened = opened
        self._services: Services | None = None
        self.window: QMainWindow = QMainWindow()
        self.window.resize(QSize(1366, 768))
        self.window.setWindowTitle(QCoreApplication.translate("app", "供电营业厅"))

    def start(self) -> None:
        """Show the first window and open the workspace behind it."""
        self._say(QCoreApplication.translate("app", "正在打开工作区"), "")
        self.window.show()
        if self._opened is not None:
            self._open(self._opened)
        elif not credentials.exists(self.settings.folder):
            self.background.run("store", credentials.keyring_works, self._first_run, owner=self)
        elif credentials.place(self.settings.folder) == "keyring":
            self._open(lambda: self._with(None))
        else:
            self.background.run("store", credentials.keyring_works, self._ask_passphrase, owner=self)

    def close(self) -> None:
        """Let running work finish, then close the store."""
        self.window.close()
        self.background.close()
        if self._services is not None:
            self._services.parts.store.close()
            self._services = None

    def _bug(self, error: BaseException) -> None:
        self.crashes.take(error)

    def _with(self, passphrase: str | None) -> Opened:
        from hallclient.services import bundle, opening
        from hallclient.services.evidence import sweep

        keys = credentials.load(self.settings.folder, passphrase=passphrase)
        parts = opening.open_parts(self.settings, keys, clock=self.clock)
        sweep(parts)
        return Opened(services=bundle.build(parts), key_place=keys.place)

    def _recover(self, code: str, passphrase: str | None) -> Opened:
        credentials.recover(self.settings.folder, code, passphrase=passphrase)
        return self._with(passphrase)

    def _open(self, work: Callable[[], Opened]) -> None:
        self.background.run("store", work, self._hand_over, self._not_opened, owner=self)

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, HallError) and error.code == "credentials.keyring_closed":
            self.background.run("store", credentials.keyring_works, self._ask_passphrase, owner=self)
        elif isinstance(error, HallError):
            said = words(error)
            self._say(said.title, f"{said.what}\n{said.do}", icon="late")
        else:
            self.crashes.take(error)

    def _ask_passphrase(self, keyring_works: bool) -> None:
        page = OpenPage(self._with, self._recover, self.background, keyring_works=keyring_works)
        page.opened.connect(self._hand_over)
        self.window.setCentralWidget(page)

    def _first_run(self, keyring_works: bool) -> None:
        from hallclient.gui.shell.first_run import FirstRunPage, Sheet

        made: list[Opened] = []

        def set_up(draft: Any, passphrase: str | None) -> Sheet:
            from hallclient.services import bundle, first_run

            parts, code, pdf = first_run.set_up(self.settings, draft, passphrase, clock=self.clock)
            settings.save(self.settings)
            place = "keyring" if passphrase is None else "file"
            made.append(Opened(services=bundle.build(parts), key_place=place))
            return Sheet(recovery_code=code, pdf=pdf)

        def print_sheet(pdf: bytes) -> str:
            from hallclient.gui.shared.printing import Printing

            done = Printing(self.settings.papers_folder, self.settings.printer).print("recovery", pdf)
            return done.printer or (done.file.name if done.file else "")

        page = FirstRunPage(set_up, print_sheet, self.background, keyring_works=keyring_works)
        page.finished.connect(lambda: self._hand_over(made[0]))
        self.window.setCentralWidget(page)

    def _hand_over(self, opened: Opened) -> None:
        from hallclient.gui.shell.window import MainWindow

        self._services = opened.services
        opened.services.parts.store.listeners.append(self.changes.announce)
        first, self.window = self.window, MainWindow(
            self._doors(opened), self.settings, self.background, self.changes
        )  # fmt: skip
        self.window.restoreGeometry(first.saveGeometry())
        self.window.show()
        first.close()
        first.deleteLater()
        self.ready.emit(self.window)

    def _doors(self, opened: Opened) -> Doors:
        from hallclient.gui.shell.places import places

        services = opened.services
        english = self.settings.language.startswith("en")

        def role_word(actor: Actor) -> str:
            known = {role.code: role for role in services.parts.catalog.roles()}
            roles = [known[code] for code in actor.roles if code in known]
            return "、".join(role.en if english else role.zh for role in roles[:1])

        def status(actor: Actor) -> Status:
            if not actor.may("catalog.read"):
                return Status()
            found = services.status.standing(actor)
            return Status(waiting=found.waiting, soon=found.soon, late=found.late)

        return Doors(
            services=services,
            hall=services.sign_in.place,
            sign_in=services.sign_in.sign_in,
            unlock=services.sign_in.unlock,
            sign_out=services.sign_in.sign_out,
            change_password=services.sign_in.change_password,
            must_change=services.sign_in.must_change,
            status=status,
            save_settings=settings.save,
            places=places,
            role_word=role_word,
            clock=self.clock,
            key_place=opened.key_place,
        )

    def _say(self, title: str, text: str, *, icon: str = "brand") -> None:
        ground = QWidget()
        ground.setProperty("ground", "canvas")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(ground)
        column.addWidget(EmptyState(title, text, icon=icon))
        self.window.setCentralWidget(ground)


def application() -> QApplication:
    """The one QApplication, with its names."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    QCoreApplication.setApplicationName("hallclient")
    QApplication.setStyle("Fusion")
    return QApplication(sys.argv[:1])


def run(kept: Settings) -> int:
    """Open the window and work until it is closed."""
    app = application()
    logs.to_file(kept.folder / "logs")
    program = Program(kept)
    program.crashes.install()
    program.start()
    status = app.exec()
    program.close()
    return status
