"""The vault: what goes in comes out, and only that."""

from __future__ import annotations

import hashlib
import io
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient.errors import Cancelled, Unavailable
from hallclient.store.vault import Vault
from hallclient.store.vault_format import TAG_SIZE, VaultFile, chunk_nonce

KEY = bytes(range(32))
SMALL = 64
MARKER = "证据原文标记-4be1".encode() * 40
each_example_its_own_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault", KEY, chunk_size=SMALL)


def stored(vault_folder: Path, file: VaultFile) -> Path:
    (path,) = vault_folder.rglob(file.id)
    return path


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@given(st.binary(max_size=5 * SMALL))
@each_example_its_own_file
def test_what_goes_in_comes_out(vault: Vault, plain: bytes) -> None:
    file = vault.add(io.BytesIO(plain))
    assert (file.size, file.sha256) == (len(plain), hashlib.sha256(plain).hexdigest())
    with vault.open(file) as reader:
        assert reader.read() == plain
    vault.verify(file)


@given(
    st.binary(min_size=1, max_size=6 * SMALL),
    st.lists(st.tuples(st.integers(0, 7 * SMALL), st.integers(0, 4 * SMALL)), min_size=1, max_size=20),
)
@each_example_its_own_file
def test_any_seek_reads_what_the_plain_file_reads(vault: Vault, plain: bytes, places: list[tuple[int, int]]) -> None:
    truth = io.BytesIO(plain)
    with vault.open(vault.add(io.BytesIO(plain))) as reader:
        for position, count in places:
            assert reader.seek(position) == truth.seek(position)
            assert reader.read(count) == truth.read(count)
            assert reader.tell() == truth.tell()
        assert reader.seek(-1, os.SEEK_END) == len(plain) - 1
        assert reader.read() == plain[-1:]


def damaged(sealed: bytes, how: str, luck: random.Random) -> bytes:
    stride = SMALL + TAG_SIZE
    chunks = [sealed[at : at + stride] for at in range(0, len(sealed), stride)]
    if how == "flip":
        at, bit = luck.randrange(len(sealed)), 1 << luck.randrange(8)
        return sealed[:at] + bytes([sealed[at] ^ bit]) + sealed[at + 1 :]
    if how == "cut bytes":
        return sealed[: luck.randrange(len(sealed))]
    if how == "cut a chunk":
        return b"".join(chunks[:-1])
    if how == "drop the first chunk":
        return b"".join(chunks[1:])
    if how == "append":
        return sealed + luck.randbytes(luck.randrange(1, 200))
    if how == "append its own last chunk":
        return sealed + chunks[-1]
    first, second = luck.sample(range(len(chunks) - 1), 2)
    if how == "swap":
        chunks[first], chunks[second] = chunks[second], chunks[first]
    else:
        chunks[first] = chunks[second]
    return b"".join(chunks)


HOW = [
    "flip",
    "cut bytes",
    "cut a chunk",
    "drop the first chunk",
    "append",
    "append its own last chunk",
    "swap",
    "repeat",
]


@given(st.integers(2 * SMALL + 1, 6 * SMALL), st.sampled_from(HOW), st.randoms(use_true_random=False))
@each_example_its_own_file
def test_every_damage_is_found(vault: Vault, tmp_path: Path, size: int, how: str, luck: random.Random) -> None:
    file = vault.add(io.BytesIO(luck.randbytes(size)))
    path = stored(tmp_path / "vault", file)
    path.write_bytes(damaged(path.read_bytes(), how, luck))
    with pytest.raises(Unavailable) as found:
        vault.verify(file)
    assert found.value.code == "evidence.tampered"


@given(st.integers(2 * SMALL + 1, 6 * SMALL), st.sampled_from(HOW), st.randoms(use_true_random=False))
@each_example_its_own_file
def test_no_read_ever_gives_wrong_bytes(vault: Vault, tmp_path: Path, size: int, how: str, luck: random.Random) -> None:
    plain = luck.randbytes(size)
    file = vault.add(io.BytesIO(plain))
    path = stored(tmp_path / "vault", file)
    path.write_bytes(damaged(path.read_bytes(), how, luck))
    try:
        with vault.open(file) as reader:
            for _ in range(10):
                at = luck.randrange(size)
                assert reader.read_at(at, 30) == plain[at : at + 30]
    except Unavailable as found:
        assert found.code == "evidence.tampered"


