"""Invented customers of 临澜市 (演示客户): the same ones for the same seed, none of them real.

Account numbers start with 99, phone numbers with 100, identity numbers with the area 990101: none of these exists.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from hallclient import resources
from hallclient.demo.city import City, Park, Place, city
from hallclient.domain.customers import Contact, CustomerDraft
from hallclient.domain.identity import credit_check_digit, id_check_digit

SEED = 20260610
AREA = "990101"
HOUSEHOLDS_PER_TRANSFORMER = 120
RARE_EVERY = 97
"""Every so many customers one has a name with a rare character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The pools names are drawn from."""

    surnames: str
    compound_surnames: tuple[str, ...]
    first: str
    second: str
    rare: tuple[str, ...]
    shop_words: tuple[str, ...]
    shop_heads: str
    firm_heads: tuple[str, ...]
    firm_words: tuple[str, ...]
    firm_tails: tuple[str, ...]
    institutions: tuple[str, ...]
    organisations: dict[str, dict[str, str]]
    living: dict[str, str]

    def person(self, rng: Random) -> str:
        """A person's name: one in fifty has a surname of two characters, a third a given name of one."""
        surname = rng.choice(self.compound_surnames) if rng.random() < 0.02 else self.surname(rng)
        given = rng.choice(self.first) if rng.random() < 0.6 else ""
        return surname + given + rng.choice(self.second)

    def surname(self, rng: Random) -> str:
        """The commoner ones stand first in the pool and come more often."""
        return self.surnames[int(len(self.surnames) * rng.random() ** 2)]


@cache
def names() -> Names:
    """The pools as their file tells them."""
    told: dict[str, Any] = tomllib.loads(resources.file("demo", "names.toml").read_text(encoding="utf-8"))
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    return Names(**values)


@cache
def complainants() -> tuple[str, ...]:
    """The customers of the sixty complaints, in their order."""
    told = tomllib.loads(resources.file("demo", "complaints.toml").read_text(encoding="utf-8"))
    return tuple(str(one["name"]) for one in told["complaint"])


def account_of(number: int) -> str:
    """The account of the customer so numbered: 9900000001 and so on."""
    return f"99{number:08d}"


def phone_of(number: int) -> str:
    """The phone of the customer so numbered; 100 is no mobile prefix."""
    return f"100{number:08d}"


def id_card(rng: Random) -> str:
    """An identity number with a right check digit in an area that does not exist."""
    born = date(1945, 1, 1) + timedelta(days=rng.randrange(60 * 365))
    first = f"{AREA}{born:%Y%m%d}{rng.randrange(1000):03d}"
    return first + id_check_digit(first)


def credit_code(rng: Random) -> str:
    """A unified social credit code with a right check digit, in the same area."""
    first = f"91{AREA}MA{rng.randrange(10**7):07d}"
    return first + credit_check_digit(first)


def invent(count: int, *, today: date, seed: int = SEED) -> Iterator[CustomerDraft]:
    """So many customers. The first sixty are those of the complaints."""
    place, rng = city(), Random(seed)
    told = complainants()
    for number in range(1, count + 1):
        name = told[number - 1] if number <= len(told) else ""
        yield _Maker(place, rng, today, number).make(name)


