"""Builders for tests: a settable clock and a hall with its organisation and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hallclient import credentials
from hallclient.domain.instants import BEIJING
from hallclient.domain.people import Actor, UnitDraft
from hallclient.services import opening
from hallclient.services.parts import Parts
from hallclient.services.sign_in import SYSTEM, SignInService, hasher
from hallclient.settings import Settings
from hallclient.store import people
from hallclient.store.database import Store

KEYS = credentials.Keys(data=bytes(range(32)), place="file")
PASSWORD = "Linlan-2026!"
START = datetime(2026, 6, 10, 14, 9, tzinfo=BEIJING)


class Clock:
    """A clock that stands until a test moves it."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, now: datetime) -> None:
        """Set the clock, to an aware time."""
        self.now = now

    def forward(self, **amount: float) -> None:
        """Let time pass, e.g. ``forward(minutes=5)``."""
        self.now += timedelta(**amount)


@dataclass
class Hall:
    """An open workspace: ``parts``, ``clock``, ``store``, and an actor for each role."""

    parts: Parts
    clock: Clock
    units: dict[str, str]
    sign_in: SignInService

    @property
    def store(self) -> Store:
        return self.parts.store

    def actor(self, role: str, staff_no: str | None = None) -> Actor:
        """The signed-in person of a role of roles.toml."""
        return self.sign_in.sign_in(staff_no or staff_no_of(role), PASSWORD)


def staff_no_of(role: str) -> str:
    return role.replace("_", "")[:16]


def open_hall(folder: Path, clock: Clock) -> Hall:
    """Open a profile made by :func:`make_template`."""
    parts = opening.open_parts(Settings(folder=folder), KEYS, clock=clock)
    with parts.store.read() as tx:
        units = {unit.code: unit.id for unit in people.all_units(tx)}
    return Hall(parts=parts, clock=clock, units=units, sign_in=SignInService(parts))


def make_template(folder: Path) -> Path:
    """Set up 临澜市: city, two counties, halls LD (this one) and LX, one person for each role in LD."""
    parts = opening.open_parts(Settings(folder=folder), KEYS, clock=Clock())
    hall = UnitDraft(code="LD", name="澜东营业厅", kind="hall", grade="B", phone="0570-8880000", hours="08:30-17:30")
    opening.set_up(
        parts,
        opening.SetupDraft(unit=hall, counter="3", staff_no="admin", name="安置之", password=PASSWORD),
    )
    hashed = hasher.hash(PASSWORD)
    with parts.store.begin(SYSTEM) as tx:
        ids = {unit.code: unit.id for unit in people.all_units(tx)}
        for code, name, kind, parent, grade in (
            ("LL", "临澜供电公司", "city", None, ""),
            ("LDX", "澜东区供电公司", "county", "LL", ""),
            ("LXX", "澜西县供电公司", "county", "LL", ""),
            ("LX", "澜西营业厅", "hall", "LXX", "B"),
        ):
            values = {"code": code, "name": name, "kind": kind, "grade": grade}
            ids[code] = people.add_unit(tx, {**values, "parent": ids.get(parent or "")})
        tx.change(people.units, ids["LD"], {"parent": ids["LDX"]})
        for number, role in enumerate(role.code for role in parts.catalog.roles()):
            tx.insert(
                people.users,
                {
                    "staff_no": staff_no_of(role), "name": f"王{'敏静伟芳娜强磊军洋勇'[number % 10]}",
                    "roles": [role], "unit": ids["LD"], "password": hashed, "password_at": tx.now,
                },
            )  # fmt: skip
        tx.insert(
            people.users,
            {
                "staff_no": "clerk2", "name": "李桐", "roles": ["teller"], "unit": ids["LD"],
                "password": hashed, "password_at": tx.now,
            },
        )  # fmt: skip
    parts.store.checkpoint()
    parts.store.close()
    return folder
