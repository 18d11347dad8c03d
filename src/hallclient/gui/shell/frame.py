"""The frame (框架): rail, top bar, the pages of one signed-in person, status bar. Pages are made when first opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallclient.gui.shared.controls.layouts import Scroll
from hallclient.gui.shared.page import Badge, Hit, KeyHint, Page, Place
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.workplace import Workplace
from hallclient.gui.shell.doors import Doors, Status
from hallclient.gui.shell.keys_sheet import KeysSheet
from hallclient.gui.shell.rail import Rail
from hallclient.gui.shell.settings_page import SettingsPage
from hallclient.gui.shell.status_bar import StatusBar
from hallclient.gui.shell.top_bar import TopBar

STATUS_EVERY = 30_000


class Frame(QWidget):
    """What a signed-in person sees. It stays, hidden, with its drafts when somebody else takes over."""

    page_shown = Signal(str)

    def __init__(
        self, workplace: Workplace, places: Sequence[Place], settings_page: SettingsPage, doors: Doors, role: str
    ) -> None:
        super().__init__()
        self.workplace = workplace
        self._doors = doors
        self.settings_page = settings_page
        mine = [place for place in places if not place.rights or any(map(workplace.actor.may, place.rights))]
        self._places = {place.key: place for place in mine}
        self._pages: dict[str, Page] = {}
        self._rooms: dict[str, Scroll] = {}
        self._stale: set[str] = set()
        self._here = ""
        self.rail = Rail(mine)
        finders = [place.finder for place in mine if place.finder is not None]
        self.top = TopBar(workplace.actor, role, workplace.background, [*finders, self._find_places])
        self.status = StatusBar()
        self.stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        outer.addLayout(row, 1)
        outer.addWidget(self.status)
        self._keep(settings_page)
        self.shortcuts = Shortcuts(self)
        self.shortcuts.add("F1", self.tr("这张表"), self.show_keys)
        self.shortcuts.note("Ctrl+K", self.tr("查找客户、单据和命令"))
        self.shortcuts.note("Alt+1 … 9", self.tr("换到导航栏第几个"))
        self.shortcuts.note("Ctrl+L", self.tr("锁屏"))
        self.shortcuts.note("Ctrl+=  Ctrl+-", self.tr("字号大一档、小一档"))
        self.rail.picked.connect(self.go)
        self.top.search.chosen.connect(self._open_hit)
        self.status.keys_asked.connect(self.show_keys)
        workplace.changes.changed.connect(self._changed)
        self._timer = QTimer(self)
        self._timer.setInterval(STATUS_EVERY)
        self._timer.timeout.connect(self.read_status)
        if mine:
            self.go(mine[0].key)
        for place in mine:
            self._count(place)

    @property
    def here(self) -> str:
        """Key of the page shown."""
        return self._here

    def page(self, key: str) -> Page:
        """The page of a place, made now if it was not. KeyError where the person may not go."""
        if key not in self._pages:
            self._keep(self._places[key].make(self.workplace), key)
        return self._pages[key]

    def go(self, key: str, reference: str = "") -> None:
        """Show a place, and there one record. Places the person may not use are told, not opened."""
        if key not in self._places and key not in self._pages:
            self.workplace.messages.say(self.tr("您的岗位没有这个页面"), "late")
            return
        page = self.page(key)
        self._here = key
        self.stack.setCurrentWidget(self._rooms[key])
        self.rail.show_place(key)
        if key in self._stale:
            self._stale.discard(key)
            page.refresh()
        page.activate()
        if reference:
            page.open(reference)
        self.page_shown.emit(key)

    def come_back(self) -> None:
        """The person is here again: count and read anew."""
        self._timer.start()
        self.read_status()
        if self._here:
            self._pages[self._here].activate()

    def step_away(self) -> None:
        """Somebody else is in front of the window, or nobody."""
        self._timer.stop()

    def read_status(self) -> None:
        """Ask for the status sentence."""
        actor = self.workplace.actor
        self.workplace.background.run("store", lambda: self._doors.status(actor), self._say_status, owner=self)

    def show_keys(self) -> None:
        """F1."""
        groups: list[tuple[str, Sequence[KeyHint]]] = []
        if self._here:
            page = self._pages[self._here]
            groups.append((page.title, page.keys))
        groups.append((self.tr("整个窗口"), self.shortcuts.hints))
        sheet = KeysSheet(groups, self.window())
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _keep(self, page: Page, key: str = "") -> None:
        self._pages[key or page.key] = page
        self._rooms[key or page.key] = Scroll(page.widget)
        self.stack.addWidget(self._rooms[key or page.key])

    def _find_places(self, text: str) -> list[Hit]:
        word = self.tr("页面")
        return [
            Hit(page=place.key, reference="", title=place.title, icon=place.icon, group=word)
            for place in self._places.values()
            if text.lower() in place.title.lower()
        ]

    def _open_hit(self, hit: Hit) -> None:
        self.go(hit.page, hit.reference)

    def _say_status(self, status: Status) -> None:
        self.status.show_status(status, self._doors.clock())

    def _changed(self, kinds: frozenset[str]) -> None:
        for key, page in self._pages.items():
            if page.kinds & kinds:
                if key == self._here and self.isVisible():
                    page.refresh()
                else:
                    self._stale.add(key)
        for place in self._places.values():
            if place.kinds & kinds:
                self._count(place)
        self.read_status()

    def _count(self, place: Place) -> None:
        if place.badge is not None:
            key = place.key
            self.workplace.background.run("store", place.badge, lambda badge: self._show_badge(key, badge), owner=self)

    def _show_badge(self, key: str, badge: Badge) -> None:
        self.rail.set_badge(key, badge)
