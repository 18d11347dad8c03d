"""Cross checks of a catalog: references between rules, dates, and rules that cannot be meant so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from hallclient.catalog.check_business import check_business, check_fields
from hallclient.catalog.lookups import NAMES, Catalog
from hallclient.catalog.masking import masked
from hallclient.catalog.mistakes import Mistake
from hallclient.catalog.model import LimitRule


def check(catalog: Catalog, today: date) -> Iterator[Mistake]:
    """Every mistake of a catalog, lazily; the loader stops at the first."""
    yield from _limits(catalog)
    yield from _targets(catalog)
    yield from _profile(catalog)
    yield from _requests(catalog, today)
    yield from _complaints(catalog, today)
    yield from check_business(catalog, today)
    yield from _queue(catalog, today)
    yield from _money_and_units(catalog)
    yield from _people(catalog)
    yield from _masking(catalog)
    yield from _calendar(catalog)


def unknown(table: str, item: str, path: str, kind: str, code: str) -> Mistake:
    """A reference to something that does not exist."""
    zh, en = NAMES[kind]
    return Mistake(
        table=table,
        item=item,
        path=path,
        reason="catalog.reason.unknown_code",
        details={"kind": zh, "kind_en": en, "name": code},
    )


def references(
    catalog: Catalog, table: str, item: str, path: str, kind: str, codes: Iterable[str]
) -> Iterator[Mistake]:
    """A mistake for each code that its table does not have."""
    for code in codes:
        if not catalog.knows(kind, code):
            yield unknown(table, item, path, kind, code)


def running_limits(
    catalog: Catalog, today: date, table: str, item: str, path: str, codes: Iterable[str]
) -> Iterator[Mistake]:
    """A mistake for each limit that is unknown or has no version in force for this profile today."""
    for code in codes:
        if not catalog.knows("limits", code):
            yield unknown(table, item, path, "limits", code)
        elif not catalog.has_limit(code, today):
            yield Mistake(table=table, item=item, path=path, reason="catalog.reason.no_limit", details={"name": code})


def dates(table: str, item: str, path: str, first: date, last: date | None) -> Iterator[Mistake]:
    """A mistake when the last day is before the first."""
    if last is not None and last < first:
        details = {"first": first.isoformat(), "last": last.isoformat()}
        yield Mistake(table=table, item=item, path=path, reason="catalog.reason.dates", details=details)


def _key(rule: LimitRule, catalog: Catalog) -> str:
    """The key as the files write it: with effective_from only where the row says one."""
    edition = catalog.edition(rule.edition)
    return f"{rule.code}@{rule.edition}" + (
        f"@{rule.effective_from}" if rule.effective_from != edition.effective_from else ""
    )


def _limits(catalog: Catalog) -> Iterator[Mistake]:
    for edition in catalog.items["editions"]:
        yield from dates("editions", edition.code, "effective_to", edition.effective_from, edition.effective_to)
    for rule in catalog.items["limits"]:
        key = _key(rule, catalog)
        yield from references(catalog, "limits", key, "start", "events", [rule.start])
        yield from references(catalog, "limits", key, "stop", "events", [rule.stop])
        yield from references(catalog, "limits", key, "pauses", "pauses", rule.pauses)
        yield from dates("limits", key, "effective_to", rule.effective_from, rule.effective_to)
        if rule.amount < 0 or (rule.amount == 0 and rule.unit not in ("day", "workday")):
            yield _range("limits", key, "amount", 1, "∞")
        if not 0 < rule.warn_ratio <= 1:
            yield _range("limits", key, "warn_ratio", 0, 1)
        if rule.unit in ("minute", "hour") and rule.method != "accumulate":
            yield Mistake(table="limits", item=key, path="method", reason="catalog.reason.method")


def _targets(catalog: Catalog) -> Iterator[Mistake]:
    for target in catalog.items["targets"]:
        key = f"{target.code}@{target.edition}"
        yield from dates("targets", key, "effective_to", target.effective_from, target.effective_to)


def _range(table: str, item: str, path: str, least: object, most: object) -> Mistake:
    details = {"least": least, "most": most}
    return Mistake(table=table, item=item, path=path, reason="catalog.reason.range", details=details)


def _profile(catalog: Catalog) -> Iterator[Mistake]:
    profile = catalog.profile
    if not profile.scopes:
        yield Mistake(table="profile", item="", path="scopes", reason="catalog.reason.empty")
    for code, edition in profile.editions.items():
        yield from references(catalog, "profile", "", "editions", "limits", [code])
        if catalog.knows("limits", code) and edition not in {rule.edition for rule in catalog.limit_editions(code)}:
            yield unknown("profile", "", "editions", "editions", edition)


def duplicates(table: str, item: str, path: str, codes: Iterable[str]) -> Iterator[Mistake]:
    """A mistake for each code that comes twice."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            yield Mistake(table=table, item=item, path=path, reason="catalog.reason.duplicate", details={"name": code})
        seen.add(code)


