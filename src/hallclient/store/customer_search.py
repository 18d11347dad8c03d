"""Finding customers (查找客户): one box, each kind of query answered by a range or by pairs of characters.

A key is looked up as a range, never by LIKE with a parameter, which uses no index. LIMIT comes before joins. Pairs
only propose rows: ``instr`` on the search form of name and address decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from hallclient.domain.identity import phone_digits
from hallclient.domain.text import pairs
from hallclient.store.customer_index import (
    ACCOUNT,
    ACCOUNT_END,
    INITIALS,
    METER,
    METER_END,
    NAME,
    NAME_KEY,
    PHONE,
    PHONE_END,
    word,
)  # fmt: skip
from hallclient.store.transaction import Reading

_END = "\U0010ffff"

LONG_NUMBER = 5
"""Digits that are found as a number are not also looked for in addresses."""

WHOLE = 6
"""A number of so many places may be a whole one."""

RARE, MOST_WORDS = 250, 16
"""Rows a pair is taken to stand in when it is not common; pairs asked for at most."""

WORTH, KINSHIP = 200, 0.3
"""Entries of a pair's list that cost as much as looking into one row; neighbouring pairs stand together, so one more
pair leaves at least this share of the rows."""

MANY = 7
"""A beginning shorter than this fits too many numbers to look into the name of each."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row a look-up found: its customer, and the tag of the key (``f`` for a part of name or address)."""

    customer_id: str
    tag: str


def by_key(
    tx: Reading, tag: str, prefix: str, *, limit: int, units: frozenset[str] | None = None,
    also: Sequence[str] = (), exact: bool = False,
) -> list[Found]:  # fmt: skip
    """Customers with a key of this tag that starts with ``prefix`` and whose form contains every part of ``also``."""
    low = tag + prefix
    bind: dict[str, Any] = {"low": low, "high": low + _END, "most": limit}
    span = "k.key = :low" if exact else "k.key >= :low AND k.key < :high"
    where = _narrowed(bind, units, also)
    if where:
        sql = (
            "SELECT d.customer_id FROM customer_keys k CROSS JOIN customer_docs d ON d.doc = k.doc "
            f"WHERE {span}{where} LIMIT :most"
        )
    else:
        sql = (
            f"SELECT d.customer_id FROM (SELECT k.doc FROM customer_keys k WHERE {span} LIMIT :most) k "
            "CROSS JOIN customer_docs d ON d.doc = k.doc"
        )
    return [Found(row[0], tag) for row in tx.connection.execute(text(sql), bind)]


def by_parts(
    tx: Reading, parts: Sequence[str], *, limit: int, units: frozenset[str] | None = None
) -> list[Found]:  # fmt: skip
    """Customers whose name or address contains every part; at least one part has two characters."""
    words = _rare_words(tx, [word(pair) for part in parts for pair in pairs(part)])
    if not words:
        return []
    bind: dict[str, Any] = {"pairs": " AND ".join(f'"{word}"' for word in words), "most": limit}
    sql = (
        "SELECT d.customer_id FROM customer_pairs p CROSS JOIN customer_docs d ON d.doc = p.rowid "
        f"WHERE p.customer_pairs MATCH :pairs{_narrowed(bind, units, parts)} LIMIT :most"
    )
    return [Found(row[0], "f") for row in tx.connection.execute(text(sql), bind)]


def _rare_words(tx: Reading, words: Sequence[str]) -> list[str]:
    """The rarest of the pairs, as many as it takes to leave few rows to look into; the text itself decides."""
    if not words:
        return []
    marks = ", ".join("?" * len(words))
    sql = f"SELECT word, docs FROM customer_common WHERE word IN ({marks})"
    common = {row[0]: row[1] for row in tx.connection.exec_driver_sql(sql, tuple(words))}
    every = int(tx.connection.exec_driver_sql("SELECT max(doc) FROM customer_docs").scalar() or 1)
    ordered = sorted(dict.fromkeys(words), key=lambda found: common.get(found, RARE))
    chosen, left = ordered[:1], float(common.get(ordered[0], RARE))
    for candidate in ordered[1:MOST_WORDS]:
        docs = common.get(candidate, RARE)
        if docs > left * WORTH:
            break
        chosen.append(candidate)
        left *= max(docs / every, KINSHIP)
    return chosen


