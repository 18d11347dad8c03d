<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AuditPage</name>
    <message>
        <source>审计日志</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>只增不改，每条与前一条用散列相连；不含客户个人信息</source>
        <translation>Only grows; each line is chained to the one before by a hash; holds no personal data of customers</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>校验审计链</source>
        <translation>Verify audit chain</translation>
    </message>
    <message>
        <source>由审计或安全管理员校验</source>
        <translation>For the audit or security administrator</translation>
    </message>
    <message>
        <source>由审计管理员查看</source>
        <translation>For the audit administrator</translation>
    </message>
    <message>
        <source>明细由审计管理员查看，这里只能校验</source>
        <translation>Details are for the audit administrator, here it can only be verified</translation>
    </message>
    <message>
        <source>没有可看的记录</source>
        <translation>No records to show</translation>
    </message>
    <message>
        <source>这一条</source>
        <translation>This line</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>共 %1 条，只增不改</source>
        <translation>%1 lines, it only grows</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>工作站</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>散列</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>前一条</source>
        <translation>Line before</translation>
    </message>
    <message>
        <source>正在校验</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>正在逐条校验…</source>
        <translation>Verifying line by line…</translation>
    </message>
    <message>
        <source>%1 条全部相符，没有改动或缺失的痕迹</source>
        <translation>All %1 lines agree, no sign of change or loss</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>初始设置</source>
        <translation>First set-up</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>重置密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>修改人员</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>启用人员</source>
        <translation>Enable person</translation>
    </message>
    <message>
        <source>停用人员</source>
        <translation>Disable person</translation>
    </message>
    <message>
        <source>新增单位</source>
        <translation>Add unit</translation>
    </message>
    <message>
        <source>修改单位</source>
        <translation>Change unit</translation>
    </message>
    <message>
        <source>新建客户档案</source>
        <translation>Create customer record</translation>
    </message>
    <message>
        <source>修改客户档案</source>
        <translation>Change customer record</translation>
    </message>
    <message>
        <source>确认客户资料</source>
        <translation>Confirm customer details</translation>
    </message>
    <message>
        <source>查看客户明文</source>
        <translation>Unmask customer</translation>
    </message>
    <message>
        <source>导入客户</source>
        <translation>Import customers</translation>
    </message>
    <message>
        <source>撤销导入</source>
        <translation>Undo import</translation>
    </message>
    <message>
        <source>受理业务</source>
        <translation>Accept business</translation>
    </message>
    <message>
        <source>查看工单明文</source>
        <translation>Unmask order</translation>
    </message>
    <message>
        <source>放弃草稿</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>打印告知单</source>
        <translation>Print notice</translation>
    </message>
    <message>
        <source>打印收据</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>录入应收</source>
        <translation>Enter bill</translation>
    </message>
    <message>
        <source>导入应收</source>
        <translation>Import bills</translation>
    </message>
    <message>
        <source>申请冲正</source>
        <translation>Request reversal</translation>
    </message>
    <message>
        <source>同意冲正</source>
        <translation>Approve reversal</translation>
    </message>
    <message>
        <source>不同意冲正</source>
        <translation>Refuse reversal</translation>
    </message>
    <message>
        <source>打印冲正单</source>
        <translation>Print reversal</translation>
    </message>
    <message>
        <source>轧账</source>
        <translation>Settle till</translation>
    </message>
    <message>
        <source>打印轧账单</source>
        <translation>Print settlement</translation>
    </message>
    <message>
        <source>发号</source>
        <translation>Issue ticket</translation>
    </message>
    <message>
        <source>客户评价</source>
        <translation>Customer rating</translation>
    </message>
    <message>
        <source>受理诉求</source>
        <translation>Accept request</translation>
    </message>
    <message>
        <source>补充诉求</source>
        <translation>Amend request</translation>
    </message>
    <message>
        <source>当场办结诉求</source>
        <translation>Close request at once</translation>
    </message>
    <message>
        <source>查看诉求明文</source>
        <translation>Unmask request</translation>
    </message>
    <message>
        <source>打印投诉记录</source>
        <translation>Print complaint record</translation>
    </message>
    <message>
        <source>校验审计链</source>
        <translation>Verify audit chain</translation>
    </message>
    <message>
        <source>体检</source>
        <translation>Health check</translation>
    </message>
    <message>
        <source>证据入库</source>
        <translation>Take in evidence</translation>
    </message>
    <message>
        <source>导出证据</source>
        <translation>Export evidence</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>导入批次</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>业务类型</source>
        <translation>Business kind</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Bill</translation>
    </message>
    <message>
        <source>冲正</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>排队号</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>审计日志</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>成功</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>被拒</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>失败</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>原为</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>未变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>留空</source>
        <translation>Left empty</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>已校验</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>第几份</source>
        <translation>Copy no.</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>金额（分）</source>
        <translation>Amount (fen)</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>未导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>完整信息</source>
        <translation>Full details</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>差额（分）</source>
        <translation>Difference (fen)</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Account name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>表号</source>
        <translation>Meter number</translation>
    </message>
    <message>
        <source>合同编号</source>
        <translation>Contract number</translation>
    </message>
    <message>
        <source>合同终止日期</source>
        <translation>Contract end</translation>
    </message>
    <message>
        <source>税号</source>
        <translation>Tax number</translation>
    </message>
    <message>
        <source>银行账号</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>发票抬头</source>
        <translation>Invoice title</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>校验证据</source>
        <translation>Check evidence</translation>
    </message>
    <message>
        <source>证据校验不符</source>
        <translation>Evidence check failed</translation>
    </message>
    <message>
        <source>播放、查看证据</source>
        <translation>Play or view evidence</translation>
    </message>
    <message>
        <source>标记证据</source>
        <translation>Mark evidence</translation>
    </message>
    <message>
        <source>打印证据</source>
        <translation>Print evidence</translation>
    </message>
    <message>
        <source>到期销毁证据</source>
        <translation>Destroy evidence at term</translation>
    </message>
    <message>
        <source>推进工单环节</source>
        <translation>Complete stage</translation>
    </message>
    <message>
        <source>办结工单</source>
        <translation>Finish order</translation>
    </message>
    <message>
        <source>挂起工单</source>
        <translation>Pause order</translation>
    </message>
    <message>
        <source>恢复工单</source>
        <translation>Resume order</translation>
    </message>
    <message>
        <source>撤销工单</source>
        <translation>Withdraw order</translation>
    </message>
    <message>
        <source>补收材料</source>
        <translation>Receive document</translation>
    </message>
    <message>
        <source>现场勘查预约</source>
        <translation>Site visit appointment</translation>
    </message>
    <message>
        <source>打印受理回执</source>
        <translation>Print acceptance receipt</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Call ticket</translation>
    </message>
    <message>
        <source>开始办理</source>
        <translation>Start serving</translation>
    </message>
    <message>
        <source>办理完毕</source>
        <translation>Finish serving</translation>
    </message>
    <message>
        <source>暂停办理</source>
        <translation>Suspend serving</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>回到队列</source>
        <translation>Back to queue</translation>
    </message>
    <message>
        <source>转窗口</source>
        <translation>Transfer ticket</translation>
    </message>
    <message>
        <source>取消排队</source>
        <translation>Cancel ticket</translation>
    </message>
    <message>
        <source>窗口开始服务</source>
        <translation>Open window</translation>
    </message>
    <message>
        <source>窗口暂停</source>
        <translation>Pause window</translation>
    </message>
    <message>
        <source>窗口停止服务</source>
        <translation>Close window</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>登记联系</source>
        <translation>Record contact</translation>
    </message>
    <message>
        <source>导入文件</source>
        <translation>Import file</translation>
    </message>
    <message>
        <source>导出文件</source>
        <translation>Export file</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>收起</source>
        <translation>Collapse</translation>
    </message>
    <message>
        <source>去办理</source>
        <translation>Go there</translation>
    </message>
</context>
<context>
    <name>BillList</name>
    <message>
        <source>应收账单</source>
        <translation>Bills due</translation>
    </message>
    <message>
        <source>已缴 {0}</source>
        <translation>Paid {0}</translation>
    </message>
    <message>
        <source>本次缴</source>
        <translation>Pay now</translation>
    </message>
    <message>
        <source>本次不缴</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>BusinessForm</name>
    <message>
        <source>除注明“选填”外均为必填</source>
        <translation>Required unless marked &quot;optional&quot;</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>立即隐藏</source>
        <translation>Hide now</translation>
    </message>
    <message>
        <source>去受理</source>
        <translation>Accept business</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>Back to list</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>查看明文</source>
        <translation>Unmask</translation>
    </message>
    <message>
        <source>受理业务</source>
        <translation>Accept business</translation>
    </message>
    <message>
        <source>确认资料</source>
        <translation>Confirm details</translation>
    </message>
    <message>
        <source>登记诉求</source>
        <translation>Log request</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>正在显示明文，%1 秒后自动隐藏</source>
        <translation>Shown in clear, hidden again in %1 s</translation>
    </message>
    <message>
        <source>%1 项已确认，日期记为今天</source>
        <translation>Fields confirmed as of today: %1</translation>
    </message>
    <message>
        <source>户号 %1</source>
        <translation>Account %1</translation>
    </message>
    <message>
        <source>隐藏明文</source>
        <translation>Mask again</translation>
    </message>
    <message>
        <source>您的岗位不能修改客户档案</source>
        <translation>Your role cannot change customer records</translation>
    </message>
    <message>
        <source>您的岗位不能确认客户资料</source>
        <translation>Your role cannot confirm customer details</translation>
    </message>
    <message>
        <source>您的岗位不能查看明文</source>
        <translation>Your role cannot unmask personal data</translation>
    </message>
    <message>
        <source>这份档案没有隐藏的内容</source>
        <translation>Nothing is masked in this record</translation>
    </message>
    <message>
        <source>已销户，不能办理业务</source>
        <translation>Account closed, no business possible</translation>
    </message>
    <message>
        <source>您的岗位不受理业务</source>
        <translation>Your role does not accept business</translation>
    </message>
    <message>
        <source>您的岗位不登记诉求</source>
        <translation>Your role does not log requests</translation>
    </message>
    <message>
        <source>您的岗位不收费</source>
        <translation>Your role does not take payments</translation>
    </message>
    <message>
        <source>重要客户</source>
        <translation>Important customer</translation>
    </message>
    <message>
        <source>未登记同意</source>
        <translation>Consent not recorded</translation>
    </message>
    <message>
        <source>弱势 · %1 同意</source>
        <translation>Vulnerable · consent %1</translation>
    </message>
    <message>
        <source>合同未登记</source>
        <translation>No contract recorded</translation>
    </message>
    <message>
        <source>合同有效</source>
        <translation>Contract valid</translation>
    </message>
    <message>
        <source>合同 %1 天后到期</source>
        <translation>Contract ends in %1 d</translation>
    </message>
    <message>
        <source>合同已过期 %1 天</source>
        <translation>Contract expired %1 d ago</translation>
    </message>
    <message>
        <source>欠费 %1 元</source>
        <translation>Owes %1 yuan</translation>
    </message>
    <message>
        <source>供用电合同 %1 已到期，请办理续签</source>
        <translation>Supply contract %1 has expired: please renew it</translation>
    </message>
    <message>
        <source>供用电合同 %1 到期，还有 %2 天，请约客户续签</source>
        <translation>Supply contract %1 ends in %2 d: please arrange its renewal</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>请选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>输入任意几个字查找</source>
        <translation>Type a few letters to search</translation>
    </message>
</context>
<context>
    <name>ClockColumn</name>
    <message>
        <source>其他时限</source>
        <translation>Other limits</translation>
    </message>
    <message>
        <source>%1 已超期</source>
        <translation>%1 · overdue</translation>
    </message>
    <message>
        <source>%1 即将到期</source>
        <translation>%1 · due soon</translation>
    </message>
    <message>
        <source>%1 已完成</source>
        <translation>%1 · done</translation>
    </message>
    <message>
        <source>%1 · 还剩</source>
        <translation>%1 · time left</translation>
    </message>
    <message>
        <source>%1 · 受理后起算</source>
        <translation>%1 · starts on acceptance</translation>
    </message>
    <message>
        <source>受理 %1</source>
        <translation>Accepted %1</translation>
    </message>
    <message>
        <source>内控线 %1</source>
        <translation>Internal limit %1</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>h</translation>
    </message>
    <message>
        <source>分</source>
        <translation>min</translation>
    </message>
</context>
<context>
    <name>ComplaintSteps</name>
    <message>
        <source>证据 %1 件</source>
        <translation>Evidence: %1</translation>
    </message>
    <message>
        <source>接访记录</source>
        <translation>Contact notes</translation>
    </message>
    <message>
        <source>听</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>登记 %1 项</source>
        <translation>%1 fields recorded</translation>
    </message>
    <message>
        <source>析</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>研判分类、定责任单位</source>
        <translation>Classify, name the responsible unit</translation>
    </message>
    <message>
        <source>查</source>
        <translation>Investigate</translation>
    </message>
    <message>
        <source>待研判后</source>
        <translation>After analysis</translation>
    </message>
    <message>
        <source>查明事实</source>
        <translation>Establish the facts</translation>
    </message>
    <message>
        <source>纠</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>待查清后</source>
        <translation>After investigation</translation>
    </message>
    <message>
        <source>整改与责任</source>
        <translation>Correction and responsibility</translation>
    </message>
    <message>
        <source>答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>待答复</source>
        <translation>Awaiting answer</translation>
    </message>
    <message>
        <source>答复与回访</source>
        <translation>Answer and return visit</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>确认无误</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>客户当面核对过的项目打勾，来源和日期记为今天的柜台</source>
        <translation>Tick what the customer checked in person; source becomes this counter, date today</translation>
    </message>
    <message>
        <source>确认资料</source>
        <translation>Confirm details</translation>
    </message>
    <message>
        <source>先勾选客户核对过的项目</source>
        <translation>Tick what the customer has checked first</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>播放台</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>暂停（空格）</source>
        <translation>Pause (Space)</translation>
    </message>
    <message>
        <source>播放（空格）</source>
        <translation>Play (Space)</translation>
    </message>
    <message>
        <source>打开声音</source>
        <translation>Sound on</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>Mute</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>记一次联系</source>
        <translation>Record a contact</translation>
    </message>
    <message>
        <source>接通或见面后，首次联系的时限即告完成</source>
        <translation>Reaching or meeting the customer completes the first-contact limit</translation>
    </message>
    <message>
        <source>接通</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>未接通</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>见面</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>说了什么</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>请写下联系的内容</source>
        <translation>Write down what the contact was about</translation>
    </message>
