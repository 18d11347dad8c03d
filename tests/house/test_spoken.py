"""What the window and the errors say: every Chinese sentence can be translated, and is set with Chinese punctuation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.house.test_wording import FOLDER, read_words
from tests.house.tree import SRC, UI, expect_none, modules, parsed, shown

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
CHINESE = re.compile(f"[{HAN}]")
# Half-width marks that touch a Chinese character; "保存(&S)" is how Qt writes keys, and right.
ASCII_MARKS = re.compile(rf"[{HAN}”’）》][,;:!?(]|[,;!?)][{HAN}“‘（《]|[{HAN}]\.(?!\w)|\"[{HAN}]|[{HAN}]\"")
KEYS = re.compile(r"\(&\w\)")
NOT_SHOWN = "# not shown"  # after a line of words that people type, never read
TRANSLATED = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
PATTERNS = {"compile", "sub", "match", "fullmatch", "search", "split", "findall"}


def untranslatable(path: Path) -> list[str]:
    """Chinese text of the window that stands outside ``self.tr(...)``. Patterns of ``re`` are read with, not shown."""
    tree = parsed(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    silent = {id(text) for text in _docstrings(tree)} | {id(text) for text in _arguments(tree, TRANSLATED | PATTERNS)}
    return [
        f"{shown(path)}:{node.lineno} {text}"
        for node, text in _texts(tree)
        if id(node) not in silent and not lines[node.lineno - 1].endswith(NOT_SHOWN)
    ]


def _arguments(tree: ast.AST, names: set[str]) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names:
            for argument in node.args:
                yield from ast.walk(argument)


def _docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def _texts(tree: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value):
            yield node, node.value


def badly_set(texts: dict[str, str]) -> list[str]:
    """Texts with half-width punctuation among Chinese characters."""
    return [f"{place} {text}" for place, text in texts.items() if ASCII_MARKS.search(KEYS.sub("", text))]


def test_every_sentence_of_the_window_can_be_translated() -> None:
    expect_none([line for path in modules(SRC / "gui") for line in untranslatable(path)])


def test_tr_is_said_by_self() -> None:
    """lupdate reads the context from the literal ``self.tr``; any other receiver is never found at run time."""
    calls = [
        (path, node)
        for path in modules(SRC / "gui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
    ]
    expect_none([f"{shown(p)}:{n.lineno} {ast.unparse(n)}" for p, n in calls if ast.unparse(n.func) != "self.tr"])


def test_tr_is_given_literals() -> None:
    """A sentence put together before ``tr`` is never found: translate the pattern, then fill it in."""
    calls = [
        (path, node)
        for path in modules(SRC / "gui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "self.tr" and node.args
    ]
    expect_none([f"{shown(p)}:{n.lineno}" for p, n in calls if not isinstance(n.args[0], ast.Constant)])


def test_tr_stands_outside_f_strings() -> None:
    """lupdate does not look into f-strings."""
    expect_none([f"{shown(path)}:{line}" for path in modules(SRC / "gui") for line in hidden(parsed(path))])


def hidden(tree: ast.AST) -> list[int]:
    """Lines where ``tr`` is called within an f-string."""
    return [
        call.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in TRANSLATED
    ]


def test_chinese_is_set_with_chinese_punctuation() -> None:
    texts: dict[str, str] = {}
    for path in modules(SRC / "gui"):
        said = {id(node) for node in _arguments(parsed(path), TRANSLATED)}
        texts |= {f"{shown(path)}:{n.lineno}": text for n, text in _texts(parsed(path)) if id(n) in said}
    for form in UI.rglob("*.ui"):
        for n, element in enumerate(ElementTree.parse(form).getroot().iter("string")):
            texts[f"{shown(form)} string {n}"] = element.text or ""
    for code, languages in read_words(FOLDER).items():
        texts |= {f"{code} {part}": text for part, text in languages["zh"].items()}
    expect_none(badly_set(texts))


def test_faults_are_seen(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        '"""页面."""\nclass P:\n    """页"""\n    def f(self):\n        self.tr("好")\n        print("坏")\n'
        '        return "今天"  # not shown\n'
    )
    assert [line.split(" ", 1)[1] for line in untranslatable(tmp_path / "page.py")] == ["坏"]
    assert hidden(ast.parse("x = self.tr('好')\ny = f'{x} {self.tr(\"坏\")}'")) == [2]
    good = {
        "a": "保存(&S)",
        "b": "还缺 {document}。",
        "c": "Ctrl+K 打开",
        "d": "3.5 万户",
        "e": "户号：%1",
        "f": "2/3 件",
    }
    bad = {"g": "好,坏", "h": "完成!", "i": "户号:", "j": "（补打)好", "k": "载入...", "l": '选"容缺"', "m": "完成."}
    assert [line[0] for line in badly_set(good | bad)] == list(bad)
