# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'password_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_PasswordDialog(object):
    def setupUi(self, PasswordDialog):
        if not PasswordDialog.objectName():
            PasswordDialog.setObjectName(u"PasswordDialog")
        PasswordDialog.setMinimumSize(QSize(400, 0))
        self.column = QVBoxLayout(PasswordDialog)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 20, 24, 20)
        self.title = QLabel(PasswordDialog)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"card")

        self.column.addWidget(self.title)

        self.lead = QLabel(PasswordDialog)
        self.lead.setObjectName(u"lead")
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.lead.setProperty(u"role", u"soft")
        self.lead.setWordWrap(True)

        self.column.addWidget(self.lead)

        self.oldBox = QVBoxLayout()
        self.oldBox.setSpacing(4)
        self.oldBox.setObjectName(u"oldBox")
        self.oldBox.setContentsMargins(0, 0, 0, 0)
        self.oldLabel = QLabel(PasswordDialog)
        self.oldLabel.setObjectName(u"oldLabel")
        self.oldLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.oldLabel.setProperty(u"role", u"label")

        self.oldBox.addWidget(self.oldLabel)

        self.old = QLineEdit(PasswordDialog)
        self.old.setObjectName(u"old")
        self.old.setMaxLength(256)
        self.old.setEchoMode(QLineEdit.EchoMode.Password)

        self.oldBox.addWidget(self.old)


        self.column.addLayout(self.oldBox)

        self.freshBox = QVBoxLayout()
        self.freshBox.setSpacing(4)
        self.freshBox.setObjectName(u"freshBox")
        self.freshBox.setContentsMargins(0, 0, 0, 0)
        self.freshLabel = QLabel(PasswordDialog)
        self.freshLabel.setObjectName(u"freshLabel")
        self.freshLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.freshLabel.setProperty(u"role", u"label")

        self.freshBox.addWidget(self.freshLabel)

        self.fresh = QLineEdit(PasswordDialog)
        self.fresh.setObjectName(u"fresh")
        self.fresh.setMaxLength(256)
        self.fresh.setEchoMode(QLineEdit.EchoMode.Password)

        self.freshBox.addWidget(self.fresh)


        self.column.addLayout(self.freshBox)

        self.againBox = QVBoxLayout()
        self.againBox.setSpacing(4)
        self.againBox.setObjectName(u"againBox")
        self.againBox.setContentsMargins(0, 0, 0, 0)
        self.againLabel = QLabel(PasswordDialog)
        self.againLabel.setObjectName(u"againLabel")
        self.againLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.againLabel.setProperty(u"role", u"label")

        self.againBox.addWidget(self.againLabel)

        self.again = QLineEdit(PasswordDialog)
        self.again.setObjectName(u"again")
        self.again.setMaxLength(256)
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.againBox.addWidget(self.again)


        self.column.addLayout(self.againBox)

        self.problem = QLabel(PasswordDialog)
        self.problem.setObjectName(u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty(u"role", u"meta-strong")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"ink", u"late")

        self.column.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.s = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.s)

        self.cancel = QPushButton(PasswordDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"kind", u"plain")

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(PasswordDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.save)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.oldLabel.setBuddy(self.old)
        self.freshLabel.setBuddy(self.fresh)
        self.againLabel.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.old, self.fresh)
        QWidget.setTabOrder(self.fresh, self.again)
        QWidget.setTabOrder(self.again, self.cancel)
        QWidget.setTabOrder(self.cancel, self.save)

        self.retranslateUi(PasswordDialog)

        QMetaObject.connectSlotsByName(PasswordDialog)
    # setupUi

    def retranslateUi(self, PasswordDialog):
        self.title.setText(QCoreApplication.translate("PasswordDialog", u"\u4fee\u6539\u5bc6\u7801", None))
        self.lead.setText(QCoreApplication.translate("PasswordDialog", u"\u81f3\u5c11 10 \u4f4d\uff0c\u542b\u5927\u5199\u3001\u5c0f\u5199\u3001\u6570\u5b57\u3001\u7b26\u53f7\u4e2d\u7684\u4e09\u79cd\uff0c\u4e14\u4e0d\u542b\u5de5\u53f7", None))
        self.oldLabel.setText(QCoreApplication.translate("PasswordDialog", u"\u73b0\u5728\u7684\u5bc6\u7801", None))
        self.freshLabel.setText(QCoreApplication.translate("PasswordDialog", u"\u65b0\u5bc6\u7801", None))
        self.againLabel.setText(QCoreApplication.translate("PasswordDialog", u"\u518d\u8f93\u4e00\u6b21\u65b0\u5bc6\u7801", None))
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("PasswordDialog", u"\u53d6\u6d88", None))
        self.save.setText(QCoreApplication.translate("PasswordDialog", u"\u4fdd\u5b58", None))
        pass
    # retranslateUi