</context>
<context>
    <name>ContactsCard</name>
    <message>
        <source>记一次联系</source>
        <translation>Record a contact</translation>
    </message>
    <message>
        <source>联系记录</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>%1 次</source>
        <translation>%1 so far</translation>
    </message>
    <message>
        <source>还没有联系客户</source>
        <translation>Customer not contacted yet</translation>
    </message>
    <message>
        <source>接通</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>已见面</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>未接通</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
</context>
<context>
    <name>ContactsEditor</name>
    <message>
        <source>添加联系人</source>
        <translation>Add contact</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>联系人姓名</source>
        <translation>Contact&apos;s name</translation>
    </message>
    <message>
        <source>联系人关系</source>
        <translation>Contact&apos;s relation</translation>
    </message>
    <message>
        <source>联系人电话</source>
        <translation>Contact&apos;s phone</translation>
    </message>
    <message>
        <source>删去这位联系人</source>
        <translation>Remove this contact</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>柜台</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>呼叫下一位</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>开始办理、办结</source>
        <translation>Start or finish serving</translation>
    </message>
    <message>
        <source>再叫一次</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>转到别的类别</source>
        <translation>Transfer to another class</translation>
    </message>
    <message>
        <source>请客户旁边填表</source>
        <translation>Let the customer fill in forms aside</translation>
    </message>
    <message>
        <source>客户评价</source>
        <translation>Customer rating</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Issue ticket</translation>
    </message>
    <message>
        <source>暂停或恢复窗口</source>
        <translation>Pause or resume window</translation>
    </message>
    <message>
        <source>到等候列表</source>
        <translation>To the waiting list</translation>
    </message>
    <message>
        <source>选业务、换业务</source>
        <translation>Choose or change business</translation>
    </message>
    <message>
        <source>查找客户</source>
        <translation>Find customer</translation>
    </message>
    <message>
        <source>到下一个要填的地方</source>
        <translation>To the next field to fill</translation>
    </message>
    <message>
        <source>到第一处要改的地方</source>
        <translation>To the first field to correct</translation>
    </message>
    <message>
        <source>到收资清单</source>
        <translation>To the documents</translation>
    </message>
    <message>
        <source>材料已收、未收</source>
        <translation>Document received or missing</translation>
    </message>
    <message>
        <source>材料容缺</source>
        <translation>Defer document</translation>
    </message>
    <message>
        <source>存入扫描件</source>
        <translation>Add scan</translation>
    </message>
    <message>
        <source>打印一次性告知单</source>
        <translation>Print one-time notice</translation>
    </message>
    <message>
        <source>暂存</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>受理并打印</source>
        <translation>Accept and print</translation>
    </message>
    <message>
        <source>放弃这一笔</source>
        <translation>Discard this order</translation>
    </message>
    <message>
        <source>没受理完的业务已暂存，在“办什么业务”里可以接着办</source>
        <translation>Unaccepted business was put aside; continue it from &quot;Which business?&quot;</translation>
    </message>
    <message>
        <source>放弃“%1”？</source>
        <translation>Discard &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>填过的内容不再保留。</source>
        <translation>What was entered is not kept.</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>出了意外</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>刚才这一步没有做成</source>
        <translation>This step was not carried out</translation>
    </message>
    <message>
        <source>这是程序的问题，不是您的操作有误。已经保存的单据和证据不受影响。</source>
        <translation>This is a fault of the program, not of what you did. Saved orders and evidence are not affected.</translation>
    </message>
    <message>
        <source>没有保存的内容还在页面上，请核对后再做一次。</source>
        <translation>What was not saved is still on the page. Please check it and try again.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>请把编号告诉系统管理员，他能据此查到原因。</source>
        <translation>Give this number to the administrator: it leads to the cause.</translation>
    </message>
    <message>
        <source>继续工作</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>CustomerPart</name>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>户号 / 电话 / 姓名 / 地址，边打边找</source>
        <translation>Account, phone, name or address: type to search</translation>
    </message>
    <message>
        <source>查找客户</source>
        <translation>Find customer</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the account holder</translation>
    </message>
    <message>
        <source>保密方式</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>没有找到，直接填写下面各项</source>
        <translation>Nothing found, fill in the fields below</translation>
    </message>
    <message>
        <source>，还有 %1 户</source>
        <translation> (and %1 more)</translation>
    </message>
    <message>
        <source>这个电话在档案里是 %1，户号 %2</source>
        <translation>This phone belongs to %1, account %2</translation>
    </message>
    <message>
        <source>就是这一户</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>已关联档案：%1，户号 %2</source>
        <translation>Linked to %1, account %2</translation>
    </message>
    <message>
        <source>取消关联</source>
        <translation>Unlink</translation>
    </message>
    <message>
        <source>受理诉求，核对来访人</source>
        <translation>accepting a request, checking the visitor&apos;s identity</translation>
    </message>
    <message>
        <source>已关联客户档案</source>
        <translation>Customer record linked</translation>
    </message>
    <message>
        <source>%1。姓名和电话请当面问清填写</source>
        <translation>%1. Ask for name and phone in person and fill them in</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>户号 / 电话 / 姓名 / 地址</source>
        <translation>Account, phone, name or address</translation>
    </message>
    <message>
        <source>查找客户</source>
        <translation>Find customer</translation>
    </message>
    <message>
        <source>找到的客户</source>
        <translation>Customers found</translation>
    </message>
    <message>
        <source>换客户</source>
        <translation>Change customer</translation>
    </message>
    <message>
        <source>换一个客户（Ctrl+F）</source>
        <translation>Change customer (Ctrl+F)</translation>
    </message>
    <message>
        <source>没有找到。请换户号、电话或地址里的几个字再试。</source>
        <translation>Nothing found. Try the account, the phone or part of the address.</translation>
    </message>
    <message>
        <source>特殊困难</source>
        <translation>Special hardship</translation>
    </message>
    <message>
        <source>重要用户</source>
        <translation>Important customer</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>已销户</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>合同将到期</source>
        <translation>Contract ending soon</translation>
    </message>
    <message>
        <source>合同已到期</source>
        <translation>Contract expired</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>查找或选择一位客户</source>
        <translation>Find or choose a customer</translation>
    </message>
    <message>
        <source>左边输入户号、电话、表号、姓名、拼音首字母或地址的任意一段</source>
        <translation>Type any part of account, phone, meter number, name, pinyin initials or address on the left</translation>
    </message>
    <message>
        <source>查找客户</source>
        <translation>Find customer</translation>
    </message>
    <message>
        <source>编辑这份档案（不在输入框时）</source>
        <translation>Edit this record (outside a text field)</translation>
    </message>
    <message>
        <source>编辑这份档案</source>
        <translation>Edit this record</translation>
    </message>
    <message>
        <source>资料变更历史</source>
        <translation>Change history</translation>
    </message>
    <message>
        <source>查看或隐藏明文</source>
        <translation>Unmask or mask</translation>
    </message>
    <message>
        <source>确认资料</source>
        <translation>Confirm details</translation>
    </message>
    <message>
        <source>受理业务；填写时为保存</source>
        <translation>Accept business; Save while editing</translation>
    </message>
    <message>
        <source>登记诉求</source>
        <translation>Log request</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>新建档案</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>批量导入</source>
        <translation>Bulk import</translation>
    </message>
    <message>
        <source>取消填写</source>
        <translation>Cancel editing</translation>
    </message>
    <message>
        <source>回到列表</source>
        <translation>Back to list</translation>
    </message>
    <message>
        <source>档案已建立</source>
        <translation>Record created</translation>
    </message>
    <message>
        <source>已保存，修改前后都已留存</source>
        <translation>Saved, before and after are both kept</translation>
    </message>
</context>
<context>
    <name>DateBox</name>
    <message>
        <source>年-月-日</source>
        <translation>yyyy-mm-dd</translation>
    </message>
    <message>
        <source>打开日历</source>
        <translation>Open calendar</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Please give the reason</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>返回列表 (Esc)</source>
        <translation>Back to list (Esc)</translation>
    </message>
    <message>
        <source>查看明文</source>
        <translation>Unmask</translation>
    </message>
    <message>
        <source>补充更正</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>首接办结</source>
        <translation>Resolve now</translation>
    </message>
    <message>
        <source>打印投诉处理单</source>
        <translation>Print complaint record</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>Back to list</translation>
    </message>
    <message>
        <source>播放客户录音</source>
        <translation>Play customer recording</translation>
    </message>
    <message>
        <source>导入证据</source>
        <translation>Import evidence</translation>
    </message>
    <message>
        <source>来文 %1</source>
        <translation>Letter %1</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>%1处理</source>
        <translation>%1: handling</translation>
    </message>
    <message>
        <source>没有补充证据的权限</source>
        <translation>You may not add evidence</translation>
    </message>
    <message>
        <source>没有补充更正的权限</source>
        <translation>You may not amend</translation>
    </message>
    <message>
        <source>已经是明文</source>
        <translation>Already shown in clear</translation>
    </message>
    <message>
        <source>没有查看明文的权限</source>
        <translation>You may not unmask</translation>
    </message>
    <message>
        <source>补打投诉处理单</source>
        <translation>Reprint complaint record</translation>
    </message>
    <message>
        <source>近 12 个月：%1</source>
        <translation>Last 12 months: %1</translation>
    </message>
    <message>
        <source>没有其他往来</source>
        <translation>nothing else</translation>
    </message>
    <message>
        <source>查看原因记入审计日志。</source>
        <translation>The reason goes into the audit log.</translation>
    </message>
    <message>
        <source>查看原因</source>
        <translation>Reason for viewing</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>正在显示明文，本次查看已记入审计日志。</source>
        <translation>Shown in clear; this viewing is in the audit log.</translation>
    </message>
    <message>
        <source>重新遮蔽</source>
        <translation>Mask again</translation>
    </message>
    <message>
        <source>当场答复并办结</source>
        <translation>Answer and close now</translation>
    </message>
    <message>
        <source>写明答复内容，客户认可后办结。</source>
        <translation>Write down the answer; close when the customer agrees.</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>记一次联系</source>
        <translation>Record a contact</translation>
    </message>
    <message>
        <source>没有登记联系的权限</source>
        <translation>You may not record contacts</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>已收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>不需要</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>%1，状态</source>
        <translation>%1, status</translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>相关往来</source>
        <translation>Related contacts</translation>
    </message>
    <message>
        <source>%1 件，按回车打开</source>
        <translation>%1 found, Enter opens</translation>
    </message>
</context>
<context>
    <name>EditForm</name>
    <message>
        <source>重新读取，保留我填的</source>
        <translation>Reload, keep my entries</translation>
    </message>
    <message>
        <source>查看明文（Ctrl+U）</source>
        <translation>Unmask (Ctrl+U)</translation>
    </message>
    <message>
        <source>例如：客户出示户口簿要求更正</source>
        <translation>E.g. customer showed the household register for a correction</translation>
    </message>
    <message>
        <source>不填为本柜台</source>
        <translation>This counter if left empty</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>变更原因</source>
        <translation>Reason for change</translation>
    </message>
    <message>
        <source>资料来源</source>
        <translation>Source of data</translation>
    </message>
    <message>
        <source>除注明“选填”外均为必填</source>
        <translation>Required unless marked &quot;optional&quot;</translation>
    </message>
    <message>
        <source>新建档案</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>保存后马上可以受理业务</source>
        <translation>Business can be accepted right after saving</translation>
    </message>
    <message>
        <source>建档</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>同事改为 %1</source>
        <translation>Colleague changed it to %1</translation>
    </message>
    <message>
        <source>已读到最新内容，您填的都还在。核对后再保存。</source>
        <translation>Latest content loaded, your entries are still here. Check and save again.</translation>
    </message>
    <message>
        <source>%1 项个人信息已隐藏：不动就保持原样，要改就整项重填</source>
        <translation>Masked fields: %1. Leave them as they are, or retype the whole value</translation>
    </message>
    <message>
        <source>已隐藏，不填不改</source>
        <translation>Masked, unchanged if left empty</translation>
    </message>
    <message>
        <source>已隐藏，查看明文后可改</source>
        <translation>Masked, unmask to change</translation>
    </message>
    <message>
        <source>放弃刚才填写的内容？</source>
        <translation>Discard what you entered?</translation>
    </message>
    <message>
        <source>还没有保存。</source>
        <translation>It is not saved yet.</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Keep editing</translation>
    </message>
    <message>
        <source>没有改动，不用保存</source>
        <translation>Nothing changed, nothing to save</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>您填写时，同事改过这份档案。</source>
        <translation>A colleague changed this record while you were editing.</translation>
    </message>
    <message>
        <source>%1 处要改</source>
        <translation>To correct: %1</translation>
    </message>
    <message>
        <source>修改档案</source>
        <translation>Edit record</translation>
    </message>
    <message>
        <source>%1，修改前后的内容、原因都会留存</source>
        <translation>%1, before, after and reason are all kept</translation>
    </message>
    <message>
        <source>去改</source>
        <translation>Correct</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>去办理</source>
        <translation>Go there</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>选择文件（Ctrl+O 或 F8），也可以直接拖进来</source>
        <translation>Choose files (Ctrl+O or F8), or drag them here</translation>
    </message>
    <message>
        <source>粘贴截图或文件（Ctrl+V）</source>
        <translation>Paste a screenshot or files (Ctrl+V)</translation>
    </message>
    <message>
        <source>导入证据</source>
        <translation>Import evidence</translation>
    </message>
    <message>
        <source>粘贴截图为证据</source>
        <translation>Paste a screenshot as evidence</translation>
    </message>
    <message>
        <source>把录音、录像、照片或扫描件拖到这里</source>
        <translation>Drag recordings, videos, photos or scans here</translation>
    </message>
    <message>
        <source>任何文件都能入库；入库即计算 SHA-256 并加密保存</source>
        <translation>Any file is kept; SHA-256 and encryption on entry</translation>
    </message>
    <message>
        <source>先登记诉求，再导入证据</source>
        <translation>Log the request first, then import evidence</translation>
    </message>
    <message numerus="yes">
        <source>%n 件</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 件校验不通过</source>
        <translation>
            <numerusform>%n item fails the check</numerusform>
            <numerusform>%n items fail the check</numerusform>
        </translation>
    </message>
    <message>
        <source>全部校验通过</source>
        <translation>All checks passed</translation>
    </message>
    <message>
        <source>选择要入库的文件</source>
        <translation>Choose files for the vault</translation>
    </message>
    <message>
        <source>“%1”是文件夹，没有入库。请打开文件夹，选择其中的文件。</source>
        <translation>&quot;%1&quot; is a folder and was not taken in. Open it and choose the files inside.</translation>
    </message>
    <message>
        <source>剪贴板里没有图片或文件。先截图或复制，再粘贴。</source>
        <translation>The clipboard holds no picture or file. Take a screenshot or copy a file, then paste.</translation>
    </message>
    <message>
        <source>粘贴的图片 %1.png</source>
        <translation>Pasted picture %1.png</translation>
    </message>
