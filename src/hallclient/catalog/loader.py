"""Loading the catalog: read, unfold what business kinds share, turn into structs, check, and hand out."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec

from hallclient.catalog import business, model
from hallclient.catalog.check import check
from hallclient.catalog.lookups import Catalog
from hallclient.catalog.mistakes import broken, of_conversion
from hallclient.catalog.reading import Rules, Table, merged, read

STRUCTS: dict[str, type[msgspec.Struct]] = {
    "editions": model.Edition,
    "events": model.Item,
    "pauses": model.Item,
    "limits": model.LimitRule,
    "targets": model.Target,
    "request_kinds": model.RequestKind,
    "channels": model.Channel,
    "option_lists": model.OptionList,
    "categories": model.Category,
    "severities": model.Severity,
    "criteria": model.Criterion,
    "groups": model.Item,
    "sections": model.Item,
    "business": business.BusinessKind,
    "documents": business.Document,
    "queue_classes": business.QueueClass,
    "ticket_states": business.TicketState,
    "window_states": business.TicketState,
    "payment_ways": business.PaymentWay,
    "unit_kinds": business.UnitKind,
    "hall_grades": business.HallGrade,
    "roles": model.Role,
    "rights": model.Right,
    "separations": model.Separation,
    "masking": model.MaskRule,
    "days": model.DayOverride,
}
TAKEN_FROM_EDITION = ("scope", "effective_from", "effective_to", "source", "confidence")
BEIJING = timezone(timedelta(hours=8))


def load(folders: list[Path], profile: str = "sgcc", *, today: date | None = None) -> Catalog:
    """The catalog of a profile. Later folders overlay earlier ones; a folder that does not exist is skipped.

    Raises ``Unavailable("catalog.broken")`` naming file, key and reason at the first mistake. ``today`` is the day on
    which every limit in use must have a version in force.
    """
    rules = read(folders, profile)
    _fill_editions(rules)
    _unfold(rules)
    items = {name: _converted(rules, name, struct) for name, struct in STRUCTS.items()}
    calendar = {**rules.tables["calendar"], "days": list(rules.lists["days"].values())}
    catalog = Catalog(
        items=items,
        profile=_one(rules, "profile", rules.tables["profile"], model.Profile),
        calendar=_one(rules, "calendar", calendar, model.WorkCalendar),
        reversal=_one(rules, "reversal", rules.tables["reversal"], business.ReversalRules),
        matrix=_matrix(rules),
    )
    day = today or datetime.now(BEIJING).date()
    for mistake in check(catalog, day):
        file = rules.file_of(mistake.table, mistake.item, mistake.path)
        raise broken(file, mistake.key, mistake.reason, **mistake.details)
    return catalog


def _fill_editions(rules: Rules) -> None:
    """Limits and targets take from their edition what they do not say; an unknown edition is found by the check."""
    editions = rules.lists["editions"]
    for table in ("limits", "targets"):
        for key, item in rules.lists[table].items():
            edition = editions.get(str(item.get("edition")))
            if edition is None and "edition" in item:
                _unknown(rules, table, key, "edition", "出处", "edition", str(item["edition"]))
            if edition is not None:
                taken = {name: edition[name] for name in TAKEN_FROM_EDITION if name in edition}
                rules.lists[table][key] = {**taken, **item}


def _unfold(rules: Rules) -> None:
    """Business kinds get the fields, documents and stages that they only name."""
    library = rules.lists["stage_library"]
    for key, kind in rules.lists["business"].items():
        kind = dict(kind)
        for sets, part in (("field_sets", "fields"), ("document_sets", "documents")):
            parts: list[Any] = []
            for name in kind.pop(sets, []):
                shared = rules.lists[sets].get(str(name))
                if shared is None:
                    _unknown(rules, "business", key, sets, "共用组", "set", str(name))
                parts = merged(parts, (shared or {}).get(part, []), "", "")
            kind[part] = merged(
                parts, kind.get(part, []), rules.file_of("business", key, part), f"business[{key}].{part}"
            )
        stages = kind.get("stages", [])
        if isinstance(stages, list):
            kind["stages"] = [
                {**library.get(str(stage.get("code")), {}), **stage} if isinstance(stage, dict) else stage
                for stage in stages
            ]
        rules.lists["business"][key] = kind


def _unknown(rules: Rules, table: str, key: str, path: str, kind: str, kind_en: str, name: str) -> None:
    file = rules.file_of(table, key, path)
    raise broken(file, f"{table}[{key}].{path}", "catalog.reason.unknown_code", kind=kind, kind_en=kind_en, name=name)


def _converted(rules: Rules, table: str, struct: type[msgspec.Struct]) -> tuple[Any, ...]:
    raw = rules.lists[table]
    try:
        return msgspec.convert(list(raw.values()), tuple[struct, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError:
        return tuple(_convert_one(rules, table, key, item, struct) for key, item in raw.items())


def _one(rules: Rules, table: str, raw: Table, struct: Any) -> Any:
    return _convert_one(rules, table, "", raw, struct)


def _matrix(rules: Rules) -> dict[str, dict[str, model.Reach]]:
    """Rights by role; a wrong scope is named by role and right."""
    for role, grants in rules.tables["matrix"].items():
        for right, reach in grants.items() if isinstance(grants, dict) else ():
            if reach not in model.REACHES:
                key = f"matrix.{role}.{right}"
                allowed = "、".join(model.REACHES)
                file = rules.file_of("matrix", "", role)
                raise broken(file, key, "catalog.reason.value", value=reach, allowed=allowed)
    matrix: dict[str, dict[str, model.Reach]] = _one(
        rules, "matrix", rules.tables["matrix"], dict[str, dict[str, model.Reach]]
    )
    return matrix


def _convert_one(rules: Rules, table: str, key: str, raw: Table, struct: Any) -> Any:
    try:
        return msgspec.convert(raw, struct)
    except msgspec.ValidationError as error:
        path, reason, details = of_conversion(str(error), raw)
        place = f"{table}[{key}]" if key else table
        if reason == "catalog.reason.value":
            details["allowed"] = _allowed(struct, path)
        file = rules.file_of(table, key, path) or rules.file_of("days", str(raw.get("date")))
        raise broken(file, f"{place}.{path}" if path else place, reason, **details) from error


def _allowed(struct: Any, path: str) -> str:
    """The values allowed at a path, read from the struct's own types."""
    kind: Any = msgspec.inspect.type_info(struct)
    for step in [part.split("[")[0] for part in path.split(".") if part]:
        while isinstance(kind, msgspec.inspect.VarTupleType | msgspec.inspect.DictType):
            kind = kind.item_type if isinstance(kind, msgspec.inspect.VarTupleType) else kind.value_type
        fields = {each.encode_name: each.type for each in getattr(kind, "fields", ())}
        kind = fields.get(step, kind)
    while isinstance(kind, msgspec.inspect.VarTupleType | msgspec.inspect.DictType):
        kind = kind.item_type if isinstance(kind, msgspec.inspect.VarTupleType) else kind.value_type
    values = getattr(kind, "values", ())
    return "、".join(str(value) for value in values)