def test_shortening_the_record_with_the_file_is_found(vault: Vault, tmp_path: Path) -> None:
    plain = os.urandom(3 * SMALL)
    file = vault.add(io.BytesIO(plain))
    path = stored(tmp_path / "vault", file)
    path.write_bytes(path.read_bytes()[: 2 * (SMALL + TAG_SIZE)])
    shorter = replace(file, size=2 * SMALL, chunks=2, sha256=hashlib.sha256(plain[: 2 * SMALL]).hexdigest())
    with pytest.raises(Unavailable, match="tampered"):
        vault.open(shorter)


def test_a_chunk_of_another_file_is_found_even_under_the_same_key(vault: Vault, tmp_path: Path) -> None:
    one, two = (vault.add(io.BytesIO(os.urandom(3 * SMALL))) for _ in range(2))
    first, second = stored(tmp_path / "vault", one), stored(tmp_path / "vault", two)
    stride = SMALL + TAG_SIZE
    first.write_bytes(second.read_bytes()[:stride] + first.read_bytes()[stride:])
    with pytest.raises(Unavailable, match="tampered"):
        vault.verify(one)


def test_a_whole_file_in_anothers_place_is_found(vault: Vault, tmp_path: Path) -> None:
    one, two = (vault.add(io.BytesIO(os.urandom(3 * SMALL))) for _ in range(2))
    stored(tmp_path / "vault", one).write_bytes(stored(tmp_path / "vault", two).read_bytes())
    with pytest.raises(Unavailable, match="tampered"):
        vault.verify(one)
    with pytest.raises(Unavailable, match="tampered"):
        vault.verify(replace(one, wrapped_key=two.wrapped_key))


def test_an_emptied_file_is_not_taken_for_an_empty_one(vault: Vault, tmp_path: Path) -> None:
    empty = vault.add(io.BytesIO(b""))
    with vault.open(empty) as reader:
        assert reader.read() == b""
    stored(tmp_path / "vault", empty).write_bytes(b"\0" * TAG_SIZE)
    with pytest.raises(Unavailable, match="tampered"):
        vault.open(empty)


def test_another_vault_key_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    file = vault.add(io.BytesIO(b"x"))
    with pytest.raises(Unavailable, match="tampered"):
        Vault(tmp_path / "vault", bytes(32), chunk_size=SMALL).open(file)


def test_a_missing_file_says_so(vault: Vault) -> None:
    file = vault.add(io.BytesIO(b"x"))
    vault.remove(file.id)
    vault.remove(file.id)
    with pytest.raises(Unavailable, match="missing"):
        vault.open(file)