</context>
<context>
    <name>EvidencePlayer</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>没有打开的证据</source>
        <translation>No evidence open</translation>
    </message>
    <message>
        <source>校验通过后才能播放</source>
        <translation>Playable after the check</translation>
    </message>
    <message>
        <source>不能播放</source>
        <translation>Cannot be played</translation>
    </message>
    <message>
        <source>正在校验</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>与入库时的 SHA-256 逐字节比对，通过后即可播放。</source>
        <translation>Compared byte by byte with the SHA-256 of entry; plays once it agrees.</translation>
    </message>
    <message>
        <source>正在校验 %1</source>
        <translation>Checking %1</translation>
    </message>
    <message>
        <source>未校验</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>还没有校验</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>按空格重新校验，通过后才能播放。</source>
        <translation>Press Space to check again; plays once it agrees.</translation>
    </message>
    <message>
        <source>校验通过</source>
        <translation>Check passed</translation>
    </message>
    <message>
        <source>按空格播放</source>
        <translation>Press Space to play</translation>
    </message>
    <message>
        <source>校验不通过</source>
        <translation>Check failed</translation>
    </message>
    <message>
        <source>静音（0）</source>
        <translation>Mute (0)</translation>
    </message>
    <message>
        <source>这台电脑没有可用的声音设备</source>
        <translation>This computer has no sound device</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>播放、暂停</source>
        <translation>Play, pause</translation>
    </message>
    <message>
        <source>退、进 5 秒</source>
        <translation>Back, forward 5 s</translation>
    </message>
    <message>
        <source>退、进 1 秒</source>
        <translation>Back, forward 1 s</translation>
    </message>
    <message>
        <source>退、进 15 秒</source>
        <translation>Back, forward 15 s</translation>
    </message>
    <message>
        <source>逐帧退、进</source>
        <translation>Frame back, forward</translation>
    </message>
    <message>
        <source>放慢、加快</source>
        <translation>Slower, faster</translation>
    </message>
    <message>
        <source>开头、结尾</source>
        <translation>Start, end</translation>
    </message>
    <message>
        <source>上、下一个标记或页</source>
        <translation>Previous, next mark or page</translation>
    </message>
    <message>
        <source>标记这一刻</source>
        <translation>Mark this moment</translation>
    </message>
    <message>
        <source>静音；图片整页显示</source>
        <translation>Mute; fit picture</translation>
    </message>
    <message>
        <source>图片放大、缩小</source>
        <translation>Zoom picture in, out</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Mark</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>久未确认</source>
        <translation>Not confirmed for long</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>%1 个来源，停在字段上可看</source>
        <translation>%1 sources, hover a field to see its own</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>选填</source>
        <translation>optional</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Account name</translation>
    </message>
    <message>
        <source>客户分类</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>用户类别</source>
        <translation>Customer class</translation>
    </message>
    <message>
        <source>用电状态</source>
        <translation>Supply status</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>其他联系人</source>
        <translation>Other contacts</translation>
    </message>
    <message>
        <source>证件种类</source>
        <translation>Certificate type</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>用电地址</source>
        <translation>Supply address</translation>
    </message>
    <message>
        <source>表号</source>
        <translation>Meter number</translation>
    </message>
    <message>
        <source>合同编号</source>
        <translation>Contract number</translation>
    </message>
    <message>
        <source>签订日期</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>起始日期</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>终止日期</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>重要等级</source>
        <translation>Importance</translation>
    </message>
    <message>
        <source>弱势客户</source>
        <translation>Vulnerable</translation>
    </message>
    <message>
        <source>重要客户</source>
        <translation>Important customer</translation>
    </message>
    <message>
        <source>同意登记日期</source>
        <translation>Consent recorded</translation>
    </message>
    <message>
        <source>用电类别</source>
        <translation>Usage category</translation>
    </message>
    <message>
        <source>电价</source>
        <translation>Tariff</translation>
    </message>
    <message>
        <source>供电电压</source>
        <translation>Supply voltage</translation>
    </message>
    <message>
        <source>合同容量（kVA）</source>
        <translation>Contract capacity (kVA)</translation>
    </message>
    <message>
        <source>变电站</source>
        <translation>Substation</translation>
    </message>
    <message>
        <source>线路</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>台区</source>
        <translation>Transformer district</translation>
    </message>
    <message>
        <source>台区编号</source>
        <translation>District number</translation>
    </message>
    <message>
        <source>表箱</source>
        <translation>Meter box</translation>
    </message>
    <message>
        <source>欠费（元）</source>
        <translation>Arrears (yuan)</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>发票抬头</source>
        <translation>Invoice title</translation>
    </message>
    <message>
        <source>税号</source>
        <translation>Tax number</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>银行账号</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>客户经理</source>
        <translation>Account manager</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系人电话</source>
        <translation>Contact&apos;s phone</translation>
    </message>
    <message>
        <source>联系人关系</source>
        <translation>Contact&apos;s relation</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact details</translation>
    </message>
    <message>
        <source>用电</source>
        <translation>Supply</translation>
    </message>
    <message>
        <source>供用电合同</source>
        <translation>Supply contract</translation>
    </message>
    <message>
        <source>供电路径</source>
        <translation>Supply path</translation>
    </message>
    <message>
        <source>分级与关怀</source>
        <translation>Grade and care</translation>
    </message>
    <message>
        <source>开票与欠费</source>
        <translation>Invoice and arrears</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>来源未知</source>
        <translation>Source unknown</translation>
    </message>
    <message>
        <source>%1，%2 确认</source>
        <translation>%1, confirmed %2</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>拼音</source>
        <translation>pinyin</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>address</translation>
    </message>
    <message>
        <source>按%1</source>
        <translation>by %1</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>把 CSV 或 XLSX 表格拖到这里</source>
        <translation>Drag a CSV or XLSX table here</translation>
    </message>
    <message>
        <source>GB18030、UTF-8、UTF-16 都能读；被表格软件改成小数的户号会还原</source>
        <translation>Reads GB18030, UTF-8 and UTF-16; restores account numbers a spreadsheet turned into decimals</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>文本表格</source>
        <translation>Text table</translation>
    </message>
    <message>
        <source>工作簿</source>
        <translation>Workbook</translation>
    </message>
    <message>
        <source>换一个文件</source>
        <translation>Change file</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>户号 / 电话 / 姓名 / 地址 / 单号</source>
        <translation>Account, phone, name, address or number</translation>
    </message>
    <message>
        <source>查找客户、单据和命令</source>
        <translation>Find customers, papers and commands</translation>
    </message>
    <message>
        <source>找到的内容</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>没有找到，换几个字试试</source>
        <translation>Nothing found, try other words</translation>
    </message>
</context>
<context>
    <name>FinderCard</name>
    <message>
        <source>户号 / 电话 / 表号 / 姓名 / 地址</source>
        <translation>Account, phone, meter, name or address</translation>
    </message>
    <message>
        <source>查找客户</source>
        <translation>Find customer</translation>
    </message>
    <message>
        <source>找到的客户</source>
        <translation>Customers found</translation>
    </message>
    <message>
        <source>新建档案</source>
        <translation>New</translation>
    </message>
    <message>
        <source>您的岗位不能新建客户档案</source>
        <translation>Your role cannot create customer records</translation>
    </message>
    <message>
        <source>批量导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>您的岗位不能导入客户档案</source>
        <translation>Your role cannot import customer records</translation>
    </message>
    <message>
        <source>前 %1 位，再多输几个字可缩小范围</source>
        <translation>First %1: type more to narrow down</translation>
    </message>
    <message>
        <source>找到 %1 位</source>
        <translation>Found: %1</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>换个说法试试：户号后四位、电话、姓名拼音首字母或地址里的两个字</source>
        <translation>Try the last four digits of the account, the phone, pinyin initials of the name or two characters of the address</translation>
    </message>
    <message>
        <source>合同即将到期，最近的在前</source>
        <translation>Contracts ending soon, nearest first</translation>
    </message>
    <message>
        <source>没有即将到期的合同</source>
        <translation>No contract ends soon</translation>
    </message>
    <message>
        <source>在上面输入户号、电话、姓名或地址查找客户</source>
        <translation>Type an account, phone, name or address above</translation>
    </message>
    <message>
        <source>%1 天</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>这台电脑没有可用的系统钥匙串，只能用口令保护</source>
        <translation>This computer has no usable system keyring, only a passphrase can protect the data</translation>
    </message>
    <message>
        <source>两次输入的密码不一样</source>
        <translation>The two passwords differ</translation>
    </message>
    <message>
        <source>请输入口令</source>
        <translation>Enter the passphrase</translation>
    </message>
    <message>
        <source>两次输入的口令不一样</source>
        <translation>The two passphrases differ</translation>
    </message>
    <message>
        <source>正在建立…</source>
        <translation>Setting up…</translation>
    </message>
    <message>
        <source>建立这台电脑的工作区</source>
        <translation>Set up the workspace of this computer</translation>
    </message>
    <message>
        <source>第一个账户</source>
        <translation>First account</translation>
    </message>
    <message>
        <source>加密钥匙</source>
        <translation>Encryption key</translation>
    </message>
    <message>
        <source>恢复单</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>第 %1 步，共 4 步</source>
        <translation>Step %1 of 4</translation>
    </message>
    <message>
        <source>完成，去登录</source>
        <translation>Finish and sign in</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>存为文件</source>
        <translation>Save to file</translation>
    </message>
    <message>
        <source>已存为 %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>这台电脑在哪个营业厅、几号窗口？单据编号由厅代码、日期和窗口组成，各窗口互不重复。</source>
        <translation>Which hall and window is this computer at? Paper numbers are made of hall code, date and window, so windows never clash.</translation>
    </message>
    <message>
        <source>营业厅名称</source>
        <translation>Hall name</translation>
    </message>
    <message>
        <source>厅代码（字母和数字）</source>
        <translation>Hall code (letters and digits)</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>营业厅电话（选填）</source>
        <translation>Hall phone (optional)</translation>
    </message>
    <message>
        <source>营业时间（选填）</source>
        <translation>Opening hours (optional)</translation>
    </message>
    <message>
        <source>地址（选填）</source>
        <translation>Address (optional)</translation>
    </message>
    <message>
        <source>第一个账户先兼系统、安全和审计管理，之后请分给三个人。</source>
        <translation>The first account starts as system, security and audit administrator; share these among three people later.</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>至少 10 位，含大写、小写、数字、符号中的三种，且不含工号</source>
        <translation>At least 10 characters, three of upper case, lower case, digits and symbols, without the staff number</translation>
    </message>
    <message>
        <source>客户资料和证据都加密保存在这台电脑上。加密钥匙放在哪里？</source>
        <translation>Customer data and evidence are encrypted on this computer. Where should the encryption key live?</translation>
    </message>
    <message>
        <source>系统钥匙串：登录电脑后自动打开，不用再输口令</source>
        <translation>System keyring: opens when you log in to the computer, no passphrase needed</translation>
    </message>
    <message>
        <source>口令保护：每次启动输入口令，口令至少 12 位</source>
        <translation>Passphrase: typed at each start, at least 12 characters</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>再输一次口令</source>
        <translation>Passphrase again</translation>
    </message>
    <message>
        <source>下一步会给出恢复单。忘记口令或换电脑时，只有恢复单能打开数据。</source>
        <translation>The next step gives you the recovery sheet. If the passphrase is forgotten or the computer replaced, only that sheet opens the data.</translation>
    </message>
    <message>
        <source>请打印恢复单，由单位保密保管。恢复码只出现这一次，程序里不留。</source>
        <translation>Print the recovery sheet and let your organisation keep it secret. The code is shown this once; the program keeps no copy.</translation>
    </message>
    <message>
        <source>打印恢复单</source>
        <translation>Print recovery sheet</translation>
    </message>
    <message>
        <source>恢复单已经交给专人保管</source>
        <translation>The recovery sheet is in safe hands</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1（元）</source>
        <translation>%1 (yuan)</translation>
    </message>
    <message>
        <source>（不填）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>On record</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>%1 月 %2 日</source>
        <translation>%2 %4</translation>
    </message>
    <message>
        <source>%3 年 %1 月 %2 日</source>
        <translation>%2 %4 %3</translation>
    </message>
    <message>
        <source>今天 %1 月 %2 日</source>
        <translation>today %2 %4</translation>
    </message>
    <message>
        <source>今天 %1</source>
        <translation>today %1</translation>
    </message>
    <message>
        <source>天</source>
        <translation>d</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>h</translation>
    </message>
    <message>
        <source>分</source>
        <translation>min</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
    <message>
        <source>超期 %1</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>还剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>%1-%2 %3</source>
        <translation>%2 %4 %3</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>这张表</source>
        <translation>This sheet</translation>
    </message>
    <message>
        <source>查找客户、单据和命令</source>
        <translation>Find customers, papers and commands</translation>
    </message>
    <message>
        <source>换到导航栏第几个</source>
        <translation>Go to that place of the rail</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>字号大一档、小一档</source>
        <translation>Larger, smaller text</translation>
    </message>
    <message>
        <source>您的岗位没有这个页面</source>
        <translation>Your role has no access to this page</translation>
    </message>
    <message>
        <source>整个窗口</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>This page</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>资料变更历史</source>
        <translation>Change history</translation>
    </message>
    <message>
        <source>全部项目</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>没有变更过</source>
        <translation>Never changed</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>变更前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>变更后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
