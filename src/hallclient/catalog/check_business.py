"""Cross checks of business kinds: fields, documents, stages, limits, and the facts that conditions speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hallclient.catalog.business import BusinessKind, Field
from hallclient.catalog.lookups import NAMES, Catalog, in_force
from hallclient.catalog.mistakes import Mistake
from hallclient.catalog.model import GENERAL_FACTS, LimitUse, When


def check_business(catalog: Catalog, today: date) -> Iterator[Mistake]:
    """Every mistake of the business kinds and of the document library."""
    for document in catalog.documents():
        yield from _twice("documents", document.code, "forms", [form.code for form in document.forms])
    versions: dict[str, list[BusinessKind]] = defaultdict(list)
    for kind in catalog.items["business"]:
        versions[kind.code].append(kind)
        yield from _kind(catalog, kind, today)
    for kinds in versions.values():
        for index, kind in enumerate(kinds):
            others = kinds[index + 1 :]
            if any(_overlap(kind, other) for other in others):
                yield _at(kind, "valid_from", "catalog.reason.overlap")


def _overlap(one: BusinessKind, other: BusinessKind) -> bool:
    last_one, last_other = one.valid_to or date.max, other.valid_to or date.max
    return one.valid_from <= last_other and other.valid_from <= last_one


def _key(kind: BusinessKind) -> str:
    return f"{kind.code}@{kind.edition}" if kind.edition else kind.code


def _at(kind: BusinessKind, path: str, reason: str, **details: object) -> Mistake:
    return Mistake(table="business", item=_key(kind), path=path, reason=reason, details=details)


def _unknown(kind: BusinessKind, path: str, table: str, code: str) -> Mistake:
    zh, en = NAMES[table]
    return Mistake(
        table="business",
        item=_key(kind),
        path=path,
        reason="catalog.reason.unknown_code",
        details={"kind": zh, "kind_en": en, "name": code},
    )


def _twice(table: str, item: str, path: str, codes: list[str]) -> Iterator[Mistake]:
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield Mistake(table=table, item=item, path=path, reason="catalog.reason.duplicate", details={"name": code})


def _kind(catalog: Catalog, kind: BusinessKind, today: date) -> Iterator[Mistake]:
    if kind.valid_to is not None and kind.valid_to < kind.valid_from:
        yield _at(
            kind, "valid_to", "catalog.reason.dates", first=kind.valid_from.isoformat(), last=kind.valid_to.isoformat()
        )
    for path, table, code in (
        ("group", "groups", kind.group),
        ("queue_class", "queue_classes", kind.queue_class),
        ("right", "rights", kind.right),
        ("request_kind", "request_kinds", kind.request_kind),
    ):
        if code and not catalog.knows(table, code):
            yield _unknown(kind, path, table, code)
    if (kind.route == "request") != bool(kind.request_kind):
        yield _at(kind, "request_kind", "catalog.reason.reply_route")
    yield from check_fields(catalog, "business", _key(kind), kind.fields)
    yield from _documents(catalog, kind)
    yield from _stages(catalog, kind)
    yield from _limits(catalog, kind, today)


def _documents(catalog: Catalog, kind: BusinessKind) -> Iterator[Mistake]:
    for need in kind.documents:
        path = f"documents[{need.document}]"
        if not catalog.knows("documents", need.document):
            yield _unknown(kind, path, "documents", need.document)
        if need.deferrable != (need.commitment_days > 0):
            yield _at(kind, f"{path}.commitment_days", "catalog.reason.commitment")
        yield from _when(kind, f"{path}.when", need.when)


def _stages(catalog: Catalog, kind: BusinessKind) -> Iterator[Mistake]:
    if not kind.stages:
        yield _at(kind, "stages", "catalog.reason.empty")
    for stage in kind.stages:
        path = f"stages[{stage.code}]"
        if not catalog.knows("roles", stage.role):
            yield _unknown(kind, f"{path}.role", "roles", stage.role)
        if stage.specialty and stage.specialty not in {option.code for option in catalog.options("specialty")}:
            yield _unknown(kind, f"{path}.specialty", "option_lists", stage.specialty)
        yield from _when(kind, f"{path}.when", stage.when)


def _limits(catalog: Catalog, kind: BusinessKind, today: date) -> Iterator[Mistake]:
    uses: list[tuple[str, str, tuple[str, ...]]] = [
        ("whole", kind.whole, ("deadline",)),
        ("ahead", kind.ahead, ("ahead",)),
        *((f"terms[{number}]", code, ("term_min", "term_max")) for number, code in enumerate(kind.terms, start=1)),
        *_chosen(kind.whole_when, "whole_when"),
    ]
    for stage in kind.stages:
        uses.append((f"stages[{stage.code}].limit", stage.limit, ("deadline",)))
        uses += _chosen(stage.limit_when, f"stages[{stage.code}].limit_when")
        for number, use in enumerate(stage.limit_when, start=1):
            yield from _when(kind, f"stages[{stage.code}].limit_when[{number}].when", use.when)
    for number, use in enumerate(kind.whole_when, start=1):
        yield from _when(kind, f"whole_when[{number}].when", use.when)
    running = in_force(kind.valid_from, kind.valid_to, today) or kind.valid_from > today
    for path, code, sorts in uses:
        if not code:
            continue
        if not catalog.knows("limits", code):
            yield _unknown(kind, path, "limits", code)
        elif catalog.limit_editions(code)[0].sort not in sorts:
            yield _at(kind, path, "catalog.reason.limit_sort", name=code)
        elif running and not catalog.has_limit(code, max(today, kind.valid_from)):
            yield _at(kind, path, "catalog.reason.no_limit", name=code)


def _chosen(uses: tuple[LimitUse, ...], path: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f"{path}[{number}]", use.limit, ("deadline",)) for number, use in enumerate(uses, start=1)]


def _facts(fields: tuple[Field, ...]) -> dict[str, tuple[str, ...]]:
    """The facts a condition may speak of, and their values."""
    facts = dict(GENERAL_FACTS)
    for field in fields:
        if field.type == "choice":
            facts[field.code] = tuple(choice.code for choice in field.choices)
        elif field.type == "boolean":
            facts[field.code] = ("yes", "no")
    return facts


def _when(kind: BusinessKind, path: str, when: When) -> Iterator[Mistake]:
    yield from _conditions("business", _key(kind), path, when, _facts(kind.fields))


def _conditions(table: str, item: str, path: str, when: When, facts: dict[str, tuple[str, ...]]) -> Iterator[Mistake]:
    for fact, values in when.items():
        known = facts.get(fact)
        if known is None:
            details: dict[str, object] = {"kind": "字段", "kind_en": "field", "name": fact}
            yield Mistake(table=table, item=item, path=path, reason="catalog.reason.unknown_code", details=details)
            continue
        for value in values:
            if value not in known:
                details = {"value": value, "allowed": "、".join(known)}
                place = f"{path}.{fact}"
                yield Mistake(table=table, item=item, path=place, reason="catalog.reason.value", details=details)


def check_fields(
    catalog: Catalog, table: str, item: str, fields: tuple[Field, ...], *, sections: bool = True
) -> Iterator[Mistake]:
    """Every mistake of the fields of a form."""
    facts = _facts(fields)
    for field in fields:
        path = f"fields[{field.code}]"

        def at(part: str, reason: str, path: str = path, **details: object) -> Mistake:
            return Mistake(table=table, item=item, path=f"{path}.{part}", reason=reason, details=details)

        if sections and not catalog.knows("sections", field.section):
            zh, en = NAMES["sections"]
            yield at("section", "catalog.reason.unknown_code", kind=zh, kind_en=en, name=field.section)
        if (field.type == "choice") != bool(field.choices):
            yield at("choices", "catalog.reason.no_choices")
        yield from _twice(table, item, f"{path}.choices", [choice.code for choice in field.choices])
        if field.min is not None and field.max is not None and field.min > field.max:
            yield at("min", "catalog.reason.bounds", least=field.min, most=field.max)
        if field.default is not None and not _fits(field):
            yield at("default", "catalog.reason.default", value=field.default)
        yield from _conditions(table, item, f"{path}.when", field.when, facts)


def _fits(field: Field) -> bool:
    """True when the default is a value of the field."""
    value = field.default
    if field.type == "choice":
        return value in {choice.code for choice in field.choices}
    if field.type == "boolean":
        return isinstance(value, bool)
    if field.type in ("number", "money"):
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return (field.min is None or value >= field.min) and (field.max is None or value <= field.max)
    return isinstance(value, str)
