"""Setting a workspace up for the first time (首次设置): keys, store, hall, first account, and the recovery sheet."""

from __future__ import annotations

import hashlib

from hallclient import credentials
from hallclient.domain import papers
from hallclient.errors import RuleBroken
from hallclient.services import opening
from hallclient.services.opening import SetupDraft
from hallclient.services.parts import Parts
from hallclient.settings import Settings
from hallclient.store.database import Clock


def set_up(
    settings: Settings, draft: SetupDraft, passphrase: str | None, *, clock: Clock = opening.wall_clock
) -> tuple[Parts, str, bytes]:  # fmt: skip
    """Make the workspace: the open parts, the recovery code, and the recovery sheet as PDF.

    The code is kept nowhere else. Raises RuleBroken("people.setup_wrong") before anything is written, and what
    credentials and the store raise.
    """
    problems = draft.problems()
    if problems:
        raise RuleBroken("people.setup_wrong", problems)
    new = credentials.create(settings.folder, passphrase=passphrase)
    parts = opening.open_parts(settings, new.keys, clock=clock, new=True)
    try:
        opening.set_up(parts, draft)
    except BaseException:
        parts.store.close()
        raise
    return parts, new.recovery_code, _sheet(parts, draft, new)


def _sheet(parts: Parts, draft: SetupDraft, new: credentials.NewKeys) -> bytes:
    from hallclient.reports.recovery import recovery  # reportlab would slow the start

    now = parts.clock()
    return recovery(
        papers.RecoveryPaper(
            head=papers.Head(
                unit=parts.catalog.profile.zh,
                hall=draft.unit.name,
                printed_at=now,
                printed_by=draft.staff_no,
                qr=new.recovery_code,
                internal=True,
                masked=False,
            ),
            key_groups=tuple(new.recovery_code.split("-")),
            counter=f"{int(draft.counter)} 号窗口",
            administrator=draft.staff_no,
            created_at=now,
            fingerprint=hashlib.sha256(new.keys.data).hexdigest()[:8].upper(),
        )
    )
