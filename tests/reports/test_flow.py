"""Sharing blocks out over pages: nothing lost, nothing over the edge, no heading alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.papers import DocumentMark, Pair
from hallclient.reports.flow import Block, Break, Columns, Gap, Heading, Para, Sections, Signatures, Together, paginate
from hallclient.reports.tables import Cell, Column, Row, Table, pairs

WIDTH, FIRST, LATER = 480.0, 300.0, 400.0


def table(count: int, words: str = "内容", below: str = "") -> Table:
    columns = (Column("序号", 40), Column("说明", 220), Column("金额", 100, "right"))
    rows = [Row((str(at), Cell(words, tick=DocumentMark.MISSING), "1.00"), below=below) for at in range(count)]
    return Table(columns, [*rows, Row(("合计", "", "9.00"), total=True)])


def lines_of(block: Block) -> int:
    """How many rows or lines a placed piece holds."""
    if isinstance(block, Table):
        return len(block._rows)
    return 1


blocks = st.one_of(
    st.builds(lambda size: Para("客户反映等候时间过长，" * size), st.integers(1, 120)),
    st.builds(lambda size: Heading("标题" * size, "说明"), st.integers(1, 4)),
    st.builds(table, st.integers(1, 60)),
    st.builds(lambda size: table(2, "很长的说明。" * size, "附注" * size), st.integers(1, 700)),
    st.just(Signatures("客户", "受理人")),
    st.builds(lambda size: Together(Para("声明"), Para("文" * size)), st.integers(1, 1500)),
    st.builds(lambda size: Columns(table(size), Para("右")), st.integers(1, 40)),
    st.builds(Gap, st.floats(1, 200)),
    st.builds(lambda count: pairs([Pair(label="户号", value="1" * count)] * 5, WIDTH), st.integers(0, 80)),
    st.builds(Break),
)


@given(st.lists(blocks, max_size=12))
def test_every_piece_is_on_a_page_and_below_the_last(given_blocks: list[Block]) -> None:
    pages = paginate(given_blocks, WIDTH, FIRST, LATER)
    for number, placed in enumerate(pages):
        room = FIRST if number == 0 else LATER
        at = 0.0
        for block, down in placed:
            assert down >= at - 0.01
            at = down + block.height(WIDTH)
        assert at <= room + 0.01
        if number < len(pages) - 1 and placed:
            assert not isinstance(placed[-1][0], Heading) or isinstance(_next_block(given_blocks, placed), Break | None)


def _next_block(given_blocks: list[Block], placed: list[tuple[Block, float]]) -> Block | None:
    at = given_blocks.index(placed[-1][0])
    following = [block for block in given_blocks[at + 1 :] if not isinstance(block, Heading)]
    return following[0] if following else None


@given(st.integers(1, 150))
def test_a_table_keeps_every_row_once(count: int) -> None:
    pages = paginate([table(count)], WIDTH, FIRST, LATER)
    assert sum(len(block._rows) for page in pages for block, _ in page if isinstance(block, Table)) == count + 1
    last = pages[-1][-1][0]
    assert isinstance(last, Table)
    assert len(last._rows) >= 2, "the total never stands alone"


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_a_long_row_keeps_every_line(words: int, below: int) -> None:
    whole = table(1, "字" * words, "注" * below)
    pages = paginate([whole], WIDTH, FIRST, LATER)
    pieces = [block._row(at, WIDTH) for page in pages for block, _ in page if isinstance(block, Table)
              for at in range(len(block._rows))]  # fmt: skip
    cells = "".join(line.text for laid, _, _ in pieces for line in laid[1].lines)
    notes = "".join(line.text for _, under, _ in pieces for line in under)
    assert cells == "字" * words
    assert notes == "注" * below


def test_a_paragraph_leaves_two_lines_on_each_side() -> None:
    words = Para("文" * 50 * 30)
    for room in range(20, 420, 7):
        parts = words.split(WIDTH, room)
        if parts:
            assert parts[0].height(WIDTH) >= 28
            assert parts[1].height(WIDTH) >= 28
            assert parts[0].height(WIDTH) <= room


def test_a_heading_goes_with_what_follows() -> None:
    filler = Gap(FIRST - 40)
    pages = paginate([filler, Heading("一、证据"), table(5)], WIDTH, FIRST, LATER)
    assert [len(page) for page in pages] == [1, 2]


@pytest.mark.parametrize(("count", "shown"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九")])
def test_headings_count_in_chinese(count: int, shown: str) -> None:
    sections = Sections()
    made = [sections.heading("证据") for _ in range(count)]
    assert made[-1]._words == f"{shown}、证据"
