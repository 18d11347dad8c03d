"""The look: contrast of every pair of tokens, the sheet made whole, fonts, icons, growth with the font size."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallclient.gui.shared import icons, theme
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.tokens import BRANDS, THEMES, contrast, tokens

LOOKS = [(name, brand) for name in THEMES for brand in BRANDS]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize(("name", "brand"), LOOKS)
def test_every_text_can_be_read_on_every_ground(name: str, brand: str) -> None:
    here = tokens(name, brand)
    poor = [
        f"{text} on {ground}: {ratio:.2f}"
        for text, grounds in here.pairs.items()
        for ground in grounds
        if (ratio := contrast(here.colour(text), here.colour(ground))) < 4.5
    ]
    assert poor == []


@pytest.mark.parametrize(("name", "brand"), LOOKS)
def test_no_pair_is_forgotten(name: str, brand: str) -> None:
    """Each tone is checked on its tint, each role's colour on the card."""
    here = tokens(name, brand)
    for tone in ("brand", "ok", "soon", "late", "info"):
        assert f"{tone}-tint" in here.pairs[tone]
    assert all("surface" in here.pairs[role.token] for role in here.type.values())


def test_themes_have_the_same_tokens() -> None:
    names = [set(tokens(name, brand).colours) for name, brand in LOOKS]
    assert all(found == names[0] for found in names)


def test_high_contrast_has_no_soft_text() -> None:
    here = tokens("contrast")
    assert here.colour("text") == here.colour("text-soft") == "#000000"
    assert contrast(here.colour("text"), here.colour("surface")) == pytest.approx(21)


@pytest.mark.parametrize(("name", "brand"), LOOKS)
def test_sheet_is_whole(qapp: QApplication, name: str, brand: str) -> None:
    here = theme.apply(qapp, name, 150, brand)
    sheet = re.sub(r"/\*.*?\*/", "", theme.sheet(here), flags=re.DOTALL)
    assert re.findall(r"@[a-z-]+", sheet) == []
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert not QPixmap(path).isNull(), path
    assert qapp.palette().color(QPalette.ColorRole.Highlight).name().upper() == here.hex("brand").upper()


def test_fonts_are_the_bundled_ones(qapp: QApplication) -> None:
    here = theme.apply(qapp)
    for role, weight in (("body", 400), ("strong", 500), ("card", 600)):
        found = QFontInfo(here.font(role))
        assert (found.family(), found.weight()) == (theme.FAMILY, weight)
    for rare in "䶮㛃𬭎":
        assert QFontMetrics(here.font("body")).inFontUcs4(ord(rare)), rare


def test_figures_are_tabular(qapp: QApplication) -> None:
    metrics = theme.apply(qapp).metrics("number")
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_grows_with_the_font(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    here = theme.apply(qapp, "light", percent)
    title, button = Text("低压居民新装", "page"), Button("受理并打印", kind="primary")
    for widget in (title, button):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert title.font().pointSizeF() == pytest.approx(16 * percent / 100, abs=0.3)
    assert button.sizeHint().height() == 32 * percent / 100
    assert here.px(1) == 1, "hairlines stay"
    assert here.measure("rail") == 72 * percent / 100
    theme.apply(qapp)


def test_font_size_is_kept_within_bounds(qapp: QApplication) -> None:
    assert theme.apply(qapp, "light", 500).percent == 200
    assert theme.apply(qapp, "light", 10).percent == 100


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    theme.apply(qapp)
    picture = icons.pixmap(name, "text", 18).toImage()
    assert picture.width() == 18
    assert any(picture.pixelColor(x, y).alpha() > 60 for x in range(18) for y in range(18))


def test_an_unknown_icon_is_found_when_the_widget_is_made(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        Button("印", icon="no such icon")


def test_typed_markup_is_shown_as_typed(qtbot: QtBot) -> None:
    label = Text("<b>张三</b><img src=x>")
    qtbot.addWidget(label)
    assert label.sizeHint().width() > label.fontMetrics().horizontalAdvance("<b>张三</b>")
