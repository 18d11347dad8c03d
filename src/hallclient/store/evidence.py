"""Evidence in the store (证据): the record of each vault file, its links, its custody chain, its marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, RowMapping, String, func, select

from hallclient.domain.evidence import Custody, CustodyAct, EvidenceFacts, EvidenceItem, EvidenceKind, Mark, Origin
from hallclient.store.base import Instant, noun
from hallclient.store.transaction import Reading, Transaction
from hallclient.store.vault_format import VaultFile

evidence = noun(
    "evidence",
    Column("number", String(32), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("file", String(32), nullable=False, unique=True),
    Column("chunk_size", Integer, nullable=False),
    Column("chunks", Integer, nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("container", String(64), nullable=False, default=""),
    Column("codec", String(64), nullable=False, default=""),
    Column("duration_ms", Integer),
    Column("width", Integer),
    Column("height", Integer),
    Column("recorded_at", Instant),
    Column("playable", Boolean, nullable=False),
    Column("reason", String(64)),
    Column("origin", String(32), nullable=False),
    Column("purpose", String(128), nullable=False),
    Column("supplied_by", String(64), nullable=False, default=""),
    Column("note", String(512), nullable=False, default=""),
    Column("received_at", Instant, nullable=False),
)

evidence_links = noun(
    "evidence_links",
    Column("evidence", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("object_id", String(32), nullable=False),
    Column("role", String(32), nullable=False, default=""),
    Index("ix_evidence_links_object", "kind", "object_id"),
    Index("ix_evidence_links_evidence", "evidence"),
)

custody = noun(
    "custody",
    Column("evidence", String(32), nullable=False, index=True),
    Column("act", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("person", String(32), nullable=False),
    Column("note", String(512), nullable=False, default=""),
)

marks = noun(
    "marks",
    Column("evidence", String(32), nullable=False, index=True),
    Column("at_ms", Integer, nullable=False),
    Column("text", String(200), nullable=False),
    Column("person", String(32), nullable=False),
    Column("made_at", Instant, nullable=False),
)

TABLES = (evidence, evidence_links, custody, marks)


def add(tx: Transaction, number: str, file: VaultFile, facts: EvidenceFacts, values: dict[str, Any]) -> str:
    """Keep the record of a file that is safe in the vault, with its first custody line."""
    evidence_id = tx.insert(
        evidence,
        {
            "number": number, "kind": str(facts.kind), "size": file.size, "sha256": file.sha256, "file": file.id,
            "chunk_size": file.chunk_size, "chunks": file.chunks, "wrapped_key": file.wrapped_key,
            "container": facts.container, "codec": facts.codec, "duration_ms": facts.duration_ms,
            "width": facts.width, "height": facts.height, "recorded_at": facts.recorded_at,
            "playable": facts.playable, "reason": facts.reason, "received_at": tx.now, **values,
        },
    )  # fmt: skip
    touch(tx, evidence_id, CustodyAct.RECEIVED)
    return evidence_id


def touch(tx: Transaction, evidence_id: str, act: CustodyAct, note: str = "") -> None:
    """Add a line to the chain of custody, and the audit row that goes with it."""
    values = {"evidence": evidence_id, "act": str(act), "at": tx.now, "person": tx.actor.user_id, "note": note}
    tx.insert(custody, values)
    tx.audit(f"evidence.{act}", "evidence", evidence_id)


def link(tx: Transaction, evidence_ids: Iterable[str], kind: str, object_id: str, role: str = "") -> None:
    """Tie evidence to a request or an order; once is enough."""
    have = set(
        tx.connection.scalars(
            select(evidence_links.c.evidence).where(
                evidence_links.c.kind == kind, evidence_links.c.object_id == object_id
            )
        )
    )
    for evidence_id in dict.fromkeys(evidence_ids):
        if evidence_id not in have:
            values = {"evidence": evidence_id, "kind": kind, "object_id": object_id, "role": role}
            tx.insert(evidence_links, values)


def row(tx: Reading, evidence_id: str) -> RowMapping | None:
    """The row the service needs: unit, who added it, and what opens the file."""
    return tx.row(select(evidence).where(evidence.c.id == evidence_id, ~evidence.c.deleted))


def vault_file(found: RowMapping) -> VaultFile:
    """What the vault needs to open the file."""
    return VaultFile(
        id=found["file"],
        size=found["size"],
        sha256=found["sha256"],
        chunk_size=found["chunk_size"],
        chunks=found["chunks"],
        wrapped_key=found["wrapped_key"],
    )


def item(tx: Reading, evidence_id: str) -> EvidenceItem | None:
    """One piece of evidence."""
    found = tx.row(_items().where(evidence.c.id == evidence_id))
    return None if found is None else _item(found)


def items_of(tx: Reading, kind: str, object_id: str) -> tuple[EvidenceItem, ...]:
    """What is tied to a request or an order, in the order it came."""
    wanted = (
        _items()
        .where(evidence.c.id == evidence_links.c.evidence)
        .where(evidence_links.c.kind == kind, evidence_links.c.object_id == object_id, ~evidence_links.c.deleted)
        .order_by(evidence.c.received_at, evidence.c.number)
    )
    return tuple(_item(found) for found in tx.rows(wanted))


def linked_to(tx: Reading, evidence_id: str, kind: str) -> tuple[str, ...]:
    """The requests or orders a piece is tied to."""
    wanted = select(evidence_links.c.object_id).where(
        evidence_links.c.evidence == evidence_id, evidence_links.c.kind == kind, ~evidence_links.c.deleted
    )
    return tuple(tx.connection.scalars(wanted))


def requests_with(tx: Reading, number: str) -> tuple[str, ...]:
    """The requests a piece is tied to, by the number of the piece."""
    found = tx.scalar(select(evidence.c.id).where(evidence.c.number == number, ~evidence.c.deleted))
    return linked_to(tx, found, "requests") if found else ()


def chain(tx: Reading, evidence_id: str) -> tuple[Custody, ...]:
    """The chain of custody, oldest first. ``person`` is the user id."""
    rows = tx.rows(select(custody).where(custody.c.evidence == evidence_id).order_by(custody.c.at, custody.c.id))
    return tuple(
        Custody(at=found["at"], act=CustodyAct(found["act"]), person=found["person"], note=found["note"])
        for found in rows
    )


def marks_of(tx: Reading, evidence_id: str) -> tuple[Mark, ...]:
    """Marks in the order of the recording. ``by`` is the user id."""
    wanted = select(marks).where(marks.c.evidence == evidence_id, ~marks.c.deleted).order_by(marks.c.at_ms, marks.c.id)
    return tuple(
        Mark(id=found["id"], at_ms=found["at_ms"], text=found["text"], by=found["person"], made_at=found["made_at"])
        for found in tx.rows(wanted)
    )


def files(tx: Reading) -> frozenset[str]:
    """The vault ids of every record, for the sweep."""
    return frozenset(tx.connection.scalars(select(evidence.c.file)))


def all_files(tx: Reading) -> list[tuple[str, VaultFile]]:
    """Number and vault file of every piece, by number."""
    rows = tx.rows(select(evidence).where(~evidence.c.deleted).order_by(evidence.c.number))
    return [(found["number"], vault_file(found)) for found in rows]


def _items() -> Any:
    count = select(func.count()).where(marks.c.evidence == evidence.c.id).scalar_subquery().label("mark_count")
    checks = custody.c.act.in_((str(CustodyAct.VERIFIED), str(CustodyAct.FAILED)))
    last = (
        select(custody.c.id)
        .where(custody.c.evidence == evidence.c.id, checks)
        .order_by(custody.c.at.desc(), custody.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    check = custody.alias("last_check")
    joined = evidence.outerjoin(check, check.c.id == last)
    return select(evidence, count, check.c.act.label("check_act"), check.c.at.label("check_at")).select_from(joined)


def _item(found: RowMapping) -> EvidenceItem:
    names = (
        "id", "number", "name", "size", "sha256", "received_at", "duration_ms", "width", "height", "container",
        "codec", "recorded_at", "supplied_by", "purpose", "note", "playable", "reason",
    )  # fmt: skip
    values: dict[str, Any] = {name: found[name] for name in names}
    return EvidenceItem(
        kind=EvidenceKind(found["kind"]),
        origin=Origin(found["origin"]),
        marks=found["mark_count"],
        verified_at=found["check_at"] if found["check_act"] == str(CustodyAct.VERIFIED) else None,
        broken=found["check_act"] == str(CustodyAct.FAILED),
        **values,
    )
