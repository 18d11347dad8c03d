"""Every error code of the program has its words in both languages, and nothing has words that nobody says."""

from __future__ import annotations

import string
import tomllib
from pathlib import Path

import pytest

from hallclient import resources
from tests.house.tree import SRC, expect_none, modules
from tests.house.wording import Uses, uses

LANGUAGES = ("zh", "en")
PARTS = {"title", "what", "do"}
SILENT = {"cancelled"}
FOLDER = resources.folder("wording", "errors")

Words = dict[str, dict[str, dict[str, str]]]


def read_words(folder: Path) -> Words:
    found: Words = {}
    for path in sorted(folder.glob("*.toml")):
        for code, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert code not in found, f"{code} has words twice, the second time in {path.name}"
            found[code] = texts
    return found


def placeholders(texts: dict[str, str]) -> set[str]:
    return {name for text in texts.values() for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def faults(words: Words, found: Uses) -> list[str]:
    """What is wrong between the codes in use and the words there are."""
    result = [f"{place}: write the code as a literal" for place in found.unreadable]
    for use in found.known:
        if use.code not in words and use.code not in SILENT:
            result.append(f"{use.place}: {use.code} has no words")
        for language, texts in words.get(use.code, {}).items():
            lacking = placeholders(texts) - (use.details if use.details is not None else placeholders(texts))
            result += [f"{use.place}: {use.code} ({language}) shows {{{name}}}, not given" for name in sorted(lacking)]
    used = {use.code for use in found.known} | found.strings
    result += [f"{code}: words that nobody uses" for code in words if code not in used]
    return result


@pytest.fixture(scope="module")
def found() -> Uses:
    return uses([path for path in modules() if path != SRC / "errors.py"])


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(FOLDER)


def test_codes_and_words_match(words: Words, found: Uses) -> None:
    expect_none(faults(words, found))


def test_words_are_complete_in_both_languages(words: Words) -> None:
    for code, texts in words.items():
        assert texts.keys() == set(LANGUAGES), code
        for language in LANGUAGES:
            assert texts[language].keys() == PARTS, f"{code} {language}"
            assert all(text.strip() for text in texts[language].values()), f"{code} {language} says nothing"
        english = {name.removesuffix("_en") for name in placeholders(texts["en"])}  # {kind} is {kind_en} in English
        assert placeholders(texts["zh"]) == english, f"{code}: other placeholders in English"


SOURCE = """
class Late(Unavailable):
    def __init__(self, day):
        super().__init__("late.day", day=day)

def _problem(field, code, **details):
    return Problem(field=field, code=code, details=details)

def _plain(code):
    raise RuleBroken(code, limit=3)

def f(x):
    _problem("name", "name.empty", least=2)
    _plain("fee.limit")
    raise NotFound("a.b" if x else "c.d", name=x)
    Problem(field="x", code="x.y", details={"document": 1})
    errors.Stale(f"made.{x}")
    RuleBroken(problem.code)

def g(x):
    code = "l.one" if x else "l.two"
    Problem(field="x", code=code)

SIGNS = (("full", "t.one"), ("locked", "t.two"))

def answer(x):
    if x:
        return "r.one"
    return None

CHECKS = {"phone": answer}

def pair(x):
    return x, "p.one" if x else ""

def h(x):
    Problem(field="x", code=CHECKS[x](x))
    value, code = pair(x)
    Problem(field="x", code=code)
    for sign, code in SIGNS:
        raise Unavailable(code)
"""


def test_codes_are_read_from_the_source(tmp_path: Path) -> None:
    (tmp_path / "source.py").write_text(SOURCE)
    found = uses([tmp_path / "source.py"])
    assert {(use.code, use.details) for use in found.known} == {
        ("late.day", frozenset({"day"})),
        ("name.empty", frozenset({"least"})),
        ("fee.limit", frozenset({"limit"})),
        ("a.b", frozenset({"name"})),
        ("c.d", frozenset({"name"})),
        ("x.y", frozenset({"document"})),
        ("l.one", frozenset()),
        ("l.two", frozenset()),
        ("t.one", frozenset()),
        ("t.two", frozenset()),
        ("r.one", frozenset()),
        ("p.one", frozenset()),
    }
    assert len(found.unreadable) == 1


def test_faults_are_seen(tmp_path: Path) -> None:
    (tmp_path / "source.py").write_text('raise NotFound("a.b", name=1)\nraise NotFound("a.c")\n')
    found = uses([tmp_path / "source.py"])
    text = {"title": "无", "what": "没有{name}和{other}", "do": "查"}
    words = {"a.b": {"zh": text, "en": text}, "old.one": {"zh": text, "en": text}}
    assert [line.split(": ", 1)[1] for line in faults(words, found)] == [
        "a.b (zh) shows {other}, not given",
        "a.b (en) shows {other}, not given",
        "a.c has no words",
        "words that nobody uses",
    ]
