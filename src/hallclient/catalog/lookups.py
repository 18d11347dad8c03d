"""The catalog: everything the rules say, looked up by code and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from hallclient.catalog.business import (
    BusinessKind,
    Document,
    HallGrade,
    PaymentWay,
    QueueClass,
    ReversalRules,
    TicketState,
    UnitKind,
)
from hallclient.catalog.masking import masked
from hallclient.catalog.model import (
    REACHES,
    Category,
    Channel,
    Criterion,
    Edition,
    Item,
    LimitRule,
    MaskRule,
    OptionList,
    Profile,
    Reach,
    RequestKind,
    Right,
    Role,
    Separation,
    Severity,
    Signals,
    Target,
    WorkCalendar,
)
from hallclient.catalog.severity import suggest
from hallclient.errors import NotFound

NAMES: dict[str, tuple[str, str]] = {
    "business": ("业务", "business"),
    "limits": ("时限", "limit"),
    "targets": ("指标", "target"),
    "editions": ("出处", "edition"),
    "events": ("事件", "event"),
    "pauses": ("暂停原因", "pause"),
    "request_kinds": ("诉求类型", "request kind"),
    "channels": ("渠道", "channel"),
    "option_lists": ("选项", "option list"),
    "categories": ("投诉分类", "complaint category"),
    "severities": ("投诉等级", "severity"),
    "criteria": ("定级条件", "criterion"),
    "groups": ("业务分组", "group"),
    "sections": ("表单分区", "section"),
    "documents": ("材料", "document"),
    "queue_classes": ("排队类别", "queue class"),
    "ticket_states": ("排队状态", "ticket state"),
    "window_states": ("窗口状态", "window state"),
    "payment_ways": ("收费方式", "payment way"),
    "unit_kinds": ("组织层级", "unit kind"),
    "hall_grades": ("营业厅等级", "hall grade"),
    "roles": ("角色", "role"),
    "rights": ("权限", "right"),
    "masking": ("脱敏规则", "masking rule"),
}
"""What a table's items are called in sentences."""

T = TypeVar("T", bound=Item)


def in_force(first: date, last: date | None, on: date) -> bool:
    """True when a rule valid from ``first`` to ``last`` (inclusive) is in force on a day."""
    return first <= on and (last is None or on <= last)


