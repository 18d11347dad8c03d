"""The language of the window (语言): Qt's own buttons in Chinese, the program's English from its translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from hallclient import resources
from hallclient.gui.shared import messages

_installed: list[QTranslator] = []


def apply(app: QCoreApplication, language: str) -> list[str]:
    """Install the translators of ``zh_CN`` or ``en``; gives the names of those found."""
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    QLocale.setDefault(QLocale("zh_CN" if language == "zh_CN" else "en_GB"))
    messages.set_language(language)
    found = []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own_folder = str(resources.folder("translations"))
    for name, folder in ((f"qtbase_{language}", qt_folder), (f"hallclient_{language}", own_folder)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)
            found.append(name)
    return found