def _requests(catalog: Catalog, today: date) -> Iterator[Mistake]:
    prefixes: set[str] = set()
    for kind in catalog.request_kinds():
        yield from running_limits(catalog, today, "request_kinds", kind.code, "clocks", kind.clocks)
        yield from references(catalog, "request_kinds", kind.code, "right", "rights", [kind.right])
        for subtype in kind.subtypes:
            path = f"subtypes[{subtype.code}].clocks"
            yield from running_limits(catalog, today, "request_kinds", kind.code, path, subtype.clocks)
        yield from duplicates("request_kinds", kind.code, "prefix", [*prefixes, kind.prefix])
        prefixes.add(kind.prefix)
    for channel in catalog.channels():
        limits = [channel.limit] if channel.limit else []
        yield from running_limits(catalog, today, "channels", channel.code, "limit", limits)
    for options in catalog.items["option_lists"]:
        yield from duplicates("option_lists", options.code, "options", [option.code for option in options.options])
        if not options.options:
            yield Mistake(table="option_lists", item=options.code, path="options", reason="catalog.reason.empty")


def _complaints(catalog: Catalog, today: date) -> Iterator[Mistake]:
    for node in catalog.items["categories"]:
        if node.parent:
            yield from references(catalog, "categories", node.code, "code", "categories", [node.parent])
        if node.level > 3:
            yield _range("categories", node.code, "code", 1, 3)
        yield from dates("categories", node.code, "effective_to", node.effective_from, node.effective_to)
    ranks: list[str] = []
    for severity in catalog.items["severities"]:
        if severity.lead != "unit":
            yield from references(catalog, "severities", severity.code, "lead", "unit_kinds", [severity.lead])
        if severity.retention_years < 3:
            yield _range("severities", severity.code, "retention_years", 3, "∞")
        yield from running_limits(catalog, today, "severities", severity.code, "clocks", severity.clocks)
        ranks.append(str(severity.rank))
        yield from duplicates("severities", severity.code, "rank", ranks)
    if not ranks:
        yield Mistake(table="severities", item="", path="", reason="catalog.reason.empty")
    for criterion in catalog.items["criteria"]:
        code = criterion.code
        yield from references(catalog, "criteria", code, "severity", "severities", [criterion.severity])
        yield from references(catalog, "criteria", code, "channels", "channels", criterion.channels)
        for path, name, values in (
            ("passed_on_by", "passed_on_by", criterion.passed_on_by),
            ("media", "media", criterion.media),
            ("flags", "signal", criterion.flags),
        ):
            known = _options(catalog, name)
            for value in values:
                if value not in known:
                    yield unknown("criteria", code, path, "option_lists", value)
        if not any(
            (criterion.channels, criterion.passed_on_by, criterion.media, criterion.flags, criterion.keywords)
        ) and (criterion.repeats < 1):
            yield Mistake(table="criteria", item=code, path="", reason="catalog.reason.no_condition")


