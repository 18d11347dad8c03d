"""Papers of counter business (业务单据): one-time notice (一次性告知单) and acceptance receipt (受理回执)."""

from __future__ import annotations

from collections.abc import Mapping

from hallclient.catalog.business import BusinessKind, DocumentNeed, Field
from hallclient.catalog.model import Facts, LimitRule, When, holds
from hallclient.domain import business_fields, papers
from hallclient.domain.business import Order, OrderDocument, OrderStage
from hallclient.domain.business_plan import KeptLimit
from hallclient.domain.instants import day_of
from hallclient.domain.papers import (
    AcceptancePaper,
    DocumentLine,
    DocumentMark,
    FeeLine,
    NoticePaper,
    Pair,
    PaperCustomer,
    StageLine,
)
from hallclient.domain.people import Actor
from hallclient.services import business_archive, business_rules
from hallclient.services.orders import kind_of, reached
from hallclient.services.paper_heads import contact, head
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import business, people
from hallclient.store.transaction import Reading, Transaction

NOTICE, ACCEPTANCE = "notice", "acceptance"

_MARKS = {
    "received": DocumentMark.RECEIVED, "missing": DocumentMark.MISSING, "deferred": DocumentMark.DEFERRED,
}  # fmt: skip
_UNITS = {"minute": "分钟", "hour": "小时", "day": "天", "workday": "个工作日", "month": "个月"}


