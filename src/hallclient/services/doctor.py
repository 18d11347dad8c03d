"""The doctor (体检): checks a workspace from end to end and says in a line each what it found.

Reads only, except for one audit row that says who looked. Checks the store's pages, the audit chain, the evidence
against its hashes, what a crash left in the vault, and what waits for the centre.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hallclient.errors import HallError, words
from hallclient.services.audit import check_chain
from hallclient.services.evidence import sweep
from hallclient.services.parts import Parts
from hallclient.services.sign_in import SYSTEM
from hallclient.store import evidence, outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One check: its name, whether all is well, and the sentence about it, in both languages."""

    name: str
    well: bool
    zh: str
    en: str


def examine(parts: Parts, *, media: bool = True) -> Iterator[Finding]:
    """Run every check. ``media`` also reads each piece of evidence, which takes as long as its size asks."""
    yield _checked("store", lambda: _pages(parts))
    yield _checked("audit", lambda: _chain(parts))
    yield _checked("vault", lambda: _vault(parts))
    if media:
        yield from _media(parts)
    yield _checked("outbox", lambda: _outbox(parts))
    with parts.store.begin(SYSTEM) as tx:
        tx.audit("doctor", "store", "all")


def _checked(name: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except HallError as fault:
        zh, en = words(fault.code, "zh", **fault.details), words(fault.code, "en", **fault.details)
        return Finding(name=name, well=False, zh=f"{zh.what}{zh.do}", en=f"{en.what} {en.do}")


def _pages(parts: Parts) -> Finding:
    damaged = parts.store.damaged_pages()
    if damaged:
        return Finding(
            name="store", well=False, zh=f"数据文件有 {damaged} 页与校验不符，请停止使用并联系系统管理员。",
            en=f"{damaged} pages of the data file fail their check; stop using it and call the administrator.",
        )  # fmt: skip
    return Finding(name="store", well=True, zh="数据文件完好。", en="The data file is sound.")


def _chain(parts: Parts) -> Finding:
    checked = check_chain(parts.store)
    return Finding(
        name="audit", well=True, zh=f"审计链 {checked} 条，首尾相接。", en=f"Audit chain of {checked} rows holds."
    )


def _vault(parts: Parts) -> Finding:
    found = sweep(parts)
    if found.missing:
        return Finding(
            name="vault", well=False, zh=f"有 {len(found.missing)} 件证据的文件不见了。",
            en=f"The files of {len(found.missing)} pieces of evidence are missing.",
        )  # fmt: skip
    return Finding(
        name="vault", well=True, zh=f"证据库齐全，清理了 {found.parts} 个没写完的文件。",
        en=f"The vault is complete; {found.parts} unfinished files were cleared.",
    )  # fmt: skip


def _media(parts: Parts) -> Iterator[Finding]:
    with parts.store.read() as tx:
        kept = evidence.all_files(tx)
    bad = 0
    for number, file in kept:
        try:
            parts.vault.verify(file)
        except HallError:
            bad += 1
            yield Finding(
                name="evidence", well=False, zh=f"证据 {number} 与入库时的校验值不符或缺失。",
                en=f"Evidence {number} is missing or does not fit its hash.",
            )  # fmt: skip
    if not bad:
        yield Finding(
            name="evidence", well=True, zh=f"{len(kept)} 件证据与校验值一致。",
            en=f"{len(kept)} pieces of evidence fit their hashes.",
        )  # fmt: skip


def _outbox(parts: Parts) -> Finding:
    with parts.store.read() as tx:
        count, _since = outbox.waiting(tx.connection)
    return Finding(name="outbox", well=True, zh=f"{count} 条待上传。", en=f"{count} operations wait for the centre.")
