"""What customers are found by (客户检索表): pairs of characters in FTS5 and number keys, written with the row.

Local tables, made anew from the customers at any time by :func:`rebuild`:

``customer_docs``   one narrow row each, with the search form of name and address on two lines for the re-check
``customer_pairs``  FTS5 over each two neighbouring characters; contentless, no positions; it only proposes rows
``customer_keys``   a tag and a key: account, telephone and meter numbers (also backwards, so that the last digits
                    are a prefix), the name, and its pinyin initials
``customer_common`` pairs that stand in many rows, with about how many: a query asks for the rare ones
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import DDL, Column, Connection, Integer, String, Table, Text, event, select, text

from hallclient import pinyin
from hallclient.domain.identity import phone_digits
from hallclient.domain.text import is_han, search_form
from hallclient.store.base import metadata

customer_docs = Table(
    "customer_docs",
    metadata,
    Column("doc", Integer, primary_key=True, autoincrement=True),
    Column("customer_id", String(32), nullable=False, unique=True),
    Column("unit", String(32), nullable=False),
    Column("form", Text, nullable=False),
    sqlite_autoincrement=True,
    info={"syncs": False},
)

customer_keys = Table(
    "customer_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("doc", Integer, primary_key=True),
    sqlite_with_rowid=False,
    info={"syncs": False},
)

customer_common = Table(
    "customer_common",
    metadata,
    Column("word", String(16), primary_key=True),
    Column("docs", Integer, nullable=False),
    info={"syncs": False},
)

COMMON = 500
"""A pair in fewer rows of a bulk is not worth remembering as common."""

PAIRS_TABLE = (
    "CREATE VIRTUAL TABLE customer_pairs USING fts5"
    "(body, content='', contentless_delete=1, detail=none, tokenize='ascii')"
)
event.listen(customer_docs, "after_create", DDL(PAIRS_TABLE))  # type: ignore[no-untyped-call]

ACCOUNT, ACCOUNT_END, PHONE, PHONE_END, METER, METER_END, NAME, INITIALS = "aApPmMni"
NAME_KEY = 12
_INITIALS_KEY = 16
SLICE = 100_000
"""Customers whose keys are written together by :class:`Bulk`."""

_MARK = re.compile(r"[\x00-\x2f\x3a-\x60\x7b-\x7f\ud800-\udfff]")
"""What is no letter or digit to the tokenizer; beyond ASCII everything is one."""

_SURNAMES = {
    "单": "s", "仇": "q", "解": "x", "查": "z", "朴": "p", "区": "o", "盖": "g", "曾": "z", "任": "r", "尉": "w",
    "翟": "z", "宓": "m", "乐": "y", "缪": "m", "晟": "c", "覃": "q", "冼": "x", "洗": "x", "召": "s", "种": "c",
    "繁": "p", "折": "s", "黑": "h", "员": "y", "贠": "y", "祭": "z", "逄": "p", "郇": "x", "谌": "c", "佴": "n",
    "万": "w", "尹": "y", "沈": "s", "石": "s", "葛": "g", "纪": "j", "宁": "n", "燕": "y", "俞": "y", "柏": "b",
}  # fmt: skip
"""Readings as a surname, which differ from the usual reading for many of these characters."""


@functools.lru_cache(maxsize=40_000)
def _initial(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    return pinyin.initial(char)


@functools.lru_cache(maxsize=40_000)
def _family(char: str) -> str:
    return _SURNAMES.get(char) or _initial(char)


def initials(name: str) -> tuple[str, ...]:
    """First letters of the pinyin of a name, e.g. ``zw`` for 张伟; two where the surname has a reading of its own.

    A character without a known reading is left out.
    """
    form = unicodedata.normalize("NFKC", name[: 2 * _INITIALS_KEY])
    if not form:
        return ()
    rest = "".join(map(_initial, form[1:]))
    family, usual = _family(form[0]), _initial(form[0])
    made = (family + rest,) if family == usual or not is_han(form[0]) else (family + rest, usual + rest)
    return tuple(letters[:_INITIALS_KEY] for letters in made if letters)


def doc_form(values: Mapping[str, Any]) -> str:
    """Search form of name and address, one line each, so that no pair reaches from one into the other."""
    return f"{search_form(values['name'])}\n{search_form(values['address'])}"


def pair_tokens(form: str) -> str:
    """The pairs of both lines as words with blanks between."""
    words: list[str] = []
    for line in form.split("\n"):
        plain = [line[i : i + 2] for i in range(len(line) - 1)]
        words += map(word, plain) if _MARK.search(line) else plain
    return " ".join(words)


def word(pair: str) -> str:
    """A pair as one word for the tokenizer: as it is, or as code points where it holds a mark that parts words."""
    return pair.encode("utf-32-be", "surrogatepass").hex() if _MARK.search(pair) else pair


def keys_of(values: Mapping[str, Any]) -> list[str]:
    """Every key of a customer."""
    keys = []
    account, meter, name = values["account"], values["meter"], search_form(values["name"])
    if account:
        keys += [ACCOUNT + account, ACCOUNT_END + account[::-1]]
    for phone in (values["phone"], *(contact["phone"] for contact in values.get("contacts") or ())):
        if phone:
            digits = phone_digits(phone)
            keys += [PHONE + digits, PHONE_END + digits[::-1]]
    if meter:
        keys += [METER + meter, METER_END + meter[::-1]]
    if name:
        keys.append(NAME + name[:NAME_KEY])
    keys += [INITIALS + letters for letters in initials(values["name"])]
    return keys


# ---- keeping in step ---------------------------------------------------------------------------------------------

_ADD_DOC = text("INSERT INTO customer_docs (customer_id, unit, form) VALUES (:customer_id, :unit, :form)")
_ADD_DOC_AT = text("INSERT INTO customer_docs (doc, customer_id, unit, form) VALUES (:doc, :customer_id, :unit, :form)")
_ADD_PAIRS = text("INSERT INTO customer_pairs (rowid, body) VALUES (:doc, :body)")
_ADD_KEY = text("INSERT OR IGNORE INTO customer_keys (key, doc) VALUES (:key, :doc)")
_DROP_KEY = text("DELETE FROM customer_keys WHERE key = :key AND doc = :doc")
_DROP_PAIRS = text("DELETE FROM customer_pairs WHERE rowid = :doc")
_DROP_DOC = text("DELETE FROM customer_docs WHERE doc = :doc")
_SET_DOC = text("UPDATE customer_docs SET unit = :unit, form = :form WHERE doc = :doc")
_DOC_OF = text("SELECT doc FROM customer_docs WHERE customer_id = :customer_id")
_LAST = text("SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'customer_docs'), 0))")


def add(connection: Connection, values: Mapping[str, Any]) -> None:
    """Make a new customer findable."""
    form = doc_form(values)
    row = {"customer_id": values["id"], "unit": values["unit"], "form": form}
    doc = connection.execute(_ADD_DOC, row).lastrowid
    connection.execute(_ADD_PAIRS, {"doc": doc, "body": pair_tokens(form)})
    _execute_keys(connection, _ADD_KEY, keys_of(values), doc)


def change(connection: Connection, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Follow an edit; both are whole rows of one customer."""
    doc = connection.scalar(_DOC_OF, {"customer_id": after["id"]})
    if doc is None:
        add(connection, after)
        return
    old, new = set(keys_of(before)), set(keys_of(after))
    _execute_keys(connection, _DROP_KEY, sorted(old - new), doc)
    _execute_keys(connection, _ADD_KEY, sorted(new - old), doc)
    form = doc_form(after)
    if form != doc_form(before):
        connection.execute(_DROP_PAIRS, {"doc": doc})
        connection.execute(_ADD_PAIRS, {"doc": doc, "body": pair_tokens(form)})
    connection.execute(_SET_DOC, {"doc": doc, "unit": after["unit"], "form": form})


