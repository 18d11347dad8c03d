"""Workflows (流程): which state may follow which, as plain pairs, for tickets, windows, orders and their stages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """The states of a thing and the steps between them. ``pairs`` holds (from, to)."""

    start: str
    pairs: frozenset[tuple[str, str]]

    @property
    def states(self) -> frozenset[str]:
        """Every state that a step mentions, and the first one."""
        return frozenset(state for pair in self.pairs for state in pair) | {self.start}

    @property
    def ends(self) -> frozenset[str]:
        """States that nothing follows."""
        return self.states - {frm for frm, _ in self.pairs}

    def allows(self, frm: str, to: str) -> bool:
        """Whether ``to`` may follow ``frm``."""
        return (frm, to) in self.pairs

    def sources(self, to: str) -> frozenset[str]:
        """The states from which ``to`` is reached: what a transition gives as ``frm``."""
        return frozenset(frm for frm, target in self.pairs if target == to)


TICKET = Workflow(
    start="issued",
    pairs=frozenset(
        {
            ("issued", "called"),
            ("issued", "cancelled"),
            ("called", "called"),
            ("called", "serving"),
            ("called", "no_show"),
            ("no_show", "issued"),
            ("serving", "done"),
            ("serving", "suspended"),
            ("serving", "transferred"),
            ("suspended", "called"),
            ("suspended", "serving"),
            ("suspended", "cancelled"),
            ("transferred", "called"),
            ("transferred", "cancelled"),
        }
    ),
)
"""A ticket (排队号). ``no_show -> issued``: one who did not come goes back into the queue, so often and no more."""

WAITING = frozenset({"issued", "transferred"})
"""Ticket states in which a customer waits to be called."""

AT_WINDOW = frozenset({"called", "serving"})
"""Ticket states in which a window is busy with the ticket."""

WINDOW = Workflow(
    start="closed",
    pairs=frozenset(
        {("closed", "open"), ("open", "paused"), ("paused", "open"), ("open", "closed"), ("paused", "closed")}
    ),
)
"""A service window (窗口)."""

ORDER = Workflow(
    start="active",
    pairs=frozenset(
        {
            ("active", "paused"),
            ("paused", "active"),
            ("active", "withdrawn"),
            ("paused", "withdrawn"),
            ("active", "finished"),
        }
    ),
)
"""A business order (业务工单): 在办, 挂起, 撤销, 办结."""

STAGE = Workflow(
    start="waiting",
    pairs=frozenset({("waiting", "open"), ("open", "done"), ("waiting", "cancelled"), ("open", "cancelled")}),
)
"""A stage of an order (环节): 未开始, 进行中, 完成, 取消."""

DOCUMENT = Workflow(
    start="missing",
    pairs=frozenset({("missing", "received"), ("deferred", "received"), ("missing", "deferred")}),
)
"""A document of an order (材料): 未收, 容缺, 已收."""
