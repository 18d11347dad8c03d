"""Every public service method names a right, and refuses every role that does not hold it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import pytest

from hallclient.domain.people import Actor
from hallclient.errors import HallError, NotAllowed
from hallclient.services import bundle
from hallclient.services.permission import needs, right_of
from tests.halls import Hall

OPEN = {"sign_in"}
"""The one service used before anybody is signed in."""


def methods(services: bundle.Services) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public method of every service, by name."""
    for field in fields(services):
        service = getattr(services, field.name)
        if field.name == "parts" or field.name in OPEN:
            continue
        for name, method in inspect.getmembers(service, inspect.ismethod):
            if not name.startswith("_"):
                yield f"{field.name}.{name}", method


def test_every_method_names_a_right_of_the_catalog(hall: Hall) -> None:
    known = {right.code for right in hall.parts.catalog.rights()}
    named = {name: right_of(method) for name, method in methods(bundle.build(hall.parts))}
    assert len(named) > 60
    assert {name: right for name, right in named.items() if right not in known} == {}


def test_every_role_is_refused_what_it_does_not_hold(hall: Hall) -> None:
    found = dict(methods(bundle.build(hall.parts)))
    refused = allowed = 0
    for role in hall.parts.catalog.roles():
        actor = hall.actor(role.code)
        for name, method in found.items():
            right = right_of(method)
            assert right is not None
            if actor.may(right):
                allowed += 1
                continue
            with pytest.raises(NotAllowed) as said:
                method(actor)
            assert said.value.details["right"] == right, name
            refused += 1
    assert refused > 500 < allowed


def test_a_right_that_is_held_opens_the_method(hall: Hall) -> None:
    for role in hall.parts.catalog.roles():
        actor = hall.actor(role.code)
        for name, method in methods(bundle.build(hall.parts)):
            right = right_of(method)
            parameters = list(inspect.signature(method).parameters.values())[1:]
            simple = all(each.default is not each.empty for each in parameters)
            if right is None or not actor.may(right) or not simple:
                continue
            try:
                method(actor)
            except HallError as fault:
                assert fault.code != "people.not_allowed", name


def test_administrators_have_no_business_data(hall: Hall) -> None:
    business = ("customers.", "business.", "payments.", "requests.", "complaints.", "evidence.", "queue.")
    for role in hall.parts.catalog.roles():
        if role.administrator:
            held = [right for right in hall.actor(role.code).rights if right.startswith(business)]
            assert held == [], role.code


def test_the_check_comes_before_anything_else() -> None:
    touched: list[str] = []

    class Desk:
        @needs("business.accept")
        def accept(self, actor: Actor) -> None:
            touched.append(actor.staff_no)

    nobody = Actor(user_id="u", staff_no="s", name="n", roles=(), unit="", hall="", window="", terminal="")
    with pytest.raises(NotAllowed):
        Desk().accept(nobody)
    assert touched == []
