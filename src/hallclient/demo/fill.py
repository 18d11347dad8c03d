"""Filling a throw-away workspace for the demo (演示数据): an invented city's customers, orders, money, cases and queue.

Everything goes through the services, as the people who would do it, while a clock moves through the past weeks up to
the present. The same seed gives the same city.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random

from hallclient.credentials import Keys
from hallclient.demo import workplace
from hallclient.demo.agenda import Agenda, Clock
from hallclient.demo.cases import CaseBook
from hallclient.demo.city import City
from hallclient.demo.customers import SEED, account_of, complainants, invent
from hallclient.demo.orders import PER_KIND, OrderBook, Pools
from hallclient.demo.till import Till
from hallclient.demo.visits import Visits
from hallclient.demo.workplace import Staff
from hallclient.domain.customer_rows import CONTACT, HEADINGS
from hallclient.domain.customers import Customer, CustomerDraft
from hallclient.domain.instants import BEIJING
from hallclient.domain.people import Actor
from hallclient.services import bundle
from hallclient.services.bundle import Services
from hallclient.services.opening import wall_clock
from hallclient.store import customers as archive

PICTURES = datetime(2026, 6, 10, 14, 9, tzinfo=BEIJING)
"""The instant that pictures and tests of the demo are taken at."""

BEGINS = 62
"""Working days before today on which the workspace was set up."""

MANAGED = 24
"""So many high-voltage customers are given to an account manager."""

Progress = Callable[[str, float], None]
"""Hears what is being done (a sentence) and the share that is done."""


@dataclass(slots=True)
class Demo:
    """A filled workspace, open. ``clock`` stands at ``now`` until it is let run."""

    folder: Path
    keys: Keys
    services: Services
    clock: Clock
    city: City
    staff: Staff
    now: datetime
    complaints: dict[int, str]

    def actor(self, role: str) -> Actor:
        """The first person of a role, signed in."""
        return self.staff.role(role)

    def close(self) -> None:
        """Close the store, so that the folder can be opened by the program or thrown away."""
        self.services.parts.store.checkpoint()
        self.services.parts.store.close()


def fill(
    folder: Path, *, customers: int = 20_000, now: datetime | None = None, progress: Progress | None = None,
    orders_per_kind: int = PER_KIND, seed: int = SEED,
) -> Demo:  # fmt: skip
    """Build a workspace in an empty folder. ``now`` is the present of the demo, else that of the computer's clock."""
    say = progress or _silent
    present = (now or wall_clock()).astimezone(BEIJING)
    clock = Clock(present)
    say("准备工作区", 0.0)
    parts, keys = workplace.open_new(folder, clock)
    try:
        agenda, rng = Agenda(clock, present, parts.calendar), Random(seed)
        clock.set(agenda.workday(BEGINS, 8, 30))
        staff = workplace.set_up(parts)
        services = bundle.build(parts)
        say(f"导入 {customers} 户客户档案", 0.1)
        clock.set(agenda.workday(BEGINS - 1, 9, 0))
        _import(services, staff, invent(customers, today=agenda.today, seed=seed))
        say("受理业务、诉求，收费，排队", 0.4)
        complaints = _live(services, staff, agenda, rng, customers, orders_per_kind)
        parts.store.checkpoint()
    except BaseException:
        parts.store.close()
        raise
    say("完成", 1.0)
    return Demo(
        folder=folder, keys=keys, services=services, clock=clock, city=staff.city, staff=staff, now=present,
        complaints=complaints,
    )  # fmt: skip


def _live(
    services: Services, staff: Staff, agenda: Agenda, rng: Random, count: int, orders_per_kind: int
) -> dict[int, str]:
    """Everything that happens with the customers, in the order of time."""
    first = len(complainants()) + 1
    middle = min(first + (count - first) // 2, 2000)
    known = _known(services, (1, middle + 1))
    debtors = _known(services, (middle + 1, min(count, middle + 900) + 1))
    _assign(services, staff, [one for one in known if one.customer_class == "high_voltage"][:MANAGED])
    orders = OrderBook(services, staff, agenda, rng, _pools(known, first))
    till = Till(services, staff, agenda, rng, [one for one in debtors if one.customer_class != "high_voltage"])
    cases = CaseBook(services, staff, agenda, rng)
    orders.plan(orders_per_kind)
    till.plan()
    cases.plan()
    Visits(services, staff, agenda, rng, orders, till).plan()
    home = staff.tellers[0]
    agenda.at(agenda.ago(95), lambda: till.reverse(home))
    agenda.at(agenda.ago(2), lambda: till.reverse(home, approve=None))
    agenda.run()
    return cases.complaints


def _pools(known: Sequence[Customer], first: int) -> Pools:
    """Those with a certificate in the archive, so that a form can be filled in. Complainants' homes are left alone."""
    here = [one for one in known if one.state == "active" and one.certificate_no]
    private = [one for one in here if one.account >= account_of(first)]
    return Pools(
        residents=tuple(one for one in private if one.customer_class == "resident"),
        shops=tuple(one for one in here if one.customer_class == "non_resident"),
        firms=tuple(one for one in here if one.customer_class == "high_voltage"),
    )


def _known(services: Services, numbers: tuple[int, int]) -> tuple[Customer, ...]:
    accounts = [account_of(number) for number in range(*numbers)]
    with services.parts.store.read() as tx:
        found = archive.by_accounts(tx, accounts)
    return tuple(found[account] for account in accounts if account in found)


def _assign(services: Services, staff: Staff, firms: Iterable[Customer]) -> None:
    """Give firms to the account manager, with the reason kept."""
    leader, manager = staff.role("shift_leader"), staff.role("account_manager")
    for firm in firms:
        changes = {"manager": manager.user_id}
        services.customers.edit(leader, firm.id, firm.rev, changes, reason="分配客户经理")


# ---- the import ----------------------------------------------------------------------------------------------------


def _import(services: Services, staff: Staff, drafts: Iterable[CustomerDraft]) -> None:
    """As a marketing system's export would be: a CSV file that goes through the import."""
    leader, service = staff.role("shift_leader"), services.customer_import
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "营销系统客户档案.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(_COLUMNS.values())
            writer.writerows([_cell(draft, name) for name in _COLUMNS] for draft in drafts)
        service.run(leader, path, service.look(leader, path).suggested)


_COLUMNS = {name: words[0] for name, words in HEADINGS.items() if name not in ("arrears_fen",)}
"""Fields of the export with their headings."""


def _cell(draft: CustomerDraft, name: str) -> str:
    if name in CONTACT:
        contact = draft.contacts[0] if draft.contacts else None
        return str(getattr(contact, name.removeprefix("contact_"))) if contact else ""
    value = getattr(draft, name)
    if isinstance(value, bool):
        return "是" if value else ""
    if name == "capacity_va":
        return f"{value / 1000:g}"
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _silent(_what: str, _share: float) -> None:
    return None
