"""Customers in bulk: import rows/s and memory, each kind of query p50/p95 beside plain SQLite LIKE, edit, undo.

Run from the project's folder: ``python bench/bench_customers.py [--rows 1000000] [--json FILE]``.
Everything is invented and lies in a temporary folder that is removed at the end.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hallclient.domain.customer_rows import ColumnMapping, suggest
from hallclient.services.customer_import import CustomerImportService
from hallclient.services.customers import CustomerService
from hallclient.store.customer_index import initials
from tests.halls import Clock, make_template, open_hall

HEADINGS = [
    "户号",
    "户名",
    "用户类别",
    "联系电话",
    "用电地址",
    "表号",
    "合同编号",
    "合同到期日期",
    "台区",
    "线路",
    "站",
]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英文辉玲斌建华红志国春梅玉海燕波宁"
ROADS = [a + b + c for a in "中人建解和幸平新长安文" for b in "山民设放平福安华江宁化" for c in ("路", "街", "大道")]
ESTATES = [a + b + c for a in "金银碧翠锦云阳东南北" for b in "桂水园湖江山光苑城府" for c in ("小区", "花园", "家园")]


def made_row(rng: random.Random, i: int) -> list[str]:
    """An invented customer."""
    name = rng.choice(SURNAMES) + rng.choice(GIVEN) + (rng.choice(GIVEN) if rng.random() < 0.6 else "")
    if rng.random() < 0.05:
        name = f"临澜市{rng.choice(ESTATES)}{rng.choice(['餐饮', '百货', '机械', '物流'])}有限公司"
    address = (
        f"临澜市{rng.choice(['澜东区', '澜西县'])}{rng.choice(ROADS)}{rng.randrange(1, 400)}号{rng.choice(ESTATES)}"
        f"{rng.randrange(1, 40)}号楼{rng.randrange(1, 6)}单元{rng.randrange(101, 3400)}室"
    )
    phone = f"1{rng.randrange(10**10):010d}"
    end = f"20{rng.randrange(26, 36)}-{rng.randrange(1, 13):02d}-28" if rng.random() < 0.1 else ""
    meter, box = f"{rng.randrange(10**14):022d}", f"柳塘{rng.randrange(1, 400)}号台区"
    return [
        str(9_900_000_000 + i),
        name,
        "低压居民",
        phone,
        address,
        meter,
        f"HT{i:08d}",
        end,
        box,
        "10kV柳塘线",
        "柳塘",
    ]


Kind = tuple[str, Callable[[], str], str, Callable[[str], tuple[str, ...]]]


def timed(work: Callable[[str], object], queries: list[str]) -> tuple[float, float, float, float]:
    """p50 and p95 in milliseconds, the mean number of hits, and p95 of the processor's time alone."""
    spent, cpu, hits = [], [], 0
    for query in queries:
        start, busy = time.perf_counter(), time.thread_time()
        found = work(query)
        spent.append((time.perf_counter() - start) * 1000)
        cpu.append((time.thread_time() - busy) * 1000)
        hits += len(found)  # type: ignore[arg-type]
    spent.sort()
    cpu.sort()
    return spent[len(spent) // 2], spent[int(len(spent) * 0.95)], hits / len(queries), cpu[int(len(cpu) * 0.95)]


def main() -> None:
    """Build, measure, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--queries", type=int, default=200)
    asked.add_argument("--json", type=Path)
    asked.add_argument("--undo", action="store_true", help="also time taking the import back")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="hall-bench-") as folder:
        figures = measured(Path(folder), options.rows, options.queries, options.undo)
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")


def measured(folder: Path, rows: int, queries: int, undo: bool) -> dict[str, object]:
    """All figures."""
    rng, figures = random.Random(20260610), {"rows": rows}
    table, sample = folder / "客户档案.csv", []
    plain = sqlite3.connect(folder / "plain.db")
    plain.execute("CREATE TABLE c (account, name, phone, address, meter)")
    with table.open("w", encoding="gb18030", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        for i in range(rows):
            row = made_row(rng, i)
            writer.writerow(row)
            plain.execute("INSERT INTO c VALUES (?,?,?,?,?)", (row[0], row[1], row[3], row[4], row[5]))
            if rng.random() < 4000 / rows:
                sample.append(row)
    plain.commit()
    (folder / "profile").mkdir()
    hall = open_hall(make_template(folder / "profile"), Clock())
    leader, imports, people = hall.actor("shift_leader"), CustomerImportService(hall.parts), CustomerService(hall.parts)
    mapping = ColumnMapping(columns=suggest(HEADINGS), source="bench")
    memory = [psutil.Process().memory_info().rss]

    def note(share: float, done: int) -> None:
        memory.append(psutil.Process().memory_info().rss)

    start = time.perf_counter()
    imports.dry_run(leader, table, mapping, progress=note)
    dry = time.perf_counter() - start
    start = time.perf_counter()
    cpu = time.process_time()
    result = imports.run(leader, table, mapping, progress=note)
    took, cpu = time.perf_counter() - start, time.process_time() - cpu
    size = sum(f.stat().st_size for f in (folder / "profile").rglob("*") if f.is_file()) / 2**20
    figures |= {
        "dry_run_rows_s": round(rows / dry), "import_rows_s": round(rows / took), "import_s": round(took, 1),
        "import_cpu_s": round(cpu, 1), "rss_start_mib": memory[0] >> 20, "rss_peak_mib": max(memory) >> 20,
        "store_mib": round(size),
    }  # fmt: skip
    print(f"{rows:,} rows: dry run {rows / dry:,.0f} rows/s, import {rows / took:,.0f} rows/s")
    print(f"({took:.1f} s, {cpu:.1f} s of processor), store")
    print(f"{size:,.0f} MiB, memory {memory[0] >> 20} -> {max(memory) >> 20} MiB; added {result.added:,}\n")
    print(f"{'query':26} {'p50':>8} {'p95':>8} {'cpu p95':>8} {'hits':>6}   {'LIKE p50':>9} {'p95':>8}  ms")
    teller = hall.actor("teller")

    def like(sql: str, values: tuple[str, ...]) -> list[object]:
        return plain.execute(f"SELECT * FROM c WHERE {sql} LIMIT 50", values).fetchall()

    for kind, make, sql, shape in kinds(rng, sample):
        asked = [make() for _ in range(queries)]
        p50, p95, hits, cpu95 = timed(lambda q: people.find(teller, q), asked)
        slow = timed(lambda q: like(sql, shape(q)), asked[:30])  # noqa: B023
        ours, theirs = (round(p50, 2), round(p95, 2)), (round(slow[0], 1), round(slow[1], 1))
        figures[kind] = {"p50": ours[0], "p95": ours[1], "cpu_p95": round(cpu95, 2)}
        figures[f"{kind} LIKE"] = {"p50": theirs[0], "p95": theirs[1]}
        print(f"{kind:26} {p50:8.2f} {p95:8.2f} {cpu95:8.2f} {hits:6.1f}   {slow[0]:9.1f} {slow[1]:8.1f}")
    figures["edit"] = edits(hall, people, teller, sample)
    if undo:
        start = time.perf_counter()
        back = imports.undo(leader, result.import_id, "bench")
        figures["undo_rows_s"] = round(back.removed / (time.perf_counter() - start))
        print(f"undo: {back.removed:,} rows at {figures['undo_rows_s']:,} rows/s, {len(back.kept)} kept")
    hall.store.close()
    plain.close()
    return figures


def kinds(rng: random.Random, sample: list[list[str]]) -> list[Kind]:
    """Each kind of query: how to make one, and the LIKE that a plain program would use."""
    pick = lambda: rng.choice(sample)  # noqa: E731
    begins, ends, within = (lambda q: (q + "%",)), (lambda q: ("%" + q,)), (lambda q: ("%" + q + "%",))

    def part(size: int) -> Callable[[], str]:
        def cut() -> str:
            address = pick()[4]
            at = rng.randrange(0, len(address) - size)
            return address[at : at + size]

        return cut

    def both() -> str:
        row = pick()
        at = rng.randrange(6, len(row[4]) - 3)
        return f"{row[1][:2]} {row[4][at : at + 3]}"

    def named_phone() -> str:
        row = pick()
        return f"{row[1]} {row[3][-4:]}"

    split = lambda q: tuple(f"%{p}%" for p in q.split())  # noqa: E731
    address = "address LIKE ?"
    return [
        ("account", lambda: pick()[0], "account LIKE ?", begins),
        ("account beginning 6", lambda: pick()[0][:6], "account LIKE ?", begins),
        ("account last 4", lambda: pick()[0][-4:], "account LIKE ?", ends),
        ("phone", lambda: pick()[3], "phone LIKE ?", begins),
        ("phone beginning 3", lambda: pick()[3][:3], "phone LIKE ?", begins),
        ("phone beginning 7", lambda: pick()[3][:7], "phone LIKE ?", begins),
        ("phone last 4", lambda: pick()[3][-4:], "phone LIKE ?", ends),
        ("meter", lambda: pick()[5], "meter LIKE ?", begins),
        ("meter last 6", lambda: pick()[5][-6:], "meter LIKE ?", ends),
        ("name 1 character", lambda: pick()[1][0], "name LIKE ?", begins),
        ("name 2 characters", lambda: pick()[1][:2], "name LIKE ?", within),
        ("name whole", lambda: pick()[1], "name LIKE ?", within),
        ("initials", lambda: initials(pick()[1])[0], "name LIKE ?", begins),
        ("address 2", part(2), address, within),
        ("address 3", part(3), address, within),
        ("address 4", part(4), address, within),
        ("address 6", part(6), address, within),
        ("address 10", part(10), address, within),
        ("address whole", lambda: pick()[4], address, within),
        ("name and address", both, "name LIKE ? AND address LIKE ?", split),
        (
            "name and phone last 4",
            named_phone,
            "name LIKE ? AND phone LIKE ?",
            split,
        ),
        ("nothing fits", lambda: f"{rng.choice(SURNAMES)}龘{rng.choice(ROADS)}", address, within),
    ]


def edits(hall: object, people: CustomerService, teller: object, sample: list[list[str]]) -> dict[str, float]:
    """Milliseconds of an edit of name and address, committed to disk."""
    spent = []
    for row in sample[:100]:
        hit = people.find(teller, row[0])[0]  # type: ignore[arg-type]
        rev = people.card(teller, hit.id).customer.rev  # type: ignore[arg-type]
        start = time.perf_counter()
        people.edit(teller, hit.id, rev, {"name": row[1] + "生", "address": row[4] + "A"}, "bench")  # type: ignore[arg-type]
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    found = {"p50": round(spent[len(spent) // 2], 2), "p95": round(spent[int(len(spent) * 0.95)], 2)}
    print(f"{'edit and save':26} {found['p50']:8.2f} {found['p95']:8.2f}")
    return found


if __name__ == "__main__":
    main()
