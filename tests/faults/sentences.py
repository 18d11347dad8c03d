"""What a person reads when something goes wrong: looked up for every error these tests meet, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import pytest

from hallclient.errors import HallError, NotAllowed, NotFound, Problem, RuleBroken, Unavailable, words

T = TypeVar("T")

LEFT = ("…", "{", "}")
"""What a sentence shows where a detail was not given."""


def spoken(fault: HallError | Problem) -> None:
    """Assert that the fault, and each of its problems, has whole sentences in Chinese and English."""
    given = {name: 0 if isinstance(value, (int, float)) else "x" for name, value in fault.details.items()}
    for language in ("zh", "en"):
        said = words(fault.code, language, **given)
        texts = (said.what,) if isinstance(fault, Problem) else (said.title, said.what, said.do)
        assert all(text.strip() for text in texts), f"{fault.code} says nothing in {language}"
        left = [mark for mark in LEFT if any(mark in text for text in texts)]
        assert not left, f"{fault.code} in {language} lacks a detail: {texts}"
    for problem in getattr(fault, "problems", ()):
        spoken(problem)


@contextmanager
def refused(code: str, kind: type[HallError] = HallError) -> Iterator[pytest.ExceptionInfo[HallError]]:
    """What is inside must end in this error, and the error in sentences."""
    with pytest.raises(kind) as caught:
        yield caught
    assert caught.value.code == code
    spoken(caught.value)


@contextmanager
def unavailable(code: str) -> Iterator[pytest.ExceptionInfo[HallError]]:
    """The machine fails, and says so."""
    with refused(code, Unavailable) as caught:
        yield caught


@contextmanager
def wrong(*fields: str) -> Iterator[pytest.ExceptionInfo[HallError]]:
    """A rule is broken, and each of these fields is named with a sentence."""
    with pytest.raises(RuleBroken) as caught:
        yield caught
    spoken(caught.value)
    assert isinstance(caught.value, RuleBroken)
    named = {problem.field for problem in caught.value.problems}
    assert set(fields) <= named, f"{caught.value.code} names {sorted(named)}, not {sorted(fields)}"


def tried(act: Callable[..., T], *given: Any, **named: Any) -> T | None:
    """What came of it: a result, or None when it was refused in sentences. Any other exception goes through."""
    try:
        return act(*given, **named)
    except (RuleBroken, NotFound, NotAllowed, Unavailable) as fault:
        spoken(fault)
        return None
