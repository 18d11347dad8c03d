"""Evidence (证据): taking files in, verifying, playing, marking; every touch leaves a custody line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from hallclient.domain import numbering
from hallclient.domain.evidence import Custody, CustodyAct, EvidenceDraft, EvidenceItem, Mark, MarkDraft
from hallclient.domain.people import Actor
from hallclient.domain.text import several_lines
from hallclient.errors import NotAllowed, NotFound, RuleBroken, Unavailable
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import evidence, media_facts, people, requests
from hallclient.store.transaction import Reading, Row
from hallclient.store.vault import Progress, Sweep
from hallclient.store.vault_format import VaultReader

HANDLE = "complaints.handle"
"""Who handles complaints reaches the evidence of every case of her units, until cases are assigned to persons."""


class EvidenceService:
    """The evidence desk of one program run. A file plays only after its hash was verified in this run."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._verified: set[str] = set()

    @needs("evidence.add")
    def add(
        self, actor: Actor, source: Path | BinaryIO, draft: EvidenceDraft, *, progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> EvidenceItem:  # fmt: skip
        """Take a file in: vault first, then its record; a record that cannot be saved takes its file back out.

        Raises RuleBroken("evidence.draft_wrong") naming the fields, Cancelled, and what the vault raises.
        """
        problems = draft.problems()
        if problems or draft.origin is None:
            raise RuleBroken("evidence.draft_wrong", problems)
        file = self._parts.vault.add(source, progress=progress, cancelled=cancelled)
        try:
            with self._parts.vault.open(file) as reader:
                facts = media_facts.facts(reader, draft.name)
            with self._parts.store.begin(actor) as tx:
                values = {
                    "name": several_lines(draft.name), "origin": str(draft.origin),
                    "purpose": several_lines(draft.purpose), "supplied_by": several_lines(draft.supplied_by),
                    "note": several_lines(draft.note),
                }  # fmt: skip
                evidence_id = evidence.add(tx, tx.number(numbering.EVIDENCE), file, facts, values)
                found = evidence.item(tx, evidence_id)
        except BaseException:
            self._parts.vault.remove(file.id)
            raise
        assert found is not None
        return found

    @needs("evidence.read")
    def items(self, actor: Actor, kind: str, object_id: str) -> tuple[EvidenceItem, ...]:
        """What is tied to a request or an order (``kind`` is the table's name), as far as the person may see it."""
        with self._parts.store.read() as tx:
            if kind == "requests":
                _not_the_person(tx, actor, (object_id,))
            found = evidence.items_of(tx, kind, object_id)
            return tuple(one for one in found if self._within(tx, actor, one.id))

    @needs("evidence.read")
    def item(self, actor: Actor, evidence_id: str) -> EvidenceItem:
        """One piece of evidence."""
        with self._parts.store.read() as tx:
            self._reached(tx, actor, "evidence.read", evidence_id)
            found = evidence.item(tx, evidence_id)
        assert found is not None
        return found

    @needs("evidence.play")
    def verify(
        self, actor: Actor, evidence_id: str, *, progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:  # fmt: skip
        """Compare the whole file with its hash; the result is a custody line either way.

        Raises Unavailable("evidence.tampered" or "evidence.missing"), Cancelled.
        """
        with self._parts.store.read() as tx:
            row = self._reached(tx, actor, "evidence.play", evidence_id)
        try:
            self._parts.vault.verify(evidence.vault_file(row), progress=progress, cancelled=cancelled)
        except Unavailable as fault:
            self._verified.discard(evidence_id)
            with self._parts.store.begin(actor) as tx:
                evidence.touch(tx, evidence_id, CustodyAct.FAILED, fault.code)
            raise
        self._verified.add(evidence_id)
        with self._parts.store.begin(actor) as tx:
            evidence.touch(tx, evidence_id, CustodyAct.VERIFIED)

    @needs("evidence.play")
    def open(self, actor: Actor, evidence_id: str, *, reason: str = "") -> VaultReader:
        """A reader that decrypts in memory; opening it is a custody line and an audit row (K14).

        Raises Unavailable("evidence.not_verified") before :meth:`verify`, RuleBroken("evidence.reason_missing") where
        the person's right asks for a reason.
        """
        with self._parts.store.read() as tx:
            row = self._reached(tx, actor, "evidence.play", evidence_id)
        if evidence_id not in self._verified:
            raise Unavailable("evidence.not_verified")
        wide = row["created_by"] != actor.user_id and actor.rights.get("evidence.play") in {"unit", "all"}
        if wide and not reason.strip():
            raise RuleBroken("evidence.reason_missing")
        reader = self._parts.vault.open(evidence.vault_file(row))
        try:
            with self._parts.store.begin(actor) as tx:
                evidence.touch(tx, evidence_id, CustodyAct.PLAYED, several_lines(reason))
        except BaseException:
            reader.close()
            raise
        return reader

    @needs("evidence.play")
    def preview(self, actor: Actor, evidence_id: str) -> VaultReader:
        """A reader for a thumbnail or a waveform: the right to play, but nothing is played and nothing noted."""
        with self._parts.store.read() as tx:
            row = self._reached(tx, actor, "evidence.play", evidence_id)
        return self._parts.vault.open(evidence.vault_file(row))

    @needs("evidence.read")
    def marks(self, actor: Actor, evidence_id: str) -> tuple[Mark, ...]:
        """Marks in the order of the recording; ``by`` is the staff number."""
        with self._parts.store.read() as tx:
            self._reached(tx, actor, "evidence.read", evidence_id)
            found = evidence.marks_of(tx, evidence_id)
            names = people.names(tx, [mark.by for mark in found])
        return tuple(replace(mark, by=names.get(mark.by, (mark.by, ""))[0]) for mark in found)

    @needs("evidence.play")
    def add_mark(self, actor: Actor, evidence_id: str, draft: MarkDraft) -> Mark:
        """Mark an instant of a recording. Raises RuleBroken("evidence.mark_wrong") naming the fields."""
        with self._parts.store.begin(actor) as tx:
            row = self._reached(tx, actor, "evidence.play", evidence_id)
            problems = draft.problems(row["duration_ms"])
            if problems:
                raise RuleBroken("evidence.mark_wrong", problems)
            text = several_lines(draft.text)
            values = {"evidence": evidence_id, "at_ms": draft.at_ms, "text": text}
            mark_id = tx.insert(evidence.marks, {**values, "person": actor.user_id, "made_at": tx.now})
            evidence.touch(tx, evidence_id, CustodyAct.MARKED)
            return Mark(id=mark_id, at_ms=draft.at_ms, text=text, by=actor.staff_no, made_at=tx.now)

    @needs("evidence.read")
    def custody(self, actor: Actor, evidence_id: str) -> tuple[Custody, ...]:
        """The chain of custody, oldest first; ``person`` is the staff number."""
        with self._parts.store.read() as tx:
            self._reached(tx, actor, "evidence.read", evidence_id)
            lines = evidence.chain(tx, evidence_id)
            names = people.names(tx, [line.person for line in lines])
        return tuple(replace(line, person=names.get(line.person, (line.person, ""))[0]) for line in lines)

    def _reached(self, tx: Reading, actor: Actor, right: str, evidence_id: str) -> Row:
        row = evidence.row(tx, evidence_id)
        if row is None:
            raise NotFound("record.not_found")
        cases = evidence.linked_to(tx, evidence_id, "requests")
        mine = actor.user_id in {row["created_by"], *requests.receivers(tx, cases)}
        if actor.rights.get(right) == "case" and actor.may(HANDLE):
            mine = mine or bool(requests.units_of(tx, cases) & actor.units)
        actor.require(right, unit=row["unit"], owner=actor.user_id if mine else row["created_by"])
        _not_the_person(tx, actor, cases)
        return row

    def _within(self, tx: Reading, actor: Actor, evidence_id: str) -> bool:
        try:
            self._reached(tx, actor, "evidence.read", evidence_id)
        except NotAllowed:
            return False
        return True


def sweep(parts: Parts) -> Sweep:
    """Clear what a crash left in the vault: parts, and files no record knows."""
    with parts.store.read() as tx:
        known = evidence.files(tx)
    return parts.vault.sweep(known)


def _not_the_person(tx: Reading, actor: Actor, request_ids: tuple[str, ...]) -> None:
    """The person complained about sees neither the case nor its media (domain.md 7.3)."""
    if actor.staff_no in requests.persons(tx, request_ids):
        raise NotAllowed("evidence.person_concerned")
