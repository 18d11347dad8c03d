"""What every test stands on: no screen, no home folder, no keyring of the user's; and the guards."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="hallclient-tests-"))


def _leave_the_user_alone() -> None:
    """Before anything is imported: Qt without a screen, and folders that are thrown away."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(HOME)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # for programs that a test starts
    for name in (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "XDG_RUNTIME_DIR",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        folder = HOME / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    for name in [name for name in os.environ if name.startswith("HALLCLIENT_")]:
        del os.environ[name]


_leave_the_user_alone()

from datetime import UTC, datetime, timedelta  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

import hypothesis  # noqa: E402
import keyring  # noqa: E402
import pytest  # noqa: E402
from keyring.backend import KeyringBackend  # noqa: E402
from keyring.errors import PasswordDeleteError  # noqa: E402

from tests.house.guards import no_stray_logs, nothing_left_running  # noqa: E402, F401  (fixtures)

if TYPE_CHECKING:
    from collections.abc import Iterator

# Two busy cores say nothing about a slow example; failures print what reproduces them.
hypothesis.settings.register_profile(
    "here", deadline=None, print_blob=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("ci", hypothesis.settings.get_profile("here"), derandomize=False, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


class MemoryKeyring(KeyringBackend):
    """A real keyring backend that forgets at the end: the desktop's own is never touched."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


_KEYRING = MemoryKeyring()


@pytest.fixture(autouse=True)
def memory_keyring() -> Iterator[MemoryKeyring]:
    """The keyring of this test; entries of wider fixtures are in it, its own go with it."""
    before = dict(_KEYRING.kept)
    keyring.set_keyring(_KEYRING)
    yield _KEYRING
    _KEYRING.kept = before
    keyring.set_keyring(_KEYRING)


class FixedClock:
    """A clock that stands still until it is moved: ``clock()`` is an aware UTC datetime."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, moment: datetime | str) -> datetime:
        """Stand at ``moment``; a text is Beijing wall-clock time, e.g. ``"2026-06-10 14:09"``."""
        if isinstance(moment, str):
            moment = datetime.fromisoformat(f"{moment}+08:00")
        self.now = moment.astimezone(UTC)
        return self.now

    def forward(self, **step: float) -> datetime:
        """Move on by e.g. ``minutes=5``; negative steps set the clock back."""
        self.now += timedelta(**step)
        return self.now


@pytest.fixture
def clock() -> FixedClock:
    """Wednesday 2026-06-10, 14:09 in Beijing."""
    return FixedClock(datetime(2026, 6, 10, 6, 9, tzinfo=UTC))
