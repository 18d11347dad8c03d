"""The program's log (日志): a rotating file in the profile, with nothing personal in it.

Log codes, ids and counts; never names, numbers of people, texts or paths. ``incident`` gives a bug its number.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

log = logging.getLogger("hallclient")


def to_file(folder: Path) -> None:
    """Log to ``hallclient.log`` in a folder, five files of 1 MB."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "hallclient.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def incident(number: str, fault: BaseException) -> None:
    """Log a bug under the number that people quote: the kind of error and the places in the code, never its values."""
    places, trace = [], fault.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    log.error("incident %s %s at %s", number, type(fault).__name__, " < ".join(reversed(places)))
