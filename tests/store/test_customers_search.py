"""The one search box: equal to looking for the part in every name and address, and each kind of number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient.domain.customers import Contact, CustomerDraft
from hallclient.domain.people import Actor
from hallclient.domain.text import query_parts, search_form
from hallclient.store import customer_index, customer_search, customers
from hallclient.store.database import Store
from hallclient.store.transaction import Transaction

DAY = date(2026, 6, 10)
ACTOR = Actor(
    user_id="u" * 32, staff_no="1001", name="测试", roles=(), unit="c" * 32, hall="h" * 32, window="3", terminal="t"
)  # fmt: skip
FEW = "张伟幸福路小区A1 ①-号楼䶮㛃𬭎⚡"
TEXTS = st.text(alphabet=FEW, min_size=1, max_size=8)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("search") / "hall.db"
    opened = Store.open(path, bytes(32), lambda: datetime(2026, 6, 10, tzinfo=UTC))
    yield opened
    opened.close()


class Rollback(Exception):
    """Ends a transaction of a test and leaves nothing."""


def add(tx: Transaction, number: int, **fields: object) -> str:
    draft = CustomerDraft(**{"account": str(9_900_000_000 + number), "name": "无", **fields}).tidy()
    return customers.add(tx, draft, source="测试", confirmed=DAY)


def found(tx: Transaction, text: str, limit: int = 50, units: frozenset[str] | None = None) -> list[str]:
    return list(customer_search.look_up(tx, query_parts(text), limit=limit, units=units))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=12), st.lists(TEXTS, min_size=1, max_size=3))
def test_equals_looking_into_every_row(store: Store, rows: list[tuple[str, str]], words: list[str]) -> None:
    parts = query_parts(" ".join(words))
    if not any(len(part) > 1 for part in parts):
        return
    with pytest.raises(Rollback), store.begin(ACTOR) as tx:
        ids = {add(tx, i, name=name, address=address): (name, address) for i, (name, address) in enumerate(rows)}
        naive = {
            row for row, texts in ids.items()
            if all(any(part in search_form(text) for text in texts) for part in parts)
        }  # fmt: skip
        assert {hit.customer_id for hit in customer_search.by_parts(tx, parts, limit=50)} == naive
        if not any(part.isascii() for part in parts):
            assert set(found(tx, " ".join(words))) == naive
        raise Rollback


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["add", "edit", "drop"])), min_size=1, max_size=10))
def test_edits_and_removals_leave_the_tables_as_if_made_anew(store: Store, steps: list[tuple[str, str, str]]) -> None:
    with pytest.raises(Rollback), store.begin(ACTOR) as tx:
        ids: list[str] = []
        for i, (name, address, step) in enumerate(steps):
            if step == "add" or not ids:
                ids.append(add(tx, i, name=name, address=address, phone=f"1000000{i:04d}"))
            elif step == "edit":
                before = customers.get(tx, ids[i % len(ids)])
                assert before is not None
                after = CustomerDraft(account=before.account, name=name, address=address, phone="0513-88001234")
                customers.edit(tx, before, after, rev=before.rev, reason="r", source="s", confirmed=DAY)
            else:
                gone = customers.get(tx, ids.pop(i % len(ids)))
                assert gone is not None
                customer_index.remove(tx.connection, [{"id": gone.id, **customers.columns_of(gone.draft())}])
                tx.change(customers.customers, gone.id, {"deleted": True})
        seen = {text: found(tx, text) for text in ("张伟", "幸福", "小区", "1000000", "1234", "张", "区A")}
        kept = _keys(tx)
        customer_index.rebuild(tx.connection, customers.customers)
        assert {text: sorted(found(tx, text)) for text in seen} == {text: sorted(ids) for text, ids in seen.items()}
        assert _keys(tx) == kept
        raise Rollback


def _keys(tx: Transaction) -> set[tuple[str, str]]:
    rows = tx.connection.exec_driver_sql(
        "SELECT k.key, d.customer_id FROM customer_keys k LEFT JOIN customer_docs d ON d.doc = k.doc"
    )
    return {(row[0], row[1]) for row in rows}


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("9900000007", "a"), ("９９００００００07", "a"), ("990000", "a"), ("0007", "A"), ("13912345678", "p"),
        ("139 1234", ""), ("1391234", "p"), ("5678", "P"), ("051388001234", "p"), ("0513-8800", "p"), ("00AB12X9", "m"),
        ("00ab", "m"), ("12x9", "M"), ("欧", "n"), ("欧阳", "nf"), ("小龙", "f"), ("oyxl", "i"), ("OYX", "i"),
        ("8-2-301", "f"),         ("欧阳 幸福", "f"), ("欧阳 5678", "P"), ("幸福 9900000007", "a"),
        ("䶮㛃", "f"), ("𬭎⚡", "f"),
        ("'; DROP", "f"),
        ("<b>", "f"),         ("%%", ""), ("\"", ""), ("6666", ""), ("龙小", ""),
    ],
)  # fmt: skip
def test_each_kind_of_query(store: Store, typed: str, tags: str) -> None:
    with pytest.raises(Rollback), store.begin(ACTOR) as tx:
        add(tx, 1, name="别人", phone="10000000000", address="别处", meter="ZZ99")
        mine = customers.add(
            tx,
            CustomerDraft(
                account="9900000007", name="欧阳小龙", phone="13912345678", meter="00ab12x9",
                address="临澜市 幸福路8-2-301 䶮㛃𬭎⚡'; DROP TABLE customers;--<b>",
                contacts=(Contact(name="李", phone="0513-88001234"),),
            ).tidy(),
            source="s", confirmed=DAY,
        )  # fmt: skip
        hits = customer_search.look_up(tx, query_parts(typed), limit=50)
        if not tags:
            assert mine not in hits
        else:
            assert "".join(hits[mine])[: len(tags)] == tags or set(tags) <= set(hits[mine])
        raise Rollback


def test_a_surname_is_found_by_its_own_reading_and_the_usual_one(store: Store) -> None:
    assert customer_index.initials("单小明") == ("sxm", "dxm")
    assert customer_index.initials("张伟") == ("zw",)
    assert customer_index.initials("") == ()
    assert customer_index.initials("KFC店") == ("kfcd",)


def test_only_units_in_reach_and_only_as_many_as_asked(store: Store) -> None:
    with pytest.raises(Rollback), store.begin(ACTOR) as tx:
        for i in range(30):
            add(tx, i, name="张伟强", address="幸福小区")
        assert len(found(tx, "张伟", limit=7)) == 7
        for typed in ("张伟", "张", "9900", "zwq"):
            assert len(found(tx, typed, units=frozenset({"h" * 32}))) == 30
            assert found(tx, typed, units=frozenset({"x" * 32})) == []
            assert found(tx, typed, units=frozenset()) == []
        raise Rollback


def test_a_paste_of_ten_thousand_characters_is_answered(store: Store) -> None:
    with pytest.raises(Rollback), store.begin(ACTOR) as tx:
        mine = add(tx, 1, address="".join(chr(0x4E00 + i) for i in range(500)))
        assert found(tx, "".join(chr(0x4E00 + i) for i in range(10_000))) == [mine]
        assert found(tx, "张" * 10_000) == []
        raise Rollback