def remove(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Make customers unfindable."""
    docs, keys = [], []
    for values in rows:
        doc = connection.scalar(_DOC_OF, {"customer_id": values["id"]})
        if doc is not None:
            docs.append({"doc": doc})
            keys += [{"key": key, "doc": doc} for key in keys_of(values)]
    if docs:
        keys.sort(key=lambda pair: pair["key"])
        for statement, values_ in ((_DROP_KEY, keys), (_DROP_PAIRS, docs), (_DROP_DOC, docs)):
            connection.execute(statement, values_)


class Bulk:
    """Makes a million new customers findable with flat memory: pairs at once, keys slice by slice in key order.

    Keys in key order touch each page of their tree once a slice, instead of once a key.
    """

    def __init__(self, connection: Connection) -> None:
        self._run = connection.exec_driver_sql
        self._next = int(connection.scalar(_LAST) or 0) + 1
        self._slice: list[tuple[int, str, str, str, str, tuple[str, ...]]] = []
        self._common: Counter[str] = Counter()

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Take the next rows; their keys may wait for the end of the slice."""
        docs, bodies = [], []
        for values in rows:
            doc, form = self._next, doc_form(values)
            self._next += 1
            docs.append((doc, values["id"], values["unit"], form))
            body = pair_tokens(form)
            bodies.append((doc, body))
            self._common.update(body.split(" "))
            contacts = tuple(c["phone"] for c in values.get("contacts") or () if c["phone"])
            self._slice.append((doc, values["account"], values["phone"], values["meter"], values["name"], contacts))
        if docs:
            self._run("INSERT INTO customer_docs (doc, customer_id, unit, form) VALUES (?, ?, ?, ?)", docs)
            self._run("INSERT INTO customer_pairs (rowid, body) VALUES (?, ?)", bodies)
        if len(self._slice) >= SLICE:
            self._write_keys()

    def finish(self) -> None:
        """Write what waits. Must be called at the end."""
        self._write_keys()
        common = [(word, docs) for word, docs in self._common.items() if docs >= COMMON and word]
        self._common.clear()
        if common:
            self._run(
                "INSERT INTO customer_common (word, docs) VALUES (?, ?) "
                "ON CONFLICT (word) DO UPDATE SET docs = docs + excluded.docs",
                common,
            )

    def _write_keys(self) -> None:
        rows, self._slice = self._slice, []
        self._keys((ACCOUNT + row[1], row[0]) for row in rows if row[1])
        self._keys((ACCOUNT_END + row[1][::-1], row[0]) for row in rows if row[1])
        phones = [(phone_digits(p), row[0]) for row in rows for p in (row[2], *row[5]) if p]
        self._keys((PHONE + phone, doc) for phone, doc in phones)
        self._keys((PHONE_END + phone[::-1], doc) for phone, doc in phones)
        del phones
        self._keys((METER + row[3], row[0]) for row in rows if row[3])
        self._keys((METER_END + row[3][::-1], row[0]) for row in rows if row[3])
        self._keys((NAME + form[:NAME_KEY], row[0]) for row in rows if (form := search_form(row[4])))
        self._keys((INITIALS + letters, row[0]) for row in rows for letters in initials(row[4]))

    def _keys(self, keys: Iterable[tuple[str, int]]) -> None:
        ordered = sorted(keys)
        if ordered:
            self._run("INSERT OR IGNORE INTO customer_keys (key, doc) VALUES (?, ?)", ordered)


def rebuild(connection: Connection, customers: Table) -> None:
    """Make all tables anew, as after a change of the readings of characters."""
    for statement in ("DELETE FROM customer_keys", "DELETE FROM customer_docs", "DELETE FROM customer_common"):
        connection.execute(text(statement))
    connection.execute(text("DROP TABLE customer_pairs"))
    connection.execute(text(PAIRS_TABLE))
    bulk, last, c = Bulk(connection), "", customers.c
    columns = (c.id, c.unit, c.account, c.name, c.address, c.phone, c.meter, c.contacts)
    while True:
        page = select(*columns).where(c.id > last, ~c.deleted).order_by(c.id).limit(5000)
        rows = connection.execute(page).mappings().all()
        if not rows:
            break
        bulk.add([dict(row) for row in rows])
        last = rows[-1]["id"]
    bulk.finish()


def _execute_keys(connection: Connection, statement: Any, keys: Iterable[str], doc: int) -> None:
    values = [{"key": key, "doc": doc} for key in keys]
    if values:
        connection.execute(statement, values)
