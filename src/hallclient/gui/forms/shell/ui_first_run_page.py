# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_run_page.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QGridLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QRadioButton, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

class Ui_FirstRunPage(object):
    def setupUi(self, FirstRunPage):
        if not FirstRunPage.objectName():
            FirstRunPage.setObjectName(u"FirstRunPage")
        self.outer = QVBoxLayout(FirstRunPage)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(FirstRunPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.inside.setProperty(u"ground", u"canvas")
        self.insideColumn = QVBoxLayout(self.inside)
        self.insideColumn.setSpacing(8)
        self.insideColumn.setObjectName(u"insideColumn")
        self.insideColumn.setContentsMargins(24, 24, 24, 24)
        self.s0 = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.insideColumn.addItem(self.s0)

        self.cardRow = QHBoxLayout()
        self.cardRow.setSpacing(0)
        self.cardRow.setObjectName(u"cardRow")
        self.cardRow.setContentsMargins(0, 0, 0, 0)
        self.c1 = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cardRow.addItem(self.c1)

        self.card = QFrame(self.inside)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.card.setMinimumSize(QSize(560, 0))
        self.card.setMaximumSize(QSize(720, 16777215))
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(12)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(28, 24, 28, 24)
        self.step = QLabel(self.card)
        self.step.setObjectName(u"step")
        self.step.setTextFormat(Qt.TextFormat.PlainText)
        self.step.setProperty(u"role", u"meta")

        self.cardColumn.addWidget(self.step)

        self.title = QLabel(self.card)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"page")

        self.cardColumn.addWidget(self.title)

        self.steps = QStackedWidget(self.card)
        self.steps.setObjectName(u"steps")
        self.hallStep = QWidget()
        self.hallStep.setObjectName(u"hallStep")
        self.hallStepColumn = QVBoxLayout(self.hallStep)
        self.hallStepColumn.setSpacing(12)
        self.hallStepColumn.setObjectName(u"hallStepColumn")
        self.hallStepColumn.setContentsMargins(0, 0, 0, 0)
        self.hallLead = QLabel(self.hallStep)
        self.hallLead.setObjectName(u"hallLead")
        self.hallLead.setTextFormat(Qt.TextFormat.PlainText)
        self.hallLead.setProperty(u"role", u"soft")
        self.hallLead.setWordWrap(True)

        self.hallStepColumn.addWidget(self.hallLead)

        self.hallGrid = QGridLayout()
        self.hallGrid.setObjectName(u"hallGrid")
        self.hallGrid.setHorizontalSpacing(16)
        self.hallGrid.setVerticalSpacing(10)
        self.unitNameBox = QVBoxLayout()
        self.unitNameBox.setSpacing(4)
        self.unitNameBox.setObjectName(u"unitNameBox")
        self.unitNameBox.setContentsMargins(0, 0, 0, 0)
        self.unitNameLabel = QLabel(self.hallStep)
        self.unitNameLabel.setObjectName(u"unitNameLabel")
        self.unitNameLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.unitNameLabel.setProperty(u"role", u"label")

        self.unitNameBox.addWidget(self.unitNameLabel)

        self.unitName = QLineEdit(self.hallStep)
        self.unitName.setObjectName(u"unitName")
        self.unitName.setMaxLength(60)

        self.unitNameBox.addWidget(self.unitName)

        self.unitNameProblem = QLabel(self.hallStep)
        self.unitNameProblem.setObjectName(u"unitNameProblem")
        self.unitNameProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.unitNameProblem.setProperty(u"role", u"meta-strong")
        self.unitNameProblem.setWordWrap(True)
        self.unitNameProblem.setProperty(u"ink", u"late")

        self.unitNameBox.addWidget(self.unitNameProblem)


        self.hallGrid.addLayout(self.unitNameBox, 0, 0, 1, 1)

        self.unitCodeBox = QVBoxLayout()
        self.unitCodeBox.setSpacing(4)
        self.unitCodeBox.setObjectName(u"unitCodeBox")
        self.unitCodeBox.setContentsMargins(0, 0, 0, 0)
        self.unitCodeLabel = QLabel(self.hallStep)
        self.unitCodeLabel.setObjectName(u"unitCodeLabel")
        self.unitCodeLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.unitCodeLabel.setProperty(u"role", u"label")

        self.unitCodeBox.addWidget(self.unitCodeLabel)

        self.unitCode = QLineEdit(self.hallStep)
        self.unitCode.setObjectName(u"unitCode")
        self.unitCode.setMaxLength(8)

        self.unitCodeBox.addWidget(self.unitCode)

        self.unitCodeProblem = QLabel(self.hallStep)
        self.unitCodeProblem.setObjectName(u"unitCodeProblem")
        self.unitCodeProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.unitCodeProblem.setProperty(u"role", u"meta-strong")
        self.unitCodeProblem.setWordWrap(True)
        self.unitCodeProblem.setProperty(u"ink", u"late")

        self.unitCodeBox.addWidget(self.unitCodeProblem)


        self.hallGrid.addLayout(self.unitCodeBox, 0, 1, 1, 1)

        self.gradeBox = QVBoxLayout()
        self.gradeBox.setSpacing(4)
        self.gradeBox.setObjectName(u"gradeBox")
        self.gradeBox.setContentsMargins(0, 0, 0, 0)
        self.gradeLabel = QLabel(self.hallStep)
        self.gradeLabel.setObjectName(u"gradeLabel")
        self.gradeLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.gradeLabel.setProperty(u"role", u"label")

        self.gradeBox.addWidget(self.gradeLabel)

        self.grade = QComboBox(self.hallStep)
        self.grade.addItem("")
        self.grade.addItem("")
        self.grade.addItem("")
        self.grade.setObjectName(u"grade")

        self.gradeBox.addWidget(self.grade)

        self.gradeProblem = QLabel(self.hallStep)
        self.gradeProblem.setObjectName(u"gradeProblem")
        self.gradeProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.gradeProblem.setProperty(u"role", u"meta-strong")
        self.gradeProblem.setWordWrap(True)
        self.gradeProblem.setProperty(u"ink", u"late")

        self.gradeBox.addWidget(self.gradeProblem)


        self.hallGrid.addLayout(self.gradeBox, 1, 0, 1, 1)

        self.counterBox = QVBoxLayout()
        self.counterBox.setSpacing(4)
        self.counterBox.setObjectName(u"counterBox")
        self.counterBox.setContentsMargins(0, 0, 0, 0)
        self.counterLabel = QLabel(self.hallStep)
        self.counterLabel.setObjectName(u"counterLabel")
        self.counterLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.counterLabel.setProperty(u"role", u"label")

        self.counterBox.addWidget(self.counterLabel)

        self.counter = QLineEdit(self.hallStep)
        self.counter.setObjectName(u"counter")
        self.counter.setMaxLength(2)

        self.counterBox.addWidget(self.counter)

        self.counterProblem = QLabel(self.hallStep)
        self.counterProblem.setObjectName(u"counterProblem")
        self.counterProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.counterProblem.setProperty(u"role", u"meta-strong")
        self.counterProblem.setWordWrap(True)
        self.counterProblem.setProperty(u"ink", u"late")

        self.counterBox.addWidget(self.counterProblem)


        self.hallGrid.addLayout(self.counterBox, 1, 1, 1, 1)

        self.phoneBox = QVBoxLayout()
        self.phoneBox.setSpacing(4)
        self.phoneBox.setObjectName(u"phoneBox")
        self.phoneBox.setContentsMargins(0, 0, 0, 0)
        self.phoneLabel = QLabel(self.hallStep)
        self.phoneLabel.setObjectName(u"phoneLabel")
        self.phoneLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.phoneLabel.setProperty(u"role", u"label")

        self.phoneBox.addWidget(self.phoneLabel)

        self.phone = QLineEdit(self.hallStep)
        self.phone.setObjectName(u"phone")
        self.phone.setMaxLength(20)

        self.phoneBox.addWidget(self.phone)

        self.phoneProblem = QLabel(self.hallStep)
        self.phoneProblem.setObjectName(u"phoneProblem")
        self.phoneProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.phoneProblem.setProperty(u"role", u"meta-strong")
        self.phoneProblem.setWordWrap(True)
        self.phoneProblem.setProperty(u"ink", u"late")

        self.phoneBox.addWidget(self.phoneProblem)


        self.hallGrid.addLayout(self.phoneBox, 2, 0, 1, 1)

        self.hoursBox = QVBoxLayout()
        self.hoursBox.setSpacing(4)
        self.hoursBox.setObjectName(u"hoursBox")
        self.hoursBox.setContentsMargins(0, 0, 0, 0)
        self.hoursLabel = QLabel(self.hallStep)
        self.hoursLabel.setObjectName(u"hoursLabel")
        self.hoursLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.hoursLabel.setProperty(u"role", u"label")

        self.hoursBox.addWidget(self.hoursLabel)

        self.hours = QLineEdit(self.hallStep)
        self.hours.setObjectName(u"hours")
        self.hours.setMaxLength(60)

        self.hoursBox.addWidget(self.hours)

        self.hoursProblem = QLabel(self.hallStep)
        self.hoursProblem.setObjectName(u"hoursProblem")
        self.hoursProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.hoursProblem.setProperty(u"role", u"meta-strong")
        self.hoursProblem.setWordWrap(True)
        self.hoursProblem.setProperty(u"ink", u"late")

        self.hoursBox.addWidget(self.hoursProblem)


        self.hallGrid.addLayout(self.hoursBox, 2, 1, 1, 1)

        self.addressBox = QVBoxLayout()
        self.addressBox.setSpacing(4)
        self.addressBox.setObjectName(u"addressBox")
        self.addressBox.setContentsMargins(0, 0, 0, 0)
        self.addressLabel = QLabel(self.hallStep)
        self.addressLabel.setObjectName(u"addressLabel")
        self.addressLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.addressLabel.setProperty(u"role", u"label")

        self.addressBox.addWidget(self.addressLabel)

        self.address = QLineEdit(self.hallStep)
        self.address.setObjectName(u"address")
        self.address.setMaxLength(120)

        self.addressBox.addWidget(self.address)

        self.addressProblem = QLabel(self.hallStep)
        self.addressProblem.setObjectName(u"addressProblem")
        self.addressProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.addressProblem.setProperty(u"role", u"meta-strong")
        self.addressProblem.setWordWrap(True)
        self.addressProblem.setProperty(u"ink", u"late")

        self.addressBox.addWidget(self.addressProblem)


        self.hallGrid.addLayout(self.addressBox, 3, 0, 1, 2)


        self.hallStepColumn.addLayout(self.hallGrid)

        self.hallStepEnd = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.hallStepColumn.addItem(self.hallStepEnd)

        self.steps.addWidget(self.hallStep)
        self.adminStep = QWidget()
        self.adminStep.setObjectName(u"adminStep")
        self.adminStepColumn = QVBoxLayout(self.adminStep)
        self.adminStepColumn.setSpacing(12)
        self.adminStepColumn.setObjectName(u"adminStepColumn")
        self.adminStepColumn.setContentsMargins(0, 0, 0, 0)
        self.adminLead = QLabel(self.adminStep)
        self.adminLead.setObjectName(u"adminLead")
        self.adminLead.setTextFormat(Qt.TextFormat.PlainText)
        self.adminLead.setProperty(u"role", u"soft")
        self.adminLead.setWordWrap(True)

        self.adminStepColumn.addWidget(self.adminLead)

        self.adminGrid = QGridLayout()
        self.adminGrid.setObjectName(u"adminGrid")
        self.adminGrid.setHorizontalSpacing(16)
        self.adminGrid.setVerticalSpacing(10)
        self.staffNoBox = QVBoxLayout()
        self.staffNoBox.setSpacing(4)
        self.staffNoBox.setObjectName(u"staffNoBox")
        self.staffNoBox.setContentsMargins(0, 0, 0, 0)
        self.staffNoLabel = QLabel(self.adminStep)
        self.staffNoLabel.setObjectName(u"staffNoLabel")
        self.staffNoLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.staffNoLabel.setProperty(u"role", u"label")

        self.staffNoBox.addWidget(self.staffNoLabel)

        self.staffNo = QLineEdit(self.adminStep)
        self.staffNo.setObjectName(u"staffNo")
        self.staffNo.setMaxLength(16)

        self.staffNoBox.addWidget(self.staffNo)

        self.staffNoProblem = QLabel(self.adminStep)
        self.staffNoProblem.setObjectName(u"staffNoProblem")
        self.staffNoProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.staffNoProblem.setProperty(u"role", u"meta-strong")
        self.staffNoProblem.setWordWrap(True)
        self.staffNoProblem.setProperty(u"ink", u"late")

        self.staffNoBox.addWidget(self.staffNoProblem)


        self.adminGrid.addLayout(self.staffNoBox, 0, 0, 1, 1)

        self.nameBox = QVBoxLayout()
        self.nameBox.setSpacing(4)
        self.nameBox.setObjectName(u"nameBox")
        self.nameBox.setContentsMargins(0, 0, 0, 0)
        self.nameLabel = QLabel(self.adminStep)
        self.nameLabel.setObjectName(u"nameLabel")
        self.nameLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.nameLabel.setProperty(u"role", u"label")

        self.nameBox.addWidget(self.nameLabel)

        self.name = QLineEdit(self.adminStep)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(40)

        self.nameBox.addWidget(self.name)

        self.nameProblem = QLabel(self.adminStep)
        self.nameProblem.setObjectName(u"nameProblem")
        self.nameProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.nameProblem.setProperty(u"role", u"meta-strong")
        self.nameProblem.setWordWrap(True)
        self.nameProblem.setProperty(u"ink", u"late")

        self.nameBox.addWidget(self.nameProblem)


        self.adminGrid.addLayout(self.nameBox, 0, 1, 1, 1)

        self.passwordBox = QVBoxLayout()
        self.passwordBox.setSpacing(4)
        self.passwordBox.setObjectName(u"passwordBox")
        self.passwordBox.setContentsMargins(0, 0, 0, 0)
        self.passwordLabel = QLabel(self.adminStep)
        self.passwordLabel.setObjectName(u"passwordLabel")
        self.passwordLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.passwordLabel.setProperty(u"role", u"label")

        self.passwordBox.addWidget(self.passwordLabel)

        self.password = QLineEdit(self.adminStep)
        self.password.setObjectName(u"password")
        self.password.setMaxLength(256)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.passwordBox.addWidget(self.password)

        self.passwordProblem = QLabel(self.adminStep)
        self.passwordProblem.setObjectName(u"passwordProblem")
        self.passwordProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.passwordProblem.setProperty(u"role", u"meta-strong")
        self.passwordProblem.setWordWrap(True)
        self.passwordProblem.setProperty(u"ink", u"late")

        self.passwordBox.addWidget(self.passwordProblem)


        self.adminGrid.addLayout(self.passwordBox, 1, 0, 1, 1)

        self.againBox = QVBoxLayout()
        self.againBox.setSpacing(4)
        self.againBox.setObjectName(u"againBox")
        self.againBox.setContentsMargins(0, 0, 0, 0)
        self.againLabel = QLabel(self.adminStep)
        self.againLabel.setObjectName(u"againLabel")
        self.againLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.againLabel.setProperty(u"role", u"label")

        self.againBox.addWidget(self.againLabel)

        self.again = QLineEdit(self.adminStep)
        self.again.setObjectName(u"again")
        self.again.setMaxLength(256)
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.againBox.addWidget(self.again)

        self.againProblem = QLabel(self.adminStep)
        self.againProblem.setObjectName(u"againProblem")
        self.againProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.againProblem.setProperty(u"role", u"meta-strong")
        self.againProblem.setWordWrap(True)
        self.againProblem.setProperty(u"ink", u"late")

        self.againBox.addWidget(self.againProblem)


        self.adminGrid.addLayout(self.againBox, 1, 1, 1, 1)


        self.adminStepColumn.addLayout(self.adminGrid)

        self.passwordNote = QLabel(self.adminStep)
        self.passwordNote.setObjectName(u"passwordNote")
        self.passwordNote.setTextFormat(Qt.TextFormat.PlainText)
        self.passwordNote.setProperty(u"role", u"meta")
        self.passwordNote.setWordWrap(True)

        self.adminStepColumn.addWidget(self.passwordNote)

        self.adminStepEnd = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.adminStepColumn.addItem(self.adminStepEnd)

        self.steps.addWidget(self.adminStep)
        self.keyStep = QWidget()
        self.keyStep.setObjectName(u"keyStep")
        self.keyStepColumn = QVBoxLayout(self.keyStep)
        self.keyStepColumn.setSpacing(12)
        self.keyStepColumn.setObjectName(u"keyStepColumn")
        self.keyStepColumn.setContentsMargins(0, 0, 0, 0)
        self.keyLead = QLabel(self.keyStep)
        self.keyLead.setObjectName(u"keyLead")
        self.keyLead.setTextFormat(Qt.TextFormat.PlainText)
        self.keyLead.setProperty(u"role", u"soft")
        self.keyLead.setWordWrap(True)

        self.keyStepColumn.addWidget(self.keyLead)

        self.keyring = QRadioButton(self.keyStep)
        self.keyring.setObjectName(u"keyring")

        self.keyStepColumn.addWidget(self.keyring)

        self.keyringNote = QLabel(self.keyStep)
        self.keyringNote.setObjectName(u"keyringNote")
        self.keyringNote.setTextFormat(Qt.TextFormat.PlainText)
        self.keyringNote.setProperty(u"role", u"meta")
        self.keyringNote.setWordWrap(True)

        self.keyStepColumn.addWidget(self.keyringNote)

        self.passphrase = QRadioButton(self.keyStep)
        self.passphrase.setObjectName(u"passphrase")

        self.keyStepColumn.addWidget(self.passphrase)

        self.phraseHolder = QWidget(self.keyStep)
        self.phraseHolder.setObjectName(u"phraseHolder")
        self.phraseGrid = QGridLayout(self.phraseHolder)
        self.phraseGrid.setObjectName(u"phraseGrid")
        self.phraseGrid.setHorizontalSpacing(16)
        self.phraseGrid.setVerticalSpacing(10)
        self.phraseGrid.setContentsMargins(0, 0, 0, 0)
        self.phraseBox = QVBoxLayout()
        self.phraseBox.setSpacing(4)
        self.phraseBox.setObjectName(u"phraseBox")
        self.phraseBox.setContentsMargins(0, 0, 0, 0)
        self.phraseLabel = QLabel(self.phraseHolder)
        self.phraseLabel.setObjectName(u"phraseLabel")
        self.phraseLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.phraseLabel.setProperty(u"role", u"label")

        self.phraseBox.addWidget(self.phraseLabel)

        self.phrase = QLineEdit(self.phraseHolder)
        self.phrase.setObjectName(u"phrase")
        self.phrase.setMaxLength(256)
        self.phrase.setEchoMode(QLineEdit.EchoMode.Password)

        self.phraseBox.addWidget(self.phrase)

        self.phraseProblem = QLabel(self.phraseHolder)
        self.phraseProblem.setObjectName(u"phraseProblem")
        self.phraseProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.phraseProblem.setProperty(u"role", u"meta-strong")
        self.phraseProblem.setWordWrap(True)
        self.phraseProblem.setProperty(u"ink", u"late")

        self.phraseBox.addWidget(self.phraseProblem)


        self.phraseGrid.addLayout(self.phraseBox, 0, 0, 1, 1)

        self.phraseAgainBox = QVBoxLayout()
        self.phraseAgainBox.setSpacing(4)
        self.phraseAgainBox.setObjectName(u"phraseAgainBox")
        self.phraseAgainBox.setContentsMargins(0, 0, 0, 0)
        self.phraseAgainLabel = QLabel(self.phraseHolder)
        self.phraseAgainLabel.setObjectName(u"phraseAgainLabel")
        self.phraseAgainLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.phraseAgainLabel.setProperty(u"role", u"label")

        self.phraseAgainBox.addWidget(self.phraseAgainLabel)

        self.phraseAgain = QLineEdit(self.phraseHolder)
        self.phraseAgain.setObjectName(u"phraseAgain")
        self.phraseAgain.setMaxLength(256)
        self.phraseAgain.setEchoMode(QLineEdit.EchoMode.Password)

        self.phraseAgainBox.addWidget(self.phraseAgain)

        self.phraseAgainProblem = QLabel(self.phraseHolder)
        self.phraseAgainProblem.setObjectName(u"phraseAgainProblem")
        self.phraseAgainProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.phraseAgainProblem.setProperty(u"role", u"meta-strong")
        self.phraseAgainProblem.setWordWrap(True)
        self.phraseAgainProblem.setProperty(u"ink", u"late")

        self.phraseAgainBox.addWidget(self.phraseAgainProblem)


        self.phraseGrid.addLayout(self.phraseAgainBox, 0, 1, 1, 1)


        self.keyStepColumn.addWidget(self.phraseHolder)

        self.recoveryNote = QLabel(self.keyStep)
        self.recoveryNote.setObjectName(u"recoveryNote")
        self.recoveryNote.setTextFormat(Qt.TextFormat.PlainText)
        self.recoveryNote.setProperty(u"role", u"meta")
        self.recoveryNote.setWordWrap(True)

        self.keyStepColumn.addWidget(self.recoveryNote)

        self.keyStepEnd = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.keyStepColumn.addItem(self.keyStepEnd)

        self.steps.addWidget(self.keyStep)
        self.recoveryStep = QWidget()
        self.recoveryStep.setObjectName(u"recoveryStep")
        self.recoveryStepColumn = QVBoxLayout(self.recoveryStep)
        self.recoveryStepColumn.setSpacing(12)
        self.recoveryStepColumn.setObjectName(u"recoveryStepColumn")
        self.recoveryStepColumn.setContentsMargins(0, 0, 0, 0)
        self.recoveryLead = QLabel(self.recoveryStep)
        self.recoveryLead.setObjectName(u"recoveryLead")
        self.recoveryLead.setTextFormat(Qt.TextFormat.PlainText)
        self.recoveryLead.setProperty(u"role", u"soft")
        self.recoveryLead.setWordWrap(True)

        self.recoveryStepColumn.addWidget(self.recoveryLead)

        self.code = QLabel(self.recoveryStep)
        self.code.setObjectName(u"code")
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setProperty(u"role", u"card")
        self.code.setWordWrap(True)

        self.recoveryStepColumn.addWidget(self.code)

        self.recoveryRow = QHBoxLayout()
        self.recoveryRow.setSpacing(8)
        self.recoveryRow.setObjectName(u"recoveryRow")
        self.recoveryRow.setContentsMargins(0, 0, 0, 0)
        self.printSheet = QPushButton(self.recoveryStep)
        self.printSheet.setObjectName(u"printSheet")
        self.printSheet.setProperty(u"kind", u"plain")

        self.recoveryRow.addWidget(self.printSheet)

        self.saveSheet = QPushButton(self.recoveryStep)
        self.saveSheet.setObjectName(u"saveSheet")
        self.saveSheet.setProperty(u"kind", u"plain")

        self.recoveryRow.addWidget(self.saveSheet)

        self.rs = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.recoveryRow.addItem(self.rs)


        self.recoveryStepColumn.addLayout(self.recoveryRow)

        self.sheetDone = QLabel(self.recoveryStep)
        self.sheetDone.setObjectName(u"sheetDone")
        self.sheetDone.setTextFormat(Qt.TextFormat.PlainText)
        self.sheetDone.setProperty(u"role", u"meta-strong")
        self.sheetDone.setWordWrap(True)
        self.sheetDone.setProperty(u"ink", u"ok")

        self.recoveryStepColumn.addWidget(self.sheetDone)

        self.kept = QCheckBox(self.recoveryStep)
        self.kept.setObjectName(u"kept")

        self.recoveryStepColumn.addWidget(self.kept)

        self.recoveryStepEnd = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.recoveryStepColumn.addItem(self.recoveryStepEnd)

        self.steps.addWidget(self.recoveryStep)

        self.cardColumn.addWidget(self.steps)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty(u"role", u"meta-strong")
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"ink", u"late")

        self.cardColumn.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.back = QPushButton(self.card)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"kind", u"quiet")

        self.buttons.addWidget(self.back)

        self.bs = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.bs)

        self.next = QPushButton(self.card)
        self.next.setObjectName(u"next")
        self.next.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.next)


        self.cardColumn.addLayout(self.buttons)


        self.cardRow.addWidget(self.card)

        self.c2 = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cardRow.addItem(self.c2)

        self.cardRow.setStretch(0, 1)
        self.cardRow.setStretch(1, 20)
        self.cardRow.setStretch(2, 1)

        self.insideColumn.addLayout(self.cardRow)

        self.s9 = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.insideColumn.addItem(self.s9)

        self.scroll.setWidget(self.inside)

        self.outer.addWidget(self.scroll)

