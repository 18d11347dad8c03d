"""Setting up, opening again, recovering; two programs; the doctor; an older and a tampered store."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from sqlalchemy import text

from hallclient import cli, credentials
from hallclient.domain.evidence import EvidenceDraft, Origin
from hallclient.domain.people import UnitDraft
from hallclient.errors import HallError, RuleBroken, Unavailable
from hallclient.services import doctor, first_run, opening
from hallclient.services.evidence import EvidenceService
from hallclient.services.opening import SetupDraft
from hallclient.services.sign_in import SYSTEM, SignInService
from hallclient.settings import Settings, load, save
from tests.halls import PASSWORD, Clock, Hall

PASSPHRASE = "correct horse 电力 staple"


def draft(**changes: object) -> SetupDraft:
    values: dict[str, object] = {
        "unit": UnitDraft(code="LD", name="澜东营业厅", kind="hall", grade="B"),
        "counter": "3", "staff_no": "admin", "name": "安置之", "password": PASSWORD, **changes,
    }  # fmt: skip
    return SetupDraft(**values)  # type: ignore[arg-type]


def test_the_recovery_sheet_opens_the_workspace_again(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path / "profile")
    parts, code, pdf = first_run.set_up(settings, draft(), PASSPHRASE, clock=Clock())
    parts.store.close()
    printed = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    groups = [group for group in code.split("-") if group in printed]
    assert len(groups) == 8
    keys = credentials.recover(settings.folder, "-".join(groups), passphrase="another long passphrase")
    again = opening.open_parts(settings, keys, clock=Clock())
    assert SignInService(again).place() == ("澜东营业厅", "3")
    again.store.close()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"counter": "0"}, "counter"),
        ({"counter": "x"}, "counter"),
        ({"staff_no": "王敏"}, "staff_no"),
        ({"name": " "}, "name"),
        ({"password": "short"}, "password"),
        ({"unit": UnitDraft(code="澜", name="", grade="Z")}, "unit.code"),
    ],
)
def test_a_wrong_set_up_names_its_field_and_writes_nothing(
    tmp_path: Path, changes: dict[str, object], field: str
) -> None:  # fmt: skip
    settings = Settings(folder=tmp_path / "profile")
    with pytest.raises(RuleBroken) as refused:
        first_run.set_up(settings, draft(**changes), PASSPHRASE, clock=Clock())
    assert field in {problem.field for problem in refused.value.problems}
    assert not credentials.exists(settings.folder)


def test_a_workspace_is_set_up_once(hall: Hall) -> None:
    with pytest.raises(Unavailable, match=r"people\.already_set_up"):
        opening.set_up(hall.parts, draft())


def test_settings_survive_nonsense(tmp_path: Path) -> None:
    save(Settings(folder=tmp_path, font_percent=900, theme="pink", printer="前台"))
    kept = load(tmp_path)
    assert (kept.font_percent, kept.theme, kept.printer) == (200, "system", "前台")
    for content in ("", "[]", '{"font_percent": "big", "language": 7, "unknown": 1}', "\x00"):
        (tmp_path / "settings.json").write_text(content)
        assert load(tmp_path) == Settings(folder=tmp_path)


def test_a_broken_catalog_file_is_named_with_key_and_reason(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path / "profile")
    settings.catalog_folder.mkdir(parents=True)
    (settings.catalog_folder / "queue.toml").write_text('[[queue_classes]]\ncode = "cash"\nweight = "heavy"\n')
    with pytest.raises(HallError) as refused:
        opening.open_parts(settings, credentials.Keys(data=bytes(32), place="file"), clock=Clock())
    assert refused.value.code == "catalog.broken"
    assert "queue.toml" in str(refused.value.details["file"])
    assert refused.value.details["key"] and refused.value.details["reason"]


def test_the_doctor_finds_all_well_and_then_the_first_broken_row(hall: Hall) -> None:
    for _ in range(5):
        hall.actor("teller")
    assert all(finding.well for finding in doctor.examine(hall.parts))
    with hall.store.begin(SYSTEM) as tx:
        tx.connection.execute(text("DROP TRIGGER audit_no_update"))
        tx.connection.execute(text("UPDATE audit SET actor = 'nobody' WHERE seq = 4"))
    found = {finding.name: finding for finding in doctor.examine(hall.parts)}
    assert not found["audit"].well and "4" in found["audit"].zh
    assert found["store"].well


def test_the_doctor_names_tampered_and_missing_evidence(hall: Hall) -> None:
    service, actor = EvidenceService(hall.parts), hall.actor("teller")
    plain = EvidenceDraft(name="录音.bin", origin=Origin.CUSTOMER, purpose="投诉调查")
    numbers = [service.add(actor, io.BytesIO(bytes([n]) * 9000), plain).number for n in (1, 2)]
    files = sorted(path for path in hall.parts.settings.vault_folder.rglob("*") if path.is_file())
    damaged = bytearray(files[0].read_bytes())
    damaged[2000] ^= 1
    files[0].write_bytes(damaged)
    said = [finding for finding in doctor.examine(hall.parts) if not finding.well]
    assert [finding.name for finding in said] == ["evidence"]
    assert any(number in said[0].zh for number in numbers)
    files[1].unlink()
    assert {finding.name for finding in doctor.examine(hall.parts) if not finding.well} == {"vault", "evidence"}


def test_the_command_says_what_is_wrong_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--profile", str(tmp_path / "nothing"), "doctor"]) == 1
    said = capsys.readouterr().err
    assert "profile.json" in said and not re.search(r"Traceback|\.py", said)


def test_a_data_file_that_is_gone_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    settings = Settings(folder=tmp_path / "profile")
    parts, _code, _pdf = first_run.set_up(settings, draft(), PASSPHRASE, clock=Clock())
    parts.store.close()
    keys = credentials.load(settings.folder, passphrase=PASSPHRASE)
    kept = settings.store_file.read_bytes()
    settings.store_file.unlink()
    with pytest.raises(Unavailable, match=r"store\.missing"):
        opening.open_parts(settings, keys, clock=Clock())
    assert not settings.store_file.exists()
    settings.store_file.write_bytes(kept)
    opening.open_parts(settings, keys, clock=Clock()).store.close()
