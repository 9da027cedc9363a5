"""Every word of the page that the assistant does not say itself."""

from __future__ import annotations

TITLE = "明白 · 医保政策问答"
BRAND = "明白"
TAGLINE = "算得清，有出处"
NEW_CONVERSATION = "新对话"

WELCOME = "医保的事，问个明白"
WELCOME_HOW = "像平常说话一样问就行。说清哪里的医保、几级医院、花了多少钱，就能算到分。"
EXAMPLES = "可以这样问"
TALK = "对话"
YOU = "您问"
ANSWER = "明白答"

BOX_LABEL = "您的问题"
BOX_HINT = "哪里的医保？花了多少？"
SEND = "发送"
TOO_FAST = "您问得太快了，请歇 {seconds} 秒再发。"
FINE_PRINT = "按政策原文计算，以当地医保局为准。对话不保存。"

WORKING = "正在查条款、算账"
FAILED = "刚才没答上来，是这边出了问题，不是您问得不对。请再试一次，或换个说法。"
CHOICES = "点一下就能回答"
SUGGESTIONS = "接着问"
COPY = "复制"
COPIED = "已复制"
PRINT = "打印或存成 PDF"
PRINTED_FROM = "依据 {title}（{year}）· 语料版本 {version} · 打印于 "
AMEND = "改一改再问"
AGAIN = "再试一次"

QUESTION_LIMIT = 500
TURN_LIMIT = 40
TOO_LONG = (
    "您写了 {length} 个字，一次最多 {limit} 个字。请留下要紧的：哪里的医保、什么医院、花了多少钱。"
    "您写的还在框里，改短就能发。"
)
TOO_MANY_TURNS = "这段对话已经很长了。请点「新对话」重新开始，算得更准。"

STATEMENT = "费用清单"
WHO_PAYS = "谁付多少"
LINE_BY_LINE = "逐项明细"
COLUMNS = ("项目", "怎么算", "金额（元）", "谁付", "依据")
TOTAL = "合计"
UNDETERMINED = "未定"
STATUS_LABEL = {
    "exact": "能报销",
    "range": "能报销，在两者之间",
    "at_least": "能报销，至少",
    "at_most": "能报销，最多",
    "unknown": "能报销多少",
}
CANNOT_BE_SAID = "说不准"
BY_DEFAULT_READING = "下面的清单按通常的读法算：{amount}"
READINGS = "原文有不同读法"
READINGS_DIFFER = "相差 {amount}"
CAUSES = {
    "exact": "说明",
    "range": "为什么是一个区间",
    "at_least": "为什么只能说「至少」",
    "at_most": "为什么只能说「最多」",
    "unknown": "为什么说不准",
}
WARNING = "提示"

BASIS = "依据"
NO_BASIS = "—"
OPEN_CLAUSE = "查看条款：{title}"
CLOSE = "关闭"
PLACES = "在原文的位置"
ORIGINAL = "看原文的话"
PART = "{file} 第{part}篇 {locator}"

OPEN_AT = "明白已打开，请在浏览器访问 {address}（按 Ctrl+C 关闭）"
PORT_TAKEN = "打不开 {host}:{port}（{reason}）。请用环境变量 MINGBAI_PORT 换一个端口，或用 MINGBAI_HOST 换一个地址。"
SETTING_UNREADABLE = "环境变量 {name} 的值「{value}」读不懂。"

TABS = (("ask", "问报销"), ("calculator", "算一算"), ("counter", "办事材料"), ("policies", "政策库"))
TABS_LABEL = "栏目"
ELDER = "长辈模式"
DARK = "深色"
CLEAR = "清空重来"
TRY_AGAIN = "这一步没成，是这边出了问题。请再试一次。"
CHOOSE = "请选一份政策"
FIND_POLICY = "找政策（地名、医保名）"
OTHER_POLICY = "换一份政策"
NOT_FOUND = "没有找到，换个说法试试。"
BILL_HINT = "例如 30000 或 3万"
FURTHER = "还可以说明：{labels}"
UNSAID = "不说就按 {value} 算"
NOT_SAID = "没说"
STILL_NEEDED = "再填这几项就能算：{labels}"
CASE_OF = "按这些算：{case}"
ASSUMED = "这样算的前提"
SUPPLY = "知道这个数，填在上面「还可以说明」里就能算准：{ask}"
WHAT_IF = "换一种情况呢"
WHAT_IF_NOW = "现在"
WHAT_IF_COLUMNS = ("情况", "能报销", "比现在")
WHAT_IF_SAME = "一样"
CURVE = "花多少、报多少"
CURVE_LABEL = "横轴是{bill}，纵轴是能报销的钱，画到{top}。{kinks}"
CURVE_BILL = "花费（元）"
CURVE_DOUBT = "带子是说不准的范围：原文的数缺失、只给了界限，或有不同读法。"
CURVE_NOW = "您的花费 {bill}，能报 {paid}"
CURVE_POINT = "{bill}：{says}"

ALL_PLACES = "全部"
PLACE = "哪里的"
FIND_PROCEDURE = "要办什么（例如：外伤、转院、特药）"
PROCEDURES = "{count} 件事可以查材料"
OTHER_PROCEDURE = "换一件事"
WHO_DOES = "谁办：{who}"
WHERE_DONE = "到哪办：{where}"
HOLDS_FOR = "适用：{condition}"
CONDITIONS = "先问清楚"
YES = "是"
NO = "不是"
ASK_IF = "是“{condition}”吗？"
BRING = "要带的材料（带了就打勾）"
ONLY_IF = "因为是{condition}"
LOST_ITEMS = "原文没写全：{lost}"
MISSING_NOTE = "给来办事的人的条子"
DEADLINES = "日子"
EVENT_ON = "{event}，是哪天"
LATE = "已过期"
NO_DEADLINES = "这份政策没有写办理期限。"
COUNTER_IMPRINT = "{title}（{year}），现行规定以当地医保局为准 · 语料版本 {version} · 打印于 "

FIND_CLAUSE = "在全部条款里找（例如：封顶线、转诊、白血病）"
SHELF_COUNT = "共 {count} 份"
FILE_KINDS = {"政策": "政策", "指南": "指南", "报告": "报告和新闻"}
BACK_TO_SHELF = "回到目录"
BACK_TO_POLICY = "回到这份政策"
HEALTH = "语料体检"
CLAUSES_COUNT = "{count} 条"
DOUBTS_COUNT = "{count} 处存疑"
NOTES = "读这份文件要知道的"
SOURCES = "来源"
CONTENTS = "目录"
DOUBTFUL = "有存疑的数"
RULE = "按这条算的规则"
CASES = "手算的例子"
CASE_COLUMNS = ("情况", "结果", "算式", "说明")
DOUBT_NAMES = {"lost": "原文缺失", "bounds": "只有界限", "readings": "有不同读法", "inferred": "推算"}
RANKS = "向量第{dense}名 · 字第{bigrams}名 · 词第{words}名"
NO_RANK = "—"
SEARCHING = "找到 {count} 条，后面是它在各个索引里的名次"
HEALTH_GOOD = "没有问题：写法、指向、分段都对，{cases} 个手算的例子全部对得上。"
HEALTH_BAD = "有 {count} 处要改："
HEALTH_COLUMNS = ("文件", "条款", "规则", "算例", "缺失", "界限", "两读", "推断")
VERSION = "语料版本 {version}"
