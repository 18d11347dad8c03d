# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'player.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from hallclient.gui.evidence.stage import Stage
from hallclient.gui.evidence.waveform import Waveform
class Ui_PlayerStage(object):
    def setupUi(self, PlayerStage):
        if not PlayerStage.objectName():
            PlayerStage.setObjectName(u"PlayerStage")
        self.column = QVBoxLayout(PlayerStage)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.stage = Stage(PlayerStage)
        self.stage.setObjectName(u"stage")

        self.column.addWidget(self.stage)

        self.wave = Waveform(PlayerStage)
        self.wave.setObjectName(u"wave")

        self.column.addWidget(self.wave)

        self.markBar = QFrame(PlayerStage)
        self.markBar.setObjectName(u"markBar")
        self.markBarRow = QHBoxLayout(self.markBar)
        self.markBarRow.setSpacing(8)
        self.markBarRow.setObjectName(u"markBarRow")
        self.markBarRow.setContentsMargins(16, 6, 16, 6)
        self.markTime = QLabel(self.markBar)
        self.markTime.setObjectName(u"markTime")
        self.markTime.setTextFormat(Qt.PlainText)

        self.markBarRow.addWidget(self.markTime)

        self.markText = QLineEdit(self.markBar)
        self.markText.setObjectName(u"markText")
        self.markText.setMaxLength(200)

        self.markBarRow.addWidget(self.markText)

        self.markSave = QPushButton(self.markBar)
        self.markSave.setObjectName(u"markSave")
        self.markSave.setFocusPolicy(Qt.StrongFocus)

        self.markBarRow.addWidget(self.markSave)

        self.markCancel = QPushButton(self.markBar)
        self.markCancel.setObjectName(u"markCancel")
        self.markCancel.setFocusPolicy(Qt.StrongFocus)

        self.markBarRow.addWidget(self.markCancel)


        self.column.addWidget(self.markBar)

        self.hints = QFrame(PlayerStage)
        self.hints.setObjectName(u"hints")
        self.hintsRow = QHBoxLayout(self.hints)
        self.hintsRow.setSpacing(8)
        self.hintsRow.setObjectName(u"hintsRow")
        self.hintsRow.setContentsMargins(16, 6, 16, 6)
        self.hintText = QLabel(self.hints)
        self.hintText.setObjectName(u"hintText")
        self.hintText.setTextFormat(Qt.PlainText)

        self.hintsRow.addWidget(self.hintText)

        self.spacerItem = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.hintsRow.addItem(self.spacerItem)

        self.hintDone = QPushButton(self.hints)
        self.hintDone.setObjectName(u"hintDone")
        self.hintDone.setFocusPolicy(Qt.StrongFocus)

        self.hintsRow.addWidget(self.hintDone)


        self.column.addWidget(self.hints)

        self.playBar = QFrame(PlayerStage)
        self.playBar.setObjectName(u"playBar")
        self.playBarRow = QHBoxLayout(self.playBar)
        self.playBarRow.setSpacing(8)
        self.playBarRow.setObjectName(u"playBarRow")
        self.playBarRow.setContentsMargins(16, 6, 16, 6)
        self.previousMark = QPushButton(self.playBar)
        self.previousMark.setObjectName(u"previousMark")
        self.previousMark.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.previousMark)

        self.back = QPushButton(self.playBar)
        self.back.setObjectName(u"back")
        self.back.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.back)

        self.play = QPushButton(self.playBar)
        self.play.setObjectName(u"play")
        self.play.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.play)

        self.ahead = QPushButton(self.playBar)
        self.ahead.setObjectName(u"ahead")
        self.ahead.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.ahead)

        self.nextMark = QPushButton(self.playBar)
        self.nextMark.setObjectName(u"nextMark")
        self.nextMark.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.nextMark)

        self.time = QLabel(self.playBar)
        self.time.setObjectName(u"time")
        self.time.setTextFormat(Qt.PlainText)

        self.playBarRow.addWidget(self.time)

        self.total = QLabel(self.playBar)
        self.total.setObjectName(u"total")
        self.total.setTextFormat(Qt.PlainText)

        self.playBarRow.addWidget(self.total)

        self.spacerItem1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.playBarRow.addItem(self.spacerItem1)

        self.speed = QPushButton(self.playBar)
        self.speed.setObjectName(u"speed")
        self.speed.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.speed)

        self.mute = QPushButton(self.playBar)
        self.mute.setObjectName(u"mute")
        self.mute.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.mute)

        self.mark = QPushButton(self.playBar)
        self.mark.setObjectName(u"mark")
        self.mark.setFocusPolicy(Qt.StrongFocus)

        self.playBarRow.addWidget(self.mark)


        self.column.addWidget(self.playBar)

        self.paperBar = QFrame(PlayerStage)
        self.paperBar.setObjectName(u"paperBar")
        self.paperBarRow = QHBoxLayout(self.paperBar)
        self.paperBarRow.setSpacing(8)
        self.paperBarRow.setObjectName(u"paperBarRow")
        self.paperBarRow.setContentsMargins(16, 6, 16, 6)
        self.previousPage = QPushButton(self.paperBar)
        self.previousPage.setObjectName(u"previousPage")
        self.previousPage.setFocusPolicy(Qt.StrongFocus)

        self.paperBarRow.addWidget(self.previousPage)

        self.pageNumber = QLabel(self.paperBar)
        self.pageNumber.setObjectName(u"pageNumber")
        self.pageNumber.setTextFormat(Qt.PlainText)

        self.paperBarRow.addWidget(self.pageNumber)

        self.nextPage = QPushButton(self.paperBar)
        self.nextPage.setObjectName(u"nextPage")
        self.nextPage.setFocusPolicy(Qt.StrongFocus)

        self.paperBarRow.addWidget(self.nextPage)

        self.spacerItem2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.paperBarRow.addItem(self.spacerItem2)

        self.farther = QPushButton(self.paperBar)
        self.farther.setObjectName(u"farther")
        self.farther.setFocusPolicy(Qt.StrongFocus)

        self.paperBarRow.addWidget(self.farther)

        self.fit = QPushButton(self.paperBar)
        self.fit.setObjectName(u"fit")
        self.fit.setFocusPolicy(Qt.StrongFocus)

        self.paperBarRow.addWidget(self.fit)

        self.closer = QPushButton(self.paperBar)
        self.closer.setObjectName(u"closer")
        self.closer.setFocusPolicy(Qt.StrongFocus)

        self.paperBarRow.addWidget(self.closer)


        self.column.addWidget(self.paperBar)

        QWidget.setTabOrder(self.stage, self.wave)
        QWidget.setTabOrder(self.wave, self.markText)
        QWidget.setTabOrder(self.markText, self.markSave)
        QWidget.setTabOrder(self.markSave, self.markCancel)
        QWidget.setTabOrder(self.markCancel, self.hintDone)
        QWidget.setTabOrder(self.hintDone, self.previousMark)
        QWidget.setTabOrder(self.previousMark, self.back)
        QWidget.setTabOrder(self.back, self.play)
        QWidget.setTabOrder(self.play, self.ahead)
        QWidget.setTabOrder(self.ahead, self.nextMark)
        QWidget.setTabOrder(self.nextMark, self.speed)
        QWidget.setTabOrder(self.speed, self.mute)
        QWidget.setTabOrder(self.mute, self.mark)
        QWidget.setTabOrder(self.mark, self.previousPage)
        QWidget.setTabOrder(self.previousPage, self.nextPage)
        QWidget.setTabOrder(self.nextPage, self.farther)
        QWidget.setTabOrder(self.farther, self.fit)
        QWidget.setTabOrder(self.fit, self.closer)

        self.retranslateUi(PlayerStage)

        QMetaObject.connectSlotsByName(PlayerStage)
    # setupUi

    def retranslateUi(self, PlayerStage):
