"""Why a limit is due when it is (时限说明): line by line, so that a clerk can follow with a wall calendar.

Made only when somebody asks, from the inputs a :class:`Due` carries. :func:`steps` says what happened in order,
:func:`explain` puts it into Chinese or English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from hallclient.domain.instants import beijing
from hallclient.domain.worktime_calendar import DAY, date_of, micros, moment_of
from hallclient.domain.worktime_clock import Due, clock_of, merged
from hallclient.domain.worktime_words import Language, Step, StepKind, chinese, english

_JOINED: frozenset[StepKind] = frozenset({"rest", "touched", "closed"})
_JOINED_LONG = _JOINED | {"counted"}
_MANY = 10
"""Limits of more days than this join consecutive counted days into one line."""


def steps(due: Due) -> tuple[Step, ...]:
    """What happened from the start to the due time, or to the open pause."""
    start = beijing(due.start)
    found = list(_ignored(due))
    limit = due.limit
    if limit.whole_days:
        found.insert(0, _moment("accepted" if limit.amount else "same_day", start))
        found += _joined(_days(due), limit.amount > _MANY or limit.unit == "month")
    elif limit.by_calendar:
        found.insert(0, _opening(due, start))
        found += _joined(_parts(due), False)
    else:
        found.insert(0, _moment("runs", start))
        found += _pauses(due)
    if due.at is None:
        since = _end(due)
        found.append(replace(_moment("paused", since), total=due.left or timedelta(), reason=_reason(due, since, None)))
    return tuple(found)


def _moment(kind: StepKind, at: datetime) -> Step:
    return Step(kind=kind, first=at.date(), last=at.date(), at=at)


def _end(due: Due) -> datetime:
    """The due time; or since when the clock has been held."""
    if due.at is not None:
        return due.at
    spans = merged(due.pauses, due.limit)
    return max(moment_of(spans[-1][0]), beijing(due.start))


def _reason(due: Due, start: datetime, end: datetime | None) -> str:
    """The code of the first pause that holds this clock between two instants; ``end`` None means from there on."""
    for pause in sorted(due.pauses, key=lambda pause: pause.start):
        started = end is None or pause.start < end
        if pause.reason in due.limit.pauses and started and (pause.end is None or pause.end > start):
            return pause.reason
    return ""


def _ignored(due: Due) -> Iterator[Step]:
    for pause in due.pauses:
        if pause.reason not in due.limit.pauses and pause.start < _end(due):
            yield replace(_moment("ignored", beijing(pause.start)), reason=pause.reason)


def _opening(due: Due, start: datetime) -> Step:
    if due.limit.method == "working-hours":
        return _moment("office", start)
    begins = moment_of(clock_of(due.limit, due.calendar).begins(micros(start)))
    return replace(_moment("round_clock" if begins == start else "moved", start), until=begins)


def _pauses(due: Due) -> Iterator[Step]:
    end = _end(due)
    for since, until in merged(due.pauses, due.limit):
        start = max(moment_of(since), beijing(due.start))
        if start < end and until <= micros(end):
            back = moment_of(until)
            if back > start:
                step = _moment("pause", start)
                yield replace(step, until=back, spent=back - start, reason=_reason(due, start, back))
    if due.at is not None:
        yield _moment("due", due.at)


def _days(due: Due) -> Iterator[Step]:
    """Day counts: what each day was and whether it counted."""
    limit, calendar = due.limit, due.calendar
    clock, spans, start = clock_of(limit, calendar), merged(due.pauses, limit), micros(due.start)
    end, spent = _end(due), 0
    yield from _unpublished(due, date_of(start // DAY))
    for number in range(start // DAY + (limit.amount > 0), micros(end) // DAY + 1):
        day = date_of(number)
        yield from _unpublished(due, day)
        step = Step(kind="counted", first=day, last=day)
        note = calendar.note(day)
        ticked = clock.elapsed(start, (number + 1) * DAY, spans) // DAY - spent
        if limit.unit == "workday" and not note.works:
            yield replace(step, kind="rest", names=note.names)
        elif ticked:
            spent += ticked
            if limit.unit == "workday" and note.kind == "makeup":
                step = replace(step, kind="makeup", names=note.names)
            ends = due.at is not None and day == due.at.date()
            yield replace(step, number=spent, upto=spent, at=due.at if ends else None, ends=ends)
        elif due.at is not None or day < end.date():
            reason = _reason(due, max(moment_of(number * DAY), due.start), moment_of((number + 1) * DAY))
            yield replace(step, kind="touched" if reason else "closed", reason=reason)


def _parts(due: Due) -> Iterator[Step]:
    """Accumulation: how much each day added."""
    limit, calendar = due.limit, due.calendar
    clock, spans, start = clock_of(limit, calendar), merged(due.pauses, limit), micros(due.start)
    stop, spent = micros(_end(due)), 0
    for number in range(start // DAY, max(stop - 1, start) // DAY + 1):
        day = date_of(number)
        yield from _unpublished(due, day)
        note = calendar.note(day)
        shown = clock.elapsed(start, min((number + 1) * DAY, stop), spans)
        opening = max(moment_of(number * DAY), due.start)
        step = Step(
            kind="part" if note.works else "rest",
            first=day,
            last=day,
            spent=timedelta(microseconds=shown - spent),
            total=timedelta(microseconds=shown),
            names=note.names if not note.works or note.kind == "makeup" else ("", ""),
            reason=_reason(due, opening, moment_of((number + 1) * DAY)) if note.works else "",
        )
        ends = due.at is not None and shown >= limit.total(start)
        if shown > spent or not note.works or step.reason:
            yield replace(step, at=due.at if ends else None, ends=ends)
        spent = shown


def _unpublished(due: Due, day: date) -> Iterator[Step]:
    if due.limit.by_calendar and not due.published and not due.calendar.year_published(day.year):
        yield Step(kind="unpublished", first=date(day.year, 1, 1), last=day)


def _joined(found: Iterator[Step], many: bool) -> Iterator[Step]:
    """Consecutive days of rest (and, in long limits, counted days) in one line; each unpublished year told once."""
    held: Step | None = None
    years: set[int] = set()
    for step in found:
        if step.kind == "unpublished":
            if step.first.year in years:
                continue
            years.add(step.first.year)
        same = held is not None and (held.kind, held.names, held.reason) == (step.kind, step.names, step.reason)
        if held is not None and same and not step.ends and step.kind in (_JOINED_LONG if many else _JOINED):
            held = replace(held, last=step.last, upto=step.upto)
            continue
        if held is not None:
            yield held
        held = step
    if held is not None:
        yield held


def explain(due: Due, language: Language = "zh", reasons: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The steps in words. ``reasons`` gives the words of the pause codes in that language, from the catalog."""
    say = chinese if language == "zh" else english
    return tuple(say(step, due, reasons or {}) for step in steps(due))