def test_nothing_plain_reaches_the_disk(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault", KEY)
    source = tmp_path / "source.bin"
    source.write_bytes(MARKER + os.urandom(3 << 20) + MARKER)
    file = vault.add(source)
    with vault.open(file) as reader:
        assert reader.read() == source.read_bytes()
    vault.verify(file)
    assert files_below(tmp_path / "vault")
    for path in files_below(tmp_path / "vault"):
        assert MARKER[:24] not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0


def test_the_same_file_twice_shares_nothing(vault: Vault, tmp_path: Path) -> None:
    plain = bytes(4 * SMALL)
    names = [name for _ in range(2) for name in vault.chunk_names(vault.add(io.BytesIO(plain)))]
    assert len(set(names)) == len(names) == 8


def test_chunk_names_are_the_hashes_of_the_stored_bytes(vault: Vault, tmp_path: Path) -> None:
    file = vault.add(io.BytesIO(os.urandom(2 * SMALL + 5)))
    sealed = stored(tmp_path / "vault", file).read_bytes()
    stride = SMALL + TAG_SIZE
    assert list(vault.chunk_names(file)) == [
        hashlib.sha256(sealed[at : at + stride]).hexdigest() for at in range(0, len(sealed), stride)
    ]


def test_progress_counts_to_the_end_and_cancel_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "a.wav"
    source.write_bytes(os.urandom(10 * SMALL))
    seen: list[tuple[int, int | None]] = []
    file = vault.add(source, progress=lambda done, of: seen.append((done, of)))
    assert seen[-1] == (10 * SMALL, 10 * SMALL)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    vault.remove(file.id)
    steps: Iterator[int] = iter(range(100))
    with pytest.raises(Cancelled):
        vault.add(source, cancelled=lambda: next(steps) >= 4)
    assert files_below(tmp_path / "vault") == []
    checked: list[int] = []
    file = vault.add(source)
    vault.verify(file, progress=lambda done, _: checked.append(done))
    assert checked[-1] == file.size
    with pytest.raises(Cancelled):
        vault.verify(file, cancelled=lambda: True)


class Short(io.RawIOBase):
    """A stream that gives few bytes at a time, as pipes and network shares do."""

    def __init__(self, plain: bytes) -> None:
        self.rest = plain

    def read(self, size: int = -1) -> bytes:
        found, self.rest = self.rest[: min(7, size)], self.rest[min(7, size) :]
        return found


def test_short_reads_do_not_shorten_the_file(vault: Vault) -> None:
    plain = os.urandom(3 * SMALL + 1)
    file = vault.add(Short(plain))  # type: ignore[arg-type]
    assert file.sha256 == hashlib.sha256(plain).hexdigest()


def test_offsets_beyond_4_gib_are_exact(tmp_path: Path) -> None:
    """A sparse stand-in for a 6 GiB recording: chunk 5000 is sealed by hand where it belongs and must be read there."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from hallclient.store.vault_format import VaultReader, chunk_bound

    key, chunk, chunks = os.urandom(32), 1 << 20, 6144
    file = VaultFile(id="0" * 32, size=chunks * chunk, sha256="", chunk_size=chunk, chunks=chunks, wrapped_key=b"")
    plain = os.urandom(chunk)
    path = tmp_path / "sparse"
    with path.open("wb") as target:
        target.truncate(file.stored_size)
        for index in (5000, chunks - 1):
            target.seek(index * (chunk + TAG_SIZE))
            bound = chunk_bound(file.id, index, last=index == chunks - 1)
            target.write(AESGCM(key).encrypt(chunk_nonce(index), plain, bound))
    with VaultReader(file, path.open("rb", buffering=0), key) as reader:
        assert reader.seek(5000 * chunk + 17) > 1 << 32
        assert reader.read(1000) == plain[17:1017]
        assert reader.seek(-5, os.SEEK_END) == file.size - 5
        assert reader.read() == plain[-5:]
        with pytest.raises(Unavailable, match="tampered"):
            reader.read_at(4999 * chunk, 1)


def test_the_hash_keeps_the_order_of_the_chunks(tmp_path: Path) -> None:
    """Hashing runs beside encrypting; over many real chunks it must stay the hash of the file."""
    source = tmp_path / "long.bin"
    source.write_bytes(os.urandom(40 << 20))
    vault = Vault(tmp_path / "vault", KEY)
    expected = hashlib.sha256(source.read_bytes()).hexdigest()
    for _ in range(3):
        assert vault.add(source).sha256 == expected


def test_the_chunks_alone_know_their_file_and_their_end(tmp_path: Path) -> None:
    """Even whoever holds the file's key and rewrites the record cannot shorten a file or pass it off as another."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from hallclient.store.vault_format import VaultReader, chunk_bound

    key, plain = os.urandom(32), os.urandom(3 * SMALL)
    file = VaultFile(id="a" * 32, size=3 * SMALL, sha256="", chunk_size=SMALL, chunks=3, wrapped_key=b"")
    sealed = b"".join(
        AESGCM(key).encrypt(
            chunk_nonce(at), plain[at * SMALL : (at + 1) * SMALL], chunk_bound(file.id, at, last=at == 2)
        )
        for at in range(3)
    )
    with VaultReader(file, io.BytesIO(sealed), key) as reader:
        assert reader.read() == plain
    shorter = replace(file, size=2 * SMALL, chunks=2)
    with VaultReader(shorter, io.BytesIO(sealed[: shorter.stored_size]), key) as reader:
        assert reader.read_at(0, SMALL) == plain[:SMALL]
        with pytest.raises(Unavailable, match="tampered"):
            reader.read_at(SMALL, 1)
    with (
        VaultReader(replace(file, id="b" * 32), io.BytesIO(sealed), key) as reader,
        pytest.raises(Unavailable, match="tampered"),
    ):
        reader.read()
