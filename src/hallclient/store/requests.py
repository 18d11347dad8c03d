"""Requests in the store (诉求): one table for every kind and channel, and every version of each (K05, S15, S16)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Index, Integer, RowMapping, Select, String, Text, func, or_, select

from hallclient.domain import instants
from hallclient.domain.people import Reach
from hallclient.domain.requests import (
    COMPLAINT,
    REPEAT_WINDOW,
    Clock,
    Contact,
    Request,
    RequestDraft,
    RequestFilter,
    RequestLine,
    Version,
    changed_fields,
    title_of,
)
from hallclient.store.base import Instant, Json, noun
from hallclient.store.evidence import evidence_links
from hallclient.store.transaction import Reading, Transaction

requests = noun(
    "requests",
    Column("number", String(32), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    Column("subtype", String(32), nullable=False, default=""),
    Column("channel", String(32), nullable=False),
    Column("external_no", String(64), nullable=False, default=""),
    Column("category", String(16), nullable=False, default=""),
    Column("severity", String(16), nullable=False, default=""),
    Column("customer", String(32), nullable=False, default=""),
    Column("account", String(20), nullable=False, default=""),
    Column("name", String(64), nullable=False, default=""),
    Column("phone", String(32), nullable=False, default=""),
    Column("address", String(256), nullable=False, default=""),
    Column("person", String(32), nullable=False, default=""),
    Column("title", String(64), nullable=False),
    Column("search", Text, nullable=False),
    Column("content", Json, nullable=False),
    Column("version", Integer, nullable=False, default=1),
    Column("accepted_at", Instant, nullable=False),
    Column("receiver", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("clocks", Json, nullable=False),
    Column("due", Instant),
    Column("repeat_of", String(32), nullable=False, default=""),
    Column("parent", String(32), nullable=False, default=""),
    Column("urged", Integer, nullable=False, default=0),
    Column("hidden", Boolean, nullable=False, default=False),
    Column("prints", Integer, nullable=False, default=0),
    Index("ix_requests_accepted", "accepted_at"),
    Index("ix_requests_state", "state", "due"),
    Index("ix_requests_account", "account", "accepted_at"),
    Index("ix_requests_phone", "phone", "accepted_at"),
    Index("ix_requests_address", "address", "accepted_at"),
    Index("ix_requests_external", "external_no"),
    Index("ix_requests_customer", "customer"),
)

request_versions = noun(
    "request_versions",
    Column("request", String(32), nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", Json, nullable=False),
    Column("reason", String(512), nullable=False, default=""),
    Index("uq_request_versions", "request", "number", unique=True),
)

request_contacts = noun(
    "request_contacts",
    Column("request", String(32), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("person", String(32), nullable=False),
)

TABLES = (requests, request_versions, request_contacts)

_TIMES = frozenset({"external_due", "contact_start", "contact_end", "event_time"})
_CLOCK_TIMES = frozenset({"started", "due", "met_at"})


def add(
    tx: Transaction, number: str, draft: RequestDraft, clocks: Iterable[Clock], *, state: str, hidden: bool
) -> str:  # fmt: skip
    """Keep a request with its first version."""
    content, listed = content_of(draft), tuple(clocks)
    request_id = tx.insert(
        requests,
        {
            **_columns(draft, number), "number": number, "content": content, "version": 1, "accepted_at": tx.now,
            "receiver": tx.actor.user_id, "state": state, "clocks": [clock_json(clock) for clock in listed],
            "due": min((clock.due for clock in listed), default=None), "hidden": hidden,
        },
    )  # fmt: skip
    tx.insert(request_versions, {"request": request_id, "number": 1, "content": content, "reason": ""})
    return request_id


def amend(tx: Transaction, before: Request, draft: RequestDraft, reason: str, rev: int) -> None:
    """A later version: the earlier one stays. Raises Stale("record.stale")."""
    content, number = content_of(draft), before.version + 1
    values = {**_columns(draft, before.number), "content": content, "version": number}
    tx.change(requests, before.id, values, rev=rev)
    tx.insert(request_versions, {"request": before.id, "number": number, "content": content, "reason": reason})


def versions(tx: Reading, request_id: str) -> tuple[Version, ...]:
    """Every version, oldest first. ``author`` is the user id."""
    rows = tx.rows(
        select(request_versions).where(request_versions.c.request == request_id).order_by(request_versions.c.number)
    )
    found: list[Version] = []
    for row in rows:
        before: Mapping[str, Any] = found[-1].content if found else row["content"]
        found.append(
            Version(
                number=row["number"],
                at=row["created_at"],
                author=row["created_by"],
                reason=row["reason"],
                content=row["content"],
                changed=changed_fields(before, row["content"]),
            )
        )
    return tuple(found)


def request(tx: Reading, request_id: str) -> Request | None:
    """One request by id or number, unmasked."""
    wanted = or_(requests.c.id == request_id, requests.c.number == request_id)
    row = tx.row(select(requests).where(wanted, ~requests.c.deleted))
    return None if row is None else _request(tx, row)


def contacts_of(tx: Reading, request_id: str) -> tuple[Contact, ...]:
    """The contacts with the customer, oldest first. ``by`` is the user id."""
    table = request_contacts
    rows = tx.rows(select(table).where(table.c.request == request_id).order_by(table.c.at, table.c.id))
    return tuple(Contact(at=row["at"], outcome=row["outcome"], text=row["text"], by=row["person"]) for row in rows)


def lines(
    tx: Reading, wanted: RequestFilter, reach: Reach, actor: str, staff_no: str, *, secret: bool, limit: int,
    offset: int,
) -> tuple[RequestLine, ...]:  # fmt: skip
    """One page of the list, newest first; reports (举报) only with ``secret``. Names are not masked yet."""
    links = (
        select(func.count())
        .where(evidence_links.c.kind == "requests", evidence_links.c.object_id == requests.c.id)
        .scalar_subquery()
    )
    columns = (
        requests.c.id, requests.c.number, requests.c.kind, requests.c.subtype, requests.c.channel,
        requests.c.external_no, requests.c.category, requests.c.severity, requests.c.name, requests.c.title,
        requests.c.accepted_at, requests.c.state, requests.c.due, links.label("evidence"),
    )  # fmt: skip
    found = _filtered(select(*columns), wanted, reach, actor, staff_no, secret)
    rows = tx.rows(found.order_by(requests.c.accepted_at.desc(), requests.c.id.desc()).limit(limit).offset(offset))
    return tuple(RequestLine(**dict(row)) for row in rows)


def count(tx: Reading, wanted: RequestFilter, reach: Reach, actor: str, staff_no: str, *, secret: bool) -> int:
    """How many requests a filter shows."""
    return int(tx.scalar(_filtered(select(func.count()), wanted, reach, actor, staff_no, secret)) or 0)


def count_by_kind(
    tx: Reading, wanted: RequestFilter, reach: Reach, actor: str, staff_no: str, *, secret: bool
) -> dict[str, int]:  # fmt: skip
    """How many requests of each kind a filter shows, whatever kinds it names."""
    found = select(requests.c.kind, func.count().label("n"))
    shown = _filtered(found, replace(wanted, kinds=()), reach, actor, staff_no, secret)
    return {row["kind"]: row["n"] for row in tx.rows(shown.group_by(requests.c.kind))}


def by_channel(tx: Reading, since: datetime, until: datetime) -> dict[str, int]:
    """Requests accepted in a stretch of time, by channel (K10)."""
    rows = tx.rows(
        select(requests.c.channel, func.count().label("n"))
        .where(requests.c.accepted_at >= since, requests.c.accepted_at < until, ~requests.c.deleted)
        .group_by(requests.c.channel)
    )
    return {row["channel"]: row["n"] for row in rows}


def like(tx: Reading, draft: RequestDraft, now: datetime) -> tuple[RowMapping, ...]:
    """Earlier requests of the same account, phone or address within a year (K51), newest first."""
    same = [
        column == value.strip()
        for column, value in (
            (requests.c.account, draft.account),
            (requests.c.phone, draft.phone),
            (requests.c.address, draft.address),
        )
        if value.strip()
    ]
    if not same:
        return ()
    wanted = select(requests).where(
        or_(*same), requests.c.accepted_at >= now - REPEAT_WINDOW, ~requests.c.deleted, ~requests.c.hidden
    )
    return tuple(tx.rows(wanted.order_by(requests.c.accepted_at.desc()).limit(20)))


def repeats_of(tx: Reading, request_id: str) -> int:
    """How many later requests were confirmed as repeats of this one."""
    return int(tx.scalar(select(func.count()).where(requests.c.repeat_of == request_id)) or 0)


def persons(tx: Reading, request_ids: Iterable[str]) -> frozenset[str]:
    """Staff numbers of the persons complained about."""
    wanted = select(requests.c.person).where(requests.c.id.in_(list(request_ids)), requests.c.person != "")
    return frozenset(tx.connection.scalars(wanted))


def units_of(tx: Reading, request_ids: Iterable[str]) -> frozenset[str]:
    """The units that requests belong to."""
    return frozenset(tx.connection.scalars(select(requests.c.unit).where(requests.c.id.in_(list(request_ids)))))


def receivers(tx: Reading, request_ids: Iterable[str]) -> frozenset[str]:
    """Who took these requests in."""
    return frozenset(tx.connection.scalars(select(requests.c.receiver).where(requests.c.id.in_(list(request_ids)))))


def content_of(draft: RequestDraft) -> dict[str, Any]:
    """What a version keeps of a draft."""
    return {name: _plain(value) for name, value in asdict(draft).items()}


def draft_of(content: Mapping[str, Any]) -> RequestDraft:
    """The draft a version keeps; fields of a newer program are passed over."""
    known = {field.name for field in fields(RequestDraft)}
    values = {name: value for name, value in content.items() if name in known}
    for name in _TIMES & values.keys():
        values[name] = None if values[name] is None else instants.from_iso_utc(values[name])
    for name in ("flags", "evidence"):
        values[name] = tuple(values.get(name, ()))
    return RequestDraft(**values)


def clock_json(clock: Clock) -> dict[str, Any]:
    """What the clocks column keeps of one clock."""
    return {name: _plain(value) for name, value in asdict(clock).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instants.iso_utc(value)
    return list(value) if isinstance(value, tuple) else value


def _clock(stored: Mapping[str, Any]) -> Clock:
    values = dict(stored)
    for name in _CLOCK_TIMES:
        values[name] = None if values.get(name) is None else instants.from_iso_utc(values[name])
    return Clock(**values)


def _columns(draft: RequestDraft, number: str) -> dict[str, Any]:
    words = (number, draft.external_no, draft.account, draft.name, draft.phone, draft.address, draft.facts, draft.claim)
    return {
        "kind": draft.kind, "subtype": draft.subtype, "channel": draft.channel, "external_no": draft.external_no,
        "category": draft.category, "severity": draft.severity, "customer": draft.customer,
        "account": draft.account.strip(), "name": draft.name.strip(), "phone": draft.phone.strip(),
        "address": draft.address.strip(), "person": draft.person.strip(), "title": title_of(draft.facts),
        "search": " ".join(word for word in words if word).lower(), "repeat_of": draft.repeat_of,
        "parent": draft.parent,
    }  # fmt: skip


def _filtered(
    statement: Select[Any], wanted: RequestFilter, reach: Reach, actor: str, staff_no: str, secret: bool
) -> Select[Any]:  # fmt: skip
    found = statement.where(~requests.c.deleted, requests.c.person != staff_no)
    if not secret:
        found = found.where(~requests.c.hidden)
    if reach.units is not None:
        found = found.where(requests.c.unit.in_(reach.units))
    if reach.owner is not None or wanted.mine:
        found = found.where(requests.c.receiver == actor)
    for column, values in (
        (requests.c.kind, wanted.kinds),
        (requests.c.channel, wanted.channels),
        (requests.c.state, wanted.states),
    ):
        if values:
            found = found.where(column.in_(values))
    if wanted.due_from is not None:
        found = found.where(requests.c.due >= wanted.due_from)
    if wanted.due_before is not None:
        found = found.where(requests.c.due < wanted.due_before, requests.c.state != "closed")
    if wanted.accepted_from is not None:
        found = found.where(requests.c.accepted_at >= wanted.accepted_from)
    if wanted.accepted_to is not None:
        found = found.where(requests.c.accepted_at < wanted.accepted_to)
    for word in wanted.text.lower().split():
        found = found.where(func.instr(requests.c.search, word) > 0)
    return found


def _request(tx: Reading, row: RowMapping) -> Request:
    from hallclient.store.people import names

    receiver = names(tx, [row["receiver"]]).get(row["receiver"], ("", ""))
    return Request(
        id=row["id"],
        number=row["number"],
        content=draft_of(row["content"]),
        accepted_at=row["accepted_at"],
        receiver=row["receiver"],
        receiver_no=receiver[0],
        unit=row["unit"],
        state=row["state"],
        clocks=tuple(_clock(stored) for stored in row["clocks"]),
        version=row["version"],
        repeats=repeats_of(tx, row["id"]) if row["kind"] == COMPLAINT else 0,
        urged=row["urged"],
        prints=row["prints"],
        rev=row["rev"],
    )
