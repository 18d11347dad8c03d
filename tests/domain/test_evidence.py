"""Evidence rules: what must be said, how long it is kept, how a moment is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient import errors
from hallclient.domain.evidence import (
    EvidenceDraft,
    MarkDraft,
    Origin,
    Retention,
    RetentionTerms,
    keep_until,
    retention_of,
)


def codes(problems: tuple[errors.Problem, ...]) -> list[tuple[str, str]]:
    assert all(problem.code in errors.codes() for problem in problems)
    return [(problem.field, problem.code) for problem in problems]


def test_evidence_needs_a_name_an_origin_and_a_purpose() -> None:
    assert codes(EvidenceDraft(name="  ").problems()) == [
        ("name", "evidence.name_missing"),
        ("origin", "evidence.origin_missing"),
        ("purpose", "evidence.purpose_missing"),
    ]
    assert codes(EvidenceDraft(name="x" * 201, origin=Origin.CUSTOMER, purpose="核实").problems()) == [
        ("name", "evidence.name_long")
    ]
    assert EvidenceDraft(name="录音", origin=Origin.CUSTOMER, purpose="核实").problems() == ()


def test_a_mark_has_words_and_lies_inside() -> None:
    assert MarkDraft(at_ms=0, text="客户到窗").problems(10) == ()
    assert codes(MarkDraft(at_ms=11, text=" ").problems(10)) == [
        ("text", "evidence.mark_empty"),
        ("at_ms", "evidence.mark_outside"),
    ]
    assert codes(MarkDraft(at_ms=-1, text="字" * 201).problems()) == [
        ("text", "evidence.mark_long"),
        ("at_ms", "evidence.mark_outside"),
    ]


@pytest.mark.parametrize(
    ("linked", "severe", "start", "until"),
    [
        (False, False, date(2026, 6, 4), date(2026, 7, 4)),
        (False, True, date(2026, 6, 4), date(2026, 7, 4)),
        (True, False, date(2026, 6, 4), date(2029, 6, 4)),
        (True, True, date(2026, 6, 4), date(2031, 6, 4)),
        (True, False, date(2024, 2, 29), date(2027, 3, 1)),
    ],
)
def test_how_long_evidence_is_kept(linked: bool, severe: bool, start: date, until: date) -> None:
    assert keep_until(retention_of(linked=linked, severe=severe), start, RetentionTerms()) == until


def test_terms_below_the_law_are_refused() -> None:
    assert RetentionTerms().problems() == ()
    short = RetentionTerms(unlinked_days=29, standard_years=2, extended_years=1).problems()
    assert [problem.field for problem in short] == ["unlinked_days", "standard_years", "extended_years"]
    assert codes(short)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from(Retention))
def test_nothing_is_kept_for_less_than_its_term(start: date, retention: Retention) -> None:
    days = {"unlinked": 30, "standard": 3 * 365, "extended": 5 * 365}[retention]
    assert (keep_until(retention, start, RetentionTerms()) - start).days >= days
