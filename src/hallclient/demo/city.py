"""The invented city 临澜市 (演示城市): organisation, people and places, from resources/demo/city.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from hallclient import resources
from hallclient.domain.people import UnitDraft, UserDraft

PASSWORD = "Linlan-2026!"
"""Every demo account has it: invented people in a workspace that is thrown away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CityUnit:
    """A unit with the code of the unit above it."""

    draft: UnitDraft
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who works here. ``window`` is hers in the home hall, empty when she has none."""

    draft: UserDraft
    unit: str
    window: str = ""

    @property
    def staff_no(self) -> str:
        return self.draft.staff_no

    @property
    def roles(self) -> tuple[str, ...]:
        return self.draft.roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where households stand: an estate of buildings, a village of groups, or a street of numbers."""

    name: str
    kind: str
    area: str
    station: str
    line: str
    share: int
    manager: str
    buildings: int = 0
    groups: int = 0
    numbers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Park:
    """Where firms stand."""

    name: str
    area: str
    station: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """The whole city. ``home`` and ``counter`` are the hall and the counter of the demo's workstation."""

    home: str
    counter: str
    administrator: Person
    units: tuple[CityUnit, ...]
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    parks: tuple[Park, ...]

    def unit(self, code: str) -> CityUnit:
        """One unit by its code."""
        return next(unit for unit in self.units if unit.draft.code == code)

    def of_role(self, role: str) -> Person:
        """The first person of a role: for people of the home hall, the one who serves at the home counter."""
        return next(person for person in self.people if role in person.roles)


@cache
def city() -> City:
    """The city as its file tells it."""
    told = tomllib.loads(resources.file("demo", "city.toml").read_text(encoding="utf-8"))
    home: str = told["home"]
    first = told["administrator"]
    return City(
        home=home,
        counter=told["counter"],
        administrator=Person(
            draft=UserDraft(staff_no=first["staff_no"], name=first["name"], roles=("system_admin",)), unit=home
        ),
        units=tuple(_unit(one) for one in told["units"]),
        people=tuple(_person(one) for one in told["people"]),
        places=tuple(Place(**one) for one in told["places"]),
        parks=tuple(Park(**one) for one in told["parks"]),
    )


def _unit(told: dict[str, Any]) -> CityUnit:
    draft = UnitDraft(
        code=told["code"],
        name=told["name"],
        kind=told["kind"],
        grade=told.get("grade", ""),
        service_scope=told.get("scope", ""),
        phone=told.get("phone", ""),
        address=told.get("address", ""),
        hours=told.get("hours", ""),
    )
    return CityUnit(draft=draft, parent=told.get("parent"))


def _person(told: dict[str, Any]) -> Person:
    draft = UserDraft(
        staff_no=told["staff_no"],
        name=told["name"],
        roles=tuple(told["roles"]),
        named_rights=tuple(told.get("named_rights", ())),
    )
    return Person(draft=draft, unit=told["unit"], window=told.get("window", ""))