</context>
<context>
    <name>ImportLog</name>
    <message>
        <source>导入记录</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>每次都留痕</source>
        <translation>Every one is on record</translation>
    </message>
    <message>
        <source>还没有导入过</source>
        <translation>Nothing imported yet</translation>
    </message>
    <message>
        <source>撤销整批</source>
        <translation>Undo import</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>新增 %1，更新 %2</source>
        <translation>%1 new, %2 updated</translation>
    </message>
    <message>
        <source>先选一次导入</source>
        <translation>Choose an import first</translation>
    </message>
    <message>
        <source>导入人</source>
        <translation>Imported by</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>没有导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销原因</source>
        <translation>Reason for undoing</translation>
    </message>
    <message>
        <source>保留未动</source>
        <translation>Left as they are</translation>
    </message>
    <message>
        <source>这次导入没有写入数据，或已经撤销</source>
        <translation>This import wrote nothing or is already undone</translation>
    </message>
    <message>
        <source>撤销导入 %1？</source>
        <translation>Undo import %1?</translation>
    </message>
    <message>
        <source>新增的 %1 户会删去，更新的 %2 户恢复原样。导入后改动过或办过业务的保留不动。</source>
        <translation>The %1 new accounts are removed, the %2 updated ones restored. Accounts changed or used since are left as they are.</translation>
    </message>
    <message>
        <source>正在撤销</source>
        <translation>Undoing</translation>
    </message>
    <message>
        <source>撤销 %1</source>
        <translation>Undo %1</translation>
    </message>
    <message>
        <source>户</source>
        <translation>accounts</translation>
    </message>
    <message>
        <source>已撤销：删去 %1 户，恢复 %2 户</source>
        <translation>Undone: %1 removed, %2 restored</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>批量导入客户</source>
        <translation>Bulk import of customers</translation>
    </message>
    <message>
        <source>先试导入看问题，再写入；任何一步停下都不会留下半截数据</source>
        <translation>Try first to see the problems, then write; stopping at any point leaves nothing half done</translation>
    </message>
    <message>
        <source>返回客户</source>
        <translation>Back to customers</translation>
    </message>
    <message>
        <source>怎么导入</source>
        <translation>How to import</translation>
    </message>
    <message>
        <source>选好文件后，先看列名和前几行，系统按列名自动对应</source>
        <translation>Choose a file and look at its columns and first rows; columns are matched by name</translation>
    </message>
    <message>
        <source>试导入把整个文件读一遍，逐行列出问题和原因，不写入任何数据</source>
        <translation>The trial reads the whole file and lists every problem row with its reason; it writes nothing</translation>
    </message>
    <message>
        <source>导入一次写完，可以中途停止；导入后整批可以撤销</source>
        <translation>The import writes all at once and can be stopped; a whole import can be undone afterwards</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>下一步：试导入、导入</source>
        <translation>Next: try, import</translation>
    </message>
    <message>
        <source>停止正在进行的导入</source>
        <translation>Stop the running import</translation>
    </message>
    <message>
        <source>选择客户表格</source>
        <translation>Choose a customer table</translation>
    </message>
    <message>
        <source>读取 %1</source>
        <translation>Reading %1</translation>
    </message>
    <message>
        <source>这个文件 %1 导入过，新增 %2 户。再次导入时已有的户号会按您选的办法处理。</source>
        <translation>This file was imported on %1 (%2 new accounts). Existing accounts are treated the way you choose.</translation>
    </message>
    <message>
        <source>对应关系“%1”已保存</source>
        <translation>Mapping &quot;%1&quot; saved</translation>
    </message>
    <message>
        <source>问题清单已存为 %1</source>
        <translation>Problems saved as %1</translation>
    </message>
    <message>
        <source>导出问题清单</source>
        <translation>Export problems</translation>
    </message>
    <message>
        <source>试导入 %1</source>
        <translation>Trying %1</translation>
    </message>
    <message>
        <source>已导入：新增 %1 户，更新 %2 户</source>
        <translation>Imported: %1 new, %2 updated</translation>
    </message>
    <message>
        <source>导入 %1</source>
        <translation>Importing %1</translation>
    </message>
    <message>
        <source>%1 问题清单.csv</source>
        <translation>%1 problems.csv</translation>
    </message>
    <message>
        <source>行</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>已停止，没有写入任何数据</source>
        <translation>Stopped, nothing was written</translation>
    </message>
    <message>
        <source>试导入</source>
        <translation>Try import</translation>
    </message>
    <message>
        <source>导入 %1 户</source>
        <translation>Import %1 accounts</translation>
    </message>
    <message>
        <source>再导入一个</source>
        <translation>Import another</translation>
    </message>
    <message>
        <source>没有可以导入的行</source>
        <translation>No row can be imported</translation>
    </message>
    <message>
        <source>正在读写文件，可以先停止</source>
        <translation>A file is being read or written, stop it first</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>入库 %1</source>
        <translation>Taking in %1</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Retry</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>除注明“选填”外均为必填</source>
        <translation>Required unless marked &quot;optional&quot;</translation>
    </message>
    <message>
        <source>诉求类型</source>
        <translation>Request kind</translation>
    </message>
    <message>
        <source>从哪里来，输入几个字</source>
        <translation>Where it comes from, type a few letters</translation>
    </message>
    <message>
        <source>受理时自动填写</source>
        <translation>Filled in on acceptance</translation>
    </message>
    <message>
        <source>原诉求单号、户号或姓名</source>
        <translation>Number of the earlier request, account or name</translation>
    </message>
    <message>
        <source>结束接访</source>
        <translation>End contact</translation>
    </message>
    <message>
        <source>子类</source>
        <translation>Subtype</translation>
    </message>
    <message>
        <source>原诉求</source>
        <translation>Earlier request</translation>
    </message>
    <message>
        <source>来源渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>接访开始</source>
        <translation>Contact started</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>接访结束</source>
        <translation>Contact ended</translation>
    </message>
    <message>
        <source>来文编号</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>来文要求的期限</source>
        <translation>Deadline set by the letter</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>照客户原话记，不概括、不评判</source>
        <translation>In the customer&apos;s own words, no summary, no judgement</translation>
    </message>
    <message>
        <source>客户要求怎么办</source>
        <translation>What the customer wants done</translation>
    </message>
    <message>
        <source>输入编码或几个字，如“态度”“超时”</source>
        <translation>Type a code or a few letters, e.g. &quot;attitude&quot; or &quot;overdue&quot;</translation>
    </message>
    <message>
        <source>如 3号窗口</source>
        <translation>e.g. window 3</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>关注信号</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>客户有越级反映倾向</source>
        <translation>Customer may escalate</translation>
    </message>
    <message>
        <source>客户说要向哪里反映、为什么</source>
        <translation>Where the customer says they will turn, and why</translation>
    </message>
    <message>
        <source>需要</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>不需要</source>
        <translation>Not wanted</translation>
    </message>
    <message>
        <source>客户原话</source>
        <translation>Customer&apos;s words</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>客户情绪</source>
        <translation>Customer&apos;s mood</translation>
    </message>
    <message>
        <source>是否回访</source>
        <translation>Return visit</translation>
    </message>
    <message>
        <source>投诉分类</source>
        <translation>Complaint category</translation>
    </message>
    <message>
        <source>投诉等级</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>事发时间</source>
        <translation>Time of event</translation>
    </message>
    <message>
        <source>事发地点</source>
        <translation>Place of event</translation>
    </message>
    <message>
        <source>被投诉人</source>
        <translation>Complained about</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>越级原因</source>
        <translation>Reason for escalation</translation>
    </message>
    <message>
        <source>倾听</source>
        <translation>Listening</translation>
    </message>
    <message>
        <source>录音、来信扫描件或接访记录，至少有一样</source>
        <translation>At least one of: a recording, a scanned letter, contact notes</translation>
    </message>
    <message>
        <source>没有录音或来信时，记下当面谈的经过</source>
        <translation>Without a recording or letter, write down how the talk went</translation>
    </message>
    <message>
        <source>已告知客户本次通话（接访）录音</source>
        <translation>Customer was told the contact is recorded</translation>
    </message>
    <message>
        <source>接访记录</source>
        <translation>Contact notes</translation>
    </message>
    <message>
        <source>接访已结束</source>
        <translation>Contact ended</translation>
    </message>
    <message>
        <source>写成 14:09 或 6-10 14:09</source>
        <translation>Write 14:09 or 6-10 14:09</translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message>
        <source>受理诉求</source>
        <translation>Accept request</translation>
    </message>
    <message>
        <source>返回列表，草稿保留 (Esc)</source>
        <translation>Back to list, the draft is kept (Esc)</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>首接办结</source>
        <translation>Resolve now</translation>
    </message>
    <message>
        <source>当场答复并办结，不再派发</source>
        <translation>Answer now and close, without passing it on</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>本次接访</source>
        <translation>This contact</translation>
    </message>
    <message>
        <source>为什么更正，写给以后看的人</source>
        <translation>Why it is amended, for those who read it later</translation>
    </message>
    <message>
        <source>更正原因</source>
        <translation>Reason for amending</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>通话录音</source>
        <translation>Phone recording</translation>
    </message>
    <message>
        <source>服务录音录像</source>
        <translation>Service recorder</translation>
    </message>
    <message>
        <source>安防视频</source>
        <translation>Security video</translation>
    </message>
    <message>
        <source>客户提交</source>
        <translation>From the customer</translation>
    </message>
    <message>
        <source>调查取得</source>
        <translation>From the inquiry</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>证据来源</source>
        <translation>Origin of evidence</translation>
    </message>
    <message>
        <source>返回列表，草稿保留</source>
        <translation>Back to list, the draft is kept</translation>
    </message>
    <message>
        <source>查找客户</source>
        <translation>Find customer</translation>
    </message>
    <message>
        <source>记客户原话</source>
        <translation>Customer&apos;s words</translation>
    </message>
    <message>
        <source>结束接访</source>
        <translation>End contact</translation>
    </message>
    <message>
        <source>受理；有错时跳到要改的地方</source>
        <translation>Accept; goes to what needs correcting</translation>
    </message>
    <message>
        <source>导入证据</source>
        <translation>Import evidence</translation>
    </message>
    <message>
        <source>放弃更正</source>
        <translation>Discard amendment</translation>
    </message>
    <message>
        <source>清空这份没有受理的诉求？</source>
        <translation>Clear this request that is not accepted yet?</translation>
    </message>
    <message>
        <source>填写的内容会丢失；已入库的证据按未关联保管。</source>
        <translation>What was entered is lost; evidence already taken in is kept unlinked.</translation>
    </message>
    <message>
        <source>没有升级信号</source>
        <translation>No sign of escalation</translation>
    </message>
    <message>
        <source>建议“%1”：%2</source>
        <translation>Suggested: &quot;%1&quot; (%2)</translation>
    </message>
    <message>
        <source>%1 处要改</source>
        <translation>To correct: %1</translation>
    </message>
    <message>
        <source>当场答复并办结</source>
        <translation>Answer and close now</translation>
    </message>
    <message>
        <source>写明答复内容，客户认可后办结。</source>
        <translation>Write down the answer; close when the customer agrees.</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>受理并办结</source>
        <translation>Accept and close</translation>
    </message>
    <message>
        <source>证据还在入库，等它完成或停止后再受理</source>
        <translation>Evidence is still being taken in: wait or stop it, then accept</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Please give the reason</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>%1处理</source>
        <translation>%1: handling</translation>
    </message>
    <message>
        <source>补充更正</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>保存为第 %1 版</source>
        <translation>Save as version %1</translation>
    </message>
    <message>
        <source>受理%1</source>
        <translation>Accept: %1</translation>
    </message>
    <message>
        <source>单号在受理时生成</source>
        <translation>Numbered on acceptance</translation>
    </message>
    <message>
        <source>投诉和举报要走完整流程</source>
        <translation>Complaints and reports go through every step</translation>
    </message>
    <message>
        <source>已用时</source>
        <translation>Time spent</translation>
    </message>
    <message>
        <source>受理人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>%1号</source>
        <translation>No. %1</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>取号</source>
        <translation>Issue ticket</translation>
    </message>
    <message>
        <source>排队类别</source>
        <translation>Queue class</translation>
    </message>
    <message>
        <source>如过户、新装、开票</source>
        <translation>e.g. transfer, new connection, invoice</translation>
    </message>
    <message>
        <source>← → 选择</source>
        <translation>← → to choose</translation>
    </message>
    <message>
        <source>优先原因</source>
        <translation>Reason for priority</translation>
    </message>
    <message>
        <source>办什么</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已取号 %1</source>
        <translation>Ticket %1 issued</translation>
    </message>
