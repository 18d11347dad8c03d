"""Who may do what: every public service method names the right it needs (权限)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from hallclient.domain.people import Actor
from hallclient.errors import NotAllowed

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")

RIGHT = "__right__"


def needs(right: str) -> Callable[[Callable[Concatenate[S, Actor, P], R]], Callable[Concatenate[S, Actor, P], R]]:
    """Refuse the call before anything else happens unless the actor holds the right.

    The method still checks how far the right reaches (``actor.require(right, unit=…)`` or ``actor.reach(right)``).
    Raises NotAllowed("people.not_allowed").
    """

    def mark(method: Callable[Concatenate[S, Actor, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        @wraps(method)
        def checked(self: S, actor: Actor, *args: P.args, **kwargs: P.kwargs) -> R:
            if not actor.may(right):
                raise NotAllowed("people.not_allowed", right=right)
            return method(self, actor, *args, **kwargs)

        setattr(checked, RIGHT, right)
        return cast("Callable[Concatenate[S, Actor, P], R]", checked)

    return mark


def right_of(method: Any) -> str | None:
    """The right a service method needs, or None when it names none."""
    found = getattr(method, RIGHT, None)
    return None if found is None else str(found)
