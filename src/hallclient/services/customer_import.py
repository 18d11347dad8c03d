"""Importing customers (批量导入): look at a file, map its columns, dry run, run in one transaction, take back, log."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from hallclient import errors
from hallclient.domain.customer_imports import (
    POLICIES,
    SHOWN_PROBLEMS,
    FirstRows,
    ImportRecord,
    ImportReport,
    ImportResult,
    KeptRow,
    UndoReport,
)
from hallclient.domain.customer_rows import ColumnMapping, RowProblem, RowRead, read_row, suggest
from hallclient.domain.customers import CustomerDraft
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.errors import Cancelled, HallError, NotFound, Problem, RuleBroken, Unavailable
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.services.table_files import Table, open_table
from hallclient.store import customer_imports, customers
from hallclient.store.base import new_id
from hallclient.store.transaction import Transaction

IMPORT = "customers.import"
PAGE = 1000

Progress = Callable[[float, int], None]
"""Hears the share of the file that is done (0 to 1) and the rows read."""
Asked = Callable[[], bool]
"""Whether the person wants to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLook:
    """What a file looks like before anything is done with it, and the mapping to start from."""

    table: Table
    suggested: ColumnMapping
    saved: tuple[ColumnMapping, ...]
    already: ImportRecord | None


def _silent(share: float, rows: int) -> None:
    return None


def _never() -> bool:
    return False