def _narrowed(bind: dict[str, Any], units: frozenset[str] | None, parts: Sequence[str]) -> str:
    where = ""
    for i, part in enumerate(parts):
        bind[f"part{i}"] = part
        where += f" AND instr(d.form, :part{i})"
    if units is not None:
        bind |= {f"unit{i}": unit for i, unit in enumerate(sorted(units))}
        where += f" AND d.unit IN ({', '.join(f':unit{i}' for i in range(len(units)))})"
    return where


def look_up(
    tx: Reading, parts: Sequence[str], *, limit: int, units: frozenset[str] | None = None
) -> dict[str, list[str]]:  # fmt: skip
    """What a clerk means by the parts typed in the one box: customers in order, each with the tags that found it.

    One part of digits: account (whole, beginning, last four or more), telephone and meter likewise, then any part of
    name or address unless it was found as a number. One part of letters: initials. One character: the beginning of the
    name. Several parts: all must be in name or address, or one of four or more digits is a number and the others must.
    """
    found: dict[str, list[str]] = {}

    def note(hits: Iterable[Found]) -> None:
        for hit in hits:
            if len(found) < limit or hit.customer_id in found:
                tags = found.setdefault(hit.customer_id, [])
                if hit.tag not in tags:
                    tags.append(hit.tag)

    if len(parts) == 1 and len(parts[0]) >= WHOLE:
        for step in _whole_steps(parts[0].upper()):
            note(step(tx, limit, units))
    if not found:
        for step in _steps(parts):
            note(step(tx, limit, units))
            if len(found) >= limit:
                return found
        if any(len(part) > 1 for part in parts) and not (found and _is_number(parts)):
            note(by_parts(tx, parts, limit=limit, units=units))
    return found


def _is_number(parts: Sequence[str]) -> bool:
    """Whether the query is one number too long to be a part of an address by chance."""
    return len(parts) == 1 and len(parts[0]) >= LONG_NUMBER and parts[0].isascii() and parts[0].isdigit()


Step = Callable[[Reading, int, frozenset[str] | None], list[Found]]


def _steps(parts: Sequence[str]) -> Iterator[Step]:
    if not parts:
        return
    if len(parts) == 1:
        part = parts[0]
        number = part.upper()
        if part.isascii() and any(c.isdigit() for c in part):
            yield from _number_steps(number, ())
        if part.isascii() and part.isalpha():
            yield _key_step(INITIALS, part, ())
            if len(part) >= 4:
                yield _key_step(METER, number, ())
        if not (part.isascii() and part.isdigit()):
            yield _key_step(NAME, part[:NAME_KEY], (part,) if len(part) > NAME_KEY else ())
    else:
        for i, part in enumerate(parts):
            others = (*parts[:i], *parts[i + 1 :])
            if part.isascii() and len(part) >= 4 and sum(c.isdigit() for c in part) >= 4:
                yield from _number_steps(part.upper(), others)
        if all(len(part) == 1 for part in parts):
            yield _key_step(NAME, parts[0], parts[1:])


def _phone_of(number: str) -> str:
    return phone_digits(number) if number.replace("-", "").isdigit() else ""


def _whole_steps(number: str) -> Iterator[Step]:
    if number.isascii() and any(c.isdigit() for c in number):
        yield _key_step(ACCOUNT, number, (), exact=True)
        yield _key_step(METER, number, (), exact=True)
        if phone := _phone_of(number):
            yield _key_step(PHONE, phone, (), exact=True)


def _number_steps(number: str, also: Sequence[str]) -> Iterator[Step]:
    phone = _phone_of(number)
    whole = len(number) >= (MANY if also else 1)
    if whole:
        yield _key_step(ACCOUNT, number, also)
    if whole and phone:
        yield _key_step(PHONE, phone, also)
    if len(number) >= 4:
        yield _key_step(ACCOUNT_END, number[::-1], also)
        if phone:
            yield _key_step(PHONE_END, phone[::-1], also)
        yield _key_step(METER_END, number[::-1], also)
    if whole:
        yield _key_step(METER, number, also)


def _key_step(tag: str, prefix: str, also: Sequence[str], *, exact: bool = False) -> Step:
    def step(tx: Reading, limit: int, units: frozenset[str] | None) -> list[Found]:
        return by_key(tx, tag, prefix, limit=limit, units=units, also=also, exact=exact)

    return step
