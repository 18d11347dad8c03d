"""Words of the audit trail (审计用语): actions, records, results and details as an auditor reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from hallclient.gui.shared import formats


class AuditWords(QObject):
    """``names`` adds words of values (roles). What has no word is shown as it is stored."""

    def __init__(self, names: Mapping[str, str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actions = {
            "sign_in": self.tr("登录"), "sign_out": self.tr("退出登录"), "setup": self.tr("初始设置"),
            "password.change": self.tr("修改密码"), "password.reset": self.tr("重置密码"),
            "user.add": self.tr("新增人员"), "user.change": self.tr("修改人员"), "user.enable": self.tr("启用人员"),
            "user.disable": self.tr("停用人员"), "unit.add": self.tr("新增单位"), "unit.change": self.tr("修改单位"),
            "customer.create": self.tr("新建客户档案"), "customer.edit": self.tr("修改客户档案"),
            "customer.confirm": self.tr("确认客户资料"), "customer.unmask": self.tr("查看客户明文"),
            "customer.import": self.tr("导入客户"), "customer.import_undo": self.tr("撤销导入"),
            "order.accept": self.tr("受理业务"), "order.unmask": self.tr("查看工单明文"),
            "draft.discard": self.tr("放弃草稿"), "notice.print": self.tr("打印告知单"),
            "receipt.print": self.tr("打印收据"), "payment.collect": self.tr("收费"),
            "receivable.key": self.tr("录入应收"), "receivable.import": self.tr("导入应收"),
            "reversal.ask": self.tr("申请冲正"), "reversal.approve": self.tr("同意冲正"),
            "reversal.refuse": self.tr("不同意冲正"), "reversal.print": self.tr("打印冲正单"),
            "settlement.close": self.tr("轧账"), "settlement.print": self.tr("打印轧账单"),
            "ticket.issue": self.tr("发号"), "ticket.rate": self.tr("客户评价"), "request.accept": self.tr("受理诉求"),
            "request.amend": self.tr("补充诉求"), "request.close_first_contact": self.tr("当场办结诉求"),
            "request.unmask": self.tr("查看诉求明文"), "request.contact": self.tr("登记联系"),
            "file.import": self.tr("导入文件"), "file.export": self.tr("导出文件"),
            "complaint.print": self.tr("打印投诉记录"),
            "audit.verify": self.tr("校验审计链"), "doctor": self.tr("体检"),
            "evidence.received": self.tr("证据入库"), "evidence.verified": self.tr("校验证据"),
            "evidence.failed": self.tr("证据校验不符"), "evidence.played": self.tr("播放、查看证据"),
            "evidence.marked": self.tr("标记证据"), "evidence.exported": self.tr("导出证据"),
            "evidence.printed": self.tr("打印证据"), "evidence.destroyed": self.tr("到期销毁证据"),
            "order.advance": self.tr("推进工单环节"), "order.finish": self.tr("办结工单"),
            "order.pause": self.tr("挂起工单"), "order.resume": self.tr("恢复工单"),
            "order.withdraw": self.tr("撤销工单"), "order.document": self.tr("补收材料"),
            "order.visit": self.tr("现场勘查预约"), "acceptance.print": self.tr("打印受理回执"),
            "ticket.call": self.tr("叫号"), "ticket.serve": self.tr("开始办理"), "ticket.done": self.tr("办理完毕"),
            "ticket.suspend": self.tr("暂停办理"), "ticket.no_show": self.tr("过号"),
            "ticket.return": self.tr("回到队列"), "ticket.transfer": self.tr("转窗口"),
            "ticket.cancel": self.tr("取消排队"), "window.open": self.tr("窗口开始服务"),
            "window.paused": self.tr("窗口暂停"), "window.closed": self.tr("窗口停止服务"),
        }  # fmt: skip
        self.kinds = {
            "users": self.tr("人员"), "units": self.tr("单位"), "customers": self.tr("客户"),
            "imports": self.tr("导入批次"), "orders": self.tr("工单"), "order_drafts": self.tr("草稿"),
            "business": self.tr("业务类型"), "payments": self.tr("收费"), "receivables": self.tr("应收"),
            "reversals": self.tr("冲正"), "settlements": self.tr("轧账"), "tickets": self.tr("排队号"),
            "requests": self.tr("诉求"), "audit": self.tr("审计日志"), "store": self.tr("数据库"),
            "evidence": self.tr("证据"), "windows": self.tr("窗口"),
        }  # fmt: skip
        self.results = {
            "ok": self.tr("成功"), "refused": self.tr("被拒"), "locked": self.tr("已锁定"),
            "inactive": self.tr("已停用"), "cancelled": self.tr("已停止"), "failed": self.tr("失败"),
        }  # fmt: skip
        self.keys = {
            "fields": self.tr("项目"), "reason": self.tr("原因"), "case": self.tr("案件"), "roles": self.tr("岗位"),
            "before": self.tr("原为"), "after": self.tr("改为"), "rows": self.tr("行数"), "added": self.tr("新增"),
            "updated": self.tr("更新"), "unchanged": self.tr("未变"), "left_out": self.tr("留空"),
            "removed": self.tr("删去"), "restored": self.tr("恢复"), "kept": self.tr("保留"),
            "checked": self.tr("已校验"), "counter": self.tr("窗口"), "copy": self.tr("第几份"),
            "number": self.tr("单号"), "amount": self.tr("金额（分）"), "way": self.tr("方式"),
            "queue_class": self.tr("类别"), "rating": self.tr("评价"), "version": self.tr("版本"),
            "refused": self.tr("未导入"), "user": self.tr("人员"), "request": self.tr("诉求"),
            "business": self.tr("业务"), "deferred": self.tr("容缺"), "payment": self.tr("收费"),
            "full": self.tr("完整信息"), "result": self.tr("结果"), "stage": self.tr("环节"),
            "window": self.tr("窗口"), "document": self.tr("材料"), "difference": self.tr("差额（分）"),
            "channel": self.tr("渠道"),
        }  # fmt: skip

        self.values = {
            "account": self.tr("户号"), "name": self.tr("户名"), "phone": self.tr("电话"),
            "address": self.tr("地址"), "certificate_no": self.tr("证件号码"), "email": self.tr("邮箱"),
            "contacts": self.tr("联系人"), "meter": self.tr("表号"), "contract_no": self.tr("合同编号"),
            "contract_to": self.tr("合同终止日期"), "invoice_tax_no": self.tr("税号"),
            "invoice_account": self.tr("银行账号"), "invoice_title": self.tr("发票抬头"), "True": self.tr("是"),
            **(names or {}),
        }  # fmt: skip

    def action(self, code: str) -> str:
        """What was done."""
        return self.actions.get(code, code)

    def kind(self, code: str) -> str:
        """On what."""
        return self.kinds.get(code, code)

    def result(self, code: str) -> str:
        """How it ended."""
        return self.results.get(code, code)

    def detail(self, detail: Mapping[str, Any]) -> str:
        """What else was noted, in one line."""
        shown = []
        for key, value in detail.items():
            if value in ("", None, [], False):
                continue
            each = value if isinstance(value, list) else [value]
            text = formats.listed(self.values.get(str(one), str(one)) for one in each)
            shown.append(f"{self.keys.get(key, key)} {text}")
        return formats.listed(shown, apart=True)