#if QT_CONFIG(shortcut)
        self.unitNameLabel.setBuddy(self.unitName)
        self.unitCodeLabel.setBuddy(self.unitCode)
        self.gradeLabel.setBuddy(self.grade)
        self.counterLabel.setBuddy(self.counter)
        self.phoneLabel.setBuddy(self.phone)
        self.hoursLabel.setBuddy(self.hours)
        self.addressLabel.setBuddy(self.address)
        self.staffNoLabel.setBuddy(self.staffNo)
        self.nameLabel.setBuddy(self.name)
        self.passwordLabel.setBuddy(self.password)
        self.againLabel.setBuddy(self.again)
        self.phraseLabel.setBuddy(self.phrase)
        self.phraseAgainLabel.setBuddy(self.phraseAgain)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.unitName, self.unitCode)
        QWidget.setTabOrder(self.unitCode, self.grade)
        QWidget.setTabOrder(self.grade, self.counter)
        QWidget.setTabOrder(self.counter, self.phone)
        QWidget.setTabOrder(self.phone, self.hours)
        QWidget.setTabOrder(self.hours, self.address)
        QWidget.setTabOrder(self.address, self.staffNo)
        QWidget.setTabOrder(self.staffNo, self.name)
        QWidget.setTabOrder(self.name, self.password)
        QWidget.setTabOrder(self.password, self.again)
        QWidget.setTabOrder(self.again, self.keyring)
        QWidget.setTabOrder(self.keyring, self.passphrase)
        QWidget.setTabOrder(self.passphrase, self.phrase)
        QWidget.setTabOrder(self.phrase, self.phraseAgain)
        QWidget.setTabOrder(self.phraseAgain, self.printSheet)
        QWidget.setTabOrder(self.printSheet, self.saveSheet)
        QWidget.setTabOrder(self.saveSheet, self.kept)
        QWidget.setTabOrder(self.kept, self.back)
        QWidget.setTabOrder(self.back, self.next)

        self.retranslateUi(FirstRunPage)

        QMetaObject.connectSlotsByName(FirstRunPage)
    # setupUi

    def retranslateUi(self, FirstRunPage):
        self.step.setText("")
        self.title.setText(QCoreApplication.translate("FirstRunPage", u"\u5efa\u7acb\u8fd9\u53f0\u7535\u8111\u7684\u5de5\u4f5c\u533a", None))
        self.hallLead.setText(QCoreApplication.translate("FirstRunPage", u"\u8fd9\u53f0\u7535\u8111\u5728\u54ea\u4e2a\u8425\u4e1a\u5385\u3001\u51e0\u53f7\u7a97\u53e3\uff1f\u5355\u636e\u7f16\u53f7\u7531\u5385\u4ee3\u7801\u3001\u65e5\u671f\u548c\u7a97\u53e3\u7ec4\u6210\uff0c\u5404\u7a97\u53e3\u4e92\u4e0d\u91cd\u590d\u3002", None))
        self.unitNameLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u8425\u4e1a\u5385\u540d\u79f0", None))
        self.unitNameProblem.setText("")
        self.unitCodeLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u5385\u4ee3\u7801\uff08\u5b57\u6bcd\u548c\u6570\u5b57\uff09", None))
        self.unitCodeProblem.setText("")
        self.gradeLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u7b49\u7ea7", None))
        self.grade.setItemText(0, QCoreApplication.translate("FirstRunPage", u"A", None))
        self.grade.setItemText(1, QCoreApplication.translate("FirstRunPage", u"B", None))
        self.grade.setItemText(2, QCoreApplication.translate("FirstRunPage", u"C", None))

        self.gradeProblem.setText("")
        self.counterLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u7a97\u53e3\u53f7", None))
        self.counterProblem.setText("")
        self.phoneLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u8425\u4e1a\u5385\u7535\u8bdd\uff08\u9009\u586b\uff09", None))
        self.phoneProblem.setText("")
        self.hoursLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u8425\u4e1a\u65f6\u95f4\uff08\u9009\u586b\uff09", None))
        self.hoursProblem.setText("")
        self.addressLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u5730\u5740\uff08\u9009\u586b\uff09", None))
        self.addressProblem.setText("")
        self.adminLead.setText(QCoreApplication.translate("FirstRunPage", u"\u7b2c\u4e00\u4e2a\u8d26\u6237\u5148\u517c\u7cfb\u7edf\u3001\u5b89\u5168\u548c\u5ba1\u8ba1\u7ba1\u7406\uff0c\u4e4b\u540e\u8bf7\u5206\u7ed9\u4e09\u4e2a\u4eba\u3002", None))
        self.staffNoLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u5de5\u53f7", None))
        self.staffNoProblem.setText("")
        self.nameLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u59d3\u540d", None))
        self.nameProblem.setText("")
        self.passwordLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u5bc6\u7801", None))
        self.passwordProblem.setText("")
        self.againLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u518d\u8f93\u4e00\u6b21\u5bc6\u7801", None))
        self.againProblem.setText("")
        self.passwordNote.setText(QCoreApplication.translate("FirstRunPage", u"\u81f3\u5c11 10 \u4f4d\uff0c\u542b\u5927\u5199\u3001\u5c0f\u5199\u3001\u6570\u5b57\u3001\u7b26\u53f7\u4e2d\u7684\u4e09\u79cd\uff0c\u4e14\u4e0d\u542b\u5de5\u53f7", None))
        self.keyLead.setText(QCoreApplication.translate("FirstRunPage", u"\u5ba2\u6237\u8d44\u6599\u548c\u8bc1\u636e\u90fd\u52a0\u5bc6\u4fdd\u5b58\u5728\u8fd9\u53f0\u7535\u8111\u4e0a\u3002\u52a0\u5bc6\u94a5\u5319\u653e\u5728\u54ea\u91cc\uff1f", None))
        self.keyring.setText(QCoreApplication.translate("FirstRunPage", u"\u7cfb\u7edf\u94a5\u5319\u4e32\uff1a\u767b\u5f55\u7535\u8111\u540e\u81ea\u52a8\u6253\u5f00\uff0c\u4e0d\u7528\u518d\u8f93\u53e3\u4ee4", None))
        self.keyringNote.setText("")
        self.passphrase.setText(QCoreApplication.translate("FirstRunPage", u"\u53e3\u4ee4\u4fdd\u62a4\uff1a\u6bcf\u6b21\u542f\u52a8\u8f93\u5165\u53e3\u4ee4\uff0c\u53e3\u4ee4\u81f3\u5c11 12 \u4f4d", None))
        self.phraseLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u53e3\u4ee4", None))
        self.phraseProblem.setText("")
        self.phraseAgainLabel.setText(QCoreApplication.translate("FirstRunPage", u"\u518d\u8f93\u4e00\u6b21\u53e3\u4ee4", None))
        self.phraseAgainProblem.setText("")
        self.recoveryNote.setText(QCoreApplication.translate("FirstRunPage", u"\u4e0b\u4e00\u6b65\u4f1a\u7ed9\u51fa\u6062\u590d\u5355\u3002\u5fd8\u8bb0\u53e3\u4ee4\u6216\u6362\u7535\u8111\u65f6\uff0c\u53ea\u6709\u6062\u590d\u5355\u80fd\u6253\u5f00\u6570\u636e\u3002", None))
        self.recoveryLead.setText(QCoreApplication.translate("FirstRunPage", u"\u8bf7\u6253\u5370\u6062\u590d\u5355\uff0c\u7531\u5355\u4f4d\u4fdd\u5bc6\u4fdd\u7ba1\u3002\u6062\u590d\u7801\u53ea\u51fa\u73b0\u8fd9\u4e00\u6b21\uff0c\u7a0b\u5e8f\u91cc\u4e0d\u7559\u3002", None))
        self.code.setText("")
        self.printSheet.setText(QCoreApplication.translate("FirstRunPage", u"\u6253\u5370\u6062\u590d\u5355", None))
        self.saveSheet.setText(QCoreApplication.translate("FirstRunPage", u"\u5b58\u4e3a\u6587\u4ef6", None))
        self.sheetDone.setText("")
        self.kept.setText(QCoreApplication.translate("FirstRunPage", u"\u6062\u590d\u5355\u5df2\u7ecf\u4ea4\u7ed9\u4e13\u4eba\u4fdd\u7ba1", None))
        self.problem.setText("")
        self.back.setText(QCoreApplication.translate("FirstRunPage", u"\u4e0a\u4e00\u6b65", None))
        self.next.setText(QCoreApplication.translate("FirstRunPage", u"\u4e0b\u4e00\u6b65", None))
        pass
    # retranslateUi

