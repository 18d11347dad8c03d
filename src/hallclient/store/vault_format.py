"""How one file lies in the vault (证据库): chunks, keys, and the reader that checks every chunk it decrypts.

The stored file is nothing but its chunks, one after the other. A chunk is up to ``chunk_size`` bytes of the plain file
under AES-256-GCM with the file's own random key, followed by its tag; the nonce is the chunk's index, and the
associated data names the file, the index and whether this is the last chunk. So a chunk cannot be changed, moved
inside a file, carried to another file, cut off or followed by more. The chunk's name for transport is the SHA-256 of
its ciphertext.

The file's key is wrapped by the vault's key under AES-256-GCM, bound to id, chunk size, number of chunks, size and
SHA-256: a record whose facts were edited no longer opens its file.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hallclient.errors import Unavailable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK_SIZE = 1 << 20
TAG_SIZE = 16
KEY_SIZE = 32
_WRAP_VERSION = b"\x01"
_NONCE_SIZE = 12
_CACHED_CHUNKS = 8
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFile:
    """What must be remembered to open a file of the vault again. ``wrapped_key`` is useless without the vault's key."""

    id: str
    size: int
    sha256: str
    chunk_size: int
    chunks: int
    wrapped_key: bytes

    @property
    def stored_size(self) -> int:
        """Bytes on disk when nothing was cut or added."""
        return self.size + self.chunks * TAG_SIZE

    def facts(self) -> bytes:
        """What the wrapped key is bound to."""
        return f"hallclient vault file 1|{self.id}|{self.chunk_size}|{self.chunks}|{self.size}|{self.sha256}".encode()


def valid_id(file_id: str) -> str:
    """The id itself; anything but 32 hexadecimal digits is a bug (or an attack) and raises ValueError."""
    if not _ID.fullmatch(file_id):
        raise ValueError("not a vault id")
    return file_id