class _Maker:
    """Makes one customer."""

    def __init__(self, place: City, rng: Random, today: date, number: int) -> None:
        self._city, self._rng, self._today, self._number = place, rng, today, number
        self._names = names()

    def make(self, name: str) -> CustomerDraft:
        """``name`` is given for a complainant, else drawn."""
        organisation = self._names.organisations.get(str(self._number)) if name else None
        if organisation is not None:
            firm = organisation["name"]
            return self._firm(firm, name) if organisation["kind"] == "high_voltage" else self._shop(firm, name)
        if name:
            return self._resident(name)
        if self._number % RARE_EVERY == 0:
            rare = self._names.rare
            return self._resident(rare[(self._number // RARE_EVERY - 1) % len(rare)])
        sort = self._rng.random()
        person = self._names.person(self._rng)
        if sort < 0.862:
            return self._resident(person)
        if sort < 0.97:
            return self._shop(self._shop_name(person), person)
        if sort < 0.982:
            return self._site(person)
        if sort < 0.99:
            return self._roof(person)
        return self._firm(self._firm_name(), person)

    def _common(self, name: str) -> CustomerDraft:
        number = self._number
        return CustomerDraft(
            account=account_of(number), name=name, phone=phone_of(number), meter=f"3340{number:010d}",
            contract_no=f"LL{number:08d}",
        )  # fmt: skip

    def _resident(self, name: str) -> CustomerDraft:
        rng = self._rng
        signed = self._today - timedelta(days=rng.randrange(200, 6000))
        vulnerable = rng.random() < 0.015
        known = rng.random() < 0.7
        return replace(
            self._at_home(self._common(name)),
            certificate_kind="id_card" if known else "",
            certificate_no=id_card(rng) if known else "",
            contract_signed=signed,
            contract_from=signed,
            vulnerable=vulnerable,
            consent=self._today - timedelta(days=rng.randrange(30, 700)) if vulnerable else None,
            use_category="居民生活",
            tariff=rng.choice(("居民阶梯电价", "居民阶梯电价", "居民阶梯峰谷电价", "居民合表电价")),
            voltage="220V",
            capacity_va=rng.choice((4000, 6000, 8000, 8000, 10000, 12000)),
            state="closed" if rng.random() < 0.01 else "active",
        )

    def _roof(self, name: str) -> CustomerDraft:
        own = self._resident(name)
        return replace(own, customer_class="generator", use_category="分布式光伏", tariff="余电上网", state="active")

    def _shop(self, name: str, contact: str) -> CustomerDraft:
        rng = self._rng
        common = self._at_home(self._common(name), shop=True)
        return replace(
            self._contracted(common, years=5),
            segment="production" if rng.random() < 0.15 else "living",
            customer_class="non_resident",
            contacts=(Contact(name=contact, phone=common.phone, relation="经营者"),),
            certificate_kind="licence",
            certificate_no=credit_code(rng),
            use_category="一般工商业",
            tariff="工商业单一制",
            voltage="380V",
            capacity_va=rng.choice((10, 15, 20, 30, 50)) * 1000,
        )

    def _site(self, contact: str) -> CustomerDraft:
        rng, park = self._rng, self._rng.choice(self._city.parks)
        common = self._in_park(self._common(f"{park.name}{rng.randrange(1, 40)}号地块施工用电"), park)
        return replace(
            self._contracted(common, years=2),
            customer_class="temporary",
            contacts=(Contact(name=contact, phone=common.phone, relation="项目负责人"),),
            use_category="临时施工",
            tariff="工商业单一制",
            voltage="380V",
            capacity_va=rng.choice((80, 100, 125, 160)) * 1000,
        )

    def _firm(self, name: str, contact: str) -> CustomerDraft:
        rng, important = self._rng, "医院" in name or name in self._names.institutions
        common = self._in_park(self._common(name), self._park(name))
        if important:
            road = "澜西县城关镇人民路" if name.startswith("澜西") else f"澜东区{rng.choice(('学府路', '望江大道'))}"
            common = replace(common, address=f"临澜市{road}{rng.randrange(1, 300)}号")
        code = credit_code(rng)
        return replace(
            self._contracted(common, years=3),
            customer_class="high_voltage",
            segment="living" if important else "production",
            contacts=(
                Contact(name=contact, phone=common.phone, relation="用电负责人"),
                Contact(name=self._names.person(rng), phone=phone_of(self._number + 10_000_000), relation="值班电工"),
            ),
            certificate_kind="licence",
            certificate_no=code,
            grade=rng.choice(("important_1", "important_2")) if important else rng.choice(("", "", "", "key")),
            important=important,
            consent=self._today - timedelta(days=rng.randrange(100, 800)) if important else None,
            use_category="大工业" if not important else "公共事业",
            tariff="工商业两部制",
            voltage="35kV" if rng.random() < 0.08 else "10kV",
            capacity_va=rng.choice((250, 315, 400, 630, 800, 1250, 2500)) * 1000,
            transformer=f"{name}专变",
            transformer_no=f"ZB{self._number:06d}",
            email=f"power{self._number}@linlan.example",
            invoice_title=name,
            invoice_tax_no=code,
            invoice_bank="云泽银行临澜分行",
            invoice_account=f"9900{rng.randrange(10**12):012d}",
            state="paused" if rng.random() < 0.05 else "active",
        )

    def _shop_name(self, person: str) -> str:
        rng, pool = self._rng, self._names
        if rng.random() < 0.3:
            return f"{person[0]}记{rng.choice(pool.shop_words)}"
        head = rng.choice(pool.shop_heads) + rng.choice(pool.shop_heads)
        return head + rng.choice(pool.shop_words)

    def _firm_name(self) -> str:
        rng, pool = self._rng, self._names
        if rng.random() < 0.08:
            return rng.choice(pool.institutions)
        head = rng.choice(pool.firm_heads) + rng.choice(pool.shop_heads) + rng.choice(pool.shop_heads)
        return head + rng.choice(pool.firm_words) + rng.choice(pool.firm_tails)

    def _contracted(self, draft: CustomerDraft, *, years: int) -> CustomerDraft:
        """A contract for years; about one in twenty has run out or soon will."""
        rng = self._rng
        left = rng.randrange(-20, 60) if rng.random() < 0.05 else rng.randrange(60, years * 365)
        ends = self._today + timedelta(days=left)
        begins = ends - timedelta(days=years * 365)
        return replace(draft, contract_signed=begins - timedelta(days=5), contract_from=begins, contract_to=ends)

    def _at_home(self, draft: CustomerDraft, *, shop: bool = False) -> CustomerDraft:
        rng, places = self._rng, self._city.places
        place = rng.choices(places, weights=[one.share for one in places])[0]
        known = self._names.living.get(str(self._number))
        place = next((one for one in places if one.name == known), place)
        cell = rng.randrange(1, 2 + place.share * 20 // HOUSEHOLDS_PER_TRANSFORMER)
        return replace(
            draft,
            address=self._address(place, shop=shop),
            station=place.station,
            line=place.line,
            transformer=f"{place.name}{cell}号公变",
            transformer_no=f"GB{places.index(place) + 1:02d}{cell:04d}",
            meter_box=f"{cell:02d}-{rng.randrange(1, 60):03d}",
            manager=place.manager,
        )

    def _address(self, place: Place, *, shop: bool) -> str:
        rng = self._rng
        if place.kind == "estate" and shop:
            return f"临澜市{place.area}{place.name}商铺{rng.randrange(1, 80)}号"
        if place.kind == "estate":
            room = rng.randrange(1, 12) * 100 + rng.randrange(1, 5)
            building = f"{rng.randrange(1, place.buildings + 1)}幢{rng.randrange(1, 4)}单元"
            return f"临澜市{place.area}{place.name}{building}{room}室"
        if place.kind == "village":
            group = "一二三四五六七八九"[rng.randrange(place.groups)]
            return f"临澜市{place.area}{place.name}{group}组{rng.randrange(1, 70)}号"
        return f"临澜市{place.area}{place.name}{rng.randrange(1, place.numbers + 1)}号"

    def _park(self, name: str) -> Park:
        """A firm stands where its name says, else anywhere."""
        fitting = [park for park in self._city.parks if park.name[:2] == name[:2]]
        return self._rng.choice(fitting or self._city.parks)

    def _in_park(self, draft: CustomerDraft, park: Park) -> CustomerDraft:
        address = f"临澜市{park.area}{self._rng.randrange(1, 300)}号{park.name}"
        return replace(draft, address=address, station=park.station, line=park.line, manager="LDX0102")
