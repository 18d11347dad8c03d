"""The whole day of a clerk (柜员的一天), played on the real window from the first sign-in to the audit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hallclient.demo import day_complaint, day_counter, day_office
from hallclient.demo.day_cast import Cast
from hallclient.demo.day_record import Record, StepFailed
from hallclient.demo.day_stage import Stage
from hallclient.demo.fill import Demo
from hallclient.demo.watchdog import Watchdog, memory_mb


def play(demo: Demo, out: Path, watch: Watchdog | None = None) -> Record:
    """Play the day; pictures, papers and an index go to ``out``. A step that fails ends it, the index is written."""
    cast = Cast(demo)
    demo.clock.run()
    stage = Stage(demo, watch)
    record = Record(out, stage.hands)
    stage.hands.watch.start()
    try:
        _steps(stage, record, cast)
    except StepFailed as fault:
        print(fault, flush=True)  # noqa: T201
    finally:
        stage.hands.watch.stop()
        record.memory_mb = memory_mb()
        record.keep_papers(stage.settings.papers_folder)
        record.write(_facts(demo, record, stage.hands.watch))
        stage.close()
    return record


def _steps(stage: Stage, record: Record, cast: Cast) -> None:
    teller = cast.teller.staff_no
    day_counter.sign_in(stage, record, teller)
    day_counter.call(stage, record)
    day_counter.look_up(stage, record, cast)
    order = day_counter.accept_order(stage, record, cast)
    day_counter.rate(stage, record)
    day_counter.pay(stage, record, cast)
    day_counter.take_back(stage, record, teller)
    day_complaint.log(stage, record, cast)
    day_complaint.play(stage, record)
    day_complaint.print_record(stage, record)
    day_office.advance(stage, record, order)
    day_counter.settle(stage, record)
    day_office.lock(stage, record, cast, teller)
    day_office.look_otherwise(stage, record, teller)
    day_office.audit(stage, record)


def _facts(demo: Demo, record: Record, watch: Watchdog) -> list[tuple[str, str]]:
    keys = sum(step.keys for step in record.steps)
    clicks = sum(step.clicks for step in record.steps)
    slow = watch.too_long
    word: Callable[[float], str] = lambda ms: f"{ms:.0f} 毫秒"  # noqa: E731
    longest = max(watch.all_times, default=0.0)
    facts = [
        ("演示时间", f"{demo.now:%Y-%m-%d %H:%M}"),
        ("步骤", f"{len(record.steps)} 步，{'有一步失败' if record.failed else '全部完成'}"),
        ("操作", f"{keys} 次按键（汉字按拼音计），{clicks} 次点击"),
        ("单据", f"{len(record.papers)} 份"),
        ("界面最长停顿", f"{word(longest)}；超过 50 毫秒 {len(slow)} 次"),
    ]
    if record.memory_mb:
        facts.append(("内存", f"{record.memory_mb:.0f} MB"))
    return facts
