"""Opening a workspace (打开工作区): keys, catalog, store, vault; and setting one up for the first time."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hallclient import credentials, holidays, resources
from hallclient.catalog import loader
from hallclient.catalog.lookups import Catalog
from hallclient.domain.numbering import block_of
from hallclient.domain.people import UnitDraft, password_problems
from hallclient.domain.worktime import Calendar, Override
from hallclient.errors import Problem, RuleBroken, Unavailable
from hallclient.services.parts import Parts
from hallclient.services.sign_in import SYSTEM, hasher
from hallclient.settings import Settings
from hallclient.store import people
from hallclient.store.database import Clock, Store, set_place
from hallclient.store.vault import Vault

ADMINISTRATORS = ("system_admin", "security_admin", "audit_admin")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupDraft:
    """What the first-run assistant gathers: the hall, the counter, the first account."""

    unit: UnitDraft
    counter: str = "1"
    staff_no: str = ""
    name: str = ""
    password: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """What is missing or wrong, field by field."""
        found = [Problem(field=f"unit.{p.field}", code=p.code, details=p.details) for p in self.unit.problems()]
        if not self.counter.isdecimal() or not 1 <= int(self.counter) <= 99:
            found.append(Problem(field="counter", code="people.counter_bad"))
        if not self.staff_no.isascii() or not self.staff_no.isalnum() or not 2 <= len(self.staff_no) <= 16:
            found.append(Problem(field="staff_no", code="people.staff_no_bad"))
        if not self.name.strip():
            found.append(Problem(field="name", code="people.name_missing"))
        return (*found, *password_problems(self.password, self.staff_no))


def wall_clock() -> datetime:
    """The computer's clock."""
    return datetime.now(UTC)


def read_catalog(settings: Settings) -> Catalog:
    """The rules shipped with the program with the utility's own laid over them."""
    folders = [resources.folder("catalog")]
    if settings.catalog_folder.is_dir():
        folders.append(settings.catalog_folder)
    return loader.load(folders, settings.brand)


def read_calendar(catalog: Catalog) -> Calendar:
    """The working-day calendar: published holidays, then the catalog's own days."""
    known, rules = holidays.published(), catalog.calendar
    return Calendar(
        holidays=known.holidays,
        workdays=known.workdays,
        first_year=known.first_year,
        last_year=known.last_year,
        shifts=tuple((shift.start, shift.end) for shift in rules.shifts),
        overrides={day.date: Override(works=day.work, names=(day.zh, day.en)) for day in rules.days},
        more_years=frozenset(rules.published),
    )


def open_parts(
    settings: Settings, keys: credentials.Keys, *, clock: Clock = wall_clock, new: bool = False
) -> Parts:  # fmt: skip
    """Everything the services need. Raises Unavailable as the store, the catalog and the vault do.

    ``store.missing``: the workspace was set up, or holds evidence, but its data file is gone; an empty one must not
    take its place unnoticed. ``new`` is for the first run, which makes the file.
    """
    catalog = read_catalog(settings)
    used = credentials.exists(settings.folder) or any(settings.vault_folder.glob("*/*/*"))
    if not new and used and not _has_content(settings.store_file):
        raise Unavailable("store.missing", folder=settings.folder.name)
    store = Store.open(settings.store_file, keys.store, clock)
    try:
        return Parts(
            store=store,
            catalog=catalog,
            calendar=read_calendar(catalog),
            vault=Vault(settings.vault_folder, keys.vault),
            clock=clock,
            settings=settings,
        )
    except BaseException:
        store.close()
        raise


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError:  # there, but not to be seen: the store says why
        return True


def set_up(parts: Parts, draft: SetupDraft) -> None:
    """Write the hall, the counter and the first accounts of an empty workspace.

    The first account may administer the system, security and audit until others take over. Raises
    RuleBroken("people.setup_wrong") naming the fields, Unavailable("people.already_set_up").
    """
    problems = draft.problems()
    if problems:
        raise RuleBroken("people.setup_wrong", problems)
    with parts.store.begin(SYSTEM) as tx:
        if people.any_user(tx):
            raise Unavailable("people.already_set_up")
        unit = draft.unit
        unit_id = people.add_unit(
            tx,
            {
                "code": unit.code.upper(), "name": unit.name.strip(), "kind": unit.kind, "grade": unit.grade,
                "service_scope": unit.service_scope, "phone": unit.phone, "address": unit.address,
                "hours": unit.hours,
            },
        )  # fmt: skip
        counter = int(draft.counter)
        set_place(
            tx, hall=unit_id, unit_code=unit.code.upper(), counter=str(counter), window=str(counter),
            block=block_of(unit.code, counter), terminal=(platform.node() or "local")[:32],
        )  # fmt: skip
        user_id = tx.insert(
            people.users,
            {
                "staff_no": draft.staff_no, "name": draft.name.strip(), "roles": list(ADMINISTRATORS),
                "unit": unit_id, "password": hasher.hash(draft.password), "password_at": tx.now,
            },
        )  # fmt: skip
        tx.audit("setup", "units", unit_id, counter=counter, user=user_id)