class Catalog:
    """All rules of a profile. Unknown codes raise ``NotFound("catalog.unknown")``."""

    def __init__(
        self,
        *,
        items: Mapping[str, tuple[Any, ...]],
        profile: Profile,
        calendar: WorkCalendar,
        reversal: ReversalRules,
        matrix: Mapping[str, Mapping[str, Reach]],
    ) -> None:
        self.profile = profile
        self.calendar = calendar
        self.reversal = reversal
        self.matrix = matrix
        self.items = items
        self._by_code: dict[str, dict[str, list[Any]]] = {}
        for table, rows in items.items():
            index = self._by_code.setdefault(table, {})
            for row in rows:
                if isinstance(row, Item):
                    index.setdefault(row.code, []).append(row)

    # ---- counter business

    def kinds(self, on: date, group: str = "") -> tuple[BusinessKind, ...]:
        """The business kinds in force on a day, group by group; of one group when named."""
        order = {each.code: number for number, each in enumerate(self.groups())}
        found = (
            kind
            for kind in self._all("business", BusinessKind)
            if in_force(kind.valid_from, kind.valid_to, on) and group in ("", kind.group)
        )
        return tuple(sorted(found, key=lambda kind: order[kind.group]))

    def business(self, code: str, on: date) -> BusinessKind:
        """The version of a business kind in force on a day, e.g. the day an order was accepted."""
        found = [k for k in self._versions("business", code) if in_force(k.valid_from, k.valid_to, on)]
        if not found:
            raise self._not_in_force("business", code, on)
        return found[0]  # type: ignore[no-any-return]

    def groups(self) -> tuple[Item, ...]:
        return self._all("groups", Item)

    def sections(self) -> tuple[Item, ...]:
        return self._all("sections", Item)

    def document(self, code: str) -> Document:
        return self._get("documents", code, Document)

    def documents(self) -> tuple[Document, ...]:
        return self._all("documents", Document)

    # ---- limits

    def limit(self, code: str, on: date) -> LimitRule:
        """The rule for a limit on a day: the edition the profile pins, the default, the nearest scope, the newest."""
        scopes = self.profile.scopes
        found: list[LimitRule] = [
            rule
            for rule in self._versions("limits", code)
            if rule.scope in scopes and in_force(rule.effective_from, rule.effective_to, on)
        ]
        if not found:
            raise self._not_in_force("limits", code, on)
        pinned = self.profile.editions.get(code, "")
        return max(
            found,
            key=lambda rule: (rule.edition == pinned, rule.default, -scopes.index(rule.scope), rule.effective_from),
        )

    def limit_editions(self, code: str) -> tuple[LimitRule, ...]:
        """Every edition of a limit, of all scopes and times."""
        return tuple(self._versions("limits", code))

    def has_limit(self, code: str, on: date) -> bool:
        """True when the limit has a version in force for this profile on the day."""
        try:
            self.limit(code, on)
        except NotFound:
            return False
        return True

    def target(self, code: str, on: date) -> Target:
        """A promised figure that is not a time."""
        scopes = self.profile.scopes
        found: list[Target] = [
            target
            for target in self._versions("targets", code)
            if target.scope in scopes and in_force(target.effective_from, target.effective_to, on)
        ]
        if not found:
            raise self._not_in_force("targets", code, on)
        return max(found, key=lambda target: (-scopes.index(target.scope), target.effective_from))

    def edition(self, code: str) -> Edition:
        return self._get("editions", code, Edition)

    def event(self, code: str) -> Item:
        return self._get("events", code, Item)

    def pause(self, code: str) -> Item:
        return self._get("pauses", code, Item)

    # ---- requests and complaints

    def request_kinds(self) -> tuple[RequestKind, ...]:
        return self._all("request_kinds", RequestKind)

    def request_kind(self, code: str) -> RequestKind:
        return self._get("request_kinds", code, RequestKind)

    def clocks(self, kind: str, subtype: str = "", severity: str = "", channel: str = "") -> tuple[str, ...]:
        """The limits that start when such a request is accepted, each once."""
        request = self.request_kind(kind)
        codes = list(request.clocks)
        for each in request.subtypes:
            if each.code == subtype:
                codes = list(each.clocks) if each.replaces else codes + list(each.clocks)
        if severity:
            codes += self.severity(severity).clocks
        if channel and self.channel(channel).limit:
            codes.append(self.channel(channel).limit)
        return tuple(dict.fromkeys(codes))

    def channels(self) -> tuple[Channel, ...]:
        return self._all("channels", Channel)

    def channel(self, code: str) -> Channel:
        return self._get("channels", code, Channel)

    def options(self, name: str) -> tuple[Item, ...]:
        """The options of a plain list: emotion, confidentiality, urgency, responsibility, rating, pause_reason, ..."""
        return self._get("option_lists", name, OptionList).options

    def option(self, name: str, code: str) -> Item:
        """One option of a plain list."""
        for option in self.options(name):
            if option.code == code:
                return option
        raise self._unknown("option_lists", f"{name}.{code}")

    def category(self, code: str) -> Category:
        return self._get("categories", code, Category)

    def category_children(self, code: str = "") -> tuple[Category, ...]:
        """The nodes right below a category; the five classes for an empty code."""
        return tuple(node for node in self._all("categories", Category) if node.parent == code)

    def category_path(self, code: str) -> tuple[Category, ...]:
        """A category with those above it, from the class down."""
        parts = code.split(".")
        return tuple(self.category(".".join(parts[: depth + 1])) for depth in range(len(parts)))

    def search_categories(self, text: str) -> tuple[Category, ...]:
        """Level-3 categories with every word in their own name, code or definition, then with upper names too."""
        wanted = text.casefold().split()
        if not wanted:
            return ()
        own: list[Category] = []
        inherited: list[Category] = []
        for node in self._all("categories", Category):
            if node.level != 3:
                continue
            below = _searched(node)
            above = " ".join(f"{upper.zh} {upper.en}" for upper in self.category_path(node.code)[:-1]).casefold()
            if all(word in below for word in wanted):
                own.append(node)
            elif all(word in below or word in above for word in wanted):
                inherited.append(node)
        return (*own, *inherited)

    def severities(self) -> tuple[Severity, ...]:
        """The grades, gravest first."""
        return tuple(sorted(self._all("severities", Severity), key=lambda grade: -grade.rank))

    def severity(self, code: str) -> Severity:
        return self._get("severities", code, Severity)

    def severity_suggestion(self, signals: Signals) -> tuple[str, tuple[Criterion, ...]]:
        """The severity that the signals suggest and the criteria that hold, gravest first. A person decides."""
        return suggest(self.severities(), self._all("criteria", Criterion), self._all("channels", Channel), signals)

    # ---- queue, payments, units

    def queue_classes(self) -> tuple[QueueClass, ...]:
        return self._all("queue_classes", QueueClass)

    def queue_class(self, code: str) -> QueueClass:
        return self._get("queue_classes", code, QueueClass)

    def ticket_states(self) -> tuple[TicketState, ...]:
        return self._all("ticket_states", TicketState)

    def window_states(self) -> tuple[TicketState, ...]:
        return self._all("window_states", TicketState)

    def payment_ways(self) -> tuple[PaymentWay, ...]:
        return self._all("payment_ways", PaymentWay)

    def payment_way(self, code: str) -> PaymentWay:
        return self._get("payment_ways", code, PaymentWay)

    def unit_kinds(self) -> tuple[UnitKind, ...]:
        return self._all("unit_kinds", UnitKind)

    def unit_kind(self, code: str) -> UnitKind:
        return self._get("unit_kinds", code, UnitKind)

    def hall_grades(self) -> tuple[HallGrade, ...]:
        return self._all("hall_grades", HallGrade)

    def hall_grade(self, code: str) -> HallGrade:
        return self._get("hall_grades", code, HallGrade)

    # ---- people

    def roles(self) -> tuple[Role, ...]:
        return self._all("roles", Role)

    def role(self, code: str) -> Role:
        return self._get("roles", code, Role)

    def rights(self) -> tuple[Right, ...]:
        return self._all("rights", Right)

    def right(self, code: str) -> Right:
        return self._get("rights", code, Right)

    def rights_of(self, roles: Iterable[str]) -> dict[str, Reach]:
        """Each right that the roles together give, with its widest scope. Rights of scope none are left out."""
        widest: dict[str, Reach] = {}
        for role in roles:
            for right, reach in self.matrix.get(self.role(role).code, {}).items():
                if REACHES.index(reach) > REACHES.index(widest.get(right, "none")):
                    widest[right] = reach
        return widest

    def separations(self) -> tuple[Separation, ...]:
        return self._all("separations", Separation)

    # ---- masking, names

    def mask_rule(self, kind: str) -> MaskRule:
        return self._get("masking", kind, MaskRule)

    def mask(self, kind: str, text: str) -> str:
        """Personal data as shown without the right to unmask. ``phone`` chooses between mobile and landline."""
        if kind == "phone":
            digits = "".join(char for char in text if char.isdigit())
            kind = "mobile" if len(digits) >= 11 and not digits.startswith("0") else "landline"
        return masked(self.mask_rule(kind), text)

    @staticmethod
    def name(item: Item, language: str = "zh") -> str:
        """The name of an item in ``zh`` or ``en``."""
        return item.en if language == "en" else item.zh

    # ---- inside

    def knows(self, table: str, code: str) -> bool:
        """True when a table has the code."""
        return code in self._by_code.get(table, {})

    def _all(self, table: str, _struct: type[T]) -> tuple[T, ...]:
        return self.items[table]

    def _versions(self, table: str, code: str) -> list[Any]:
        found = self._by_code[table].get(code)
        if not found:
            raise self._unknown(table, code)
        return found

    def _get(self, table: str, code: str, _struct: type[T]) -> T:
        return self._versions(table, code)[0]  # type: ignore[no-any-return]

    @staticmethod
    def _unknown(table: str, code: str) -> NotFound:
        kind, kind_en = NAMES[table]
        return NotFound("catalog.unknown", kind=kind, kind_en=kind_en, name=code)

    def _not_in_force(self, table: str, code: str, on: date) -> NotFound:
        kind, kind_en = NAMES[table]
        name = self._versions(table, code)[0].zh
        return NotFound("catalog.not_in_force", kind=kind, kind_en=kind_en, name=name, limit=code, day=on.isoformat())


def _searched(node: Category) -> str:
    return f"{node.code} {node.zh} {node.en} {node.definition_zh} {node.definition_en}".casefold()