#if QT_CONFIG(accessibility)
        self.stage.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u753b\u9762", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.wave.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u64ad\u653e\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.markTime.setText(QCoreApplication.translate("PlayerStage", u"00:00:00.000", None))
        self.markText.setPlaceholderText(QCoreApplication.translate("PlayerStage", u"\u8fd9\u4e00\u523b\u53d1\u751f\u4e86\u4ec0\u4e48", None))
#if QT_CONFIG(accessibility)
        self.markText.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u6807\u8bb0\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.markSave.setText(QCoreApplication.translate("PlayerStage", u"\u4fdd\u5b58", None))
#if QT_CONFIG(accessibility)
        self.markSave.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u4fdd\u5b58\u6807\u8bb0", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.markSave.setToolTip(QCoreApplication.translate("PlayerStage", u"\u4fdd\u5b58\u6807\u8bb0 (Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.markCancel.setText(QCoreApplication.translate("PlayerStage", u"\u53d6\u6d88", None))
#if QT_CONFIG(accessibility)
        self.markCancel.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u53d6\u6d88\u6807\u8bb0", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.markCancel.setToolTip(QCoreApplication.translate("PlayerStage", u"\u53d6\u6d88\u6807\u8bb0 (Esc)", None))
#endif // QT_CONFIG(tooltip)
        self.hintText.setText(QCoreApplication.translate("PlayerStage", u"\u7a7a\u683c \u64ad\u653e\u3000\u3000\u2190 \u2192 \u9000\u8fdb 5 \u79d2\u3000\u3000Shift 1 \u79d2\u3000\u3000Ctrl 15 \u79d2\u3000\u3000[ ] \u6162\u5feb\u3000\u3000M \u6807\u8bb0", None))
        self.hintDone.setText(QCoreApplication.translate("PlayerStage", u"\u77e5\u9053\u4e86", None))
#if QT_CONFIG(accessibility)
        self.hintDone.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u6536\u8d77\u6309\u952e\u63d0\u793a", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.hintDone.setToolTip(QCoreApplication.translate("PlayerStage", u"\u6536\u8d77\u6309\u952e\u63d0\u793a", None))
#endif // QT_CONFIG(tooltip)
        self.previousMark.setText("")
#if QT_CONFIG(accessibility)
        self.previousMark.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u4e0a\u4e00\u4e2a\u6807\u8bb0", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.previousMark.setToolTip(QCoreApplication.translate("PlayerStage", u"\u4e0a\u4e00\u4e2a\u6807\u8bb0 (Page Up)", None))
#endif // QT_CONFIG(tooltip)
        self.back.setText("")
#if QT_CONFIG(accessibility)
        self.back.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u540e\u9000 5 \u79d2", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back.setToolTip(QCoreApplication.translate("PlayerStage", u"\u540e\u9000 5 \u79d2 (\u2190)", None))
#endif // QT_CONFIG(tooltip)
        self.play.setText("")
#if QT_CONFIG(accessibility)
        self.play.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u64ad\u653e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.play.setToolTip(QCoreApplication.translate("PlayerStage", u"\u64ad\u653e (\u7a7a\u683c)", None))
#endif // QT_CONFIG(tooltip)
        self.ahead.setText("")
#if QT_CONFIG(accessibility)
        self.ahead.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u524d\u8fdb 5 \u79d2", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.ahead.setToolTip(QCoreApplication.translate("PlayerStage", u"\u524d\u8fdb 5 \u79d2 (\u2192)", None))
#endif // QT_CONFIG(tooltip)
        self.nextMark.setText("")
#if QT_CONFIG(accessibility)
        self.nextMark.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u4e0b\u4e00\u4e2a\u6807\u8bb0", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.nextMark.setToolTip(QCoreApplication.translate("PlayerStage", u"\u4e0b\u4e00\u4e2a\u6807\u8bb0 (Page Down)", None))
#endif // QT_CONFIG(tooltip)
        self.time.setText(QCoreApplication.translate("PlayerStage", u"00:00:00.000", None))
#if QT_CONFIG(accessibility)
        self.time.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u64ad\u653e\u4f4d\u7f6e", None))
#endif // QT_CONFIG(accessibility)
        self.total.setText(QCoreApplication.translate("PlayerStage", u"/ 00:00:00", None))
        self.speed.setText(QCoreApplication.translate("PlayerStage", u"1.0\u00d7", None))
#if QT_CONFIG(accessibility)
        self.speed.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u64ad\u653e\u901f\u5ea6", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.speed.setToolTip(QCoreApplication.translate("PlayerStage", u"\u64ad\u653e\u901f\u5ea6 ([ \u6162  ] \u5feb)", None))
#endif // QT_CONFIG(tooltip)
        self.mute.setText("")
#if QT_CONFIG(accessibility)
        self.mute.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u9759\u97f3", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.mute.setToolTip(QCoreApplication.translate("PlayerStage", u"\u9759\u97f3 (0)", None))
#endif // QT_CONFIG(tooltip)
        self.mark.setText(QCoreApplication.translate("PlayerStage", u"\u6807\u8bb0", None))
#if QT_CONFIG(accessibility)
        self.mark.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u6807\u8bb0\u8fd9\u4e00\u523b", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.mark.setToolTip(QCoreApplication.translate("PlayerStage", u"\u6807\u8bb0\u8fd9\u4e00\u523b (M)", None))
#endif // QT_CONFIG(tooltip)
        self.previousPage.setText("")
#if QT_CONFIG(accessibility)
        self.previousPage.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u4e0a\u4e00\u9875", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.previousPage.setToolTip(QCoreApplication.translate("PlayerStage", u"\u4e0a\u4e00\u9875 (Page Up)", None))
#endif // QT_CONFIG(tooltip)
        self.pageNumber.setText(QCoreApplication.translate("PlayerStage", u"1 / 1", None))
#if QT_CONFIG(accessibility)
        self.pageNumber.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u9875\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.nextPage.setText("")
#if QT_CONFIG(accessibility)
        self.nextPage.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u4e0b\u4e00\u9875", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.nextPage.setToolTip(QCoreApplication.translate("PlayerStage", u"\u4e0b\u4e00\u9875 (Page Down)", None))
#endif // QT_CONFIG(tooltip)
        self.farther.setText("")
#if QT_CONFIG(accessibility)
        self.farther.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u7f29\u5c0f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.farther.setToolTip(QCoreApplication.translate("PlayerStage", u"\u7f29\u5c0f (\u2212)", None))
#endif // QT_CONFIG(tooltip)
        self.fit.setText(QCoreApplication.translate("PlayerStage", u"\u6574\u9875", None))
#if QT_CONFIG(accessibility)
        self.fit.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u6574\u9875\u663e\u793a", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.fit.setToolTip(QCoreApplication.translate("PlayerStage", u"\u6574\u9875\u663e\u793a (0)", None))
#endif // QT_CONFIG(tooltip)
        self.closer.setText("")
#if QT_CONFIG(accessibility)
        self.closer.setAccessibleName(QCoreApplication.translate("PlayerStage", u"\u653e\u5927", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.closer.setToolTip(QCoreApplication.translate("PlayerStage", u"\u653e\u5927 (+)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

