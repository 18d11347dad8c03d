"""Runs the benchmarks, each in a process and a throw-away home folder of its own, and writes docs/benchmarks.md.

A benchmark is a script ``bench/bench_NAME.py`` that prints Markdown and ends with 1 when a limit is broken
(``bench/figures.py`` prints such a table). ``run.py NAME ...`` runs some of them and only shows what they say.
The figures in git are the baseline: the difference of docs/benchmarks.md is what changed.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "bench"
TABLE = ROOT / "docs" / "benchmarks.md"


def measured(name: str) -> tuple[str, int]:
    """What a benchmark prints, and its exit code."""
    with tempfile.TemporaryDirectory(prefix="hallclient-bench-") as home:
        python_path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"HOME": home, "PYTHONPATH": python_path}
        command = [sys.executable, str(BENCH / f"bench_{name}.py")]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        return done.stdout.strip(), done.returncode


def machine() -> str:
    """What the figures were measured on, without its name."""
    memory = ""
    if hasattr(os, "sysconf"):
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    python = platform.python_version()
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{memory}, Python {python}"


def main() -> int:
    """Run what is named, or everything; 1 when a limit is broken or a benchmark fails."""
    known = sorted(path.stem.removeprefix("bench_") for path in BENCH.glob("bench_*.py"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(known)}")
    names = parser.parse_args().names
    unknown = sorted(set(names) - set(known))
    if unknown:
        parser.error(f"there is no bench/bench_{unknown[0]}.py; there are: {', '.join(known)}")
    sections, failed = [f"# Benchmarks\n\n`make bench` on {machine()}."], []
    for name in names or known:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        said, code = measured(name)
        print(said, flush=True)
        sections.append(f"## {name}\n\n{said}")
        if code:
            failed.append(name)
    if failed:
        told = f"A limit is broken or the benchmark failed: {', '.join(failed)}."
        print(told, file=sys.stderr)
        sections.insert(1, told)
    if not names:
        TABLE.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
