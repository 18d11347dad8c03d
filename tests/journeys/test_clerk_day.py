"""The clerk's whole day on the real window, as `hallclient demo` plays it without a display."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from hallclient import resources
from hallclient.demo.day_complaint import FACTS, MEDIA

STEPS = 26


def text_of(pdf: Path) -> str:
    """All text of a paper, without the spaces a line break leaves."""
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(pdf).pages))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the day wrote."""
    out = tmp_path_factory.mktemp("day") / "out"
    done = subprocess.run(
        [sys.executable, "-m", "hallclient.cli", "demo", "--out", str(out), "--customers", "600"],
        env={**os.environ, "PYTHONFAULTHANDLER": "1"}, capture_output=True, text=True, check=False, timeout=280,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def paper(day: Path, name: str) -> Path:
    """The newest paper whose name begins so."""
    found = sorted((day / "papers").glob(f"{name}*.pdf"))
    assert found, f"no {name} among {[one.name for one in (day / 'papers').iterdir()]}"
    return found[-1]


@pytest.mark.row("G15")
@pytest.mark.timeout(300)
def test_queue_customer_business_papers_money_and_complaint_at_one_workstation(day: Path) -> None:
    index = (day / "index.html").read_text(encoding="utf-8")
    assert index.count("<h2>") == STEPS + 1, "every step, and the papers"
    assert "失败" not in index
    for said in ("叫号", "查找", "受理过户", "收资", "收费", "投诉", "轧账", "锁屏", "审计"):
        assert said in index
    pictures = sorted(day.glob("[0-9][0-9]-*.png"))
    assert len(pictures) >= STEPS and all(one.stat().st_size > 5000 for one in pictures)
    assert all(one.name in index for one in pictures)


@pytest.mark.timeout(300)
def test_the_receipt_and_the_notice_name_the_promised_paper(day: Path) -> None:
    receipt = text_of(paper(day, "受理回执-SL-LD03-20260610-"))
    number = re.search(r"SL-LD03-20260610-\d{4}", receipt)
    assert number is not None and number.group() in paper(day, "受理回执").name
    assert "过户" in receipt and "用电地址权属证明" in receipt
    assert "容缺" in receipt and "2026年6月20日" in receipt
    assert "容缺" in text_of(paper(day, "一次性告知单-SL-LD03"))
    assert re.search(r"\*{6}\d{4}", receipt), "the account is masked"
    assert re.search(r"[一-鿿]\*\*?", receipt), "names are masked"
    assert not re.search(r"99\d{8}(?!\d)", receipt), "no account in clear"


@pytest.mark.timeout(300)
def test_money_papers_agree(day: Path) -> None:
    receipt = text_of(paper(day, "收费收据"))
    paid = re.search(r"¥(\d+\.\d\d)", receipt)
    assert paid is not None and "实收" in receipt and "找零" in receipt
    assert paid.group(1) in text_of(paper(day, "冲正单")), "what was paid is what was taken back"
    till = text_of(paper(day, "轧账单"))
    assert "差异" in till and "冲正明细" in till and paid.group(1) in till


@pytest.mark.timeout(300)
def test_the_complaint_record_has_words_masks_and_hashes(day: Path) -> None:
    record = text_of(paper(day, "投诉处理单-SQ-LD03-20260610-"))
    assert re.sub(r"\s+", "", FACTS) in record
    for name in MEDIA:
        content = resources.file("demo", "media", name).read_bytes()
        assert hashlib.sha256(content).hexdigest() in record, f"the SHA-256 of {name}"
        assert name in record
    assert re.search(r"100\*{4}\d{4}", record), "the telephone is masked"
    assert not re.search(r"100\d{8}", record)


@pytest.mark.timeout(300)
def test_every_paper_has_pages_and_a_preview(day: Path) -> None:
    papers = sorted((day / "papers").glob("*.pdf"))
    assert len(papers) >= 7
    for one in papers:
        assert PdfReader(one).pages and one.with_suffix(".png").stat().st_size > 10_000
