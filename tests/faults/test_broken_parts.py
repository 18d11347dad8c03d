"""Parts of the workspace that are broken, missing, locked or altered: each ends in a sentence that helps."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallclient import credentials, resources
from hallclient.domain.evidence import EvidenceDraft, Origin
from hallclient.domain.people import Actor
from hallclient.errors import HallError, Unavailable, words
from hallclient.services import bundle, doctor, opening
from hallclient.services.bundle import Services
from hallclient.settings import Settings
from hallclient.store.database import Store
from tests.faults.sentences import refused, spoken, unavailable
from tests.halls import KEYS, Clock, Hall, open_hall
from tests.services.request_drafts import complaint

ROOT = Path(__file__).parents[2]
CALL = resources.file("demo", "media", "complaint-call.m4a")
VIDEO = next(iter(sorted(CALL.parent.glob("*.mp4"))))
DRAFT = EvidenceDraft(name="录音.wav", origin=Origin.CUSTOMER, purpose="核实投诉")

OTHER = """
import os, sys
from pathlib import Path
from hallclient.errors import HallError
from tests.halls import Clock, open_hall
from tests.faults.sentences import spoken
from hallclient.services.sign_in import SYSTEM
from hallclient.store.database import Store
from tests.halls import KEYS
if len(sys.argv) > 2:
    Store.open(Path(sys.argv[1]).parent / "own" / "hall.db", KEYS.store, Clock()).close()  # loads what opening needs
    if sys.argv[2] != "same":
        os.setuid(int(sys.argv[2]))
try:
    if len(sys.argv) > 2:
        with Store.open(Path(sys.argv[1]) / "hall.db", KEYS.store, Clock()).begin(SYSTEM) as tx:
            tx.audit("look", "store", "all")
    else:
        open_hall(Path(sys.argv[1]), Clock()).actor("teller")
    print("opened")
except HallError as fault:
    spoken(fault)
    print(fault.code)
