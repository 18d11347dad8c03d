"""The vault (证据库): takes evidence files in, gives them back decrypted in memory, and sweeps what a crash left.

A file is taken in one pass: read, hash, encrypt, write to a temporary name, fsync, rename, fsync the folders. The
caller then commits the record that holds the returned :class:`VaultFile`. Whatever happens in between leaves either a
``.part`` file or a whole file that no record knows; :meth:`Vault.sweep` clears both.

Folders: ``incoming`` (``.part`` files), ``aside`` (unknown files, waiting to be forgotten) and 256 times 256 folders
named by the last four digits of the id, which are random.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

import uuid6
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hallclient.errors import Cancelled, Unavailable
from hallclient.store.vault_format import (
    CHUNK_SIZE,
    KEY_SIZE,
    VaultFile,
    VaultReader,
    chunk_bound,
    chunk_count,
    chunk_names,
    chunk_nonce,
    open_reader,
    valid_id,
    wrap,
)

Progress = Callable[[int, "int | None"], None]
"""Called with the bytes done and the bytes in all (None when the source does not tell)."""

CancelledCheck = Callable[[], bool]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_HASH_AHEAD = 4
_SYNC_EVERY = 32 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """What a sweep did: parts removed, unknown files put aside, brought back or forgotten, and known ones missing."""

    parts: int
    put_aside: tuple[str, ...]
    brought_back: tuple[str, ...]
    forgotten: int
    missing: tuple[str, ...]


class Vault:
    """Encrypted files below one folder. Every method may be called from any thread."""

    def __init__(self, folder: Path, wrap_key: bytes, *, chunk_size: int = CHUNK_SIZE, reserve: int = 32 << 20) -> None:
        """``wrap_key`` has 32 bytes; ``reserve`` bytes stay free on the disk so that records can still be saved."""
        if len(wrap_key) != KEY_SIZE:
            raise ValueError("the vault's key has 32 bytes")
        self._folder = folder
        self._key = wrap_key
        self._chunk_size = chunk_size
        self._reserve = reserve
        self._active: set[str] = set()
        self._lock = Lock()

    # taking in

    def add(
        self,
        source: Path | BinaryIO,
        *,
        progress: Progress | None = None,
        cancelled: CancelledCheck | None = None,
    ) -> VaultFile:
        """Take a file in; it is safe on disk when this returns.

        Raises Cancelled, or Unavailable with ``evidence.source_unreadable``, ``evidence.source_changed``,
        ``evidence.disk_full`` or ``evidence.vault_unwritable``. Nothing is left behind then.
        """
        file_id = uuid6.uuid7().hex
        with self._lock:
            self._active.add(file_id)
        try:
            with _opened(source) as opened:
                return self._take(file_id, opened, progress, cancelled)
        finally:
            with self._lock:
                self._active.discard(file_id)

    def _take(
        self,
        file_id: str,
        source: _Source,
        progress: Progress | None,
        cancelled: CancelledCheck | None,
    ) -> VaultFile:
        part = self._folder / "incoming" / f"{file_id}.part"
        final = self._path(file_id)
        with _writing():
            _make_folder(part.parent)
            _make_folder(final.parent)
        self._room_for(source.size or 0)
        key = AESGCM.generate_key(KEY_SIZE * 8)
        try:
            with _writing():
                target = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            try:
                done, digest = self._encrypt(source, target, key, file_id, progress, cancelled)
                with _writing():
                    os.fsync(target)
            finally:
                os.close(target)
            facts = VaultFile(
                id=file_id,
                size=done,
                sha256=digest,
                chunk_size=self._chunk_size,
                chunks=chunk_count(done, self._chunk_size),
                wrapped_key=b"",
            )
            with _writing():
                part.replace(final)
                _sync_folder(final.parent)
                _sync_folder(part.parent)
        except BaseException:
            for left in (part, final):
                with suppress(OSError):
                    left.unlink()
            raise
        return VaultFile(
            id=facts.id,
            size=facts.size,
            sha256=facts.sha256,
            chunk_size=facts.chunk_size,
            chunks=facts.chunks,
            wrapped_key=wrap(self._key, key, facts.facts()),
        )

    def _encrypt(
        self,
        source: _Source,
        target: int,
        key: bytes,
        file_id: str,
        progress: Progress | None,
        cancelled: CancelledCheck | None,
    ) -> tuple[int, str]:
        """One pass: hash in a second thread, encrypt and write here. Returns size and SHA-256 of the plain file."""
        cipher, digest = AESGCM(key), hashlib.sha256()
        hashing: deque[Future[None]] = deque()
        index = done = unsynced = 0
        with _one_thread() as hasher, _one_thread() as syncer:  # one thread each: hashing keeps the order of the chunks
            syncing: Future[None] | None = None
            plain = source.read(self._chunk_size)
            while True:
                if cancelled is not None and cancelled():
                    raise Cancelled
                following = source.read(self._chunk_size) if len(plain) == self._chunk_size else b""
                if len(hashing) >= _HASH_AHEAD:
                    hashing.popleft().result()
                hashing.append(hasher.submit(digest.update, plain))
                sealed = cipher.encrypt(chunk_nonce(index), plain, chunk_bound(file_id, index, last=not following))
                with _writing():
                    _write_all(target, sealed)
                    unsynced += len(sealed)
                    if unsynced >= _SYNC_EVERY and (syncing is None or syncing.done()):
                        if syncing is not None:
                            syncing.result()
                        syncing, unsynced = syncer.submit(os.fsync, target), 0
                done += len(plain)
                if progress is not None:
                    progress(done, source.size)
                if not following:
                    break
                plain, index = following, index + 1
            for waiting in hashing:
                waiting.result()
            if syncing is not None:
                with _writing():
                    syncing.result()
        source.check_unchanged(done)
        return done, digest.hexdigest()

    def _room_for(self, size: int) -> None:
        needed = size + chunk_count(size, self._chunk_size) * 16 + self._reserve
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise Unavailable("evidence.disk_full", missing_mb=-(-(needed - free) // 1_000_000))

    # giving back

    def open(self, file: VaultFile) -> VaultReader:
        """Open a file for reading. Raises Unavailable: ``evidence.missing``, ``evidence.tampered``."""
        return open_reader(self._path(file.id), file, self._key)

    def verify(
        self, file: VaultFile, *, progress: Progress | None = None, cancelled: CancelledCheck | None = None
    ) -> None:
        """Read the whole file and compare its SHA-256 with the record's. Raises Unavailable or Cancelled."""
        digest = hashlib.sha256()
        hashing: deque[Future[None]] = deque()
        with self.open(file) as reader, _one_thread() as hasher:
            while plain := reader.read(file.chunk_size):
                if cancelled is not None and cancelled():
                    raise Cancelled
                if len(hashing) >= _HASH_AHEAD:
                    hashing.popleft().result()
                hashing.append(hasher.submit(digest.update, plain))
                if progress is not None:
                    progress(reader.tell(), file.size)
            for waiting in hashing:
                waiting.result()
        if digest.hexdigest() != file.sha256:
            raise Unavailable("evidence.tampered", id=file.id)

    def chunk_names(self, file: VaultFile) -> Iterator[str]:
        """SHA-256 of each stored chunk in order: its name for transport."""
        return chunk_names(self._path(file.id), file)

    # keeping order

    def remove(self, file_id: str) -> None:
        """Forget a file: its record was never committed, or its time is over. Removing twice is no error."""
        path = self._path(file_id)
        with _writing(), suppress(FileNotFoundError):
            path.unlink()
            _sync_folder(path.parent)

    def sweep(self, known_ids: Collection[str], *, older_than: float = 600, forget_after: float = 30 * 86400) -> Sweep:
        """Clear what crashes left behind. ``known_ids`` are the ids of all records.

        Parts that nobody writes and files that no record knows are touched only when older than ``older_than``
        seconds, because a record is committed after its file. Unknown files are put aside first and forgotten after
        ``forget_after`` seconds; one that has a record again (a database put back from a copy) is brought back.
        """
        known, now = frozenset(known_ids), time.time()
        with self._lock:
            active = set(self._active)
        parts = 0
        for path in _files(self._folder / "incoming", "*.part"):
            if path.stem not in active and _age(path, now) > older_than:
                path.unlink(missing_ok=True)
                parts += 1
        brought_back: list[str] = []
        forgotten = 0
        aside = self._folder / "aside"
        for path in _files(aside, "*"):
            if path.name in known and not self._path(path.name).exists():
                _make_folder(self._path(path.name).parent)
                path.replace(self._path(path.name))
                brought_back.append(path.name)
            elif path.name not in known and _age(path, now) > forget_after:
                path.unlink(missing_ok=True)
                forgotten += 1
        present: set[str] = set()
        put_aside: list[str] = []
        for path in _files(self._folder, "[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*"):
            if path.name in known or path.name in active:
                present.add(path.name)
            elif _age(path, now) > older_than:
                _make_folder(aside)
                path.replace(aside / path.name)
                os.utime(aside / path.name)
                put_aside.append(path.name)
        return Sweep(
            parts=parts,
            put_aside=tuple(put_aside),
            brought_back=tuple(brought_back),
            forgotten=forgotten,
            missing=tuple(sorted(known - present)),
        )

    def _path(self, file_id: str) -> Path:
        """Where a file lies, proven to be inside the vault's folder."""
        path = self._folder / valid_id(file_id)[-4:-2] / file_id[-2:] / file_id
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise Unavailable("evidence.tampered", id=file_id)
        return path