class BusinessPaperService:
    """Fills and prints the papers of business. Printing is audited and counted; a second copy says 补打."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("documents.print")
    def kind_notice(self, actor: Actor, kind: str, values: Mapping[str, str] | None = None) -> NoticePaper:
        """The plain notice of a business kind: steps, documents, limits (G05). ``values`` narrow the documents."""
        with self._parts.store.begin(actor) as tx:
            return self._kind_notice(tx, actor, kind, values or {})

    @needs("documents.print")
    def print_kind_notice(self, actor: Actor, kind: str, values: Mapping[str, str] | None = None) -> bytes:
        """The plain notice of a business kind as a PDF."""
        with self._parts.store.begin(actor) as tx:
            paper = self._kind_notice(tx, actor, kind, values or {})
            tx.audit("notice.print", "business", kind)
        from hallclient.reports.notice import notice  # reportlab would slow the start

        return notice(paper)

    @needs("documents.print")
    def order_notice(self, actor: Actor, order_id: str, *, reason: str = "") -> NoticePaper:
        """The notice of an order, as it would print now."""
        with self._parts.store.begin(actor) as tx:
            return self._order_notice(tx, actor, self._order(tx, actor, order_id), reason)

    @needs("documents.print")
    def print_notice(self, actor: Actor, order_id: str, *, reason: str = "") -> bytes:
        """The notice of an order as a PDF. Raises NotAllowed for a reprint without documents.reprint."""
        with self._parts.store.begin(actor) as tx:
            order = self._order(tx, actor, order_id)
            paper = self._order_notice(tx, actor, order, reason)
            _printed(tx, order, NOTICE)
        from hallclient.reports.notice import notice  # reportlab would slow the start

        return notice(paper)

    @needs("documents.print")
    def acceptance_paper(self, actor: Actor, order_id: str, *, reason: str = "") -> AcceptancePaper:
        """The acceptance receipt of an order, as it would print now."""
        with self._parts.store.begin(actor) as tx:
            return self._acceptance(tx, actor, self._order(tx, actor, order_id), reason)

    @needs("documents.print")
    def print_acceptance(self, actor: Actor, order_id: str, *, reason: str = "") -> bytes:
        """The acceptance receipt as a PDF. Raises NotAllowed for a reprint without documents.reprint."""
        with self._parts.store.begin(actor) as tx:
            order = self._order(tx, actor, order_id)
            paper = self._acceptance(tx, actor, order, reason)
            _printed(tx, order, ACCEPTANCE)
        from hallclient.reports.acceptance import acceptance  # reportlab would slow the start

        return acceptance(paper)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _order(self, tx: Reading, actor: Actor, order_id: str) -> Order:
        order = reached(tx, actor, order_id, "business.read")
        actor.require("documents.print", unit=order.unit, owner=order.accepted_by)
        return order

    def _kind_notice(self, tx: Transaction, actor: Actor, code: str, values: Mapping[str, str]) -> NoticePaper:
        kind = business_rules.kind(self._parts, code, day_of(tx.now))
        facts = {
            "handler": "self", "customer_kind": "person", **business_fields.with_defaults(kind.fields, values)
        }  # fmt: skip
        known = {field.code for field in kind.fields if field.code in values}
        limit_of = business_rules.limits(self._parts, day_of(tx.now))
        documents = tuple(
            self._document(need, _condition(kind, need.when, facts))
            for need in kind.documents
            if holds(need.when, facts) or not known & need.when.keys()
        )
        whole = kind.whole_limit(facts)
        return NoticePaper(
            head=head(self._parts, tx, actor, ""),
            business=kind.zh,
            documents=documents,
            stages=tuple(
                StageLine(name=stage.zh, limit=_limit_words(limit_of(stage.limit_for(facts))))
                for stage in kind.stages_for(facts)
            ),
            total_limit=_limit_words(limit_of(whole)),
            conditions=(*_conditions(kind, limit_of(kind.ahead)), *self._forms(kind)),
            fees=_fees(kind),
            service_channels=self._channels(),
            next_steps=(
                "备齐上列材料到营业厅办理，或按服务渠道线上申请。",
                "材料齐全的，一次受理；不齐的，按本单补齐即可。",
            ),
            contact=contact(self._parts, tx, actor),
            edition=self._edition(limit_of(whole), kind.edition or kind.valid_from.isoformat()),
        )

    def _order_notice(self, tx: Transaction, actor: Actor, order: Order, reason: str) -> NoticePaper:
        kind = kind_of(self._parts, order)
        next_steps = [
            f"请在 {one.due.year} 年 {one.due.month} 月 {one.due.day} 日前补交{self._document_name(one.code)}。"
            for one in order.deferred
            if one.due is not None
        ]
        next_steps.append("请保持联系电话畅通，各环节办结后我们会告知您。")
        return NoticePaper(
            head=self._head(tx, actor, order, NOTICE, reason),
            business=kind.zh if kind else order.kind,
            documents=self._documents(order, kind),
            stages=self._stages(tx, order, kind),
            customer=self._customer(order),
            accepted_on=day_of(order.accepted_at),
            total_limit=self._whole_words(tx, order),
            conditions=_conditions(kind, None) if kind else (),
            fees=_fees(kind) if kind else (),
            service_channels=self._channels(),
            next_steps=tuple(next_steps),
            contact=contact(self._parts, tx, actor),
            edition=self._edition(business.kept(tx, order.id), order.edition),
        )

    def _acceptance(self, tx: Transaction, actor: Actor, order: Order, reason: str) -> AcceptancePaper:
        kind = kind_of(self._parts, order)
        return AcceptancePaper(
            head=self._head(tx, actor, order, ACCEPTANCE, reason),
            business=kind.zh if kind else order.kind,
            customer=self._customer(order),
            accepted_at=order.accepted_at,
            accepted_by=people.names(tx, (order.accepted_by,)).get(order.accepted_by, ("", ""))[0],
            fields=self._pairs(order, kind),
            documents=self._documents(order, kind),
            stages=self._stages(tx, order, kind),
            window=order.window,
            total_limit=self._whole_words(tx, order),
            due=order.due,
            fees=_fees(kind) if kind else (),
            remarks=order.note,
            contact=contact(self._parts, tx, actor),
            edition=self._edition(business.kept(tx, order.id), order.edition),
        )

    def _head(self, tx: Transaction, actor: Actor, order: Order, paper: str, reason: str) -> papers.Head:
        return head(self._parts, tx, actor, order.number, printed=order.prints.get(paper, 0), reason=reason)

    def _customer(self, order: Order) -> PaperCustomer:
        mask, values = self._parts.catalog.mask, order.values
        organisation = order.customer_kind == business_archive.ORGANISATION
        identity = values.get("id_card") or values.get("id_other") or values.get("licence") or ""
        rule = "id_card" if values.get("id_card") else "licence" if values.get("licence") else "id_other"
        return PaperCustomer(
            name=mask("organisation" if organisation else "name", order.customer_name),
            account=mask("account", order.account) if order.account else "",
            address=mask("address", order.address) if order.address else "",
            phone=mask("phone", order.phone) if order.phone else "",
            identity=mask(rule, identity) if identity else "",
            agent_name=mask("name", values["agent_name"]) if values.get("agent_name") else "",
            agent_identity=mask("id_card", values["agent_id"]) if values.get("agent_id") else "",
            agent_phone=mask("phone", values["agent_mobile"]) if values.get("agent_mobile") else "",
        )

    def _pairs(self, order: Order, kind: BusinessKind | None) -> tuple[Pair, ...]:
        """The fields of the request itself; who the customer and her agent are stands in its own block."""
        if kind is None:
            return ()
        found = []
        for field in kind.fields:
            if field.section in ("customer", "handler") or field.code not in order.values:
                continue
            text = _shown(field, order.values[field.code])
            shown = business_archive.masked_value(self._parts.catalog, field, order.customer_kind, text)
            found.append(Pair(label=field.zh, value=shown))
        return tuple(found)

    def _documents(self, order: Order, kind: BusinessKind | None) -> tuple[DocumentLine, ...]:
        needs_of = {need.document: need for need in kind.documents} if kind else {}
        return tuple(
            self._given(one, needs_of.get(one.code))
            for one in order.documents
            if one.required or one.state != "missing"
        )

    def _given(self, one: OrderDocument, need: DocumentNeed | None) -> DocumentLine:
        plain = self._document(need, "") if need else DocumentLine(name=self._document_name(one.code))
        return DocumentLine(
            name=plain.name, mark=_MARKS[one.state], form=plain.form, note=plain.note, due=one.due,
            received_at=one.received_at,
        )  # fmt: skip

    def _document(self, need: DocumentNeed, condition: str) -> DocumentLine:
        if need.originals == need.copies:
            copies = [f"原件、复印件各 {need.copies} 份"] if need.copies else []
        else:
            counts = (("原件", need.originals), ("复印件", need.copies))
            copies = [f"{kind} {count} 份" for kind, count in counts if count]
        notes = [condition, "" if need.required else "如有请提供", need.note_zh]
        return DocumentLine(
            name=self._document_name(need.document), form="、".join(copies), note="；".join(filter(None, notes))
        )

    def _forms(self, kind: BusinessKind) -> tuple[str, ...]:
        """Which papers are accepted as a document, and which are not."""
        said = []
        for need in kind.documents:
            if self._parts.catalog.knows("documents", need.document):
                item = self._parts.catalog.document(need.document)
                forms = (
                    f"{item.zh}，下列任一种即可：{'、'.join(form.zh for form in item.forms)}。" if item.forms else ""
                )
                said.append(forms + item.refused_zh)
        return tuple(dict.fromkeys(filter(None, said)))

    def _document_name(self, code: str) -> str:
        known = self._parts.catalog.knows("documents", code)
        return self._parts.catalog.document(code).zh if known else code

    def _stages(self, tx: Reading, order: Order, kind: BusinessKind | None) -> tuple[StageLine, ...]:
        names = {stage.code: stage.zh for stage in kind.stages} if kind else {}
        return tuple(self._stage(tx, order, one, names.get(one.code, one.code)) for one in order.stages)

    def _stage(self, tx: Reading, order: Order, one: OrderStage, name: str) -> StageLine:
        kept = business.stage_kept(tx, order.id, one.code)
        limit = _amount(kept.amount, kept.unit) if kept else ""
        return StageLine(name=name, limit=limit, due=one.due, done_at=one.done_at, note=one.result)

    def _whole_words(self, tx: Reading, order: Order) -> str:
        kept = business.kept(tx, order.id)
        return _amount(kept.amount, kept.unit) if kept else ""

    def _edition(self, limit: KeptLimit | LimitRule | None, otherwise: str) -> str:
        """The text that the whole limit comes from; without one, since when the kind's rules are in force."""
        if limit is not None and self._parts.catalog.knows("editions", limit.edition):
            return self._parts.catalog.edition(limit.edition).zh
        return f"业务规则 {otherwise}"

    def _channels(self) -> tuple[Pair, ...]:
        profile = self._parts.catalog.profile
        return (
            Pair(label="手机应用", value=profile.app_zh),
            Pair(label="网上营业厅", value=profile.website),
            Pair(label="供电服务热线", value=profile.hotline),
        )


