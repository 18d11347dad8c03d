"""A program that takes complaints with evidence until it is killed, many times over; says what was left each time.

``python -m tests.faults.killed_intake FOLDER SEED`` works on a profile made by ``tests.halls.make_template``. Children
are forked, so each has the catalog at once, and killed with SIGKILL: at random moments, and at three that matter
(while the file is written, between the file and its record, at the commit). It prints one JSON line for each.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import random
import signal
import sys
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, func, select

from hallclient.domain.evidence import EvidenceDraft, Origin
from hallclient.domain.people import Actor
from hallclient.errors import HallError
from hallclient.services.evidence import EvidenceService, sweep
from hallclient.services.requests import RequestService
from hallclient.store import audit, evidence, outbox, requests
from hallclient.store.database import Store
from hallclient.store.transaction import Reading
from hallclient.store.vault import Vault
from tests.halls import KEYS, Clock, Hall, open_hall
from tests.services.request_drafts import complaint

KILLS = 12
MOMENTS = ("writing", "before the record", "at the commit")
SIZES = (0, 1, 4_000, 1 << 20, (5 << 20) + 7)
DRAFT = EvidenceDraft(name="来电录音.wav", origin=Origin.CALL_RECORDING, purpose="核实投诉", supplied_by="95598坐席")


def main(folder: Path, seed: int) -> None:
    luck = random.Random(seed)
    closed = open_hall(folder, Clock())
    actor = closed.actor("complaint_specialist")
    closed.store.close()
    for moment in (*MOMENTS, *[""] * KILLS):
        told, tell = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.get_context("fork").Process(
            target=work, args=(closed, actor, tell, moment, luck.random())
        )
        child.start()
        tell.close()
        said: list[str] = [told.recv()]
        if not moment:
            said += [told.recv() for _ in range(luck.randrange(3))]
        child.join(None if moment else luck.uniform(0.0, 0.12))
        if child.pid is not None and child.exitcode is None:
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        try:
            while True:
                said.append(told.recv())
        except (EOFError, OSError):
            told.close()
        hall = reopened(closed)
        print(json.dumps({"moment": moment, "exit": child.exitcode, "said": said[1:], **examine(hall)}), flush=True)
        hall.store.close()


def reopened(closed: Hall) -> Hall:
    """The same workspace with a store and a vault of its own."""
    store = Store.open(closed.store.path, KEYS.store, closed.clock)
    vault = Vault(closed.parts.settings.vault_folder, KEYS.vault)
    return Hall(
        parts=replace(closed.parts, store=store, vault=vault),
        clock=closed.clock,
        units=closed.units,
        sign_in=closed.sign_in,
    )


def work(closed: Hall, actor: Actor, tell: Connection, moment: str, chance: float) -> None:
    """Take complaints in until the end comes; each is told when it is safe."""
    luck, hall = random.Random(chance), reopened(closed)
    desk, pieces = RequestService(hall.parts), EvidenceService(hall.parts)
    tell.send("ready")
    while True:
        content = luck.randbytes(luck.choice(SIZES[3:] if moment else SIZES))
        if moment == "before the record":
            event.listen(Engine, "begin", lambda _: die())
        progress = (lambda _done, _all: die()) if moment == "writing" else None
        item = pieces.add(actor, io.BytesIO(content), DRAFT, progress=progress)
        if moment == "at the commit":
            event.listen(Engine, "commit", lambda _: die())
        case = desk.accept(actor, complaint(evidence=(item.id,), visit_note=""))
        tell.send(case.number)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def examine(hall: Hall) -> dict[str, Any]:
    """What is there after a kill, before and after the sweep."""
    with hall.store.read() as tx:
        cases = tx.rows(select(requests.requests).order_by(requests.requests.c.number))
        kept = evidence.all_files(tx)
        found = {
            "cases": [row["number"] for row in cases],
            "evidence": [number for number, _ in kept],
            "incomplete": [row["number"] for row in cases if not complete(tx, row["id"])],
            "broken": audit.first_broken(tx.connection)[1],
        }  # fmt: skip
    known = {file.id for _, file in kept}
    folder = hall.parts.settings.vault_folder
    strays = [path for path in files(folder) if path.name not in known]
    for path in strays:
        os.utime(path, (0, 0))
    swept = sweep(hall.parts)
    return {
        **found,
        "unreadable": [number for number, file in kept if not readable(hall, file)],
        "strays": len(strays),
        "swept": swept.parts + len(swept.put_aside),
        "missing": list(swept.missing),
        "left": [path.name for path in files(folder) if path.name not in known],
        "damaged": hall.store.damaged_pages(),
    }


def complete(tx: Reading, case: str) -> bool:
    """Whether a request has its version, its evidence, and an outbox and an audit row for all of it."""

    def count(table: Any, *where: Any) -> int:
        return int(tx.scalar(select(func.count()).select_from(table).where(*where)))

    (version,) = tx.rows(select(requests.request_versions.c.id).where(requests.request_versions.c.request == case))
    links = tx.rows(select(evidence.evidence_links).where(evidence.evidence_links.c.object_id == case))
    pieces = [row["evidence"] for row in links]
    sent = outbox.outbox.c.row_id
    return (
        len(links) == 1
        and all(count(outbox.outbox, sent == one) == 1 for one in (case, version["id"], links[0]["id"], *pieces))
        and count(audit.audit, audit.audit.c.object_id == case, audit.audit.c.action == "request.accept") == 1
        and all(count(audit.audit, audit.audit.c.object_id == one) == 1 for one in pieces)
        and all(count(evidence.custody, evidence.custody.c.evidence == one) == 1 for one in pieces)
    )


def readable(hall: Hall, file: Any) -> bool:
    try:
        hall.parts.vault.verify(file)
    except HallError:
        return False
    return True


def files(folder: Path) -> list[Path]:
    """Files of the vault, without those put aside."""
    return [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "aside"]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