class _Source:
    """A file being taken in: full chunks, its errors in our words, and whether it held still meanwhile."""

    def __init__(self, stream: BinaryIO, name: str = "", before: os.stat_result | None = None) -> None:
        self.name = name
        self.size = before.st_size if before else None
        self._stream = stream
        self._before = before

    def read(self, count: int) -> bytes:
        """``count`` bytes, fewer only at the end."""
        with _reading(self.name):
            found = self._stream.read(count)
            if len(found) in {0, count}:
                return found
            whole = bytearray(found)
            while len(whole) < count and (more := self._stream.read(count - len(whole))):
                whole += more
            return bytes(whole)

    def check_unchanged(self, done: int) -> None:
        """A recording that is still being written must not be taken for the whole of it."""
        if self._before is None:
            return
        with _reading(self.name):
            after = os.fstat(self._stream.fileno())
        if (done, after.st_size, after.st_mtime_ns) != (
            self._before.st_size,
            self._before.st_size,
            self._before.st_mtime_ns,
        ):
            raise Unavailable("evidence.source_changed", name=self.name)


@contextmanager
def _opened(source: Path | BinaryIO) -> Iterator[_Source]:
    """The source, closed again if it was opened here. Only regular files: a pipe or a device could wait for ever."""
    if not isinstance(source, Path):
        yield _Source(source)
        return
    with _reading(source.name):
        if not stat.S_ISREG(source.stat().st_mode):
            raise Unavailable("evidence.source_unreadable", name=source.name, reason="")
        stream = source.open("rb", buffering=0)
    with stream:
        with _reading(source.name):
            before = os.fstat(stream.fileno())
        yield _Source(stream, source.name, before)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable("evidence.source_unreadable", name=name, reason=error.strerror or "") from error


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Unavailable("evidence.disk_full", missing_mb="") from error
        raise Unavailable("evidence.vault_unwritable", reason=error.strerror or "") from error


def _one_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="vault")


def _write_all(target: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(target, view) :]


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file()) if folder.is_dir() else []


def _age(path: Path, now: float) -> float:
    """Seconds since the file was last written; a file from the future counts as new."""
    try:
        return now - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
