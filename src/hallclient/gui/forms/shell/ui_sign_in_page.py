# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sign_in_page.ui'
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

class Ui_SignInPage(object):
    def setupUi(self, SignInPage):
        if not SignInPage.objectName():
            SignInPage.setObjectName(u"SignInPage")
        self.row = QHBoxLayout(SignInPage)
        self.row.setSpacing(0)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.side = QFrame(SignInPage)
        self.side.setObjectName(u"side")
        self.side.setProperty(u"look", u"rail")
        self.sideColumn = QVBoxLayout(self.side)
        self.sideColumn.setSpacing(8)
        self.sideColumn.setObjectName(u"sideColumn")
        self.sideColumn.setContentsMargins(48, 40, 48, 24)
        self.s1 = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sideColumn.addItem(self.s1)

        self.mark = QLabel(self.side)
        self.mark.setObjectName(u"mark")
        self.mark.setTextFormat(Qt.TextFormat.PlainText)
        self.mark.setProperty(u"role", u"page")

        self.sideColumn.addWidget(self.mark)

        self.hall = QLabel(self.side)
        self.hall.setObjectName(u"hall")
        self.hall.setTextFormat(Qt.TextFormat.PlainText)
        self.hall.setProperty(u"role", u"page")
        self.hall.setWordWrap(True)
        self.hall.setProperty(u"ink", u"chrome-text")

        self.sideColumn.addWidget(self.hall)

        self.window = QLabel(self.side)
        self.window.setObjectName(u"window")
        self.window.setTextFormat(Qt.TextFormat.PlainText)
        self.window.setProperty(u"role", u"body")
        self.window.setProperty(u"ink", u"chrome-text")

        self.sideColumn.addWidget(self.window)

        self.s2 = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sideColumn.addItem(self.s2)

        self.foot = QLabel(self.side)
        self.foot.setObjectName(u"foot")
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setProperty(u"role", u"meta")
        self.foot.setWordWrap(True)
        self.foot.setProperty(u"ink", u"chrome-text")

        self.sideColumn.addWidget(self.foot)


        self.row.addWidget(self.side)

        self.main = QWidget(SignInPage)
        self.main.setObjectName(u"main")
        self.main.setProperty(u"ground", u"canvas")
        self.mainColumn = QVBoxLayout(self.main)
        self.mainColumn.setSpacing(8)
        self.mainColumn.setObjectName(u"mainColumn")
        self.mainColumn.setContentsMargins(24, 24, 24, 24)
        self.s3 = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.mainColumn.addItem(self.s3)

        self.cardRow = QHBoxLayout()
        self.cardRow.setSpacing(0)
        self.cardRow.setObjectName(u"cardRow")
        self.cardRow.setContentsMargins(0, 0, 0, 0)
        self.c1 = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cardRow.addItem(self.c1)

        self.card = QFrame(self.main)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.card.setMinimumSize(QSize(320, 0))
        self.card.setMaximumSize(QSize(400, 16777215))
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(12)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(28, 24, 28, 24)
        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"page")

        self.cardColumn.addWidget(self.title)

        self.lead = QLabel(self.card)
        self.lead.setObjectName(u"lead")
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.lead.setProperty(u"role", u"soft")
        self.lead.setWordWrap(True)

        self.cardColumn.addWidget(self.lead)

        self.gap1 = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.cardColumn.addItem(self.gap1)

        self.staffBox = QVBoxLayout()
        self.staffBox.setSpacing(4)
        self.staffBox.setObjectName(u"staffBox")
        self.staffBox.setContentsMargins(0, 0, 0, 0)
        self.staffLabel = QLabel(self.card)
        self.staffLabel.setObjectName(u"staffLabel")
        self.staffLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.staffLabel.setProperty(u"role", u"label")

        self.staffBox.addWidget(self.staffLabel)

        self.staff = QLineEdit(self.card)
        self.staff.setObjectName(u"staff")
        self.staff.setMaxLength(16)

        self.staffBox.addWidget(self.staff)


        self.cardColumn.addLayout(self.staffBox)

        self.passwordBox = QVBoxLayout()
        self.passwordBox.setSpacing(4)
        self.passwordBox.setObjectName(u"passwordBox")
        self.passwordBox.setContentsMargins(0, 0, 0, 0)
        self.passwordLabel = QLabel(self.card)
        self.passwordLabel.setObjectName(u"passwordLabel")
        self.passwordLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.passwordLabel.setProperty(u"role", u"label")

        self.passwordBox.addWidget(self.passwordLabel)

        self.password = QLineEdit(self.card)
        self.password.setObjectName(u"password")
        self.password.setMaxLength(256)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.passwordBox.addWidget(self.password)


        self.cardColumn.addLayout(self.passwordBox)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"meta-strong")
        self.problem.setProperty(u"ink", u"late")

        self.cardColumn.addWidget(self.problem)

        self.enter = QPushButton(self.card)
        self.enter.setObjectName(u"enter")
        self.enter.setProperty(u"kind", u"primary")

        self.cardColumn.addWidget(self.enter)

        self.cancel = QPushButton(self.card)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"kind", u"quiet")

        self.cardColumn.addWidget(self.cancel)


        self.cardRow.addWidget(self.card)

        self.c2 = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cardRow.addItem(self.c2)

        self.cardRow.setStretch(0, 1)
        self.cardRow.setStretch(1, 20)
        self.cardRow.setStretch(2, 1)

        self.mainColumn.addLayout(self.cardRow)

        self.s4 = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.mainColumn.addItem(self.s4)


        self.row.addWidget(self.main)

        self.row.setStretch(0, 2)
        self.row.setStretch(1, 3)
#if QT_CONFIG(shortcut)
        self.staffLabel.setBuddy(self.staff)
        self.passwordLabel.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.staff, self.password)
        QWidget.setTabOrder(self.password, self.enter)
        QWidget.setTabOrder(self.enter, self.cancel)

        self.retranslateUi(SignInPage)

        QMetaObject.connectSlotsByName(SignInPage)
    # setupUi

    def retranslateUi(self, SignInPage):
        self.mark.setText("")
        self.hall.setText("")
        self.window.setText("")
        self.foot.setText("")
        self.title.setText(QCoreApplication.translate("SignInPage", u"\u767b\u5f55", None))
        self.lead.setText(QCoreApplication.translate("SignInPage", u"\u7528\u5de5\u53f7\u548c\u5bc6\u7801\u767b\u5f55\uff0c\u79bb\u7ebf\u4e5f\u53ef\u4ee5", None))
        self.staffLabel.setText(QCoreApplication.translate("SignInPage", u"\u5de5\u53f7", None))
        self.staff.setPlaceholderText(QCoreApplication.translate("SignInPage", u"\u5de5\u724c\u4e0a\u7684\u53f7\u7801", None))
        self.passwordLabel.setText(QCoreApplication.translate("SignInPage", u"\u5bc6\u7801", None))
        self.problem.setText("")
        self.enter.setText(QCoreApplication.translate("SignInPage", u"\u767b\u5f55", None))
        self.cancel.setText(QCoreApplication.translate("SignInPage", u"\u53d6\u6d88", None))
        pass
    # retranslateUi