</context>
<context>
    <name>ItemDelegate</name>
    <message numerus="yes">
        <source>%n 处标记</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemStrip</name>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>录制于 %1</source>
        <translation>Recorded %1</translation>
    </message>
    <message>
        <source>校验不通过</source>
        <translation>Check failed</translation>
    </message>
    <message>
        <source>%1 入库</source>
        <translation>Taken in %1</translation>
    </message>
    <message>
        <source>待校验</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>已校验</source>
        <translation>Checked</translation>
    </message>
</context>
<context>
    <name>KeptDialog</name>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>撤销结果</source>
        <translation>Result of undoing</translation>
    </message>
    <message>
        <source>删去 %1 户，恢复 %2 户，保留 %3 户。</source>
        <translation>%1 removed, %2 restored, %3 left as they are.</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>保留的原因</source>
        <translation>Why it was kept</translation>
    </message>
    <message>
        <source>保留的客户</source>
        <translation>Customers left as they are</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>KindChooser</name>
    <message>
        <source>办什么业务</source>
        <translation>Which business?</translation>
    </message>
    <message>
        <source>↑↓ 选择 · Enter 办理</source>
        <translation>↑↓ choose · Enter open</translation>
    </message>
    <message>
        <source>输入业务名称、拼音首字母或代码，如 xz、过户、101</source>
        <translation>Name, pinyin initials or code, e.g. xz, transfer, 101</translation>
    </message>
    <message>
        <source>查找业务类型</source>
        <translation>Find business kind</translation>
    </message>
    <message>
        <source>业务类型</source>
        <translation>Business kind</translation>
    </message>
    <message>
        <source>%1 暂存</source>
        <translation>Put aside %1</translation>
    </message>
    <message>
        <source>接着办</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>最近办过</source>
        <translation>Recently done</translation>
    </message>
    <message numerus="yes">
        <source>办过 %n 件</source>
        <translation>
            <numerusform>done once</numerusform>
            <numerusform>done %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>供电营业厅</source>
        <translation>Power Supply Hall</translation>
    </message>
    <message>
        <source>字号大一档</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>字号小一档</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>输入密码继续，页面上的内容都还在；别的同事也可以直接登录</source>
        <translation>Enter your password to continue, the page is as you left it; a colleague may sign in instead</translation>
    </message>
    <message>
        <source>已锁屏</source>
        <translation>Screen locked</translation>
    </message>
    <message>
        <source>%1 的草稿会保留</source>
        <translation>The draft of %1 is kept</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>Switch user</translation>
    </message>
    <message>
        <source>退出 %1 的登录？</source>
        <translation>Sign %1 out?</translation>
    </message>
    <message>
        <source>页面上没有保存的内容会丢失。暂时离开请用锁屏。</source>
        <translation>What is not saved on the page is lost. To step away, lock the screen instead.</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>密码已修改</source>
        <translation>Password changed</translation>
    </message>
    <message>
        <source>字号 %1 %</source>
        <translation>Text size %1 %</translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message>
        <source>对应列</source>
        <translation>Match columns</translation>
    </message>
    <message>
        <source>文件的前几行</source>
        <translation>First rows of the file</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>按列名自动对应</source>
        <translation>Matched by name</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>已有的户号</source>
        <translation>Existing accounts</translation>
    </message>
    <message>
        <source>已存的对应关系</source>
        <translation>Saved mappings</translation>
    </message>
    <message>
        <source>来源名称</source>
        <translation>Name of source</translation>
    </message>
    <message>
        <source>数据日期</source>
        <translation>Date of data</translation>
    </message>
    <message>
        <source>给对应关系起个名字，下次直接用</source>
        <translation>Name this mapping to use it again</translation>
    </message>
    <message>
        <source>对应关系的名称</source>
        <translation>Name of mapping</translation>
    </message>
    <message>
        <source>保存对应关系</source>
        <translation>Save mapping</translation>
    </message>
    <message>
        <source>标题在第 %1 行</source>
        <translation>Headings in row %1</translation>
    </message>
    <message>
        <source>%1 列中用了 %2 列</source>
        <translation>%2 of %1 columns used</translation>
    </message>
    <message>
        <source>收起没有对应的项目</source>
        <translation>Hide unmatched fields</translation>
    </message>
    <message>
        <source>还有 %1 项没有对应</source>
        <translation>Unmatched fields: %1</translation>
    </message>
</context>
<context>
    <name>MarkList</name>
    <message>
        <source>标记</source>
        <translation>Marks</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>重新读取</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>MomentBox</name>
    <message>
        <source>如 6-10 14:09</source>
        <translation>e.g. 6-10 14:09</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>打开工作区</source>
        <translation>Open workspace</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>恢复单上的恢复码</source>
        <translation>Recovery code of the sheet</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>用恢复单打开</source>
        <translation>Open with recovery sheet</translation>
    </message>
    <message>
        <source>恢复后钥匙放进系统钥匙串</source>
        <translation>The key moves into the system keyring afterwards</translation>
    </message>
    <message>
        <source>恢复后由新口令保护</source>
        <translation>A new passphrase protects it afterwards</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>返回输入口令</source>
        <translation>Back to the passphrase</translation>
    </message>
    <message>
        <source>恢复并打开</source>
        <translation>Recover and open</translation>
    </message>
    <message>
        <source>数据由口令保护，输入口令后才能登录</source>
        <translation>The data is protected by a passphrase; enter it to sign in</translation>
    </message>
    <message>
        <source>忘记口令，用恢复单</source>
        <translation>Passphrase forgotten, use the recovery sheet</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>OrderActions</name>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>补打回执或一次性告知单（F9）</source>
        <translation>Reprint receipt or one-time notice (F9)</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>撤销工单（F6）</source>
        <translation>Withdraw order (F6)</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>挂起或恢复（F7）</source>
        <translation>Pause or resume (F7)</translation>
    </message>
    <message>
        <source>完成%1</source>
        <translation>Complete: %1</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>%1 已办结</source>
        <translation>%1 finished</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 已恢复，期限重新计算</source>
        <translation>%1 resumed, limits computed anew</translation>
    </message>
    <message>
        <source>%1 已挂起</source>
        <translation>%1 paused</translation>
    </message>
    <message>
        <source>撤销 %1？</source>
        <translation>Withdraw %1?</translation>
    </message>
    <message>
        <source>撤销后不能恢复，客户需要重新申请。</source>
        <translation>A withdrawn order cannot be restored; the customer has to apply again.</translation>
    </message>
    <message>
        <source>撤销原因</source>
        <translation>Reason for withdrawal</translation>
    </message>
    <message>
        <source>撤销工单</source>
        <translation>Withdraw order</translation>
    </message>
    <message>
        <source>%1 已撤销</source>
        <translation>%1 withdrawn</translation>
    </message>
    <message>
        <source>%1 收到%2</source>
        <translation>%1: received %2</translation>
    </message>
    <message>
        <source>受理回执</source>
        <translation>acceptance receipt</translation>
    </message>
    <message>
        <source>一次性告知单</source>
        <translation>one-time notice</translation>
    </message>
    <message>
        <source>补打 %1</source>
        <translation>Reprint %1</translation>
    </message>
    <message>
        <source>纸面会注明补打次数和原因。</source>
        <translation>The paper shows how often and why it was reprinted.</translation>
    </message>
    <message>
        <source>补打原因</source>
        <translation>Reason for reprint</translation>
    </message>
    <message>
        <source>这项业务没有规定时限。</source>
        <translation>This business has no limit.</translation>
    </message>
    <message>
        <source>期限怎么算的</source>
        <translation>How limits are computed</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>显示完整信息</source>
        <translation>Show full details</translation>
    </message>
    <message>
        <source>查看个人信息要写明原因，会记入审计。</source>
        <translation>Viewing personal data needs a reason, which goes into the audit log.</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>OrderColumn</name>
    <message>
        <source>业务受理</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>正在受理</source>
        <translation>Accepting</translation>
    </message>
    <message>
        <source>到第一处要改的地方（Ctrl+J）</source>
        <translation>To the first field to correct (Ctrl+J)</translation>
    </message>
    <message>
        <source>暂存</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>受理并打印</source>
        <translation>Accept and print</translation>
    </message>
    <message>
        <source>已核对：电费已结清</source>
        <translation>Checked: bills are settled</translation>
    </message>
    <message>
        <source>先选业务，再找客户、填表、收材料</source>
        <translation>First choose the business, then find the customer, fill in, take documents</translation>
    </message>
    <message>
        <source>换一种业务，填过的保留（Ctrl+B）</source>
        <translation>Change business, entries are kept (Ctrl+B)</translation>
    </message>
    <message>
        <source>受理中</source>
        <translation>Accepting</translation>
    </message>
    <message>
        <source>受理后编号</source>
        <translation>Numbered on acceptance</translation>
    </message>
    <message>
        <source>%1 开始</source>
        <translation>Started %1</translation>
    </message>
    <message>
        <source>已暂存</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>这户欠费 %1 元</source>
        <translation>This account owes %1 yuan</translation>
    </message>
    <message>
        <source>，结清后才能办这项业务。</source>
        <translation>; it must be settled before this business.</translation>
    </message>
    <message>
        <source>去收费</source>
        <translation>Take payment</translation>
    </message>
    <message numerus="yes">
        <source>%n 处要改</source>
        <translation>
            <numerusform>%n to correct</numerusform>
            <numerusform>%n to correct</numerusform>
        </translation>
    </message>
    <message>
        <source>%1投诉过（%2），请主动说明处理情况。</source>
        <translation>Complained on %1 (%2): tell the customer unasked how it stands.</translation>
    </message>
    <message>
        <source>看投诉</source>
        <translation>Show complaint</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>可以写明办理情况，如“已核对容量”</source>
        <translation>You may note how it went, e.g. &quot;capacity checked&quot;</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>客户与申请</source>
        <translation>Customer and application</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>办理进度</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>办理记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>当前环节：%1</source>
        <translation>Current stage: %1</translation>
    </message>
    <message>
        <source>挂起中：%1。期限停走，恢复后重新计算。</source>
        <translation>Paused: %1. The limit stands still and is computed anew on resuming.</translation>
    </message>
    <message>
        <source>已撤销：%1</source>
        <translation>Withdrawn: %1</translation>
    </message>
    <message>
        <source>全程</source>
        <translation>Whole order</translation>
    </message>
    <message>
        <source>%1已超期</source>
        <translation>%1 · overdue</translation>
    </message>
    <message>
        <source>%1剩余</source>
        <translation>%1 · time left</translation>
    </message>
    <message>
        <source>%1停走</source>
        <translation>%1 · clock stopped</translation>
    </message>
    <message>
        <source>%1 到期</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>%1前</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>已收 %1 / %2</source>
        <translation>%1 of %2 received</translation>
    </message>
    <message>
        <source>%1 收到</source>
        <translation>Received %1</translation>
    </message>
    <message numerus="yes">
        <source>扫描 %n 份</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
    <message>
        <source>客户已签承诺书</source>
        <translation>Commitment signed</translation>
    </message>
    <message>
        <source>%1前补齐，已过期</source>
        <translation>Promised by %1, overdue</translation>
    </message>
    <message>
        <source>%1前补齐</source>
        <translation>Promised by %1</translation>
    </message>
    <message>
        <source>选交</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>按 Space 收下</source>
        <translation>Space to receive</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>已脱敏</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>已办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>挂起中</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>%1 · 容缺 %2</source>
        <translation>%1 · deferred: %2</translation>
    </message>
    <message>
        <source>%1完成</source>
        <translation>completed %1</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>规则版本 %1</source>
        <translation>Rules of %1</translation>
    </message>
    <message>
        <source>完成“%1”</source>
        <translation>Completed &quot;%1&quot;</translation>
    </message>
    <message>
        <source>超期完成</source>
        <translation>Completed late</translation>
    </message>
    <message>
        <source>挂起：%1</source>
        <translation>Paused: %1</translation>
    </message>
    <message>
        <source>恢复办理</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>收到“%1”</source>
        <translation>Received &quot;%1&quot;</translation>
    </message>
    <message>
        <source>晚于承诺日期</source>
        <translation>Later than promised</translation>
    </message>
    <message>
        <source>全程</source>
        <translation>Whole order</translation>
    </message>
    <message>
        <source>%1的期限由 %2 改为 %3</source>
        <translation>Limit of %1 moved from %2 to %3</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>只能办自己受理的工单</source>
        <translation>You can only handle orders you accepted</translation>
    </message>
    <message>
        <source>您没有这项权限</source>
        <translation>You do not have this right</translation>
    </message>
    <message>
        <source>工单已办结</source>
        <translation>The order is finished</translation>
    </message>
    <message>
        <source>工单已撤销</source>
        <translation>The order is withdrawn</translation>
    </message>
    <message>
        <source>工单挂起中，先恢复</source>
        <translation>The order is paused, resume it first</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>容缺材料未补齐：%1</source>
        <translation>Deferred documents still missing: %1</translation>
    </message>
    <message>
        <source>这个环节由%1办理</source>
        <translation>This stage belongs to: %1</translation>
    </message>
    <message>
        <source>这项业务的时限不允许暂停</source>
        <translation>The limits of this business may not be paused</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>业务工单</source>
        <translation>Business orders</translation>
    </message>
    <message>
        <source>选一件工单</source>
        <translation>Choose an order</translation>
    </message>
    <message>
        <source>左边按到期先后排着；↑↓ 选择，这里显示环节、材料和记录。</source>
        <translation>Ordered by due time on the left; ↑↓ choose, stages, documents and history show here.</translation>
    </message>
    <message>
        <source>单号 / 姓名 / 户号</source>
        <translation>Number, name or account</translation>
    </message>
    <message>
        <source>查找工单</source>
        <translation>Find order</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>完成当前环节</source>
        <translation>Complete current stage</translation>
    </message>
    <message>
        <source>挂起或恢复</source>
        <translation>Pause or resume</translation>
    </message>
    <message>
        <source>撤销工单</source>
        <translation>Withdraw order</translation>
    </message>
    <message>
        <source>存入扫描件</source>
        <translation>Add scan</translation>
    </message>
    <message>
        <source>收下材料</source>
        <translation>Receive document</translation>
    </message>
    <message>
        <source>到材料清单</source>
        <translation>To the documents</translation>
    </message>
    <message>
        <source>期限怎么算的</source>
        <translation>How limits are computed</translation>
    </message>
    <message>
        <source>显示完整信息</source>
        <translation>Show full details</translation>
    </message>
    <message>
        <source>换一件工单</source>
        <translation>Another order</translation>
    </message>
    <message>
        <source>这里没有工单。换一个筛选，或在柜台受理业务。</source>
        <translation>No order here. Change the filter, or accept business at the counter.</translation>
    </message>
    <message>
        <source>%1 受理</source>
        <translation>Accepted %1</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>回到列表（Esc）</source>
        <translation>Back to list (Esc)</translation>
    </message>
    <message>
        <source>回到列表</source>
        <translation>Back to list</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出清单</source>
        <translation>Export list</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
