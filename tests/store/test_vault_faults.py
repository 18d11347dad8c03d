"""The vault when things go wrong: full disk, vanished source, kill -9, orphans."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hallclient.errors import Unavailable
from hallclient.store.vault import Vault

KEY = bytes(range(32))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault", KEY)


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def refused(vault: Vault, source: Path) -> str:
    with pytest.raises(Unavailable) as found:
        vault.add(source)
    return found.value.code


def test_a_source_that_is_not_there_or_not_a_file(vault: Vault, tmp_path: Path) -> None:
    assert refused(vault, tmp_path / "gone.mp4") == "evidence.source_unreadable"
    assert refused(vault, tmp_path) == "evidence.source_unreadable"
    os.mkfifo(tmp_path / "pipe")
    assert refused(vault, tmp_path / "pipe") == "evidence.source_unreadable"
    assert files_below(tmp_path / "vault") == []


class Unplugged(io.BytesIO):
    """A stick pulled out while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 2_000_000:
            raise OSError(5, "Input/output error")
        return super().read(size)


def test_a_source_that_vanishes_while_it_is_read(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="source_unreadable"):
        vault.add(Unplugged(os.urandom(4_000_000)))
    assert files_below(tmp_path / "vault") == []


def test_a_recording_that_is_still_growing_is_refused(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "live.mp4"
    source.write_bytes(os.urandom(3 << 20))

    def record_on(done: int, _: int | None) -> None:
        if done == 1 << 20:
            with source.open("ab") as recording:
                recording.write(b"more")

    with pytest.raises(Unavailable, match="source_changed"):
        vault.add(source, progress=record_on)
    assert files_below(tmp_path / "vault") == []


def test_a_source_cut_short_meanwhile_is_refused(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "cut.mp4"
    source.write_bytes(os.urandom(5 << 20))

    def cut(done: int, _: int | None) -> None:
        if done == 1 << 20:
            os.truncate(source, 3 << 20)

    with pytest.raises(Unavailable, match="source_changed"):
        vault.add(source, progress=cut)
    assert files_below(tmp_path / "vault") == []


def test_no_room_is_said_before_the_first_byte(tmp_path: Path) -> None:
    source = tmp_path / "a.bin"
    source.write_bytes(b"x")
    with pytest.raises(Unavailable) as found:
        Vault(tmp_path / "vault", KEY, reserve=1 << 60).add(source)
    assert found.value.code == "evidence.disk_full"
    assert found.value.details["missing_mb"] > 1000
    assert files_below(tmp_path / "vault") == []


FULL = """
import resource, signal, sys
from pathlib import Path
from hallclient.errors import Unavailable
from hallclient.store.vault import Vault
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))
try:
    Vault(Path(sys.argv[1]), bytes(32)).add(Path(sys.argv[2]))
except Unavailable as error:
    print(error.code)
"""


def test_a_disk_that_fills_up_while_writing_leaves_nothing(tmp_path: Path) -> None:
    source = tmp_path / "big.mp4"
    source.write_bytes(os.urandom(5 << 20))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "vault"), str(source)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "evidence.disk_full"
    assert files_below(tmp_path / "vault") == []
    assert source.stat().st_size == 5 << 20


def test_a_vault_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "vault").write_bytes(b"a file is in the way")
    source = tmp_path / "a.bin"
    source.write_bytes(b"x")
    assert refused(Vault(tmp_path / "vault", KEY), source) == "evidence.vault_unwritable"


KILLED = """
import os, signal, sys
from pathlib import Path
from hallclient.store.vault import Vault
def stop(done, of):
    if done >= int(sys.argv[3]) << 20:
        os.kill(os.getpid(), signal.SIGKILL)
file = Vault(Path(sys.argv[1]), bytes(range(32))).add(Path(sys.argv[2]), progress=stop)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("after_mb", [1, 3, 6, 99])
def test_kill_9_leaves_no_half_file_and_the_sweep_clears_up(tmp_path: Path, after_mb: int) -> None:
    """Killed while writing: only a part. Killed after the rename, before the record: a whole file nobody knows."""
    source = tmp_path / "a.mp4"
    source.write_bytes(os.urandom(6 << 20))
    folder = tmp_path / "vault"
    kept = Vault(folder, KEY).add(source)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), str(source), str(after_mb)], capture_output=True, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    left = [path for path in files_below(folder) if path.name != kept.id]
    assert [path.suffix for path in left] == ([".part"] if after_mb < 99 else [""])
    vault = Vault(folder, KEY)
    assert vault.sweep({kept.id}).parts == 0, "young ones are left alone"
    assert left[0].exists()
    swept = vault.sweep({kept.id}, older_than=-1)
    assert (swept.parts, len(swept.put_aside)) == ((1, 0) if after_mb < 99 else (0, 1))
    assert swept.missing == ()
    vault.verify(kept)


def test_a_file_is_never_swept_before_its_record_can_be_committed(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "a.mp4"
    source.write_bytes(os.urandom(2 << 20))
    swept = []

    def meanwhile(done: int, _: int | None) -> None:
        swept.append(vault.sweep((), older_than=-1))

    file = vault.add(source, progress=meanwhile)
    assert sum(sweep.parts for sweep in swept) == 0
    vault.verify(file)
    assert vault.sweep(()).put_aside == ()
    tomorrow = time.time() + 86400
    (path,) = (tmp_path / "vault").rglob(file.id)
    os.utime(path, (tomorrow, tomorrow))
    assert vault.sweep(()).put_aside == (), "a clock set back must not age a file"


def test_an_unknown_file_is_put_aside_brought_back_and_forgotten(vault: Vault, tmp_path: Path) -> None:
    file = vault.add(io.BytesIO(b"evidence"))
    assert vault.sweep((), older_than=-1).put_aside == (file.id,)
    assert vault.sweep({file.id}).brought_back == (file.id,)
    vault.verify(file)
    assert vault.sweep((), older_than=-1).put_aside == (file.id,)
    assert vault.sweep(()).forgotten == 0
    assert vault.sweep((), forget_after=-1).forgotten == 1
    assert vault.sweep({file.id}).missing == (file.id,)
    assert files_below(tmp_path / "vault") == []


def test_the_path_stays_inside(vault: Vault, tmp_path: Path) -> None:
    for name in ("../../etc/passwd", "", "0" * 31, "0" * 33, "0" * 31 + "/", "0" * 31 + "G", "0" * 32 + "\n"):
        with pytest.raises(ValueError, match="vault id"):
            vault.remove(name)
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "00").symlink_to(outside)
    (outside / "00").mkdir()
    (outside / "00" / ("0" * 32)).write_bytes(b"not ours")
    with pytest.raises(Unavailable, match="tampered"):
        vault.remove("0" * 32)
    assert files_below(outside)


def test_intake_keeps_memory_flat(tmp_path: Path) -> None:
    """96 MiB through a process that may use only little more memory than it starts with."""
    source = tmp_path / "long.mp4"
    with source.open("wb") as target:
        target.truncate(96 << 20)
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom hallclient.store.vault import Vault\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "vault = Vault(Path(sys.argv[1]), bytes(32))\nvault.add(Path(sys.argv[3]))\nbefore = peak()\n"
        "vault.verify(vault.add(Path(sys.argv[2])))\nprint(peak() - before)\n"
    )
    small = tmp_path / "small"
    small.write_bytes(bytes(2 << 20))
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "vault"), str(source), str(small)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 24 * 1024, "kB of growth"
