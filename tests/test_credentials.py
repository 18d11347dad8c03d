"""Keys: keyring, passphrase file, recovery; every wrong way ends in a code with words."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest

from hallclient import credentials
from hallclient.errors import RuleBroken, Unavailable

PASSPHRASE = "correct horse 电力"


@pytest.fixture
def no_keyring() -> object:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


def test_the_key_lies_in_the_keyring_and_nowhere_else(tmp_path: Path) -> None:
    made = credentials.create(tmp_path)
    assert credentials.place(tmp_path) == "keyring"
    assert credentials.load(tmp_path) == made.keys
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert made.keys.data not in stored and made.keys.data.hex().encode() not in stored
    assert made.keys.store != made.keys.vault != made.keys.data


def test_without_a_keyring_a_passphrase_wraps_the_key(tmp_path: Path, no_keyring: object) -> None:
    with pytest.raises(Unavailable, match=r"credentials\.no_keyring"):
        credentials.create(tmp_path)
    made = credentials.create(tmp_path, passphrase=PASSPHRASE)
    assert made.keys.place == "file"
    assert stat.S_IMODE((tmp_path / "key.json").stat().st_mode) == 0o600
    assert credentials.load(tmp_path, passphrase=PASSPHRASE).data == made.keys.data
    with pytest.raises(Unavailable, match=r"credentials\.passphrase_wrong"):
        credentials.load(tmp_path, passphrase=PASSPHRASE + "x")
    with pytest.raises(Unavailable, match=r"credentials\.passphrase_needed"):
        credentials.load(tmp_path)


def test_recovery_opens_with_the_code_and_sets_a_new_passphrase(tmp_path: Path, no_keyring: object) -> None:
    made = credentials.create(tmp_path, passphrase=PASSPHRASE)
    typed = made.recovery_code.lower().replace("-", " ")
    again = credentials.recover(tmp_path, typed, passphrase="another long 口令 text")
    assert again.data == made.keys.data
    assert credentials.load(tmp_path, passphrase="another long 口令 text").data == made.keys.data
    with pytest.raises(Unavailable, match=r"credentials\.passphrase_wrong"):
        credentials.load(tmp_path, passphrase=PASSPHRASE)
    wrong = ("A" if made.recovery_code[0] != "A" else "B") + made.recovery_code[1:]
    with pytest.raises(Unavailable, match=r"credentials\.recovery_wrong"):
        credentials.recover(tmp_path, wrong, passphrase=PASSPHRASE)


def test_a_lost_keyring_is_recovered_into_it(tmp_path: Path) -> None:
    made = credentials.create(tmp_path)
    name = json.loads((tmp_path / "profile.json").read_text())["name"]
    keyring.delete_password(credentials.SERVICE, name)
    with pytest.raises(Unavailable, match=r"credentials\.keyring_closed"):
        credentials.load(tmp_path)
    credentials.recover(tmp_path, made.recovery_code)
    assert credentials.load(tmp_path).data == made.keys.data


@pytest.mark.parametrize("weak", ["", "short", "aaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_is_refused(tmp_path: Path, weak: str) -> None:
    with pytest.raises(RuleBroken, match=r"credentials\.passphrase_weak"):
        credentials.create(tmp_path, passphrase=weak)
    assert not credentials.exists(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"place": "moon"}', "\x00\xff"])
def test_a_broken_note_of_the_key_is_named(tmp_path: Path, content: str) -> None:
    credentials.create(tmp_path)
    (tmp_path / "profile.json").write_text(content)
    with pytest.raises(Unavailable) as refused:
        credentials.load(tmp_path)
    assert (refused.value.code, refused.value.details) == ("credentials.profile_broken", {"file": "profile.json"})


def test_a_profile_gets_one_key(tmp_path: Path) -> None:
    credentials.create(tmp_path)
    with pytest.raises(Unavailable, match=r"credentials\.exists"):
        credentials.create(tmp_path)
