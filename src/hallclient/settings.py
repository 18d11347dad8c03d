"""Settings of this workstation (设置): one JSON file in the profile folder, nothing secret in it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

LANGUAGES = ("zh_CN", "en")
THEMES = ("system", "light", "dark", "contrast")
FONT_PERCENT = (100, 200)
IDLE_MINUTES = (1, 15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person may set here. ``folder`` is the profile folder, ``brand`` the catalog profile (sgcc or csg)."""

    folder: Path
    language: str = "zh_CN"
    theme: str = "system"
    font_percent: int = 100
    printer: str = ""
    brand: str = "sgcc"
    idle_minutes: int = 10
    demo: bool = False

    @property
    def store_file(self) -> Path:
        """The encrypted store."""
        return self.folder / "hall.db"

    @property
    def vault_folder(self) -> Path:
        """The encrypted evidence."""
        return self.folder / "vault"

    @property
    def catalog_folder(self) -> Path:
        """A utility's own rules, laid over the shipped ones."""
        return self.folder / "catalog"

    @property
    def papers_folder(self) -> Path:
        """Where printed papers go when there is no printer."""
        return self.folder / "papers"


def default_folder() -> Path:
    """The profile folder: HALLCLIENT_PROFILE, else the user's data folder."""
    named = os.environ.get("HALLCLIENT_PROFILE")
    return Path(named) if named else Path(platformdirs.user_data_dir("hallclient", appauthor=False))


def load(folder: Path) -> Settings:
    """Settings of a profile; a missing or broken file, key or value gives the default for it."""
    try:
        found: Any = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    if not isinstance(found, dict):
        found = {}
    known = {f.name for f in fields(Settings)} - {"folder"}
    plain = Settings(folder=folder)
    for name, value in found.items():
        if name in known and isinstance(value, type(getattr(plain, name))):
            plain = replace(plain, **{name: value})
    return _sane(plain)


def save(settings: Settings) -> None:
    """Write them: temporary file, fsync, replace."""
    settings.folder.mkdir(parents=True, exist_ok=True)
    values = {name: value for name, value in asdict(_sane(settings)).items() if name != "folder"}
    target = settings.folder / "settings.json"
    part = target.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        json.dump(values, out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())
    part.replace(target)


def _sane(settings: Settings) -> Settings:
    low, high = FONT_PERCENT
    quick, slow = IDLE_MINUTES
    return replace(
        settings,
        language=settings.language if settings.language in LANGUAGES else "zh_CN",
        theme=settings.theme if settings.theme in THEMES else "system",
        font_percent=min(max(settings.font_percent, low), high),
        idle_minutes=min(max(settings.idle_minutes, quick), slow),
    )