</context>
<context>
    <name>PapersColumn</name>
    <message>
        <source>收资</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>一次性告知单</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>打印一次性告知单（Ctrl+G）</source>
        <translation>Print one-time notice (Ctrl+G)</translation>
    </message>
    <message>
        <source>办理计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>选好业务后</source>
        <translation>Once a business is chosen</translation>
    </message>
    <message>
        <source>这里列出要收的材料、各环节的日期和费用。</source>
        <translation>Documents to collect, dates of each stage and fees are listed here.</translation>
    </message>
    <message numerus="yes">
        <source>%n 份已收</source>
        <translation>
            <numerusform>%n received</numerusform>
            <numerusform>%n received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 份容缺</source>
        <translation>
            <numerusform>%n deferred</numerusform>
            <numerusform>%n deferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>缺 %n 份</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message>
        <source>客户已签承诺书</source>
        <translation>Commitment signed</translation>
    </message>
    <message>
        <source>还没有签承诺书</source>
        <translation>Commitment not signed yet</translation>
    </message>
    <message>
        <source>%1前补齐</source>
        <translation>Promised by %1</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Change date</translation>
    </message>
    <message>
        <source>或</source>
        <translation> or </translation>
    </message>
    <message>
        <source>选交</source>
        <translation>Optional</translation>
    </message>
    <message numerus="yes">
        <source>扫描 %n 份</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
    <message>
        <source>已核原件</source>
        <translation>Original seen</translation>
    </message>
    <message>
        <source>日历未公布</source>
        <translation>Calendar not published</translation>
    </message>
    <message>
        <source>%1前</source>
        <translation>by %1</translation>
    </message>
    <message numerus="yes">
        <source>%n 分钟</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 小时</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 天</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个工作日</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>全程 %1</source>
        <translation>In all %1</translation>
    </message>
    <message>
        <source>附扫描件…</source>
        <translation>Add scan…</translation>
    </message>
</context>
<context>
    <name>PasswordBox</name>
    <message>
        <source>显示密码</source>
        <translation>Show password</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>这是管理员设的初始密码，请先换成自己的。</source>
        <translation>This is the first password, set by the administrator. Please choose your own.</translation>
    </message>
    <message>
        <source>两次输入的新密码不一样</source>
        <translation>The two new passwords differ</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>至少 10 位，含大写、小写、数字、符号中的三种，且不含工号</source>
        <translation>At least 10 characters, three of upper case, lower case, digits and symbols, without the staff number</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>本次应收（元）</source>
        <translation>Due now (yuan)</translation>
    </message>
    <message>
        <source>收费方式</source>
        <translation>Way of payment</translation>
    </message>
    <message>
        <source>实收（元）</source>
        <translation>Received (yuan)</translation>
    </message>
    <message>
        <source>按 Enter 等于应收</source>
        <translation>Enter: same as due</translation>
    </message>
    <message>
        <source>另预存（元）</source>
        <translation>Also prepaid (yuan)</translation>
    </message>
    <message>
        <source>找零（元）</source>
        <translation>Change (yuan)</translation>
    </message>
    <message>
        <source>还差（元）</source>
        <translation>Still short (yuan)</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>收费</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>唱收唱付，收款后自动打印收据</source>
        <translation>Say the amounts aloud; the receipt prints by itself</translation>
    </message>
    <message>
        <source>收费并打印</source>
        <translation>Take and print</translation>
    </message>
    <message>
        <source>换一户</source>
        <translation>Another account</translation>
    </message>
    <message>
        <source>查户号</source>
        <translation>Look up account</translation>
    </message>
    <message>
        <source>勾选或去掉一笔账单</source>
        <translation>Tick or untick a bill</translation>
    </message>
    <message>
        <source>轧账</source>
        <translation>Settle till</translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>户号 / 电话 / 姓名 / 地址</source>
        <translation>Account, phone, name or address</translation>
    </message>
    <message>
        <source>查找账户</source>
        <translation>Find account</translation>
    </message>
    <message>
        <source>查到的账户</source>
        <translation>Accounts found</translation>
    </message>
    <message>
        <source>没有欠费</source>
        <translation>No arrears</translation>
    </message>
    <message>
        <source>可以在右边预存电费</source>
        <translation>You can take a prepayment on the right</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>除注明“选填”外均为必填</source>
        <translation>Required unless marked &quot;optional&quot;</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Account name</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>欠费合计</source>
        <translation>Total owed</translation>
    </message>
    <message>
        <source>预存余额</source>
        <translation>Prepaid balance</translation>
    </message>
    <message>
        <source>先查找账户</source>
        <translation>Find an account first</translation>
    </message>
    <message>
        <source>{0} 处要改</source>
        <translation>To correct: {0}</translation>
    </message>
    <message>
        <source>正在入账</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>已收 {0} 元，找零 {1} 元，{2}</source>
        <translation>Received {0} yuan, change {1} yuan, {2}</translation>
    </message>
    <message>
        <source>收费收据 {0}</source>
        <translation>Payment receipt {0}</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>接访与人员</source>
        <translation>Contact and people</translation>
    </message>
    <message>
        <source>第 %1 次反映</source>
        <translation>Time no. %1</translation>
    </message>
    <message>
        <source>受理人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>接访用时</source>
        <translation>Contact took</translation>
    </message>
    <message>
        <source>录音告知</source>
        <translation>Recording notice</translation>
    </message>
    <message>
        <source>已告知</source>
        <translation>given</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Urged</translation>
    </message>
    <message>
        <source>%1 次</source>
        <translation>%1 times</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Printed</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>人员与组织</source>
        <translation>People and units</translation>
    </message>
    <message>
        <source>岗位决定能办什么；管理员看不到业务数据</source>
        <translation>Roles decide what one may do; administrators see no business data</translation>
    </message>
    <message>
        <source>审计日志</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>由审计管理员查看</source>
        <translation>For the audit administrator</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>由系统管理员维护人员</source>
        <translation>People are kept by the system administrator</translation>
    </message>
    <message>
        <source>选一个人，或新增</source>
        <translation>Choose a person, or add one</translation>
    </message>
    <message>
        <source>在单位上按 Enter 修改单位</source>
        <translation>Enter on a unit changes it</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>姓名、工号</source>
        <translation>Name, staff number</translation>
    </message>
    <message>
        <source>查找人员</source>
        <translation>Find person</translation>
    </message>
    <message>
        <source>帐号状态</source>
        <translation>Account state</translation>
    </message>
    <message>
        <source>这里没有人</source>
        <translation>Nobody here</translation>
    </message>
    <message>
        <source>在选中的单位下新增单位</source>
        <translation>Add a unit under the chosen one</translation>
    </message>
    <message>
        <source>在单位上：修改单位；在人员上：修改人员</source>
        <translation>On a unit: change unit; on a person: change person</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消填写</source>
        <translation>Cancel editing</translation>
    </message>
    <message>
        <source>在用 %1</source>
        <translation>Active %1</translation>
    </message>
    <message>
        <source>锁定 %1</source>
        <translation>Locked %1</translation>
    </message>
    <message>
        <source>停用 %1</source>
        <translation>Disabled %1</translation>
    </message>
    <message>
        <source>全部 %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>%1 已保存</source>
        <translation>%1 saved</translation>
    </message>
</context>
<context>
    <name>PlayerSide</name>
    <message>
        <source>标记</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>还没有标记。播放到要紧的地方，按 M 记一句。</source>
        <translation>No marks yet. At an important moment press M and write a line.</translation>
    </message>
    <message>
        <source>保管链</source>
        <translation>Custody</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>校验一致</source>
        <translation>Check agrees</translation>
    </message>
    <message>
        <source>校验不通过</source>
        <translation>Check failed</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Played</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>到期销毁</source>
        <translation>Destroyed at term</translation>
    </message>
</context>
<context>
    <name>PlayerStage</name>
    <message>
        <source>画面</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>播放进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>00:00:00.000</source>
        <translation>00:00:00.000</translation>
    </message>
    <message>
        <source>这一刻发生了什么</source>
        <translation>What happens at this moment</translation>
    </message>
    <message>
        <source>标记内容</source>
        <translation>Text of the mark</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存标记</source>
        <translation>Save mark</translation>
    </message>
    <message>
        <source>保存标记 (Enter)</source>
        <translation>Save mark (Enter)</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取消标记</source>
        <translation>Cancel mark</translation>
    </message>
    <message>
        <source>取消标记 (Esc)</source>
        <translation>Cancel mark (Esc)</translation>
    </message>
    <message>
        <source>空格 播放&#x3000;&#x3000;← → 退进 5 秒&#x3000;&#x3000;Shift 1 秒&#x3000;&#x3000;Ctrl 15 秒&#x3000;&#x3000;[ ] 慢快&#x3000;&#x3000;M 标记</source>
        <translation>Space play   ← → 5 s   Shift 1 s   Ctrl 15 s   [ ] speed   M mark</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>收起按键提示</source>
        <translation>Hide the key hints</translation>
    </message>
    <message>
        <source>上一个标记</source>
        <translation>Previous mark</translation>
    </message>
    <message>
        <source>上一个标记 (Page Up)</source>
        <translation>Previous mark (Page Up)</translation>
    </message>
    <message>
        <source>后退 5 秒</source>
        <translation>Back 5 s</translation>
    </message>
    <message>
        <source>后退 5 秒 (←)</source>
        <translation>Back 5 s (←)</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>播放 (空格)</source>
        <translation>Play (Space)</translation>
    </message>
    <message>
        <source>前进 5 秒</source>
        <translation>Forward 5 s</translation>
    </message>
    <message>
        <source>前进 5 秒 (→)</source>
        <translation>Forward 5 s (→)</translation>
    </message>
    <message>
        <source>下一个标记</source>
        <translation>Next mark</translation>
    </message>
    <message>
        <source>下一个标记 (Page Down)</source>
        <translation>Next mark (Page Down)</translation>
    </message>
    <message>
        <source>播放位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>/ 00:00:00</source>
        <translation>/ 00:00:00</translation>
    </message>
    <message>
        <source>1.0×</source>
        <translation>1.0×</translation>
    </message>
    <message>
        <source>播放速度</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>播放速度 ([ 慢  ] 快)</source>
        <translation>Speed ([ slower  ] faster)</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>静音 (0)</source>
        <translation>Mute (0)</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>标记这一刻</source>
        <translation>Mark this moment</translation>
    </message>
    <message>
        <source>标记这一刻 (M)</source>
        <translation>Mark this moment (M)</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>上一页 (Page Up)</source>
        <translation>Previous page (Page Up)</translation>
    </message>
    <message>
        <source>1 / 1</source>
        <translation>1 / 1</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>下一页 (Page Down)</source>
        <translation>Next page (Page Down)</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>缩小 (−)</source>
        <translation>Zoom out (−)</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>整页显示</source>
        <translation>Fit page</translation>
    </message>
    <message>
        <source>整页显示 (0)</source>
        <translation>Fit page (0)</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>放大 (+)</source>
        <translation>Zoom in (+)</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>调阅“%1”</source>
        <translation>View &quot;%1&quot;</translation>
    </message>
    <message>
        <source>调阅原因记入保管链和审计日志。</source>
        <translation>The reason goes into the custody record and the audit log.</translation>
    </message>
    <message>
        <source>调阅原因</source>
        <translation>Reason for viewing</translation>
    </message>
    <message>
        <source>调阅</source>
        <translation>View</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开全部内容（回车）</source>
        <translation>Open in full (Enter)</translation>
    </message>
    <message>
        <source>选一件诉求</source>
        <translation>Choose a request</translation>
    </message>
    <message>
        <source>左边的一件在这里看要点，回车打开全部。</source>
        <translation>The one chosen on the left shows its main points here; Enter opens it.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>，约剩 %1</source>
        <translation>, about %1 left</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>容缺受理：%1</source>
        <translation>Defer: %1</translation>
    </message>
    <message>
        <source>材料补齐前不能送电、办结。</source>
        <translation>No power-on and no closing before it arrives.</translation>
    </message>
    <message>
        <source>最迟 %1</source>
        <translation>%1 at the latest</translation>
    </message>
    <message>
        <source>补齐日期</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <source>客户已签承诺书</source>
        <translation>Commitment signed</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Defer</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>取号（Ctrl+I）</source>
        <translation>Issue ticket (Ctrl+I)</translation>
    </message>
    <message>
        <source>按类别看等候</source>
        <translation>Waiting by class</translation>
    </message>
    <message>
        <source>等候的号</source>
        <translation>Waiting tickets</translation>
    </message>
    <message>
        <source>呼叫下一位</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>暂停窗口</source>
        <translation>Pause window</translation>
    </message>
    <message>
        <source>暂停窗口（Ctrl+P）</source>
        <translation>Pause window (Ctrl+P)</translation>
    </message>
    <message numerus="yes">
        <source>等候 %n 人</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>约 %n 分</source>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>全部 %1</source>
        <translation>All %1</translation>
    </message>
    <message numerus="yes">
        <source>今日已办 %n 件</source>
        <translation>
            <numerusform>%n served today</numerusform>
            <numerusform>%n served today</numerusform>
        </translation>
    </message>
    <message>
        <source>平均 %1</source>
        <translation>average %1</translation>
    </message>
    <message>
        <source>您没有叫号的权限</source>
        <translation>You may not call tickets</translation>
    </message>
    <message>
        <source>窗口暂停中，先恢复服务</source>
        <translation>The window is paused, resume service first</translation>
    </message>
    <message>
        <source>本窗口还有客户，先办结、过号或转出</source>
        <translation>A customer is still at this window: finish, no-show or transfer first</translation>
    </message>
    <message>
        <source>恢复服务（Ctrl+P）</source>
        <translation>Resume service (Ctrl+P)</translation>
    </message>
    <message numerus="yes">
        <source>%n 分</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>填表中</source>
        <translation>Filling in</translation>
    </message>
    <message>
        <source>等候超时</source>
        <translation>Waited too long</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>快超时</source>
        <translation>Close to the limit</translation>
    </message>
    <message numerus="yes">
        <source>过号 %n 次</source>
        <translation>
            <numerusform>no-show once</numerusform>
            <numerusform>no-show %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>现在没有人等候</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>这个号现在不能这样办</source>
        <translation>Not possible for this ticket now</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>已受理 %1</source>
        <translation>%1 accepted</translation>
    </message>
    <message>
        <source>回执和一次性告知单</source>
        <translation>receipt and one-time notice</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>补打的一次性告知单</source>
        <translation>reprinted one-time notice</translation>
    </message>
    <message>
        <source>补打的回执</source>
        <translation>reprinted receipt</translation>
    </message>
    <message>
        <source>一次性告知单 %1</source>
        <translation>One-time notice %1</translation>
    </message>
    <message>
        <source>一次性告知单</source>
        <translation>one-time notice</translation>
    </message>
    <message>
        <source>受理回执 %1</source>
        <translation>Acceptance receipt %1</translation>
    </message>
    <message>
        <source>%1，%2已打印</source>
        <translation>%1, printed: %2</translation>
    </message>
    <message>
        <source>%1，没有设打印机，%2已存到单据文件夹</source>
        <translation>%1, no printer set: %2 saved to the papers folder</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>%1，数据已保存；%2没有打印：%3</source>
        <translation>%1, data saved; not printed: %2 (%3)</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
