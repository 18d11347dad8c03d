"""Every paper: all of its record is on it, whatever the record holds, and the same record gives the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any

import pytest
from pypdf import PdfReader

from hallclient.domain.complaint_paper import ComplaintPaper
from hallclient.domain.instants import BEIJING
from hallclient.domain.papers import DocumentMark, Head, Reprint
from hallclient.reports import formats, text
from hallclient.reports.settlement import face

Sample = tuple[Callable[[Any], bytes], Any]
HOSTILE = "<b>粗</b>&amp;'; DROP TABLE x;--😀👍🏽䶮㛃𬭎مرحبا{0}\n%s\\n\x00\x07\x1b"
"""Markup, SQL, emoji, rare and right-to-left characters, placeholders, a line end and control characters."""


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def squeezed(words: str) -> str:
    """Text without any white space, as line ends of a page are not those of the text."""
    return re.sub(r"\s", "", words)


def read(pdf: bytes) -> str:
    return squeezed("".join(pages(pdf)))


def strings(record: Any, *, of_head: bool = True) -> Iterator[str]:
    """Every text a record holds. Not ``head.qr``, which is drawn as a QR."""
    if isinstance(record, str) and not isinstance(record, Enum):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from strings(item, of_head=of_head)
    elif is_dataclass(record):
        if isinstance(record, Head) and not of_head:
            return
        for field in fields(record):
            if not (isinstance(record, Head) and field.name == "qr"):
                yield from strings(getattr(record, field.name), of_head=of_head)


def filled(record: Any, words: str) -> Any:
    """The same record with every text outside the head replaced."""
    if isinstance(record, str) and not isinstance(record, Enum):
        return words
    if isinstance(record, tuple):
        return tuple(filled(item, words) for item in record)
    if is_dataclass(record) and not isinstance(record, type) and not isinstance(record, Head):
        return replace(record, **{field.name: filled(getattr(record, field.name), words) for field in fields(record)})
    return record


def body(pdf: bytes, head: Head) -> str:
    """The text of all pages without what is repeated at their heads and feet."""
    shown = ""
    for number, page in enumerate(map(squeezed, pages(pdf))):
        foot = squeezed(f"{formats.moment(head.printed_at)}{head.printed_by}打印")
        page = page[: page.rindex(foot)]
        shown += page if number == 0 or head.number not in page[:80] else page.partition(head.number)[2]
    return shown


NEEDLESS = {"payment", "reversal"}
"""Papers that leave out the customer's phone, identity and agent, as nobody needs them there."""


def test_all_of_the_record_is_on_the_paper(sample: Sample) -> None:
    draw, paper = sample
    if draw.__name__ in NEEDLESS:
        private = dict.fromkeys(("phone", "identity", "agent_name", "agent_identity", "agent_phone"), "")
        shown = read(draw(paper))
        assert not any(getattr(paper.customer, name) in shown for name in private if getattr(paper.customer, name))
        paper = replace(paper, customer=replace(paper.customer, **private))
    shown = read(draw(paper)) + body(draw(paper), paper.head)
    missing = [words for words in strings(paper) if squeezed(words) not in shown]
    assert missing == []


def test_the_same_record_gives_the_same_bytes(sample: Sample, samples: dict[str, Sample]) -> None:
    draw, paper = sample
    first = draw(paper)
    other, hostile = samples["reversal"]
    other(filled(hostile, HOSTILE))
    assert draw(paper) == first
    assert draw(filled(paper, "另一份")) != first


def test_hostile_text_is_shown_and_read_back(sample: Sample) -> None:
    draw, paper = sample
    hostile = filled(paper, HOSTILE)
    if draw.__name__ in NEEDLESS:
        customer = replace(hostile.customer, phone="", identity="", agent_name="", agent_identity="", agent_phone="")
        hostile = replace(hostile, customer=customer)
    count = sum(1 for words in strings(hostile, of_head=False) if words)
    # The groups of a recovery key have room for eight characters each and are cut with ….
    count -= len(getattr(paper, "key_groups", ()))
    shown = read(draw(hostile))
    expected = squeezed(text.clean(HOSTILE))
    assert expected in shown
    for char in "<>&';😀👍🏽䶮㛃𬭎مرحبا{}%\\":
        assert shown.count(char) >= count * expected.count(char), char
    assert not any(char in shown for char in "\x00\x07\x1b")


def test_very_long_text_loses_nothing(sample: Sample) -> None:
    draw, paper = sample
    long = "测" * 9_999 + "末"
    several = {"facts", "reason", "remarks", "conditions", "difference_reason", "fingerprint", "address", "next_steps"}
    words = sum(1 for _ in strings(paper, of_head=False))
    assert words
    stuffed = _stuffed(paper, several, long)
    wanted = list(strings(stuffed)).count(long)
    assert wanted
    shown = read(draw(stuffed))
    assert shown.count("测") >= 9_999 * wanted
    assert shown.count("末") >= wanted


def _stuffed(record: Any, names: set[str], words: str) -> Any:
    if isinstance(record, tuple):
        return tuple(_stuffed(item, names, words) for item in record)
    if not is_dataclass(record) or isinstance(record, type | Head):
        return record
    changed = {}
    for field in fields(record):
        value = getattr(record, field.name)
        changed[field.name] = filled(value, words) if field.name in names else _stuffed(value, names, words)
    return replace(record, **changed)


