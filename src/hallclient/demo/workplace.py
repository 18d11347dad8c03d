"""The demo's workspace (演示工作区): opened with a random key, set up with the city's units and people."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path

from hallclient import settings as settings_file
from hallclient.credentials import Keys
from hallclient.demo.agenda import Clock
from hallclient.demo.city import PASSWORD, City, city
from hallclient.domain.people import Actor, UserDraft
from hallclient.services import opening
from hallclient.services.parts import Parts
from hallclient.services.people import PeopleService
from hallclient.services.sign_in import SYSTEM, SignInService
from hallclient.settings import Settings
from hallclient.store import people


@dataclass(slots=True)
class Staff:
    """Everyone who works in the city, each signed in when first asked for."""

    parts: Parts
    city: City
    present: dict[str, Actor] = field(default_factory=dict)

    def person(self, staff_no: str) -> Actor:
        """Somebody by staff number, at her own window when she has one."""
        if staff_no not in self.present:
            actor = SignInService(self.parts).sign_in(staff_no, PASSWORD)
            window = next((one.window for one in self.city.people if one.staff_no == staff_no), "")
            self.present[staff_no] = replace(actor, window=window) if window else actor
        return self.present[staff_no]

    def role(self, code: str) -> Actor:
        """The first person of a role."""
        return self.person(self.city.of_role(code).staff_no)

    @property
    def tellers(self) -> tuple[Actor, ...]:
        """The tellers of the home hall, the one at the home counter first."""
        home = [one.staff_no for one in self.city.people if one.unit == self.city.home and "teller" in one.roles]
        return tuple(self.person(staff_no) for staff_no in home)


def open_new(folder: Path, clock: Clock) -> tuple[Parts, Keys]:
    """A new workspace in an empty folder. Its key is random and kept nowhere but in what is returned."""
    keys = Keys(data=secrets.token_bytes(32), place="file")
    settings = Settings(folder=folder, demo=True)
    settings_file.save(settings)
    return opening.open_parts(settings, keys, clock=clock), keys


def set_up(parts: Parts) -> Staff:
    """The first-run assistant, then the organisation and the people as the administrator keys them."""
    told = city()
    first = told.administrator.draft
    opening.set_up(
        parts,
        opening.SetupDraft(
            unit=told.unit(told.home).draft,
            counter=told.counter,
            staff_no=first.staff_no,
            name=first.name,
            password=PASSWORD,
        ),
    )
    actor = SignInService(parts).sign_in(first.staff_no, PASSWORD)
    units = _units(parts, actor, told)
    _people(parts, actor, told, units)
    return Staff(parts, told)


def _units(parts: Parts, actor: Actor, told: City) -> dict[str, str]:
    service = PeopleService(parts)
    ids = {unit.code: unit.id for unit in service.units(actor)}
    for unit in told.units:
        draft = replace(unit.draft, parent=ids.get(unit.parent or ""))
        if draft.code in ids:
            service.change_unit(actor, ids[draft.code], draft)
        else:
            ids[draft.code] = service.add_unit(actor, draft).id
    return ids


def _people(parts: Parts, actor: Actor, told: City, units: dict[str, str]) -> None:
    """Everyone keeps the demo's password: being asked for a new one would only stand in the way."""
    service = PeopleService(parts)
    added = [service.add_user(actor, replace(one.draft, unit=units[one.unit]), PASSWORD).id for one in told.people]
    with parts.store.begin(SYSTEM) as tx:
        for user_id in added:
            tx.change(people.users, user_id, {"must_change": False})
    me = next(user for user in service.users(actor) if user.id == actor.user_id)
    alone = UserDraft(staff_no=me.staff_no, name=me.name, roles=("system_admin",), unit=me.unit)
    service.change_user(actor, me.id, alone, rev=me.rev)
