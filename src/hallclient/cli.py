"""The command line: open the window, play the demo, examine a workspace, draw the pictures."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from hallclient import settings as settings_file
from hallclient.errors import HallError, words


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit status is 0 when all is well, 1 when something is wrong, 2 for a wrong call."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        return int(asked.run(asked))
    except HallError as fault:
        said = words(fault.code, _language(), **fault.details)
        print(f"{said.title}\n{said.what}\n{said.do}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hallclient", description="供电营业厅客户端 / power-supply hall client")
    parser.add_argument("--profile", type=Path, default=None, help="the workspace folder")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands")
    demo = commands.add_parser("demo", help="a throw-away workspace with an invented city")
    demo.add_argument("--out", type=Path, default=None, help="where the pictures and papers of the day go")
    demo.add_argument("--customers", type=int, default=20_000, help="how many customers to invent")
    demo.set_defaults(run=_demo)
    doctor = commands.add_parser("doctor", help="examine a workspace: data, audit chain, evidence")
    doctor.add_argument("--quick", action="store_true", help="do not read the evidence files")
    doctor.set_defaults(run=_doctor)
    pictures = commands.add_parser("pictures", help="draw every page in every theme and size")
    pictures.add_argument("--out", type=Path, default=Path("out/pictures"))
    pictures.set_defaults(run=_pictures)
    return parser


def _window(asked: argparse.Namespace) -> int:
    from hallclient.app import run

    return run(settings_file.load(asked.profile or settings_file.default_folder()))


def _demo(asked: argparse.Namespace) -> int:
    from hallclient.demo.play import demo

    return demo(asked.out, customers=asked.customers)


def _pictures(asked: argparse.Namespace) -> int:
    from hallclient.demo.pictures import draw_all

    return draw_all(asked.out)


def _doctor(asked: argparse.Namespace) -> int:
    from hallclient import credentials
    from hallclient.services import doctor, opening

    settings = settings_file.load(asked.profile or settings_file.default_folder())
    secret = None
    if credentials.place(settings.folder) == "file":
        secret = getpass.getpass("口令 / passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    parts = opening.open_parts(settings, credentials.load(settings.folder, passphrase=secret))
    try:
        well = True
        for finding in doctor.examine(parts, media=not asked.quick):
            well = well and finding.well
            print(f"{'✓' if finding.well else '✗'} {finding.zh if _language() == 'zh' else finding.en}")
        return 0 if well else 1
    finally:
        parts.store.close()


def _language() -> str:
    return "en" if os.environ.get("LANG", "zh").startswith("en") else "zh"


if __name__ == "__main__":
    sys.exit(main())