</context>
<context>
    <name>RepeatsCard</name>
    <message>
        <source>填了户号、电话、地址或分类后，这里列出一年内的往来。</source>
        <translation>With account, phone, address or category filled in, the contacts of the last year are listed here.</translation>
    </message>
    <message>
        <source>不是同一件</source>
        <translation>Another matter</translation>
    </message>
    <message>
        <source>是同一件</source>
        <translation>Same matter</translation>
    </message>
    <message>
        <source>可能是同一件</source>
        <translation>Perhaps the same matter</translation>
    </message>
    <message>
        <source>以往诉求</source>
        <translation>Earlier requests</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>试导入结果</source>
        <translation>Trial result</translation>
    </message>
    <message>
        <source>导出问题清单</source>
        <translation>Export problems</translation>
    </message>
    <message>
        <source>问题行</source>
        <translation>Problem rows</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Treatment</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>该项留空</source>
        <translation>Field left empty</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>还没有写入任何数据</source>
        <translation>Nothing is written yet</translation>
    </message>
    <message>
        <source>已有，将更新</source>
        <translation>Existing, updated</translation>
    </message>
    <message>
        <source>已有，将跳过</source>
        <translation>Existing, skipped</translation>
    </message>
    <message>
        <source>读到的行</source>
        <translation>Rows read</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>个别项留空</source>
        <translation>Some fields empty</translation>
    </message>
    <message>
        <source>没有问题，可以导入</source>
        <translation>No problems, ready to import</translation>
    </message>
    <message>
        <source>%1 处问题。可以在文件里改好再选一次，也可以照样导入，有问题的行或项不进档案。</source>
        <translation>%1 problems. Mend the file and choose it again, or import as it is: problem rows or fields are left out.</translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation>Import result</translation>
    </message>
    <message>
        <source>用时 %1</source>
        <translation>Took %1</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>没有导入或跳过</source>
        <translation>Not imported or skipped</translation>
    </message>
    <message>
        <source>已导入。发现不对可以在右边整批撤销。</source>
        <translation>Imported. If it is wrong, undo the whole import on the right.</translation>
    </message>
    <message>
        <source>导出全部 %1 处</source>
        <translation>Export all %1</translation>
    </message>
</context>
<context>
    <name>RequestActs</name>
    <message>
        <source>%1 已首接办结</source>
        <translation>%1 resolved at first contact</translation>
    </message>
    <message>
        <source>补充证据 %1</source>
        <translation>More evidence for %1</translation>
    </message>
    <message>
        <source>证据已入库并关联</source>
        <translation>Evidence taken in and linked</translation>
    </message>
    <message>
        <source>已补打，单上注明“补打”</source>
        <translation>Reprinted and marked as a reprint</translation>
    </message>
    <message>
        <source>已送打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>投诉处理单 %1</source>
        <translation>Complaint record %1</translation>
    </message>
</context>
<context>
    <name>RequestList</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>any</translation>
    </message>
    <message>
        <source>要抓紧</source>
        <translation>Pressing</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>我受理的</source>
        <translation>Accepted by me</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>全部渠道</source>
        <translation>All channels</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>单号、户号、电话、姓名、地址或原话</source>
        <translation>Number, account, phone, name, address or words</translation>
    </message>
    <message>
        <source>在诉求里查找</source>
        <translation>Search in requests</translation>
    </message>
    <message>
        <source>诉求清单</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>没有符合的诉求</source>
        <translation>No matching request</translation>
    </message>
    <message>
        <source>换一个筛选条件，或受理一件新的。</source>
        <translation>Change the filter, or accept a new one.</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>证据 %1</source>
        <translation>Evidence: %1</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>放假安排未公布，暂按周末计</source>
        <translation>Holidays not published, weekends assumed</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>子类</source>
        <translation>Subtype</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>来文编号</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>来文期限</source>
        <translation>Letter deadline</translation>
    </message>
    <message>
        <source>接访开始</source>
        <translation>Contact started</translation>
    </message>
    <message>
        <source>接访结束</source>
        <translation>Contact ended</translation>
    </message>
    <message>
        <source>客户档案</source>
        <translation>Customer record</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the account holder</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>客户原话</source>
        <translation>Customer&apos;s words</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>事发时间</source>
        <translation>Time of event</translation>
    </message>
    <message>
        <source>事发地点</source>
        <translation>Place of event</translation>
    </message>
    <message>
        <source>被投诉人</source>
        <translation>Complained about</translation>
    </message>
    <message>
        <source>保密方式</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Return visit</translation>
    </message>
    <message>
        <source>情绪</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>越级倾向</source>
        <translation>May escalate</translation>
    </message>
    <message>
        <source>越级原因</source>
        <translation>Reason for escalation</translation>
    </message>
    <message>
        <source>关注信号</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>重复件</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>原诉求</source>
        <translation>Earlier request</translation>
    </message>
    <message>
        <source>接访记录</source>
        <translation>Contact notes</translation>
    </message>
    <message>
        <source>告知录音</source>
        <translation>Recording notice</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>排队号</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>同户号</source>
        <translation>same account</translation>
    </message>
    <message>
        <source>同电话</source>
        <translation>same phone</translation>
    </message>
    <message>
        <source>同地址</source>
        <translation>same address</translation>
    </message>
    <message>
        <source>同分类</source>
        <translation>same category</translation>
    </message>
    <message>
        <source>同类问题</source>
        <translation>same issue</translation>
    </message>
    <message>
        <source>已确认是同一件</source>
        <translation>confirmed the same matter</translation>
    </message>
    <message>
        <source>同一客户</source>
        <translation>Same customer</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>%1 %2 前</source>
        <translation>by %2, %1</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>受理诉求</source>
        <translation>Accept request</translation>
    </message>
    <message>
        <source>受理投诉</source>
        <translation>Accept complaint</translation>
    </message>
    <message>
        <source>没有受理的权限</source>
        <translation>You may not accept requests</translation>
    </message>
    <message>
        <source>在诉求里查找</source>
        <translation>Search in requests</translation>
    </message>
    <message>
        <source>回到清单</source>
        <translation>Back to list</translation>
    </message>
    <message>
        <source>打开当前一件</source>
        <translation>Open the current one</translation>
    </message>
    <message>
        <source>在筛选标签间移动</source>
        <translation>Move between filter tabs</translation>
    </message>
    <message>
        <source>还有一份更正没有保存，先保存或放弃</source>
        <translation>An amendment is not saved: save or discard it first</translation>
    </message>
    <message>
        <source>有一份更正没有保存</source>
        <translation>An amendment is not saved</translation>
    </message>
    <message>
        <source>有一份诉求没有受理，内容还在</source>
        <translation>A request is not accepted yet, its content is still here</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>还有一份没有受理的诉求，先受理或清空</source>
        <translation>A request is not accepted yet: accept or clear it first</translation>
    </message>
    <message>
        <source>%1 已保存为第 %2 版</source>
        <translation>%1 saved as version %2</translation>
    </message>
    <message>
        <source>%1 已受理</source>
        <translation>%1 accepted</translation>
    </message>
    <message>
        <source>打印投诉处理单</source>
        <translation>Print complaint record</translation>
    </message>
    <message>
        <source>导出清单</source>
        <translation>Export list</translation>
    </message>
</context>
<context>
    <name>RoleBar</name>
    <message>
        <source>换成谁</source>
        <translation>Switch to</translation>
    </message>
    <message>
        <source>演示：换成</source>
        <translation>Demo: switch to</translation>
    </message>
    <message>
        <source>临澜市是虚构的，关闭窗口后一切清除。每个人的密码：%1</source>
        <translation>Linlan is an invented city; all is cleared when the window closes. Everybody&apos;s password: %1</translation>
    </message>
</context>
<context>
    <name>ScanIntake</name>
    <message>
        <source>把扫描件拖到这里，或用高拍仪</source>
        <translation>Drag a scan here, or use the document camera</translation>
    </message>
    <message>
        <source>您没有存入证据的权限</source>
        <translation>You may not add evidence</translation>
    </message>
    <message>
        <source>选择扫描件</source>
        <translation>Choose a scan</translation>
    </message>
    <message>
        <source>入库 %1</source>
        <translation>Taking in %1</translation>
    </message>
    <message>
        <source>业务受理收资</source>
        <translation>documents of a business order</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>样式：南方电网</source>
        <translation>Style: China Southern Grid</translation>
    </message>
    <message>
        <source>样式：国家电网</source>
        <translation>Style: State Grid</translation>
    </message>
    <message>
        <source>数据钥匙：系统钥匙串</source>
        <translation>Data key: system keyring</translation>
    </message>
    <message>
        <source>数据钥匙：口令保护的文件</source>
        <translation>Data key: file protected by a passphrase</translation>
    </message>
    <message>
        <source>字号大一档、小一档</source>
        <translation>Larger, smaller text</translation>
    </message>
    <message>
        <source>保存为文件</source>
        <translation>Save to file</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比度</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>语言在下次启动时生效</source>
        <translation>The language changes at the next start</translation>
    </message>
    <message>
        <source>打印与安全</source>
        <translation>Printing and safety</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>没有打印机时，单据保存到工作区的“papers”文件夹</source>
        <translation>Without a printer, papers are saved in the &quot;papers&quot; folder of the workspace</translation>
    </message>
    <message>
        <source>无人操作多少分钟后锁屏</source>
        <translation>Lock the screen after</translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This computer</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>轧账</source>
        <translation>Settle till</translation>
    </message>
    <message>
        <source>清点钱箱，按面额填写张数</source>
        <translation>Count the drawer: pieces of each denomination</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>轧账并打印</source>
        <translation>Settle and print</translation>
    </message>
    <message>
        <source>{0} 元</source>
        <translation>{0} yuan</translation>
    </message>
    <message>
        <source>{0} 元张数</source>
        <translation>Pieces of {0} yuan</translation>
    </message>
    <message>
        <source>备用金（元）</source>
        <translation>Float (yuan)</translation>
    </message>
    <message>
        <source>差额（元）</source>
        <translation>Difference (yuan)</translation>
    </message>
    <message>
        <source>值长工号</source>
        <translation>Shift leader&apos;s staff number</translation>
    </message>
    <message>
        <source>差额原因</source>
        <translation>Reason for the difference</translation>
    </message>
    <message>
        <source>复核人工号</source>
        <translation>Checker&apos;s staff number</translation>
    </message>
    <message>
        <source>复核人密码</source>
        <translation>Checker&apos;s password</translation>
    </message>
    <message>
        <source>收费笔数</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>，冲正 {0}</source>
        <translation>, reversed {0}</translation>
    </message>
    <message>
        <source>应有现金</source>
        <translation>Cash expected</translation>
    </message>
    <message>
        <source>正在轧账</source>
        <translation>Settling</translation>
    </message>
