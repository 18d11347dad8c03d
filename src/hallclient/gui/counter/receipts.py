"""Papers of an order on their way to the printer (单据打印): an accepted order is safe whatever the printer does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hallclient.domain.business import Order
from hallclient.errors import HallError
from hallclient.gui.shared import messages
from hallclient.gui.shared.preview import PaperPreview
from hallclient.gui.shared.printing import Printed
from hallclient.gui.shared.workplace import Workplace

Paper = tuple[str, bytes]
"""The name of a paper and its PDF."""


class Receipts(QObject):
    """Makes papers on the store lane, prints them on the files lane, and says what became of them."""

    def __init__(self, workplace: Workplace, owner: QWidget) -> None:
        super().__init__(owner)
        self._place, self._owner = workplace, owner

    def accepted(self, order: Order) -> None:
        """Receipt without a question; the one-time notice too when something is still missing."""
        place = self._place
        missing = any(one.state != "received" and one.required for one in order.documents)
        receipt, notice = self._names(order.number)
        what = self.tr("已受理 %1").replace("%1", order.number)

        def work() -> list[Paper]:
            made = [(receipt, place.services.business_papers.print_acceptance(place.actor, order.id))]
            if missing:
                made.append((notice, place.services.business_papers.print_notice(place.actor, order.id)))
            return made

        papers = self.tr("回执和一次性告知单") if missing else self.tr("回执")
        self._make(work, what, papers)

    def again(self, order: Order, *, notice: bool, reason: str) -> None:
        """A reprint (补打), with its reason."""
        place = self._place
        names = self._names(order.number)

        def work() -> list[Paper]:
            papers = place.services.business_papers
            make = papers.print_notice if notice else papers.print_acceptance
            return [(names[1] if notice else names[0], make(place.actor, order.id, reason=reason))]

        self._make(work, order.number, self.tr("补打的一次性告知单") if notice else self.tr("补打的回执"))

    def kind_notice(self, kind: str, title: str, values: dict[str, str]) -> None:
        """The plain one-time notice of a kind, before anything is accepted."""
        place = self._place
        name = self.tr("一次性告知单 %1").replace("%1", title)

        def work() -> list[Paper]:
            return [(name, place.services.business_papers.print_kind_notice(place.actor, kind, values))]

        self._make(work, title, self.tr("一次性告知单"))

    # ---- inside --------------------------------------------------------------------------------------------------

    def _names(self, number: str) -> tuple[str, str]:
        receipt, notice = self.tr("受理回执 %1"), self.tr("一次性告知单 %1")
        return receipt.replace("%1", number), notice.replace("%1", number)

    def _make(self, work: Callable[[], list[Paper]], what: str, papers: str) -> None:
        place = self._place

        def failed(error: Exception) -> None:
            self._fault(error, what, papers, lambda: self._make(work, what, papers))

        place.background.run("store", work, lambda made: self._print(made, what, papers), failed, owner=self._owner)

    def _print(self, made: Sequence[Paper], what: str, papers: str) -> None:
        place = self._place

        def work() -> list[Printed]:
            return [place.printing.print(name, pdf) for name, pdf in made]

        def done(printed: list[Printed]) -> None:
            if printed and printed[0].printer:
                said = self.tr("%1，%2已打印")
            else:
                said = self.tr("%1，没有设打印机，%2已存到单据文件夹")
            place.messages.say(
                said.replace("%1", what).replace("%2", papers), "ok",
                action=self.tr("查看"), call=lambda: self.show_paper(*made[0]),
            )  # fmt: skip

        def failed(error: Exception) -> None:
            self._fault(error, what, papers, lambda: self._print(made, what, papers))

        place.background.run("files", work, done, failed, owner=self._owner)

    def _fault(self, error: Exception, what: str, papers: str, again: Callable[[], None]) -> None:
        if not isinstance(error, HallError):
            self._place.background.unexpected(error)
            return
        said = messages.words(error)
        text = self.tr("%1，数据已保存；%2没有打印：%3")
        text = text.replace("%1", what).replace("%2", papers).replace("%3", messages.told(said))
        self._place.messages.say(text, "late", action=self.tr("再打一次"), call=again)

    def show_paper(self, name: str, pdf: bytes) -> None:
        """The paper in a window."""
        preview = PaperPreview(name, pdf, self._place.printing, self._place.background, self._owner.window())
        preview.finished.connect(preview.deleteLater)
        preview.show()
