# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_page.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QSizePolicy, QSlider, QSpacerItem,
    QSpinBox, QVBoxLayout, QWidget)

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        SettingsPage.setMaximumSize(QSize(640, 16777215))
        self.column = QVBoxLayout(SettingsPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(SettingsPage)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"page")

        self.column.addWidget(self.title)

        self.look = QFrame(SettingsPage)
        self.look.setObjectName(u"look")
        self.look.setProperty(u"look", u"card")
        self.lookColumn = QVBoxLayout(self.look)
        self.lookColumn.setSpacing(12)
        self.lookColumn.setObjectName(u"lookColumn")
        self.lookColumn.setContentsMargins(16, 14, 16, 16)
        self.lookTitle = QLabel(self.look)
        self.lookTitle.setObjectName(u"lookTitle")
        self.lookTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.lookTitle.setProperty(u"role", u"card")

        self.lookColumn.addWidget(self.lookTitle)

        self.themeBox = QVBoxLayout()
        self.themeBox.setSpacing(4)
        self.themeBox.setObjectName(u"themeBox")
        self.themeBox.setContentsMargins(0, 0, 0, 0)
        self.themeLabel = QLabel(self.look)
        self.themeLabel.setObjectName(u"themeLabel")
        self.themeLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.themeLabel.setProperty(u"role", u"label")

        self.themeBox.addWidget(self.themeLabel)

        self.theme = QComboBox(self.look)
        self.theme.addItem("")
        self.theme.addItem("")
        self.theme.addItem("")
        self.theme.addItem("")
        self.theme.setObjectName(u"theme")

        self.themeBox.addWidget(self.theme)


        self.lookColumn.addLayout(self.themeBox)

        self.fontBox = QVBoxLayout()
        self.fontBox.setSpacing(4)
        self.fontBox.setObjectName(u"fontBox")
        self.fontBox.setContentsMargins(0, 0, 0, 0)
        self.fontLine = QHBoxLayout()
        self.fontLine.setSpacing(8)
        self.fontLine.setObjectName(u"fontLine")
        self.fontLine.setContentsMargins(0, 0, 0, 0)
        self.fontLabel = QLabel(self.look)
        self.fontLabel.setObjectName(u"fontLabel")
        self.fontLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.fontLabel.setProperty(u"role", u"label")

        self.fontLine.addWidget(self.fontLabel)

        self.fs = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.fontLine.addItem(self.fs)

        self.fontValue = QLabel(self.look)
        self.fontValue.setObjectName(u"fontValue")
        self.fontValue.setTextFormat(Qt.TextFormat.PlainText)
        self.fontValue.setProperty(u"role", u"meta")

        self.fontLine.addWidget(self.fontValue)


        self.fontBox.addLayout(self.fontLine)

        self.font = QSlider(self.look)
        self.font.setObjectName(u"font")
        self.font.setMinimum(100)
        self.font.setMaximum(200)
        self.font.setSingleStep(10)
        self.font.setPageStep(25)
        self.font.setOrientation(Qt.Orientation.Horizontal)

        self.fontBox.addWidget(self.font)


        self.lookColumn.addLayout(self.fontBox)

        self.languageBox = QVBoxLayout()
        self.languageBox.setSpacing(4)
        self.languageBox.setObjectName(u"languageBox")
        self.languageBox.setContentsMargins(0, 0, 0, 0)
        self.languageLabel = QLabel(self.look)
        self.languageLabel.setObjectName(u"languageLabel")
        self.languageLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.languageLabel.setProperty(u"role", u"label")

        self.languageBox.addWidget(self.languageLabel)

        self.language = QComboBox(self.look)
        self.language.addItem("")
        self.language.addItem("")
        self.language.setObjectName(u"language")

        self.languageBox.addWidget(self.language)


        self.lookColumn.addLayout(self.languageBox)

        self.languageNote = QLabel(self.look)
        self.languageNote.setObjectName(u"languageNote")
        self.languageNote.setTextFormat(Qt.TextFormat.PlainText)
        self.languageNote.setProperty(u"role", u"meta")
        self.languageNote.setWordWrap(True)

        self.lookColumn.addWidget(self.languageNote)


        self.column.addWidget(self.look)

        self.work = QFrame(SettingsPage)
        self.work.setObjectName(u"work")
        self.work.setProperty(u"look", u"card")
        self.workColumn = QVBoxLayout(self.work)
        self.workColumn.setSpacing(12)
        self.workColumn.setObjectName(u"workColumn")
        self.workColumn.setContentsMargins(16, 14, 16, 16)
        self.workTitle = QLabel(self.work)
        self.workTitle.setObjectName(u"workTitle")
        self.workTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.workTitle.setProperty(u"role", u"card")

        self.workColumn.addWidget(self.workTitle)

        self.printerBox = QVBoxLayout()
        self.printerBox.setSpacing(4)
        self.printerBox.setObjectName(u"printerBox")
        self.printerBox.setContentsMargins(0, 0, 0, 0)
        self.printerLabel = QLabel(self.work)
        self.printerLabel.setObjectName(u"printerLabel")
        self.printerLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.printerLabel.setProperty(u"role", u"label")

        self.printerBox.addWidget(self.printerLabel)

        self.printer = QComboBox(self.work)
        self.printer.setObjectName(u"printer")

        self.printerBox.addWidget(self.printer)


        self.workColumn.addLayout(self.printerBox)

        self.printerNote = QLabel(self.work)
        self.printerNote.setObjectName(u"printerNote")
        self.printerNote.setTextFormat(Qt.TextFormat.PlainText)
        self.printerNote.setProperty(u"role", u"meta")
        self.printerNote.setWordWrap(True)

        self.workColumn.addWidget(self.printerNote)

        self.idleBox = QVBoxLayout()
        self.idleBox.setSpacing(4)
        self.idleBox.setObjectName(u"idleBox")
        self.idleBox.setContentsMargins(0, 0, 0, 0)
        self.idleLabel = QLabel(self.work)
        self.idleLabel.setObjectName(u"idleLabel")
        self.idleLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.idleLabel.setProperty(u"role", u"label")

        self.idleBox.addWidget(self.idleLabel)

        self.idle = QSpinBox(self.work)
        self.idle.setObjectName(u"idle")
        self.idle.setMinimum(1)
        self.idle.setMaximum(15)

        self.idleBox.addWidget(self.idle)


        self.workColumn.addLayout(self.idleBox)


        self.column.addWidget(self.work)

        self.about = QFrame(SettingsPage)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"look", u"card")
        self.aboutColumn = QVBoxLayout(self.about)
        self.aboutColumn.setSpacing(12)
        self.aboutColumn.setObjectName(u"aboutColumn")
        self.aboutColumn.setContentsMargins(16, 14, 16, 16)
        self.aboutTitle = QLabel(self.about)
        self.aboutTitle.setObjectName(u"aboutTitle")
        self.aboutTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.aboutTitle.setProperty(u"role", u"card")

        self.aboutColumn.addWidget(self.aboutTitle)

        self.brandText = QLabel(self.about)
        self.brandText.setObjectName(u"brandText")
        self.brandText.setTextFormat(Qt.TextFormat.PlainText)
        self.brandText.setProperty(u"role", u"body")
        self.brandText.setWordWrap(True)

        self.aboutColumn.addWidget(self.brandText)

        self.keyText = QLabel(self.about)
        self.keyText.setObjectName(u"keyText")
        self.keyText.setTextFormat(Qt.TextFormat.PlainText)
        self.keyText.setProperty(u"role", u"body")
        self.keyText.setWordWrap(True)

        self.aboutColumn.addWidget(self.keyText)


        self.column.addWidget(self.about)

        self.end = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.end)

