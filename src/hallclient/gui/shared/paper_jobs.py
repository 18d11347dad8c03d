"""A paper from the service to the printer (出单): made on the store lane, printed on the files lane, never lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from hallclient.errors import Unavailable
from hallclient.gui.shared.messages import words
from hallclient.gui.shared.printing import Printed
from hallclient.gui.shared.workplace import Workplace


def print_paper(
    work: Workplace,
    name: str,
    make: Callable[[], bytes],
    owner: QObject,
    done: Callable[[Printed], None] | None = None,
) -> None:
    """Print what ``make`` draws, without a question.

    A printer fault says that the record is safe and offers to print again; the paper lies in the papers folder. Without
    a printer the toast says which file was kept.
    """

    def drawn(pdf: bytes) -> None:
        work.background.run("files", lambda: work.printing.print(name, pdf), printed, failed, owner=owner)

    def printed(result: Printed) -> None:
        if not result.printer and result.file is not None:
            work.messages.say(
                QCoreApplication.translate("paper_jobs", "没有打印机，{0} 已存为 PDF").format(name), "info"
            )
        if done is not None:
            done(result)

    def failed(error: Exception) -> None:
        if not isinstance(error, Unavailable):
            raise error
        said = words(error)
        again = QCoreApplication.translate("paper_jobs", "再打一次")
        text = QCoreApplication.translate("paper_jobs", "业务已保存，{0} 没有打印：{1}").format(name, said.what)
        work.messages.say(text, "soon", action=again, call=lambda: print_paper(work, name, make, owner, done))

    work.background.run("store", make, drawn, owner=owner)