def _options(catalog: Catalog, name: str) -> set[str]:
    return {option.code for option in catalog.options(name)} if catalog.knows("option_lists", name) else set()


def _queue(catalog: Catalog, today: date) -> Iterator[Mistake]:
    prefixes: list[str] = []
    for each in catalog.queue_classes():
        yield from running_limits(catalog, today, "queue_classes", each.code, "handling_limit", [each.handling_limit])
        yield from running_limits(catalog, today, "queue_classes", each.code, "waiting_limit", [each.waiting_limit])
        prefixes.append(each.prefix)
        yield from duplicates("queue_classes", each.code, "prefix", prefixes)
    for table in ("ticket_states", "window_states"):
        for state in catalog.items[table]:
            yield from references(catalog, table, state.code, "next", table, state.next)


def _money_and_units(catalog: Catalog) -> Iterator[Mistake]:
    for way in catalog.payment_ways():
        yield from check_fields(catalog, "payment_ways", way.code, way.fields, sections=False)
    yield from references(catalog, "reversal", "", "approve_right", "rights", [catalog.reversal.approve_right])
    for kind in catalog.unit_kinds():
        yield from references(catalog, "unit_kinds", kind.code, "parents", "unit_kinds", kind.parents)
    for grade in catalog.hall_grades():
        yield from references(catalog, "hall_grades", grade.code, "groups", "groups", grade.groups)


def _people(catalog: Catalog) -> Iterator[Mistake]:
    for role in catalog.roles():
        yield from references(catalog, "roles", role.code, "levels", "unit_kinds", role.levels)
        if role.code not in catalog.matrix:
            yield Mistake(table="matrix", item="", path=role.code, reason="catalog.reason.empty")
    for code, grants in catalog.matrix.items():
        yield from references(catalog, "matrix", "", code, "roles", [code])
        yield from references(catalog, "matrix", "", code, "rights", grants)
        if not catalog.knows("roles", code) or not catalog.role(code).administrator:
            continue
        for right, reach in grants.items():
            if catalog.knows("rights", right) and reach != "none" and not catalog.right(right).administrative:
                details = {"name": right}
                yield Mistake(table="matrix", item="", path=code, reason="catalog.reason.admin_right", details=details)
    for rule in catalog.separations():
        first = "rights" if rule.kind == "rights" else "roles"
        second = "roles" if rule.kind == "roles" else "rights"
        yield from references(catalog, "separations", rule.code, "first", first, rule.first)
        yield from references(catalog, "separations", rule.code, "second", second, rule.second)
        if rule.kind == "nobody":
            for barred in rule.first:
                for right in rule.second:
                    if catalog.matrix.get(barred, {}).get(right, "none") != "none":
                        details = {"rule": rule.zh, "name": right}
                        reason = "catalog.reason.forbidden_right"
                        yield Mistake(table="matrix", item="", path=barred, reason=reason, details=details)


def _masking(catalog: Catalog) -> Iterator[Mistake]:
    for rule in catalog.items["masking"]:
        if rule.unmask_right:
            yield from references(catalog, "masking", rule.code, "unmask_right", "rights", [rule.unmask_right])
        if rule.head < 0 or rule.tail < 0:
            yield _range("masking", rule.code, "head" if rule.head < 0 else "tail", 0, "∞")
        got = masked(rule, rule.example)
        if got != rule.example_masked:
            details = {"example": rule.example, "expected": rule.example_masked, "got": got}
            reason = "catalog.reason.example"
            yield Mistake(table="masking", item=rule.code, path="", reason=reason, details=details)


def _calendar(catalog: Catalog) -> Iterator[Mistake]:
    shifts = catalog.calendar.shifts
    times = [moment for shift in shifts for moment in (shift.start, shift.end)]
    if not shifts or any(later <= earlier for earlier, later in pairwise(times)):
        yield Mistake(table="calendar", item="", path="shifts", reason="catalog.reason.shifts")
