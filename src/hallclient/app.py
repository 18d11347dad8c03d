"""The program with a window (程序): the sign-in shows first, the workspace opens on the store lane behind it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, QSize, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from hallclient import credentials, logs, settings
from hallclient.errors import Cancelled, HallError
from hallclient.gui.shared import theme
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.changes import Changes
from hallclient.gui.shared.garbage import Garbage
from hallclient.gui.shared.messages import words
from hallclient.gui.shell import language
from hallclient.gui.shell.crash import Crashes
from hallclient.gui.shell.doors import Doors, Status
from hallclient.gui.shell.open_page import OpenPage, notice
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
    """The MainWindow, once the workspace behind its sign-in is open."""

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
        self.background = Background(self.crashes.take)
        self.changes = Changes()
        self.garbage = Garbage(self)
        self._opened = opened
        self._services: Services | None = None
        self.window: QMainWindow = QMainWindow()
        self.window.resize(QSize(1366, 768))
        self.window.setWindowTitle(QCoreApplication.translate("app", "供电营业厅"))

    def start(self) -> None:
        """Show the sign-in at once and open the workspace behind it; or ask for what is needed first."""
        if self._opened is not None:
            self._open(self._opened, "file")
        elif not credentials.exists(self.settings.folder):
            self._ask_first(self._first_run)
        elif credentials.place(self.settings.folder) == "keyring":
            self._open(lambda: self._with(None), "keyring")
        else:
            self._ask_first(self._ask_passphrase)

    def close(self) -> None:
        """Let running work finish, then close the store."""
        self.window.close()
        self.background.close()
        self.garbage.stop()
        if self._services is not None:
            self._services.parts.store.close()
            self._services = None

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

    def _open(self, work: Callable[[], Opened], key_place: str) -> None:
        """The sign-in shows now; a sign-in that is quicker than the opening waits behind it on the store lane."""
        self.background.run("store", lambda: self._keep(work()), self._told, self._not_opened, owner=self)
        self._show_shell(key_place)

    def _keep(self, opened: Opened) -> Opened:
        self._services = opened.services
        return opened

    def _told(self, opened: Opened) -> None:
        from hallclient.gui.shell.places import preload

        opened.services.parts.store.listeners.append(self.changes.announce)
        self.background.run("files", preload, owner=self)
        self.ready.emit(self.window)

    def _ask_first(self, show: Callable[[bool], None]) -> None:
        self._say(QCoreApplication.translate("app", "正在打开工作区"), "")
        self.window.show()
        self.background.run("store", credentials.keyring_works, show, owner=self)

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, HallError) and error.code == "credentials.keyring_closed":
            self._back_to_plain()
            self.background.run("store", credentials.keyring_works, self._ask_passphrase, owner=self)
        elif isinstance(error, HallError):
            self._back_to_plain()
            said = words(error)
            self._say(said.title, f"{said.what}\n{said.do}", icon="late")
        else:
            self.crashes.take(error)

    def _back_to_plain(self) -> None:
        shell, self.window = self.window, QMainWindow()
        self.window.setWindowTitle(shell.windowTitle())
        self._replace(shell)

    def _replace(self, old: QMainWindow) -> None:
        if old.isVisible():
            self.window.restoreGeometry(old.saveGeometry())
        self.window.show()
        old.close()
        old.deleteLater()

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
        self._keep(opened)
        self._show_shell(opened.key_place)
        self._told(opened)

    def _show_shell(self, key_place: str) -> None:
        from hallclient.gui.shell.window import MainWindow

        first, self.window = self.window, MainWindow(
            self._doors(key_place), self.settings, self.background, self.changes
        )  # fmt: skip
        self.window.signed_in.connect(self.garbage.somebody)
        self._replace(first)

    def _now(self) -> Services:
        """On the store lane, behind the opening: where that failed, nothing more happens here."""
        if self._services is None:
            raise Cancelled
        return self._services

    def _doors(self, key_place: str) -> Doors:
        from hallclient.gui.shell.places import places

        def role_word(actor: Actor) -> str:
            catalog = self._now().parts.catalog
            english = self.settings.language.startswith("en")
            return catalog.name(catalog.role(actor.roles[0]), "en" if english else "zh") if actor.roles else ""

        def status(actor: Actor) -> Status:
            if not actor.may("catalog.read"):
                return Status()
            found = self._now().status.standing(actor)
            return Status(waiting=found.waiting, soon=found.soon, late=found.late)

        return Doors(
            services=self._now,
            hall=lambda: self._now().sign_in.place(),
            sign_in=lambda staff_no, password: self._now().sign_in.sign_in(staff_no, password),
            unlock=lambda actor, password: self._now().sign_in.unlock(actor, password),
            sign_out=lambda actor: self._now().sign_in.sign_out(actor),
            change_password=lambda actor, old, new: self._now().sign_in.change_password(actor, old, new),
            must_change=lambda actor: self._now().sign_in.must_change(actor),
            status=status,
            save_settings=settings.save,
            places=places,
            role_word=role_word,
            clock=self.clock,
            key_place=key_place,
        )

    def _say(self, title: str, text: str, *, icon: str = "brand") -> None:
        self.window.setCentralWidget(notice(title, text, icon))


def application() -> QApplication:
    """The one QApplication, with its names."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    QCoreApplication.setApplicationName("hallclient")
    QApplication.setStyle("Fusion")
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # FFmpeg would print the titles of recordings
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