def chunk_count(size: int, chunk_size: int) -> int:
    """An empty file has one empty chunk, so that its emptiness is proven too."""
    return max(1, -(-size // chunk_size))


def chunk_nonce(index: int) -> bytes:
    return index.to_bytes(_NONCE_SIZE, "big")


def chunk_bound(file_id: str, index: int, *, last: bool) -> bytes:
    """The associated data of one chunk."""
    return (
        b"hallclient vault chunk 1" + bytes.fromhex(file_id) + index.to_bytes(8, "big") + (b"\x01" if last else b"\x00")
    )


def wrap(vault_key: bytes, file_key: bytes, facts: bytes) -> bytes:
    """Wrap a file's key for its record."""
    nonce = os.urandom(_NONCE_SIZE)
    return _WRAP_VERSION + nonce + AESGCM(vault_key).encrypt(nonce, file_key, _WRAP_VERSION + facts)


def unwrap(vault_key: bytes, file: VaultFile) -> bytes:
    """The file's key; raises ``evidence.tampered`` when record, key and vault do not belong together."""
    version, nonce, sealed = (
        file.wrapped_key[:1],
        file.wrapped_key[1 : 1 + _NONCE_SIZE],
        file.wrapped_key[1 + _NONCE_SIZE :],
    )
    if version != _WRAP_VERSION or len(sealed) != KEY_SIZE + TAG_SIZE:
        raise Unavailable("evidence.tampered", id=file.id)
    try:
        return AESGCM(vault_key).decrypt(nonce, sealed, _WRAP_VERSION + file.facts())
    except InvalidTag:
        raise Unavailable("evidence.tampered", id=file.id) from None


class VaultReader(io.RawIOBase):
    """A decrypted file as a seekable binary stream; nothing of it is ever written to disk.

    Every chunk is checked when it is decrypted; a failure raises ``evidence.tampered``. :meth:`read_at` may be called
    from any thread; the position of :meth:`read` and :meth:`seek` belongs to one user, as with any file.
    """

    def __init__(self, file: VaultFile, stored: BinaryIO, file_key: bytes) -> None:
        super().__init__()
        self.file = file
        self._stored = stored
        self._cipher = AESGCM(file_key)
        self._position = 0
        self._chunks: OrderedDict[int, bytes] = OrderedDict()
        self._lock = Lock()
        if self._stored.seek(0, os.SEEK_END) != file.stored_size or file.chunks != chunk_count(
            file.size, file.chunk_size
        ):
            raise Unavailable("evidence.tampered", id=file.id)
        if file.size == 0:
            self._chunk(0)

    @property
    def size(self) -> int:
        """Length of the plain file."""
        return self.file.size

    def read_at(self, position: int, count: int) -> bytes:
        """Up to ``count`` bytes from ``position``, fewer only at the end of the file. Safe from any thread."""
        end = min(position + count, self.file.size)
        if end <= position:
            return b""
        first, last = position // self.file.chunk_size, (end - 1) // self.file.chunk_size
        with self._lock:
            if self.closed:
                raise ValueError("read of a closed vault file")
            parts = [self._chunk(index) for index in range(first, last + 1)]
        start = position - first * self.file.chunk_size
        if first == last:
            return parts[0][start : start + end - position]
        parts[0] = parts[0][start:]
        parts[-1] = parts[-1][: end - last * self.file.chunk_size]
        return b"".join(parts)

    def _chunk(self, index: int) -> bytes:
        plain = self._chunks.get(index)
        if plain is not None:
            self._chunks.move_to_end(index)
            return plain
        stride = self.file.chunk_size + TAG_SIZE
        last = index == self.file.chunks - 1
        try:
            self._stored.seek(index * stride)
            sealed = self._stored.read(min(stride, self.file.stored_size - index * stride))
        except OSError as error:
            raise Unavailable("evidence.vault_unreadable", id=self.file.id, reason=error.strerror) from error
        try:
            plain = self._cipher.decrypt(chunk_nonce(index), sealed, chunk_bound(self.file.id, index, last=last))
        except InvalidTag:
            raise Unavailable("evidence.tampered", id=self.file.id) from None
        self._chunks[index] = plain
        while len(self._chunks) > _CACHED_CHUNKS:
            self._chunks.popitem(last=False)
        return plain

    # the binary stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self.file.size}[whence]
        if start + offset < 0:
            raise ValueError("negative position")
        self._position = start + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def read(self, size: int = -1) -> bytes:
        """``size`` bytes, or all that remain when negative."""
        wanted = self.file.size - self._position if size < 0 else size
        found = self.read_at(self._position, wanted)
        self._position += len(found)
        return found

    def readall(self) -> bytes:
        return self.read(-1)

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        found = self.read(len(view))
        view[: len(found)] = found
        return len(found)

    def close(self) -> None:
        if not self.closed:
            with self._lock:
                self._chunks.clear()
                self._stored.close()
                super().close()

    def __reduce__(self) -> Any:
        raise TypeError("a vault reader stays in its process")


def open_reader(path: Path, file: VaultFile, vault_key: bytes) -> VaultReader:
    """Open the stored file at ``path``."""
    file_key = unwrap(vault_key, file)
    try:
        stored = path.open("rb", buffering=0)
    except FileNotFoundError:
        raise Unavailable("evidence.missing", id=file.id) from None
    except OSError as error:
        raise Unavailable("evidence.vault_unreadable", id=file.id, reason=error.strerror) from error
    try:
        return VaultReader(file, stored, file_key)
    except BaseException:
        stored.close()
        raise


def chunk_names(path: Path, file: VaultFile) -> Iterator[str]:
    """SHA-256 of each stored chunk in order: its name for transport."""
    with path.open("rb") as stored:
        for _ in range(file.chunks):
            yield hashlib.sha256(stored.read(file.chunk_size + TAG_SIZE)).hexdigest()