def _printed(tx: Transaction, order: Order, paper: str) -> None:
    copies = order.prints.get(paper, 0) + 1
    business.change(tx, order.id, {"prints": {**order.prints, paper: copies}})
    tx.audit(f"{paper}.print", "orders", order.id, number=order.number, copy=copies)


def _amount(amount: int, unit: str) -> str:
    """``5 个工作日``; an amount of 0 is 当日."""
    return f"{amount} {_UNITS[unit]}" if amount else "当日"


def _limit_words(rule: LimitRule | None) -> str:
    return "" if rule is None or rule.sort != "deadline" else _amount(rule.amount, rule.unit)


def _fees(kind: BusinessKind) -> tuple[FeeLine, ...]:
    return (FeeLine(name="业务费用", basis=kind.fee_zh),) if kind.fee_zh else ()


def _conditions(kind: BusinessKind, ahead: LimitRule | None) -> tuple[str, ...]:
    notice = f"须提前 {_amount(ahead.amount, ahead.unit)}申请。" if ahead is not None else ""
    cleared = "办理前须结清电费。" if kind.needs_cleared else ""
    return tuple(filter(None, (kind.definition_zh, notice, cleared, *(note.zh for note in kind.notes))))


def _condition(kind: BusinessKind, when: When, facts: Facts) -> str:
    """When a document is asked for, in words: 经办人为委托代办时提供."""
    fields = {field.code: field for field in kind.fields}
    said = []
    for fact, values in when.items():
        field = fields.get(fact)
        if field is None or facts.get(fact) in values:
            continue
        said.append(f"{field.zh}为{'、'.join(_shown(field, value) for value in values)}")
    return f"{'，且'.join(said)}时提供" if said else ""


def _shown(field: Field, value: str) -> str:
    """A kept value in Chinese words."""
    if field.type == "choice":
        return next((choice.zh for choice in field.choices if choice.code == value), value)
    if field.type == "boolean":
        return "是" if value == business_fields.YES else "否"
    return f"{value} {field.unit}" if field.unit else value