"""


def other_program(folder: Path, *user: str) -> str:
    """What another program says that opens the workspace and signs in."""
    ran = subprocess.run(
        [sys.executable, "-c", OTHER, str(folder), *user],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout.strip()


# ---- the data file -------------------------------------------------------------------------------------------------


def test_a_second_program_says_so_and_the_first_works_on(hall: Hall, services: Services) -> None:
    folder = hall.parts.settings.folder
    assert other_program(folder) == "store.in_use"
    services.requests.accept(hall.actor("complaint_specialist"), complaint())
    hall.store.close()
    assert other_program(folder) == "opened"


@pytest.fixture
def reachable(hall_template: Path) -> Iterator[Path]:
    """A profile that any user of this computer can reach, and none but its owner can change."""
    with tempfile.TemporaryDirectory() as outer:
        folder = Path(shutil.copytree(hall_template, Path(outer) / "profile"))
        Path(outer).chmod(0o755)
        yield folder
        folder.chmod(0o755)


def as_somebody_else() -> str:
    """For root nothing is read-only: the other program gives its power up first."""
    return "65534" if os.geteuid() == 0 else "same"


@pytest.mark.parametrize("lock", [True, False])
def test_a_folder_that_can_only_be_read(reachable: Path, lock: bool) -> None:
    (reachable / "hall.db.lock").touch()
    (reachable / "hall.db").chmod(0o444)
    (reachable / "hall.db.lock").chmod(0o666)
    if not lock:
        (reachable / "hall.db.lock").unlink()
    reachable.chmod(0o555)
    assert other_program(reachable, as_somebody_else()) == "store.read_only"


def test_a_file_that_can_only_be_read(reachable: Path) -> None:
    (reachable / "hall.db").chmod(0o444)
    reachable.chmod(0o777)
    (reachable / "hall.db.lock").unlink(missing_ok=True)
    assert other_program(reachable, as_somebody_else()) == "store.read_only"


def test_a_file_nobody_else_may_read(reachable: Path) -> None:
    (reachable / "hall.db").chmod(0o000)
    reachable.chmod(0o777)
    (reachable / "hall.db.lock").unlink(missing_ok=True)
    assert other_program(reachable, as_somebody_else()) == "store.read_only"


def test_something_else_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "hall.db").mkdir()
    with unavailable("store.disk_fault"):
        Store.open(tmp_path / "hall.db", KEYS.store, Clock())
    (tmp_path / "profile").write_bytes(b"a file where the folder should be")
    with unavailable("store.disk_fault"):
        Store.open(tmp_path / "profile" / "hall.db", KEYS.store, Clock())


@pytest.mark.parametrize("how", ["random", "half", "text", "one byte"])
def test_a_data_file_that_is_none(profile: Path, how: str) -> None:
    path, luck = profile / "hall.db", random.Random(7)
    content = bytearray(path.read_bytes())
    content[2_000] ^= 1
    made = {"random": luck.randbytes(40_000), "half": bytes(content[:2_500]), "text": "不是数据".encode() * 999,
            "one byte": bytes(content)}[how]  # fmt: skip
    path.write_bytes(made)
    with pytest.raises(Unavailable) as caught:
        open_hall(profile, Clock())
    spoken(caught.value)
    assert caught.value.code in ("store.wrong_key", "store.damaged")
    assert path.read_bytes() == made, "what cannot be read is not touched"


def test_a_file_cut_short_is_found(profile: Path) -> None:
    path = profile / "hall.db"
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)
    try:
        hall = open_hall(profile, Clock())
    except Unavailable as fault:
        spoken(fault)
        return
    findings = list(doctor.examine(hall.parts))
    hall.store.close()
    assert not all(finding.well for finding in findings)


@pytest.mark.parametrize("left", [None, b""])
def test_a_data_file_that_vanished_is_not_replaced_by_an_empty_one(
    hall: Hall, services: Services, left: bytes | None
) -> None:
    services.evidence.add(hall.actor("teller"), io.BytesIO(b"x"), DRAFT)
    hall.store.close()
    path = hall.parts.settings.store_file
    for name in ("hall.db", "hall.db-wal", "hall.db-shm"):
        path.with_name(name).unlink(missing_ok=True)
    if left is not None:
        path.write_bytes(left)
    with unavailable("store.missing"):
        open_hall(path.parent, Clock())
    assert not path.exists() or not path.stat().st_size


def test_a_wrong_key_and_a_wrong_passphrase(profile: Path, tmp_path: Path) -> None:
    with unavailable("store.wrong_key"):
        opening.open_parts(Settings(folder=profile), credentials.Keys(data=bytes(32), place="file"), clock=Clock())
    credentials.create(tmp_path / "other", passphrase="长长的口令-2026-Abcd")
    for typed in ("", "错的", "\ud83d", "长" * 10_000, "长长的口令-2027"):
        with pytest.raises(HallError) as caught:
            credentials.load(tmp_path / "other", passphrase=typed)
        spoken(caught.value)


def test_a_broken_rule_file_is_named(profile: Path) -> None:
    (profile / "catalog").mkdir()
    for content in (b"[[limits]", b"\xff\xfe\x00", b'[[business_kinds]]\ncode = "x"', b"x" * 100_000):
        (profile / "catalog" / "local.toml").write_bytes(content)
        with pytest.raises(HallError) as caught:
            open_hall(profile, Clock())
        spoken(caught.value)
        assert "local.toml" in words(caught.value.code, "zh", **caught.value.details).what
    shutil.rmtree(profile / "catalog")
    open_hall(profile, Clock()).store.close()


# ---- evidence ------------------------------------------------------------------------------------------------------


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        pack.writestr("a.txt", "不是录像")
    return made.getvalue()


MEDIA: dict[str, bytes] = {
    "截断.mp4": VIDEO.read_bytes()[: VIDEO.stat().st_size // 2],
    "只有头.mp4": VIDEO.read_bytes()[:64],
    "截断.m4a": CALL.read_bytes()[: CALL.stat().st_size // 3],
    "噪声.wav": random.Random(1).randbytes(70_000),
    "假头.wav": b"RIFF\xff\xff\xff\x7fWAVEfmt " + random.Random(2).randbytes(9_000),
    "空.mp3": b"",
    "压缩包.mp4": _zip(),
    "网页.jpg": b"<html><script>alert(1)</script></html>",
    "断.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40),
    "大.bmp": b"BM" + b"\xff" * 60,
    "断.pdf": b"%PDF-1.7\n\x00\xff",
    "程序.exe": b"MZ" + bytes(500),
    "零.avi": bytes(100_000),
}


def test_corrupt_media_are_kept_with_a_plain_reason(hall: Hall, services: Services) -> None:
    clerk = hall.actor("complaint_specialist")
    for name in MEDIA:
        _kept(services, clerk, name)


def _kept(services: Services, clerk: Actor, name: str) -> None:
    item = services.evidence.add(clerk, io.BytesIO(MEDIA[name]), EvidenceDraft(
        name=name, origin=Origin.CUSTOMER, purpose="核实投诉"
    ))  # fmt: skip
    assert item.playable or item.reason
    if item.reason:
        spoken(Unavailable(item.reason))
    if name not in ("截断.mp4", "截断.m4a", "断.pdf"):
        assert not item.playable
    case = services.requests.accept(clerk, complaint(evidence=(item.id,), visit_note=""))
    services.evidence.verify(clerk, item.id)
    with services.evidence.open(clerk, item.id) as reader:
        assert reader.read() == MEDIA[name]
    assert services.request_papers.complaint_record(clerk, case.id).startswith(b"%PDF")


def test_a_source_that_vanishes_or_is_no_file(hall: Hall, services: Services, tmp_path: Path) -> None:
    clerk, source = hall.actor("teller"), tmp_path / "来电.wav"
    for path in (source, tmp_path):
        with unavailable("evidence.source_unreadable"):
            services.evidence.add(clerk, path, DRAFT)
    source.write_bytes(bytes(3 << 20))
    with unavailable("evidence.source_changed"):
        services.evidence.add(clerk, source, DRAFT, progress=lambda _done, _all: os.truncate(source, 9))
    source.write_bytes(bytes(3 << 20))
    item = services.evidence.add(clerk, source, DRAFT, progress=lambda _done, _all: source.unlink(missing_ok=True))
    assert item.size == 3 << 20, "an open file outlives its name"
    assert item.number.endswith("-0001"), "refused pieces took no number"
    kept = [path for path in hall.parts.settings.vault_folder.rglob("*") if path.is_file()]
    assert len(kept) == 1


def test_a_vault_that_is_altered_or_gone(hall: Hall, services: Services) -> None:
    clerk, vault = hall.actor("teller"), hall.parts.settings.vault_folder
    item = services.evidence.add(clerk, CALL, DRAFT)
    other = services.evidence.add(clerk, VIDEO, DRAFT)
    paths = {path.stat().st_size: path for path in vault.rglob("*") if path.is_file()}
    small, large = (paths[size] for size in sorted(paths))
    kept = {path: path.read_bytes() for path in (small, large)}
    small.write_bytes(kept[large])
    for one in (item, other):
        if one.size == min(item.size, other.size):
            with unavailable("evidence.tampered"):
                services.evidence.verify(clerk, one.id)
    small.write_bytes(kept[small])
    services.evidence.verify(clerk, item.id)
    shutil.rmtree(vault)
    for one in (item, other):
        with unavailable("evidence.missing"):
            services.evidence.verify(clerk, one.id)
        assert services.evidence.item(clerk, one.id).sha256 == one.sha256, "the record stays"
    assert [one.name for one in doctor.examine(hall.parts) if not one.well] == ["vault", "evidence", "evidence"]
    third = services.evidence.add(clerk, CALL, DRAFT)
    services.evidence.verify(clerk, third.id)


def test_a_vault_folder_in_the_way(profile: Path) -> None:
    (profile / "vault").write_bytes(b"a file is in the way")
    hall = open_hall(profile, Clock())
    with unavailable("evidence.vault_unwritable"):
        bundle.build(hall.parts).evidence.add(hall.actor("teller"), CALL, DRAFT)
    hall.store.close()


def test_the_import_of_a_vanished_file(hall: Hall, services: Services, tmp_path: Path) -> None:
    with refused("customers.table_unreadable"):
        services.customer_import.look(hall.actor("shift_leader"), tmp_path / "没有.xlsx")
