"""Taking requests in (诉求受理): every kind and channel, complaints with evidence, versions, repeats, clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hallclient.catalog.model import Channel, Criterion, RequestKind, Signals
from hallclient.domain import numbering
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.domain.requests import (
    COMPLAINT,
    CONTACTS,
    REPORT,
    Clock,
    Contact,
    IntakeRules,
    RepeatHint,
    Request,
    RequestDraft,
    RequestFilter,
    RequestLine,
    Version,
)
from hallclient.domain.text import several_lines
from hallclient.errors import NotAllowed, NotFound, Problem, RuleBroken
from hallclient.services.clocks import clock
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import customers, evidence, people, requests
from hallclient.store.transaction import Reading, Row, Transaction

IDENTITY = "reports.identity"
ACCEPTED, CONTACTED = "request.accepted", "request.contacted"
"""Events of the catalog: limits start with acceptance here, and the first contact stops one of them."""


class RequestService:
    """One pool of requests, one numbering."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("requests.intake")
    def problems(self, actor: Actor, draft: RequestDraft) -> tuple[Problem, ...]:
        """What is missing or wrong, for the page to show while it is typed."""
        return draft.problems(self._rules(draft), self._parts.clock())

    @needs("requests.intake")
    def clocks(self, actor: Actor, draft: RequestDraft, started: datetime) -> tuple[Clock, ...]:
        """The clocks that would run if the draft were accepted at an instant, earliest first."""
        return self._clocks(draft, started)

    @needs("requests.intake")
    def suggested_severity(
        self, actor: Actor, draft: RequestDraft, repeats: int = 0
    ) -> tuple[str, tuple[Criterion, ...]]:  # fmt: skip
        """The severity the catalog suggests, and the criteria that hold. The person confirms or changes it."""
        signals = Signals(
            channel=draft.channel,
            flags=frozenset(draft.flags) | (frozenset({"escalation"}) if draft.leapfrog else frozenset()),
            repeats=repeats,
            text=f"{draft.facts}\n{draft.claim}",
        )
        return self._parts.catalog.severity_suggestion(signals)

    @needs("requests.intake")
    def repeats(self, actor: Actor, draft: RequestDraft) -> tuple[RepeatHint, ...]:
        """Earlier cases of the same account, phone or address (K51), likeliest first; a suggestion only."""
        draft = draft.tidy()
        with self._parts.store.read() as tx:
            rows = [row for row in requests.like(tx, draft, self._parts.clock()) if row["person"] != actor.staff_no]
        found = [_hint(row, draft) for row in rows]
        return tuple(sorted(found, key=lambda hint: -len(hint.reasons)))

    @needs("requests.intake")
    def accept(self, actor: Actor, draft: RequestDraft) -> Request:
        """Take a request in: number, first version, clocks, evidence links and timeline in one transaction.

        Raises RuleBroken("requests.wrong") naming the fields; NotAllowed for complaints without complaints.intake.
        """
        draft = draft.tidy()
        kind = self._kind(draft.kind)
        if kind is not None and not actor.may(kind.right):
            raise NotAllowed("people.not_allowed", right=kind.right)
        problems = draft.problems(self._rules(draft), self._parts.clock())
        if problems or kind is None:
            raise RuleBroken("requests.wrong", problems)
        with self._parts.store.begin(actor) as tx:
            number = tx.number(numbering.REQUEST)
            clocks = self._clocks(draft, tx.now)
            hidden = draft.kind == REPORT
            request_id = requests.add(tx, number, draft, clocks, state="accepted", hidden=hidden)
            evidence.link(tx, draft.evidence, "requests", request_id)
            if draft.parent:
                self._urge(tx, draft.parent)
            if draft.customer and not hidden:
                customers.note_event(tx, draft.customer, "request", request_id, number, kind.zh, tx.now)
            tx.audit("request.accept", "requests", request_id, request=draft.kind, channel=draft.channel)
            return _request(tx, request_id)

    @needs("requests.intake")
    def close_first_contact(self, actor: Actor, request_id: str, answer: str) -> Request:
        """首接办结: answered on the spot, without dispatch (K34). Complaints and reports go through the whole loop."""
        if not answer.strip():
            raise RuleBroken("requests.wrong", (Problem(field="answer", code="requests.missing"),))
        with self._parts.store.begin(actor) as tx:
            found = self._reached(tx, actor, request_id)
            actor.require("requests.intake", unit=found.unit, owner=found.receiver)
            if found.content.kind in {COMPLAINT, REPORT}:
                raise RuleBroken("requests.needs_loop")
            met = [requests.clock_json(replace(clock, met_at=tx.now)) for clock in found.clocks]
            tx.transition(requests.requests, found.id, "state", "accepted", "closed", {"clocks": met})
            requests.amend(
                tx, found, replace(found.content, visit_note=several_lines(answer)), "首接办结", rev=found.rev + 1
            )  # fmt: skip
            tx.audit("request.close_first_contact", "requests", found.id)
            return _request(tx, found.id)

    @needs("complaints.amend")
    def amend(self, actor: Actor, request_id: str, draft: RequestDraft, *, reason: str, rev: int) -> Request:
        """Change what was recorded: a new version with its reason; the saved one stays as it is (K05).

        Channel and kind stay. Raises RuleBroken("requests.wrong") naming the fields, Stale("record.stale").
        """
        draft = draft.tidy()
        problems = list(draft.problems(self._rules(draft), self._parts.clock()))
        if not reason.strip():
            problems.append(Problem(field="reason", code="requests.missing"))
        with self._parts.store.begin(actor) as tx:
            before = self._reached(tx, actor, request_id)
            actor.require("complaints.amend", unit=before.unit, owner=before.receiver)
            for name in ("kind", "channel"):
                if getattr(draft, name) != getattr(before.content, name):
                    problems.append(Problem(field=name, code="requests.fixed"))
            if problems:
                raise RuleBroken("requests.wrong", tuple(problems))
            requests.amend(tx, before, draft, several_lines(reason), rev)
            evidence.link(tx, draft.evidence, "requests", before.id)
            tx.audit("request.amend", "requests", before.id, version=before.version + 1)
            return _request(tx, before.id)

    @needs("complaints.amend")
    def note_contact(self, actor: Actor, request_id: str, outcome: str, text: str) -> Request:
        """Note a contact with the customer (K12). The first one that reached her meets the 24-hour clock.

        Raises RuleBroken("requests.wrong") naming the fields.
        """
        problems = []
        if outcome not in CONTACTS:
            problems.append(Problem(field="outcome", code="requests.missing"))
        if not text.strip():
            problems.append(Problem(field="text", code="requests.missing"))
        if problems:
            raise RuleBroken("requests.wrong", tuple(problems))
        with self._parts.store.begin(actor) as tx:
            found = self._reached(tx, actor, request_id)
            values = {"request": found.id, "at": tx.now, "outcome": outcome, "text": several_lines(text)}
            tx.insert(requests.request_contacts, {**values, "person": actor.user_id})
            if outcome != "missed":
                met = [self._met_by(each, CONTACTED, tx.now) for each in found.clocks]
                due = min((each.due for each in met if each.met_at is None), default=None)
                tx.change(requests.requests, found.id, {"clocks": list(map(requests.clock_json, met)), "due": due})
            tx.audit("request.contact", "requests", found.id, outcome=outcome)
            return self._masked(_request(tx, found.id))

    @needs("requests.read")
    def contacts(self, actor: Actor, request_id: str) -> tuple[Contact, ...]:
        """The contacts with the customer, oldest first; ``by`` is the staff number."""
        with self._parts.store.read() as tx:
            found = requests.contacts_of(tx, self._reached(tx, actor, request_id).id)
            names = people.names(tx, [contact.by for contact in found])
        return tuple(replace(contact, by=names.get(contact.by, (contact.by, ""))[0]) for contact in found)

    def _met_by(self, running: Clock, event: str, now: datetime) -> Clock:
        day, catalog = day_of(running.started), self._parts.catalog
        stops = catalog.has_limit(running.code, day) and catalog.limit(running.code, day).stop == event
        return replace(running, met_at=now) if stops and running.met_at is None else running

    @needs("requests.read")
    def request(self, actor: Actor, request_id: str) -> Request:
        """One request by id or number, personal data masked."""
        with self._parts.store.read() as tx:
            return self._masked(self._reached(tx, actor, request_id))

    @needs("customers.unmask")
    def unmasked(self, actor: Actor, request_id: str, reason: str) -> Request:
        """The same in clear: a reason, and an audit row. The identity behind a report needs its own right."""
        if not reason.strip():
            raise RuleBroken("requests.wrong", (Problem(field="reason", code="requests.missing"),))
        with self._parts.store.begin(actor) as tx:
            found = self._reached(tx, actor, request_id)
            tx.audit("request.unmask", "requests", found.id, reason=reason.strip())
            return found

    @needs("complaints.amend")
    def editable(self, actor: Actor, request_id: str) -> Request:
        """A request in clear for amending, with an audit row."""
        with self._parts.store.begin(actor) as tx:
            found = self._reached(tx, actor, request_id)
            actor.require("complaints.amend", unit=found.unit, owner=found.receiver)
            tx.audit("request.unmask", "requests", found.id, reason="amend")
            return found

    @needs("requests.read")
    def versions(self, actor: Actor, request_id: str) -> tuple[Version, ...]:
        """Every saved version, oldest first; ``author`` is the staff number."""
        with self._parts.store.read() as tx:
            found = self._reached(tx, actor, request_id)
            kept = requests.versions(tx, found.id)
            names = people.names(tx, [version.author for version in kept])
        return tuple(replace(v, author=names.get(v.author, (v.author, ""))[0]) for v in kept)

    @needs("requests.read")
    def page(
        self, actor: Actor, wanted: RequestFilter, *, limit: int = 50, offset: int = 0
    ) -> tuple[RequestLine, ...]:  # fmt: skip
        """One page of the one list of all kinds and channels (S15, S16), newest first, names masked."""
        with self._parts.store.read() as tx:
            reach, secret = actor.reach("requests.read"), actor.may(IDENTITY)
            found = requests.lines(
                tx, wanted, reach, actor.user_id, actor.staff_no, secret=secret, limit=limit, offset=offset
            )  # fmt: skip
        return tuple(replace(line, name=self._parts.catalog.mask("name", line.name)) for line in found)

    @needs("requests.read")
    def count(self, actor: Actor, wanted: RequestFilter) -> int:
        """How many requests a filter shows."""
        with self._parts.store.read() as tx:
            reach, secret = actor.reach("requests.read"), actor.may(IDENTITY)
            return requests.count(tx, wanted, reach, actor.user_id, actor.staff_no, secret=secret)

    @needs("requests.read")
    def count_by_kind(self, actor: Actor, wanted: RequestFilter) -> dict[str, int]:
        """How many requests of each kind a filter shows, whatever kinds it names."""
        with self._parts.store.read() as tx:
            reach, secret = actor.reach("requests.read"), actor.may(IDENTITY)
            return requests.count_by_kind(tx, wanted, reach, actor.user_id, actor.staff_no, secret=secret)

    @needs("requests.read")
    def related(self, actor: Actor, request_id: str) -> tuple[RepeatHint, ...]:
        """Other cases of the same account, phone or address, without showing any of the three."""
        with self._parts.store.read() as tx:
            found = self._reached(tx, actor, request_id)
            rows = requests.like(tx, found.content, self._parts.clock())
        return tuple(
            _hint(row, found.content) for row in rows if row["id"] != found.id and row["person"] != actor.staff_no
        )

    @needs("requests.read")
    def by_channel(self, actor: Actor, since: datetime, until: datetime) -> dict[str, int]:
        """Requests accepted in a stretch of time, by channel (K10)."""
        with self._parts.store.read() as tx:
            return requests.by_channel(tx, since, until)

    def _rules(self, draft: RequestDraft) -> IntakeRules:
        kind, channel = self._kind(draft.kind), self._channel(draft.channel)
        catalog = self._parts.catalog
        return IntakeRules(
            subtypes=bool(kind and kind.subtypes),
            external_needed=bool(channel and channel.reference_required),
            parent_needed=bool(kind and kind.needs_parent),
            category_is_leaf=bool(draft.category)
            and catalog.knows("categories", draft.category)
            and not catalog.category_children(draft.category),
            unknown=tuple(
                name
                for name, table in (("kind", "request_kinds"), ("channel", "channels"), ("severity", "severities"))
                if (code := getattr(draft, name)) and not catalog.knows(table, code)
            ),
        )

    def _clocks(self, draft: RequestDraft, started: datetime) -> tuple[Clock, ...]:
        codes: tuple[str, ...] = ()
        if self._kind(draft.kind) is not None:
            channel = draft.channel if self._channel(draft.channel) is not None else ""
            severity = draft.severity if draft.kind == COMPLAINT else ""
            codes = self._parts.catalog.clocks(draft.kind, draft.subtype, severity, channel)
        found = [clock(self._parts, code, started, event=ACCEPTED) for code in codes]
        running = [each for each in found if each is not None]
        if draft.external_due is not None and draft.external_due > started:
            running.append(
                Clock(
                    code="external", zh="来文要求的期限", en="deadline printed on the transfer", started=started,
                    due=draft.external_due, edition=draft.external_no,
                )
            )  # fmt: skip
        return tuple(sorted(running, key=lambda each: each.due))

    def _kind(self, code: str) -> RequestKind | None:
        known = self._parts.catalog.knows("request_kinds", code)
        return self._parts.catalog.request_kind(code) if known else None

    def _channel(self, code: str) -> Channel | None:
        known = self._parts.catalog.knows("channels", code)
        return self._parts.catalog.channel(code) if known else None

    def _urge(self, tx: Transaction, parent: str) -> None:
        found = _request(tx, parent)
        tx.change(requests.requests, found.id, {"urged": found.urged + 1})

    def _reached(self, tx: Reading, actor: Actor, request_id: str) -> Request:
        found = _request(tx, request_id)
        actor.require("requests.read", unit=found.unit, owner=found.receiver)
        if found.content.person and found.content.person == actor.staff_no:
            raise NotAllowed("evidence.person_concerned")
        if found.content.kind == REPORT and not actor.may(IDENTITY) and found.receiver != actor.user_id:
            raise NotFound("record.not_found")
        return found

    def _masked(self, found: Request) -> Request:
        mask, told = self._parts.catalog.mask, found.content
        if told.kind == REPORT:
            who = replace(
                told,
                name=mask("reporter", told.name),
                phone=mask("reporter", told.phone),
                address=mask("reporter", told.address),
                account=mask("reporter", told.account),
            )
            return replace(found, content=who)
        content = replace(
            told,
            name=mask("name", told.name),
            phone=mask("phone", told.phone),
            address=mask("address", told.address),
            account=mask("account", told.account),
        )
        return replace(found, content=content)


def _hint(row: Row, draft: RequestDraft) -> RepeatHint:
    reasons = (
        ("account", draft.account and row["account"] == draft.account.strip()),
        ("phone", draft.phone and row["phone"] == draft.phone.strip()),
        ("address", draft.address and row["address"] == draft.address.strip()),
        ("category", draft.category and row["category"] == draft.category),
        ("topic", draft.category and row["category"][:5] == draft.category[:5]),
    )
    return RepeatHint(
        id=row["id"],
        number=row["number"],
        kind=row["kind"],
        category=row["category"],
        accepted_at=row["accepted_at"],
        title=row["title"],
        reasons=tuple(word for word, same in reasons if same),
    )


def _request(tx: Reading, request_id: str) -> Request:
    found = requests.request(tx, request_id)
    if found is None:
        raise NotFound("record.not_found")
    return found
