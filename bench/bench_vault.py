"""Vault intake beside the plain way (cp, SHA-256, fsync) on the same disk in the same run: ``bench_vault.py [MB]``."""

from __future__ import annotations

import hashlib
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from hallclient.store.vault import Vault

ROUNDS = 5


def plain_way(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as copied:
        hashlib.file_digest(copied, "sha256")
        os.fsync(copied.fileno())


def main() -> None:
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 256
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        source, copy = Path(folder, "source"), Path(folder, "copy")
        with source.open("wb") as target:
            for _ in range(megabytes):
                target.write(os.urandom(1 << 20))
            os.fsync(target.fileno())
        vault = Vault(Path(folder, "vault"), os.urandom(32))
        copying, taking, checking = [], [], []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            plain_way(source, copy)
            copying.append(time.perf_counter() - start)
            copy.unlink()
            start = time.perf_counter()
            file = vault.add(source)
            taking.append(time.perf_counter() - start)
            start = time.perf_counter()
            vault.verify(file)
            checking.append(time.perf_counter() - start)
            vault.remove(file.id)
        speeds = [megabytes * 1.048576 / statistics.median(times) for times in (copying, taking, checking)]
        print(f"cp + SHA-256 + fsync   {speeds[0]:8.0f} MB/s")
        print(f"vault intake           {speeds[1]:8.0f} MB/s   ratio {speeds[1] / speeds[0]:.2f}")
        print(f"vault verify           {speeds[2]:8.0f} MB/s")


if __name__ == "__main__":
    main()
