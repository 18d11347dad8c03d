"""Every sentence of the window has its English, and what is compiled is what is written."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.house.tree import expect_none
from tools.translate import TS, compiled, fill, gather, missing, sentences


def test_every_sentence_is_translated(tmp_path: Path) -> None:
    now = Path(shutil.copy(TS, tmp_path))
    gather(now)
    expect_none([f"{context}: {text}" for context, texts in missing(now).items() for text in texts])


def test_the_file_holds_what_the_window_says(tmp_path: Path) -> None:
    gather(tmp_path / "now.ts")
    assert sentences(tmp_path / "now.ts") == sentences(TS), "make translations"


def test_compiled_translations_are_fresh(tmp_path: Path) -> None:
    assert compiled(TS, tmp_path / "now.qm") == TS.with_suffix(".qm").read_bytes(), "make translations"


def test_a_sentence_without_english_is_seen(tmp_path: Path) -> None:
    ts = tmp_path / "x.ts"
    ts.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="en" sourcelanguage="zh_CN">'
        "<context><name>Page</name>"
        "<message><source>受理</source><translation type='unfinished'></translation></message>"
        "<message numerus='yes'><source>%n 处要改</source><translation type='unfinished'>"
        "<numerusform></numerusform><numerusform></numerusform></translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    assert missing(ts) == {"Page": {"受理": "", "%n 处要改": ""}}
    fill(ts, {"Page": {"受理": "Accept", "%n 处要改": "%n thing to mend | %n things to mend"}})
    assert missing(ts) == {}
    assert compiled(ts, tmp_path / "x.qm")
