"""A program on a small disk that fills up: what is refused, what is left, and that all goes on once there is room.

``python -m tests.faults.small_disk FOLDER mounted|limited`` works in FOLDER, which holds a profile made by
``tests.halls.make_template``, and prints one JSON object. ``mounted``: FOLDER is a small file system of its own, filled
with a file. ``limited``: no file may grow beyond a size (RLIMIT_FSIZE), which any user may ask for.
"""

from __future__ import annotations

import io
import json
import resource
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from hallclient.domain.business import OrderFilter
from hallclient.domain.customer_rows import ColumnMapping
from hallclient.domain.evidence import EvidenceDraft, Origin
from hallclient.domain.instants import day_of
from hallclient.errors import HallError
from hallclient.services import bundle, doctor
from hallclient.services.evidence import sweep
from hallclient.store import audit
from hallclient.store.base import metadata
from hallclient.store.vault import Vault
from tests.halls import Clock, Hall, open_hall
from tests.services.business_forms import add_customer, full_draft
from tests.services.request_drafts import complaint

KIND = "lv_resident_increase"
EVIDENCE = EvidenceDraft(name="录音.wav", origin=Origin.CUSTOMER, purpose="核实投诉")
MAPPING = ColumnMapping(name="", columns={"account": "户号", "name": "户名"})
ROOM = (0, 24 << 10, 100 << 10)
FILLER = "filler.bin"
LINE = ("imports", "audit", "outbox")
"""Where an import that failed leaves its line, if there is room for that much."""


class Disk:
    """A disk whose room can be taken and given back."""

    def __init__(self, folder: Path, how: str) -> None:
        self._filler, self._folder, self._mounted = folder / FILLER, folder, how == "mounted"

    def leave(self, room: int) -> None:
        """Leave about so many bytes free."""
        self.free()
        if not self._mounted:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
            return
        with self._filler.open("wb", buffering=0) as filler:
            left = shutil.disk_usage(self._folder).free - room
            while left > 0:
                left -= filler.write(bytes(min(left, 1 << 20)))

    def free(self) -> None:
        """Make room again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self._filler.unlink(missing_ok=True)


def main(folder: Path, how: str) -> None:
    parts = open_hall(folder / "profile", Clock())
    parts.parts = replace(parts.parts, vault=Vault(parts.parts.settings.vault_folder, bytes(32), reserve=0))
    hall, disk = parts, Disk(folder, how)
    services, leader, customer_id = bundle.build(hall.parts), hall.actor("shift_leader"), add_customer(hall)
    kind = hall.parts.catalog.business(KIND, day_of(hall.clock()))
    draft = full_draft(hall, kind, customer_id)
    table = folder / "customers.csv"
    table.write_text("户号,户名\n" + "".join(f"{9_900_000_000 + i},王{i}\n" for i in range(3_000)), encoding="utf-8")
    acts: dict[str, Callable[[], Any]] = {
        "order": lambda: services.business.accept(leader, draft).number,
        "draft": lambda: bool(services.business.save_draft(leader, replace(draft, note="长" * 100_000))),
        "evidence": lambda: services.evidence.add(leader, io.BytesIO(bytes(1 << 20)), EVIDENCE).number,
        "small evidence": lambda: services.evidence.add(leader, io.BytesIO(bytes(3_000)), EVIDENCE).number,
        "complaint": lambda: services.requests.accept(leader, complaint(facts="长" * 20_000)).number,
        "import": lambda: services.customer_import.run(leader, table, MAPPING).added,
    }
    said: list[dict[str, Any]] = []
    for name, act in acts.items():
        for room in ROOM:
            hall.store.checkpoint()
            disk.leave(room)
            but = LINE if name == "import" else ()
            before = state(hall, but)
            outcome = tried(act)
            found = len(services.orders.work_list(leader, OrderFilter()))
            after = state(hall, but)
            disk.free()
            said.append({"act": name, "room": room, **outcome, "same": before == after, "orders": found})
    again = {name: tried(act) for name, act in acts.items()}
    hall.store.close()
    hall = open_hall(folder / "profile", Clock())
    hall.parts = replace(hall.parts, vault=Vault(hall.parts.settings.vault_folder, bytes(32), reserve=0))
    findings = {one.name: one.well for one in doctor.examine(hall.parts)}
    with hall.store.read() as tx:
        broken = audit.first_broken(tx.connection)[1]
    swept = sweep(hall.parts)
    hall.store.close()
    print(json.dumps({
        "said": said, "again": again, "well": findings, "broken": broken, "missing": swept.missing,
    }))  # fmt: skip


def tried(act: Callable[[], Any]) -> dict[str, Any]:
    """What an act gave, or the code it was refused with; a bug ends the program."""
    try:
        return {"gave": act(), "code": ""}
    except HallError as fault:
        return {"gave": None, "code": fault.code}


def state(hall: Hall, but: tuple[str, ...]) -> list[Any]:
    """Rows of every table but these, the numbers taken, and the files of the vault."""
    tables = [one for one in metadata.sorted_tables if one.name not in but]
    with hall.store.read() as tx:
        counts = [int(tx.scalar(select(func.count()).select_from(one))) for one in tables]
        taken = [list(map(str, row.values())) for row in tx.rows(select(metadata.tables["numbers"]))]
    vault = hall.parts.settings.vault_folder
    return [counts, sorted(taken), sorted(path.name for path in vault.rglob("*") if path.is_file())]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