class CustomerImportService:
    """Imports of the customer archive. The long methods run off the window's thread, with progress and cancel."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs(IMPORT)
    def look(self, actor: Actor, path: Path, sheet: str = "", cancelled: Asked = _never) -> FileLook:
        """Headings, sample rows, a suggested mapping, saved mappings that fit, and an earlier import of the same file.

        Raises RuleBroken("customers.table_…") with a sentence for a file that is no table.
        """
        table = open_table(path, sheet=sheet, cancelled=cancelled)
        with self._parts.store.read() as tx:
            saved = tuple(m for m in customer_imports.mappings(tx) if not m.problems(table.headings))
            already = customer_imports.same_file(tx, table.sha256)
        suggested = ColumnMapping(columns=suggest(table.headings), source=path.stem)
        return FileLook(table=table, suggested=suggested, saved=saved, already=already)

    @needs(IMPORT)
    def mappings(self, actor: Actor) -> tuple[ColumnMapping, ...]:
        """Saved mappings by name."""
        with self._parts.store.read() as tx:
            return customer_imports.mappings(tx)

    @needs(IMPORT)
    def save_mapping(self, actor: Actor, mapping: ColumnMapping) -> None:
        """Keep a mapping under its name for the next file. Raises RuleBroken("customers.mapping_refused")."""
        problems = list(mapping.problems())
        if not mapping.name.strip() or len(mapping.name) > 64:
            problems.append(Problem(field="name", code="customers.mapping_name"))
        if problems:
            raise RuleBroken("customers.mapping_refused", tuple(problems))
        with self._parts.store.begin(actor) as tx:
            customer_imports.save_mapping(tx, mapping)

    @needs(IMPORT)
    def dry_run(
        self, actor: Actor, path: Path, mapping: ColumnMapping, *, policy: str = "skip", sheet: str = "",
        progress: Progress = _silent, cancelled: Asked = _never, problems_file: Path | None = None,
        language: str = "zh",
    ) -> ImportReport:  # fmt: skip
        """Read the whole file and say what a run would do, without touching the archive.

        ``problems_file`` gets every problem row with its reason (CSV); the report shows the first of them.
        Raises RuleBroken (broken file, mapping that does not fit), Cancelled.
        """
        table = self._opened(path, mapping, policy, sheet, cancelled)
        today = day_of(self._parts.clock())
        with self._parts.store.read() as tx, _Problems(problems_file, language) as said:
            sift = _Sift(table, mapping, today, said, progress, cancelled)
            fresh = known = 0
            for page in sift.pages():
                here = customers.known_accounts(tx, [read.draft.account for _, read in page])
                known += len(here)
                fresh += len(page) - len(here)
                if policy == "skip":
                    for row, read in page:
                        if read.draft.account in here:
                            sift.note(row, "account", "customers.row_known", refused=True)
        return ImportReport(
            rows=sift.rows, fresh=fresh, known=known, refused=sift.refused + (known if policy == "skip" else 0),
            left_out=sift.left_out, problem_count=said.count, problems=tuple(said.first),
        )  # fmt: skip

    @needs(IMPORT)
    def run(
        self, actor: Actor, path: Path, mapping: ColumnMapping, *, policy: str = "skip", sheet: str = "",
        confirmed: date | None = None, progress: Progress = _silent, cancelled: Asked = _never,
    ) -> ImportResult:  # fmt: skip
        """Import the file in one transaction: cancelling, a fault or a crash leaves nothing of it.

        ``confirmed`` is the day the data were true (the export's day; else today). A finished, cancelled or failed run
        leaves a line in the log (S10). Raises RuleBroken, Cancelled, Unavailable.
        """
        start = perf_counter()
        table = self._opened(path, mapping, policy, sheet, cancelled)
        import_id, source = new_id(), mapping.source or path.stem
        line = {
            "id": import_id, "file_name": path.name, "sha256": table.sha256, "size": table.size,
            "mapping": mapping.name, "source": source, "policy": policy,
        }  # fmt: skip
        said = _Problems(None, "zh")
        try:
            with self._parts.store.begin(actor) as tx:
                day = confirmed or day_of(tx.now)
                sift = _Sift(table, mapping, day_of(tx.now), said, progress, cancelled)
                run = _Run(tx, sift, import_id, source, day, policy)
                pages = run.fresh_pages()
                added = customer_imports.add_many(tx, pages, import_id=import_id, source=source, confirmed=day)
                counts = {
                    "rows": sift.rows, "added": added, "updated": run.updated, "unchanged": run.unchanged,
                    "refused": sift.refused + run.known_refused, "left_out": sift.left_out,
                }  # fmt: skip
                customer_imports.log(tx, {**line, **counts, "result": "done"})
                tx.audit("customer.import", "imports", import_id, result="ok", **counts)
        except HallError as fault:
            self._log_stopped(actor, line, "cancelled" if isinstance(fault, Cancelled) else "failed")
            raise
        if added > PAGE:
            self._parts.store.checkpoint()
        return ImportResult(
            import_id=import_id, **counts, problems=tuple(said.first), seconds=perf_counter() - start
        )  # fmt: skip

    @needs(IMPORT)
    def imports(self, actor: Actor, limit: int = 200) -> tuple[ImportRecord, ...]:
        """The import log, newest first (S10)."""
        with self._parts.store.read() as tx:
            return customer_imports.logged(tx, limit=limit)

    @needs(IMPORT)
    def undo(self, actor: Actor, import_id: str, reason: str, progress: Progress = _silent) -> UndoReport:
        """Take a whole import back. Customers changed since or used by an order stay, and are listed with the reason.

        Raises RuleBroken ("customers.refused" without a reason, "customers.import_not_done"), NotFound, NotAllowed.
        """
        if not reason.strip():
            raise RuleBroken("customers.refused", (Problem(field="reason", code="customers.reason_missing"),))
        with self._parts.store.begin(actor) as tx:
            found = customer_imports.get(tx, import_id)
            if found is None:
                raise NotFound("record.not_found")
            record, unit = found
            actor.require(IMPORT, unit=unit)
            if record.result != "done":
                raise RuleBroken("customers.import_not_done")
            total = max(record.added + record.updated, 1)
            removed, restored, kept = customer_imports.take_back(
                tx, import_id, reason=reason.strip(), progress=lambda done: progress(min(done / total, 1.0), done)
            )
            undone = {
                "undone_at": tx.now, "undone_by": actor.user_id, "undo_reason": reason.strip(), "kept": len(kept),
            }  # fmt: skip
            tx.transition(customer_imports.imports, import_id, "result", "done", "undone", undone)
            tx.audit("customer.import_undo", "imports", import_id, removed=removed, restored=restored, kept=len(kept))
        if removed > PAGE:
            self._parts.store.checkpoint()
        mask = self._parts.catalog.mask
        shown = tuple(KeptRow(
            customer_id=row.customer_id, account=mask("account", row.account), code=row.code) for row in kept
        )  # fmt: skip
        return UndoReport(removed=removed, restored=restored, kept=shown)

    def _opened(self, path: Path, mapping: ColumnMapping, policy: str, sheet: str, cancelled: Asked) -> Table:
        if policy not in POLICIES:
            raise ValueError(policy)
        table = open_table(path, sheet=sheet, cancelled=cancelled)
        problems = mapping.problems(table.headings)
        if problems:
            raise RuleBroken("customers.mapping_refused", problems)
        return table

    def _log_stopped(self, actor: Actor, line: dict[str, object], result: str) -> None:
        """A stopped import leaves its line; where even that fails (disk full), the first fault is the one to show."""
        try:
            with self._parts.store.begin(actor) as tx:
                customer_imports.log(tx, {**line, "result": result})
                tx.audit("customer.import", "imports", str(line["id"]), result=result)
        except Unavailable:
            return


class _Problems:
    """Keeps the first problems, counts all, and writes all to a file when asked."""

    def __init__(self, file: Path | None, language: str) -> None:
        self.count = 0
        self.first: list[RowProblem] = []
        self._language = language
        try:
            self._out = None if file is None else file.open("w", encoding="utf-8-sig", newline="")
        except OSError as fault:
            raise RuleBroken("customers.problems_unwritable", file=file.name if file else "") from fault
        self._writer = None if self._out is None else csv.writer(self._out)
        if self._writer is not None:
            chinese = ("行号", "列", "原因", "处理")
            self._writer.writerow(chinese if language == "zh" else ("Row", "Column", "Reason", "Result"))

    def __enter__(self) -> _Problems:
        return self

    def __exit__(self, *_: object) -> None:
        if self._out is not None:
            self._out.close()

    def note(self, problem: RowProblem) -> None:
        self.count += 1
        if len(self.first) < SHOWN_PROBLEMS:
            self.first.append(problem)
        if self._writer is not None:
            what = errors.words(problem.code, self._language, **problem.details).what
            done = ("不导入", "Row not imported") if problem.refused else ("该项留空", "Field left empty")
            self._writer.writerow((problem.row, problem.column, what, done[self._language != "zh"]))


Line = tuple[int, RowRead]


class _Sift:
    """Reads a table's rows in pages, keeps those that can be imported and notes the faults of all."""

    def __init__(
        self, table: Table, mapping: ColumnMapping, today: date, said: _Problems, progress: Progress, cancelled: Asked
    ) -> None:
        self.rows = self.refused = self.left_out = 0
        self._table, self._today, self._said = table, today, said
        self._columns = dict(mapping.columns)
        self._places = [(name, table.headings.index(heading)) for name, heading in mapping.columns.items()]
        self._progress, self._cancelled = progress, cancelled
        self._share = 0.0
        self._first = FirstRows()

    def pages(self) -> Iterator[list[Line]]:
        """Pages of rows that can be imported. Raises Cancelled when the person wants to stop."""
        page: list[Line] = []
        for row, cells in self._table.rows(self._heard):
            self.rows += 1
            width = len(cells)
            read = read_row({name: cells[place] for name, place in self._places if place < width}, self._today)
            if self._accepted(row, read):
                page.append((row, read))
            if self.rows % PAGE == 0:
                self._tell()
                yield page
                page = []
        self._share = 1.0
        self._tell()
        yield page

    def note(self, row: int, field: str, code: str, *, refused: bool, **details: object) -> None:
        """Note a fault of a row."""
        column = self._columns.get(field, "")
        self._said.note(RowProblem(row=row, column=column, field=field, code=code, refused=refused, details=details))

    def _accepted(self, row: int, read: RowRead) -> bool:
        if read.problems:
            refused = read.refused
            for fault in read.problems:
                self.note(row, fault.field, fault.code, refused=refused, **fault.details)
            self.left_out += 0 if refused else len(read.problems)
            if refused:
                self.refused += 1
                return False
        before = self._first.seen(read.draft.account, row)
        if before:
            self.refused += 1
            self.note(row, "account", "customers.row_twice", refused=True, first=before)
        return not before

    def _heard(self, share: float) -> None:
        self._share = share

    def _tell(self) -> None:
        if self._cancelled():
            raise Cancelled
        self._progress(self._share, self.rows)


class _Run:
    """Splits pages into new customers and those here already, which are updated or refused by the policy."""

    def __init__(self, tx: Transaction, sift: _Sift, import_id: str, source: str, day: date, policy: str) -> None:
        self.updated = self.unchanged = self.known_refused = 0
        self._tx, self._sift, self._policy = tx, sift, policy
        self._import_id, self._source, self._day = import_id, source, day

    def fresh_pages(self) -> Iterator[list[CustomerDraft]]:
        """The new customers of each page; those here already are dealt with on the way."""
        for page in self._sift.pages():
            accounts = [read.draft.account for _, read in page]
            if self._policy == "skip":
                taken = customers.known_accounts(self._tx, accounts)
                self.known_refused += len(taken)
                for row, read in page:
                    if read.draft.account in taken:
                        self._sift.note(row, "account", "customers.row_known", refused=True)
            else:
                taken = self._update(page, accounts)
            yield [read.draft for _, read in page if read.draft.account not in taken]

    def _update(self, page: list[Line], accounts: list[str]) -> set[str]:
        here = customers.by_accounts(self._tx, accounts)
        for _, read in page:
            before = here.get(read.draft.account)
            if before is None:
                continue
            changed = customer_imports.overlay(
                self._tx, before, read.draft, read.fields, import_id=self._import_id, source=self._source,
                confirmed=self._day, reason=f"导入 {self._source}",
            )  # fmt: skip
            self.updated += changed
            self.unchanged += not changed
        return set(here)