#if QT_CONFIG(shortcut)
        self.themeLabel.setBuddy(self.theme)
        self.fontLabel.setBuddy(self.font)
        self.languageLabel.setBuddy(self.language)
        self.printerLabel.setBuddy(self.printer)
        self.idleLabel.setBuddy(self.idle)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.theme, self.font)
        QWidget.setTabOrder(self.font, self.language)
        QWidget.setTabOrder(self.language, self.printer)
        QWidget.setTabOrder(self.printer, self.idle)

        self.retranslateUi(SettingsPage)

        QMetaObject.connectSlotsByName(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.title.setText(QCoreApplication.translate("SettingsPage", u"\u8bbe\u7f6e", None))
        self.lookTitle.setText(QCoreApplication.translate("SettingsPage", u"\u5916\u89c2", None))
        self.themeLabel.setText(QCoreApplication.translate("SettingsPage", u"\u4e3b\u9898", None))
        self.theme.setItemText(0, QCoreApplication.translate("SettingsPage", u"\u8ddf\u968f\u7cfb\u7edf", None))
        self.theme.setItemText(1, QCoreApplication.translate("SettingsPage", u"\u6d45\u8272", None))
        self.theme.setItemText(2, QCoreApplication.translate("SettingsPage", u"\u6df1\u8272", None))
        self.theme.setItemText(3, QCoreApplication.translate("SettingsPage", u"\u9ad8\u5bf9\u6bd4\u5ea6", None))

        self.fontLabel.setText(QCoreApplication.translate("SettingsPage", u"\u5b57\u53f7", None))
        self.fontValue.setText("")
        self.languageLabel.setText(QCoreApplication.translate("SettingsPage", u"\u8bed\u8a00", None))
        self.language.setItemText(0, QCoreApplication.translate("SettingsPage", u"\u7b80\u4f53\u4e2d\u6587", None))
        self.language.setItemText(1, QCoreApplication.translate("SettingsPage", u"English", None))

        self.languageNote.setText(QCoreApplication.translate("SettingsPage", u"\u8bed\u8a00\u5728\u4e0b\u6b21\u542f\u52a8\u65f6\u751f\u6548", None))
        self.workTitle.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5370\u4e0e\u5b89\u5168", None))
        self.printerLabel.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5370\u673a", None))
        self.printerNote.setText(QCoreApplication.translate("SettingsPage", u"\u6ca1\u6709\u6253\u5370\u673a\u65f6\uff0c\u5355\u636e\u4fdd\u5b58\u5230\u5de5\u4f5c\u533a\u7684\u201cpapers\u201d\u6587\u4ef6\u5939", None))
        self.idleLabel.setText(QCoreApplication.translate("SettingsPage", u"\u65e0\u4eba\u64cd\u4f5c\u591a\u5c11\u5206\u949f\u540e\u9501\u5c4f", None))
        self.idle.setSuffix(QCoreApplication.translate("SettingsPage", u" \u5206\u949f", None))
        self.aboutTitle.setText(QCoreApplication.translate("SettingsPage", u"\u672c\u673a", None))
        self.brandText.setText("")
        self.keyText.setText("")
        pass
    # retranslateUi

