"""Fonts: all embedded, rare characters read back, missing glyphs seen, a missing file told in words."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from hallclient import errors
from hallclient.reports import fonts
from hallclient.reports.payment import payment


def test_rare_characters_have_glyphs_and_emoji_have_not() -> None:
    fonts.register()
    for name in (fonts.REGULAR, fonts.MEDIUM, fonts.STRONG):
        assert all(fonts.font(name).has(char) for char in "䶮㛃𬭎\u2212¥，。")
        assert not any(fonts.font(name).has(char) for char in "😀ש")


def test_a_missing_glyph_stays_missing_after_it_was_drawn(samples: dict[str, Any]) -> None:
    _, paper = samples["payment"]
    payment(replace(paper, remarks="🦉"))
    assert not fonts.font(fonts.REGULAR).has("🦉")
    assert fonts.width("🦉", fonts.REGULAR, 10) == pytest.approx(13)


def test_a_missing_glyph_is_drawn_as_a_box_with_its_code(samples: dict[str, Any]) -> None:
    """The page of 🦉 has more filled pixels (rectangles) than that of a character with a glyph."""
    _, paper = samples["payment"]

    def drawn(words: str) -> int:
        page = PdfReader(io.BytesIO(payment(replace(paper, remarks=words)))).pages[0]
        contents = page.get_contents()
        assert contents is not None
        return contents.get_data().count(b" re")

    pixels = sum(bin(int(bits)).count("1") for digit in "1F989" for bits in fonts_pixels()[digit])
    assert drawn("🦉") - drawn("鸮") == pixels + 1


def fonts_pixels() -> dict[str, str]:
    from hallclient.reports import text

    return text._PIXELS


def test_every_font_is_embedded(samples: dict[str, Any]) -> None:
    for draw, paper in samples.values():
        reader = PdfReader(io.BytesIO(draw(paper)))
        for page in reader.pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                font = font.get_object()
                assert "NotoSansSC" in font["/BaseFont"]
                assert "/FontFile2" in font["/FontDescriptor"]


@pytest.mark.parametrize("file", ["absent.ttf", "LICENSE_FONT"])
def test_a_font_file_that_is_missing_or_broken(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    monkeypatch.setitem(fonts._FILES, "Gone", file)
    with pytest.raises(errors.Unavailable) as caught:
        fonts.font("Gone")
    assert caught.value.code == "papers.font_missing"
    words = errors.words(caught.value.code, **caught.value.details)
    assert file in words.what