</context>
<context>
    <name>ShortForm</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>客户资料和证据加密保存在本机；所有操作留痕</source>
        <translation>Customer data and evidence are encrypted on this computer; everything done is on record</translation>
    </message>
    <message>
        <source>供电营业厅</source>
        <translation>Power Supply Hall</translation>
    </message>
    <message>
        <source>%1号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>用工号和密码登录，离线也可以</source>
        <translation>With staff number and password, also offline</translation>
    </message>
    <message>
        <source>请输入工号和密码</source>
        <translation>Enter staff number and password</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>工牌上的号码</source>
        <translation>As on your badge</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>SoundStrip</name>
    <message>
        <source>播放客户录音</source>
        <translation>Play customer recording</translation>
    </message>
    <message>
        <source>播放 %1</source>
        <translation>Play %1</translation>
    </message>
    <message>
        <source>播放 %1，先校验 SHA-256</source>
        <translation>Play %1, SHA-256 is checked first</translation>
    </message>
</context>
<context>
    <name>StagePlan</name>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>办理计划</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>F1 快捷键</source>
        <translation>F1 Shortcuts</translation>
    </message>
    <message>
        <source>本机保存，尚未同步</source>
        <translation>Saved here, not synchronised yet</translation>
    </message>
    <message>
        <source>已同步 %1</source>
        <translation>Synchronised %1</translation>
    </message>
    <message>
        <source>%1 条待上传</source>
        <translation>To upload: %1</translation>
    </message>
    <message>
        <source>%1 件即将到期</source>
        <translation>Due soon: %1</translation>
    </message>
    <message>
        <source>%1 件超期</source>
        <translation>Overdue: %1</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>StepPath</name>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
</context>
<context>
    <name>SupplyPath</name>
    <message>
        <source>供电路径</source>
        <translation>Supply path</translation>
    </message>
    <message>
        <source>站 线 变 户</source>
        <translation>station, line, transformer, customer</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>表箱 %1</source>
        <translation>Meter box %1</translation>
    </message>
</context>
<context>
    <name>TakenCard</name>
    <message>
        <source>收费记录</source>
        <translation>Payments taken</translation>
    </message>
    <message>
        <source>审批</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>补打收据</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>申请冲正</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>轧账</source>
        <translation>Settle till</translation>
    </message>
    <message>
        <source>收费收据 {0}</source>
        <translation>Payment receipt {0}</translation>
    </message>
    <message>
        <source>先选一笔收费</source>
        <translation>Choose a payment first</translation>
    </message>
    <message>
        <source>您的岗位不能补打</source>
        <translation>Your role cannot reprint</translation>
    </message>
    <message>
        <source>已经申请过冲正</source>
        <translation>A reversal is already requested</translation>
    </message>
    <message>
        <source>已经轧账，请走退费</source>
        <translation>Already settled, refund instead</translation>
    </message>
    <message>
        <source>您的岗位不能申请冲正</source>
        <translation>Your role cannot request reversals</translation>
    </message>
    <message>
        <source>您的岗位不轧账</source>
        <translation>Your role does not settle</translation>
    </message>
    <message>
        <source>申请冲正 {0}</source>
        <translation>Request reversal of {0}</translation>
    </message>
    <message>
        <source>金额 {0} 元。由另一位有权限的同事审批后才生效。</source>
        <translation>Amount {0} yuan. It takes effect once another authorised colleague approves.</translation>
    </message>
    <message>
        <source>冲正原因</source>
        <translation>Reason for reversal</translation>
    </message>
    <message>
        <source>提交审批</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>冲正 {0} 已提交，等值长审批</source>
        <translation>Reversal of {0} submitted, waiting for the shift leader</translation>
    </message>
    <message>
        <source>{0} 笔冲正等您审批</source>
        <translation>Reversals waiting for you: {0}</translation>
    </message>
    <message>
        <source>冲正 {0}</source>
        <translation>Reversal of {0}</translation>
    </message>
    <message>
        <source>金额 {0} 元。原因：{1}</source>
        <translation>Amount {0} yuan. Reason: {1}</translation>
    </message>
    <message>
        <source>同意冲正</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>冲正单 {0}</source>
        <translation>Reversal {0}</translation>
    </message>
    <message>
        <source>已轧账 {0}</source>
        <translation>Settled {0}</translation>
    </message>
    <message>
        <source>轧账单 {0}</source>
        <translation>Settlement {0}</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>待审批冲正</source>
        <translation>Reversal pending</translation>
    </message>
    <message>
        <source>已冲正</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>已轧账</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>导入应收账单</source>
        <translation>Import bills due</translation>
    </message>
</context>
<context>
    <name>TicketCard</name>
    <message>
        <source>开始办理</source>
        <translation>Start serving</translation>
    </message>
    <message>
        <source>再叫一次</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>转到别的类别</source>
        <translation>Transfer to another class</translation>
    </message>
    <message>
        <source>请客户旁边填表，先叫下一位</source>
        <translation>Customer fills in forms aside, call the next one</translation>
    </message>
    <message>
        <source>客户评价</source>
        <translation>Customer rating</translation>
    </message>
    <message>
        <source>客户没有来（F6）</source>
        <translation>The customer did not come (F6)</translation>
    </message>
    <message>
        <source>还剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>超 %1</source>
        <translation>%1 over</translation>
    </message>
    <message>
        <source>服务中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>请到窗口</source>
        <translation>Please come to the window</translation>
    </message>
    <message>
        <source>办理用时</source>
        <translation>Handling time</translation>
    </message>
    <message>
        <source>等候用时</source>
        <translation>Waiting time</translation>
    </message>
    <message numerus="yes">
        <source>限 %n 分</source>
        <translation>
            <numerusform>limit %n min</numerusform>
            <numerusform>limit %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>已评价：%1</source>
        <translation>Rated: %1</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Service paused</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Idle</translation>
    </message>
    <message>
        <source>按 F2 呼叫下一位</source>
        <translation>F2 calls the next one</translation>
    </message>
    <message>
        <source>按 Ctrl+P 恢复服务</source>
        <translation>Ctrl+P resumes service</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>已用 %1%</source>
        <translation>%1% used</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>往来记录</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>工单、诉求、收费、变更</source>
        <translation>Orders, requests, payments</translation>
    </message>
    <message>
        <source>还没有往来</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>受理、诉求、收费和资料变更都会记在这里</source>
        <translation>Business, requests, payments and changes are recorded here</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>冲正</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>资料变更</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>变更 %1</source>
        <translation>Changed %1</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>%1，%2，账户菜单</source>
        <translation>%1, %2, account menu</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>%1号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>换人（保留草稿）</source>
        <translation>Switch user (drafts kept)</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>单位名称</source>
        <translation>Name of unit</translation>
    </message>
    <message>
        <source>单位代码</source>
        <translation>Code of unit</translation>
    </message>
    <message>
        <source>用在单号里，定了不能改</source>
        <translation>Part of paper numbers, fixed once set</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>上级单位</source>
        <translation>Parent unit</translation>
    </message>
    <message>
        <source>营业厅等级</source>
        <translation>Hall grade</translation>
    </message>
    <message>
        <source>服务范围</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>营业时间</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>除注明“选填”外均为必填</source>
        <translation>Required unless marked &quot;optional&quot;</translation>
    </message>
    <message>
        <source>保存单位</source>
        <translation>Save unit</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>没有上级</source>
        <translation>No parent</translation>
    </message>
    <message>
        <source>新增单位</source>
        <translation>Add unit</translation>
    </message>
    <message>
        <source>由系统管理员维护单位</source>
        <translation>Units are kept by the system administrator</translation>
    </message>
</context>
<context>
    <name>UnitsCard</name>
    <message>
        <source>单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>新增单位</source>
        <translation>Add unit</translation>
    </message>
    <message>
        <source>由系统管理员维护单位</source>
        <translation>Units are kept by the system administrator</translation>
    </message>
    <message>
        <source>%1 级</source>
        <translation>Grade %1</translation>
    </message>
</context>
<context>
    <name>UnmaskDialog</name>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>查看明文</source>
        <translation>Unmask</translation>
    </message>
    <message>
        <source>将显示 60 秒：%1。</source>
        <translation>Shown for 60 seconds: %1.</translation>
    </message>
    <message>
        <source>查看人、时间、原因记入审计日志</source>
        <translation>Who, when and why go into the audit log</translation>
    </message>
    <message>
        <source>为哪一件办理</source>
        <translation>For which case</translation>
    </message>
    <message>
        <source>核对身份</source>
        <translation>Check identity</translation>
    </message>
    <message>
        <source>联系客户</source>
        <translation>Contact the customer</translation>
    </message>
    <message>
        <source>填写单据</source>
        <translation>Fill in a form</translation>
    </message>
    <message>
        <source>常用原因</source>
        <translation>Usual reasons</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明原因，会记入审计</source>
        <translation>Give the reason, it goes into the audit log</translation>
    </message>
    <message>
        <source>请选择办理的工单或诉求</source>
        <translation>Choose the order or request</translation>
    </message>
</context>
<context>
    <name>UserForm</name>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>单独授权</source>
        <translation>Extra rights</translation>
    </message>
    <message>
        <source>至少 %1 位，三类字符</source>
        <translation>At least %1 characters of three kinds</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>登录用，定了不能改</source>
        <translation>For signing in, fixed once set</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>所属单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>初始密码</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>重置密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>除注明“选填”外均为必填</source>
        <translation>Required unless marked &quot;optional&quot;</translation>
    </message>
    <message>
        <source>保存人员</source>
        <translation>Save person</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>重置密码并保存</source>
        <translation>Reset password and save</translation>
    </message>
    <message>
        <source>由系统管理员维护人员</source>
        <translation>People are kept by the system administrator</translation>
    </message>
    <message>
        <source>在下面填写新密码</source>
        <translation>Enter the new password below</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>锁定到 %1</source>
        <translation>Locked until %1</translation>
    </message>
    <message>
        <source>待改密码</source>
        <translation>Password to be changed</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>启用并解锁</source>
        <translation>Enable and unlock</translation>
    </message>
    <message>
        <source>不能停用正在使用的帐号</source>
        <translation>The account in use cannot be disabled</translation>
    </message>
    <message>
        <source>放弃刚才填写的内容？</source>
        <translation>Discard what you entered?</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Keep editing</translation>
    </message>
    <message>
        <source>%1 已保存</source>
        <translation>%1 saved</translation>
    </message>
    <message>
        <source>%1 已保存，首次登录要改密码</source>
        <translation>%1 saved, the password is changed at first sign-in</translation>
    </message>
    <message>
        <source>停用 %1 %2？</source>
        <translation>Disable %1 %2?</translation>
    </message>
    <message>
        <source>停用后不能登录，经办记录都保留。</source>
        <translation>A disabled person cannot sign in; everything they handled is kept.</translation>
    </message>
    <message>
        <source>%1 已启用并解锁</source>
        <translation>%1 enabled and unlocked</translation>
    </message>
    <message>
        <source>%1 已停用</source>
        <translation>%1 disabled</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>更正 %1 次</source>
        <translation>Amended %1 times</translation>
    </message>
    <message>
        <source>没有更正过</source>
        <translation>Never amended</translation>
    </message>
    <message>
        <source>记录的版本</source>
        <translation>Versions of the record</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
    <message>
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>首次登记</source>
        <translation>First record</translation>
    </message>
    <message>
        <source>%1：已更正（个人信息不在此显示）</source>
        <translation>%1: amended (personal data not shown here)</translation>
    </message>
    <message>
        <source>%1：%2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1 件</source>
        <translation>%1 items</translation>
    </message>
    <message>
        <source>已关联</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>原来的各版都在，不能改</source>
        <translation>earlier versions stay as they were</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <source>客户原话</source>
        <translation>Customer&apos;s words</translation>
    </message>
    <message>
        <source>全部往来</source>
        <translation>All contacts</translation>
    </message>
    <message>
        <source>客户原话 · 第 %1 版，已锁定</source>
        <translation>Customer&apos;s words · version %1, locked</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>情绪</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>保密</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Return visit</translation>
    </message>
    <message>
        <source>需要</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>不需要</source>
        <translation>Not wanted</translation>
    </message>
    <message>
        <source>事发</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>被投诉人</source>
        <translation>Complained about</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Staff no. %1</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>关注</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>越级</source>
        <translation>Escalation</translation>
    </message>
    <message>
        <source>来文</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>接访记录</source>
        <translation>Contact notes</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>供电营业厅</source>
        <translation>Power Supply Hall</translation>
    </message>
    <message>
        <source>正在打开工作区</source>
        <translation>Opening the workspace</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>导出清单</source>
        <translation>Export list</translation>
    </message>
    <message>
        <source>已导出 {0} 行到 {1}，个人信息已脱敏</source>
        <translation>{0} rows exported to {1}, personal data masked</translation>
    </message>
    <message>
        <source>导入应收账单</source>
        <translation>Import bills due</translation>
    </message>
    <message>
        <source>导入 {0} 笔应收</source>
        <translation>{0} bills imported</translation>
    </message>
    <message>
        <source>，{0} 行没有导入，第一处在第 {1} 行</source>
        <translation>, {0} rows left out, the first is row {1}</translation>
    </message>
</context>
<context>
    <name>paper_jobs</name>
    <message>
        <source>没有打印机，{0} 已存为 PDF</source>
        <translation>No printer, {0} saved as PDF</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>业务已保存，{0} 没有打印：{1}</source>
        <translation>Saved, but {0} was not printed: {1}</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>柜台</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>诉求</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaints</translation>
    </message>
</context>
</TS>
