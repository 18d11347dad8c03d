"""The only door to secrets (密钥): the profile's data key, in the system keyring or in a passphrase-wrapped file.

The data key is random. It lies in the operating system's keyring; where there is none, in ``key.json`` wrapped by a
passphrase (scrypt, AES-256-GCM, mode 0600). A recovery code, printed once, wraps the same key in ``recovery.json``.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from hallclient.errors import RuleBroken, Unavailable

SERVICE = "hallclient"
SCRYPT_COST = 2**16
PASSPHRASE_LENGTH = 12
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_GROUPS, _GROUP = 8, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The keys a profile works with, all derived from the data key. ``place`` is ``keyring`` or ``file``."""

    data: bytes
    place: str

    @property
    def store(self) -> bytes:
        """32 bytes for the store file."""
        return _derive(self.data, b"hallclient store 1")

    @property
    def vault(self) -> bytes:
        """32 bytes that wrap the key of each evidence file."""
        return _derive(self.data, b"hallclient vault 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKeys:
    """A new profile's keys and the recovery code to print, which is kept nowhere."""

    keys: Keys
    recovery_code: str


def exists(profile: Path) -> bool:
    """Whether the profile has a key: its name is written when the key is made."""
    return (profile / "profile.json").is_file()


def place(profile: Path) -> str:
    """``keyring`` or ``file``. Raises Unavailable("credentials.profile_broken") when the note of it is unreadable."""
    return str(_facts(profile)["place"])


def keyring_works() -> bool:
    """Whether a secret put into the system keyring can be read back."""
    try:
        import keyring

        token = secrets.token_hex(8)
        keyring.set_password(SERVICE, "probe", token)
        found = keyring.get_password(SERVICE, "probe")
        keyring.delete_password(SERVICE, "probe")
    except Exception:  # any backend may raise anything: it does not work
        return False
    return found == token


def create(profile: Path, *, passphrase: str | None = None) -> NewKeys:
    """Make the data key of a new profile. With a passphrase it goes to a file, else to the keyring.

    Raises RuleBroken("credentials.passphrase_weak"), Unavailable("credentials.no_keyring"),
    Unavailable("credentials.exists") when the profile has one.
    """
    if exists(profile):
        raise Unavailable("credentials.exists")
    profile.mkdir(parents=True, exist_ok=True)
    data, name = secrets.token_bytes(32), secrets.token_hex(16)
    where = _keep(profile, name, data, passphrase)
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP))
    _write(profile / "recovery.json", {"version": 1, **_wrap(data, _code_key(code))})
    _write(profile / "profile.json", {"version": 1, "name": name, "place": where})
    return NewKeys(keys=Keys(data=data, place=where), recovery_code=grouped(code))


def load(profile: Path, *, passphrase: str | None = None) -> Keys:
    """The profile's keys.

    Raises Unavailable: ``credentials.passphrase_needed``, ``credentials.passphrase_wrong``,
    ``credentials.keyring_closed``, ``credentials.profile_broken``.
    """
    facts = _facts(profile)
    if facts["place"] == "keyring":
        return Keys(data=_from_keyring(str(facts["name"])), place="keyring")
    if not passphrase:
        raise Unavailable("credentials.passphrase_needed")
    return Keys(data=_from_file(profile, passphrase), place="file")


def recover(profile: Path, code: str, *, passphrase: str | None = None) -> Keys:
    """Open with the recovery code and keep the key anew: in the keyring, or wrapped by a new passphrase.

    Raises Unavailable("credentials.recovery_wrong"), and what :func:`create` raises.
    """
    facts = _facts(profile)
    stored = _read(profile / "recovery.json")
    try:
        data = _unwrap(stored, _code_key(code))
    except InvalidTag as wrong:
        raise Unavailable("credentials.recovery_wrong") from wrong
    where = _keep(profile, str(facts["name"]), data, passphrase)
    _write(profile / "profile.json", {**facts, "place": where})
    return Keys(data=data, place=where)


def grouped(code: str) -> str:
    """A recovery code in groups of four."""
    return "-".join(code[i : i + _GROUP] for i in range(0, len(code), _GROUP))


def passphrase_good(passphrase: str) -> bool:
    """At least twelve characters, not all the same kind."""
    return len(passphrase) >= PASSPHRASE_LENGTH and len(set(passphrase)) >= 6


def _keep(profile: Path, name: str, data: bytes, passphrase: str | None) -> str:
    if passphrase is not None:
        if not passphrase_good(passphrase):
            raise RuleBroken("credentials.passphrase_weak", length=PASSPHRASE_LENGTH)
        salt = secrets.token_bytes(16)
        key = _passphrase_key(passphrase, salt, SCRYPT_COST)
        wrapped = {"version": 1, "kdf": "scrypt", "cost": SCRYPT_COST, "salt": _text(salt), **_wrap(data, key)}
        _write(profile / "key.json", wrapped)
        return "file"
    if not keyring_works():
        raise Unavailable("credentials.no_keyring")
    import keyring

    keyring.set_password(SERVICE, name, _text(data))
    return "keyring"


def _from_keyring(name: str) -> bytes:
    try:
        import keyring

        found = keyring.get_password(SERVICE, name)
    except Exception as closed:  # any backend may raise anything
        raise Unavailable("credentials.keyring_closed") from closed
    if found is None:
        raise Unavailable("credentials.keyring_closed")
    return base64.b64decode(found)


def _from_file(profile: Path, passphrase: str) -> bytes:
    stored = _read(profile / "key.json")
    try:
        key = _passphrase_key(passphrase, base64.b64decode(stored["salt"]), int(stored["cost"]))
        return _unwrap(stored, key)
    except InvalidTag as wrong:
        raise Unavailable("credentials.passphrase_wrong") from wrong
    except (KeyError, ValueError) as broken:
        raise Unavailable("credentials.profile_broken", file="key.json") from broken


def _facts(profile: Path) -> dict[str, Any]:
    facts = _read(profile / "profile.json")
    if facts.get("place") not in {"keyring", "file"} or not isinstance(facts.get("name"), str):
        raise Unavailable("credentials.profile_broken", file="profile.json")
    return facts


def _derive(data: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=purpose).derive(data)


def _passphrase_key(passphrase: str, salt: bytes, cost: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=cost, r=8, p=1).derive(passphrase.encode("utf-8", "surrogatepass"))


def _code_key(code: str) -> bytes:
    plain = "".join(c for c in code.upper() if c in _ALPHABET)
    return _derive(plain.encode("utf-8", "surrogatepass"), b"hallclient recovery 1")


def _wrap(data: bytes, key: bytes) -> dict[str, str]:
    nonce = secrets.token_bytes(12)
    return {"nonce": _text(nonce), "wrapped": _text(AESGCM(key).encrypt(nonce, data, b"hallclient key 1"))}


def _unwrap(stored: dict[str, Any], key: bytes) -> bytes:
    nonce, wrapped = base64.b64decode(stored["nonce"]), base64.b64decode(stored["wrapped"])
    return AESGCM(key).decrypt(nonce, wrapped, b"hallclient key 1")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as broken:
        raise Unavailable("credentials.profile_broken", file=path.name) from broken
    if not isinstance(found, dict):
        raise Unavailable("credentials.profile_broken", file=path.name)
    return found


def _write(path: Path, content: dict[str, Any]) -> None:
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(content, out)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)
