"""Which severity the signals of a complaint suggest (投诉等级建议). A person decides."""

from __future__ import annotations

from collections.abc import Iterable

from hallclient.catalog.model import Channel, Criterion, Severity, Signals


def suggest(
    severities: Iterable[Severity], criteria: Iterable[Criterion], channels: Iterable[Channel], signals: Signals
) -> tuple[str, tuple[Criterion, ...]]:
    """The gravest severity of a criterion that holds, or the mildest severity; and the criteria that hold."""
    rank = {severity.code: severity.rank for severity in severities}
    passed_on_by = signals.passed_on_by or next(
        (channel.passed_on_by for channel in channels if channel.code == signals.channel), ""
    )
    reasons = sorted(
        (criterion for criterion in criteria if _holds(criterion, signals, passed_on_by)),
        key=lambda criterion: -rank[criterion.severity],
    )
    if reasons:
        return reasons[0].severity, tuple(reasons)
    return min(rank, key=lambda code: rank[code]), ()


def _holds(criterion: Criterion, signals: Signals, passed_on_by: str) -> bool:
    conditions = (
        (criterion.channels, signals.channel in criterion.channels),
        (criterion.passed_on_by, passed_on_by in criterion.passed_on_by),
        (criterion.media, signals.media in criterion.media),
        (criterion.flags, any(flag in signals.flags for flag in criterion.flags)),
        (criterion.repeats, signals.repeats >= criterion.repeats),
        (criterion.keywords, any(word in signals.text for word in criterion.keywords)),
    )
    given = [holds for condition, holds in conditions if condition]
    return bool(given) and all(given)
