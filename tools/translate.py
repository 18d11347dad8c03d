"""Keeps the English of the window: gathers the Chinese sentences, fills in English, compiles, says what is missing.

``translate.py``               gather and compile; lists the sentences without English and fails while there are any
``translate.py missing FILE``  write the sentences without English to a JSON file: context, sentence, ""
``translate.py fill FILE``     take the English from such a file, then gather and compile
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src" / "hallclient"
TS = ROOT / "resources" / "translations" / "hallclient_en.ts"

Sentences = dict[str, dict[str, str]]


def _run(program: str, *arguments: str | Path) -> str:
    command = [str(Path(sys.executable).with_name(program)), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{program}: {done.stderr or done.stdout}")
    return done.stdout + done.stderr


def gather(ts: Path) -> None:
    """Bring a .ts file up to date with the source and the forms; sentences no longer said are dropped."""
    ts.parent.mkdir(parents=True, exist_ok=True)
    generated = SRC / "gui" / "forms"
    sources = sorted(path for path in SRC.rglob("*.py") if generated not in path.parents)
    forms = sorted((ROOT / "ui").rglob("*.ui"))
    options = ["-no-obsolete", "-locations", "none", "-source-language", "zh_CN", "-target-language", "en"]
    said = _run("pyside6-lupdate", *options, *sources, *forms, "-ts", ts)
    if "warning" in said.lower() or "error" in said.lower():
        raise SystemExit(said)


def compiled(ts: Path, qm: Path) -> bytes:
    """The .qm that lrelease makes of a .ts."""
    _run("pyside6-lrelease", "-silent", ts, "-qm", qm)
    return qm.read_bytes()


def messages(ts: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Every sentence of a .ts with its context."""
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def sentences(ts: Path) -> set[tuple[str, str, str]]:
    """Context, sentence and comment of everything in a .ts."""
    return {(context, m.findtext("source") or "", m.findtext("comment") or "") for context, m in messages(ts)}


def missing(ts: Path) -> Sentences:
    """The sentences without finished English."""
    found: Sentences = {}
    for context, message in messages(ts):
        translation = message.find("translation")
        forms = [translation] if translation is not None else []
        if message.get("numerus") == "yes" and translation is not None:
            forms = translation.findall("numerusform")
        done = forms and all((form.text or "").strip() for form in forms)
        if not done or (translation is not None and translation.get("type") == "unfinished"):
            found.setdefault(context, {})[message.findtext("source") or ""] = ""
    return found


def fill(ts: Path, english: Sentences) -> None:
    """Put English into a .ts, outer spaces kept. For a sentence with a number (%n) write ``one form | other form``."""
    tree = ElementTree.parse(ts)
    for context in tree.getroot().iter("context"):
        wanted = english.get(context.findtext("name") or "", {})
        for message in context.iter("message"):
            text = wanted.get(message.findtext("source") or "", "")
            translation = message.find("translation")
            if not text.strip() or translation is None:
                continue
            translation.attrib.pop("type", None)
            if message.get("numerus") == "yes":
                forms = [form.strip() for form in text.split("|")]
                for form, spoken in zip(translation.findall("numerusform"), [forms[0], forms[-1]], strict=True):
                    form.text = spoken
            else:
                translation.text = text
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ts.write_text(head + ElementTree.tostring(tree.getroot(), encoding="unicode") + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    match arguments:
        case ["missing", file]:
            gather(TS)
            text = json.dumps(missing(TS), ensure_ascii=False, indent=1)
            Path(file).write_text(text + "\n", encoding="utf-8")
            return 0
        case ["fill", file]:
            gather(TS)
            fill(TS, json.loads(Path(file).read_text(encoding="utf-8")))
        case []:
            pass
        case _:
            raise SystemExit(__doc__)
    gather(TS)
    compiled(TS, TS.with_suffix(".qm"))
    lacking = missing(TS)
    for context, texts in lacking.items():
        print(*(f"{context}: {text}" for text in texts), sep="\n")
    print(f"{len(sentences(TS))} sentences, {sum(map(len, lacking.values()))} without English")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