def test_hostile_head_stays_on_the_sheet(sample: Sample) -> None:
    draw, paper = sample
    head = replace(paper.head, unit=HOSTILE, hall=HOSTILE * 40, number=HOSTILE * 90, qr="", printed_by="长" * 5_000)
    shown = read(draw(replace(paper, head=head)))
    assert squeezed(text.clean(HOSTILE))[:20] in shown
    assert "…" in shown
    assert re.search(r"第1页共\d页", shown)


def test_page_numbers_and_running_head(samples: dict[str, Sample]) -> None:
    draw, paper = samples["complaint-closed"]
    shown = pages(draw(paper))
    assert len(shown) >= 4
    for number, page in enumerate(shown, 1):
        assert f"第{number}页共{len(shown)}页" in squeezed(page)
        assert paper.head.number in page
        assert "投诉处理单" in page


def test_each_copy_of_the_acceptance_counts_its_own_pages(samples: dict[str, Sample]) -> None:
    draw, paper = samples["acceptance"]
    shown = [squeezed(page) for page in pages(draw(paper))]
    assert [("客户联" in page, "营业厅存根联" in page) for page in shown] == [
        (True, False),
        (False, False),
        (False, True),
    ]
    assert "第1页共2页" in shown[0]
    assert "第2页共2页" in shown[1]
    assert "第1页共1页" in shown[2]


def test_reprint_says_so_with_count_time_and_person(sample: Sample) -> None:
    draw, paper = sample
    assert "补打" not in read(draw(paper))
    again = Reprint(count=3, at=datetime(2026, 7, 1, 9, 5, tzinfo=BEIJING), by="林溪", reason="客户遗失")
    shown = pages(draw(replace(paper, head=replace(paper.head, reprint=again))))
    assert "补打第3次补打，2026-07-0109:05，经办：林溪，原因：客户遗失" in squeezed(shown[0])
    assert all("补打" in page for page in shown)


def test_internal_and_masked_are_told(sample: Sample) -> None:
    draw, paper = sample
    plain = read(draw(replace(paper, head=replace(paper.head, internal=False, masked=False))))
    told = read(draw(replace(paper, head=replace(paper.head, internal=True, masked=True))))
    assert "内部资料" not in plain
    assert "脱敏" not in plain
    assert "内部资料" in told
    assert "已脱敏" in told


def test_payment_tells_the_sum_in_capitals_and_is_no_invoice(samples: dict[str, Sample]) -> None:
    draw, paper = samples["payment"]
    shown = read(draw(paper))
    assert "人民币壹佰零肆元零伍分" in shown
    assert "¥104.05" in shown
    assert "实收154.05" in shown
    assert "找零50.00" in shown
    assert "本收据不作为发票" in shown
    assert "已冲正" not in shown
    assert "已冲正，冲正单号CZ-1" in read(draw(replace(paper, reversed_by="CZ-1")))


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (451945, "账款相符。实点现金4,519.45元"),
        (450945, "短款10.00元（人民币壹拾元整）"),
        (451995, "长款0.50元（人民币伍角整）"),
    ],
)
def test_settlement_tells_the_difference(samples: dict[str, Sample], counted: int, said: str) -> None:
    draw, paper = samples["settlement"]
    shown = read(draw(replace(paper, cash_counted=counted)))
    assert said in shown
    assert ("\u221210.00" in shown) is (counted == 450945)
    assert ("+0.50" in shown) is (counted == 451995)
    assert "84,515.62" in shown


def test_faces_of_money(samples: dict[str, Sample]) -> None:
    _, paper = samples["settlement"]
    shown = [face(one).replace("\xa0", "") for one in paper.denominations]
    assert shown == ["100元", "50元", "20元", "10元", "5元", "1元", "5角", "1角", "5分"]


def test_notice_counts_documents_and_names_the_day(samples: dict[str, Sample]) -> None:
    draw, paper = samples["notice"]
    shown = read(draw(paper))
    assert "共4项，已收2项，容缺1项，还缺1项" in shown
    assert "容缺2026-06-17前" in shown
    none = tuple(replace(line, mark=DocumentMark.RECEIVED) for line in paper.documents)
    assert "容缺受理：" not in read(draw(replace(paper, documents=none)))


def test_headings_are_numbered_without_gaps(samples: dict[str, Sample]) -> None:
    draw, paper = samples["notice-kind"]
    shown = read(draw(paper))
    assert ["一、所需材料" in shown, "二、办理步骤与时限" in shown, "三、费用" in shown, "四、咨询与监督" in shown] == [
        True
    ] * 4


def test_a_new_complaint_prints_blanks_for_what_is_to_come(samples: dict[str, Sample]) -> None:
    draw, paper = samples["complaint"]
    assert isinstance(paper, ComplaintPaper)
    shown = read(draw(paper))
    for block in ("派发", "调查", "判定", "整改", "答复", "回访", "考核", "归档"):
        assert f"、{block}待办" in shown
    for role in ("承办人", "班组长", "专业部门", "营销部主任"):
        assert role in shown
    draw, paper = samples["complaint-closed"]
    assert "待办" not in read(draw(paper))


def test_hashes_stand_unbroken(samples: dict[str, Sample]) -> None:
    draw, paper = samples["complaint-closed"]
    shown = "\n".join(pages(draw(paper)))
    for line in paper.evidence:
        assert line.sha256 in shown


def test_the_recovery_key_is_on_the_sheet_once_and_not_in_its_data(samples: dict[str, Sample]) -> None:
    draw, paper = samples["recovery"]
    pdf = draw(paper)
    shown = read(pdf)
    for group in paper.key_groups:
        assert shown.count(group) == 1
    about = PdfReader(io.BytesIO(pdf)).metadata
    assert about is not None
    assert not any(group in str(value) for group in paper.key_groups for value in about.values())
