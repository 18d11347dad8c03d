"""Time in the demo (演示时间): a clock that moves through the past weeks, and what happens when."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from datetime import time as clock_time

from hallclient.domain.instants import BEIJING, at, beijing, day_of, start_of
from hallclient.domain.worktime import Calendar

OPENS, CLOSES = clock_time(8, 30), clock_time(17, 30)
FULL_MORNING = timedelta(hours=6)
"""When the day is younger than this, what happened today is told in less time."""

SETTLED_IN = timedelta(minutes=45)
"""So long after the opening, today begins with the opening; before that with midnight."""


class Clock:
    """Stands where it is set; after :meth:`run` it goes on with real time from there."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._since: float | None = None

    def __call__(self) -> datetime:
        if self._since is None:
            return self._now
        return self._now + timedelta(seconds=time.monotonic() - self._since)

    def set(self, now: datetime) -> None:
        """Stand at an instant."""
        self._now, self._since = now, None

    def run(self) -> None:
        """Go on from here."""
        self._now, self._since = self(), time.monotonic()


class Agenda:
    """What happens in the demo, in the order of time. Nothing happens after ``now``."""

    def __init__(self, clock: Clock, now: datetime, calendar: Calendar) -> None:
        self._clock = clock
        self._calendar = calendar
        self._waiting: list[tuple[datetime, int, Callable[[], object]]] = []
        self._count = 0
        self.now = now

    @property
    def today(self) -> date:
        """The day on which the demo ends."""
        return day_of(self.now)

    def at(self, when: datetime, happens: Callable[[], object]) -> bool:
        """Something happens at an instant; what lies after the end of the demo does not. Tells whether it will."""
        if when >= self.now:
            return False
        self._count += 1
        heapq.heappush(self._waiting, (when, self._count, happens))
        return True

    def run(self) -> None:
        """Let everything happen, also what happens because of it; then it is now."""
        while self._waiting:
            when, _, happens = heapq.heappop(self._waiting)
            self._clock.set(max(when, beijing(self._clock())))
            happens()
        self._clock.set(self.now)

    def ago(self, minutes: float) -> datetime:
        """So many minutes before now, but always today."""
        opened = at(self.today, OPENS)
        begun = opened if self.now - opened > SETTLED_IN else start_of(self.today)
        return self.now - timedelta(minutes=minutes) * min(1.0, (self.now - begun) / FULL_MORNING)

    def workday(self, back: int, hour: int = 9, minute: int = 0) -> datetime:
        """A moment on the working day so many working days before today."""
        day = self.today
        while back > 0:
            day -= timedelta(days=1)
            back -= self._works(day)
        return at(day, clock_time(hour, minute))

    def after(self, moment: datetime, hours: float) -> datetime:
        """So many hours of opening time later."""
        left, here = timedelta(hours=hours), moment.astimezone(BEIJING)
        while True:
            day = day_of(here)
            end = at(day, CLOSES)
            if self._works(day) and here < end:
                here = max(here, at(day, OPENS))
                if left <= end - here:
                    return here + left
                left -= end - here
            here = at(day + timedelta(days=1), OPENS)

    def _works(self, day: date) -> bool:
        return self._calendar.is_workday(day)
