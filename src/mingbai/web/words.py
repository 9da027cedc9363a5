"""Every word of the page that the assistant does not say itself."""

from __future__ import annotations

TITLE = "明白 · 医保政策问答"
BRAND = "明白"
TAGLINE = "算得清，有出处"
NEW_CONVERSATION = "新对话"

WELCOME = "医保的事，问个明白"
WELCOME_HOW = "像平常说话一样问就行。说清哪里的医保、几级医院、花了多少钱，就能算到分。"
JOBS = (
    ("calculator", "", "看病要报销", "在下面问，或填表算"),
    ("counter", "", "窗口办事", "查材料、算日子、打条子"),
    ("quiz", ".mb-trainer", "培训员工", "出题开班、看成绩"),
)
COVERED = "能算 {count} 份政策，看看有没有您那里的"
EXAMPLES = "可以这样问"
TALK = "对话"
YOU = "您问"
ANSWER = "明白答"

BOX_LABEL = "您的问题"
BOX_HINT = "哪里的医保？花了多少？"
SEND = "发送"
TOO_FAST = "您问得太快了，请歇 {seconds} 秒再发。"
FINE_PRINT = "以当地医保局为准。对话不保存，只存您点的评价。"

WORKING = "正在查条款、算账"
FAILED = "刚才没答上来，是这边出了问题，不是您问得不对。请再试一次，或换个说法。"
LOST = ("暂时连不上", "明白这边断开了，正在重新连接。问过的、正在写的都留着，请稍等。")
RESTARTED = "明白刚才重新打开过，前面问的已经照原样接上，请接着问。"
CHOICES = "点一下就能回答"
SUGGESTIONS = "接着问"
COPY = "复制"
COPIED = "已复制"
PRINT = "打印或存成 PDF"
PRINTED_FROM = "依据 {title} · {year} · 语料版本 {version} · 打印于 "
AMEND = "改一改再问"
AGAIN = "再试一次"
ANSWER_AGAIN = "重新回答"

QUESTION_LIMIT = 500
TURN_LIMIT = 40
TOO_LONG = (
    "您写了 {length} 个字，一次最多 {limit} 个字。请留下要紧的：哪里的医保、什么医院、花了多少钱。"
    "您写的还在框里，改短就能发。"
)
TOO_MANY_TURNS = "这段对话已经很长了。请点「新对话」重新开始，算得更准。"

STATEMENT = "费用清单"
STATEMENT_OF = "费用清单：{amount}"
WHO_PAYS = "谁付多少"
SHARE = "{payer} {amount}，占 {percent}%"
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

TABS = (
    ("ask", "问报销"),
    ("calculator", "算一算"),
    ("counter", "办事材料"),
    ("policies", "政策库"),
    ("quiz", "培训测验"),
)
TABS_LABEL = "栏目"
LANGUAGES = (("en", "English"), ("zh-CN", "中文"))
LOOKS = "显示"
ELDER = "长辈模式"
DARK = "深色"
CLEAR = "清空重来"
REFRESH = "刷新"
DRAWING = "正在算，请稍等"
AWAY = "暂时连不上，您填的都还在。连上以后再点一下，或再填一次。"
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
WHAT_IF_MORE = "多 {amount}"
WHAT_IF_LESS = "少 {amount}"
AT_LEAST = "至少 {amount}"
AT_MOST = "最多 {amount}"
CURVE = "花多少、报多少"
CURVE_LABEL = "横轴是{bill}，纵轴是能报销的钱，画到{top}。{kinks}"
CURVE_BILL = "花费（元）"
CURVE_DOUBT = "带子是说不准的范围：原文的数缺失、只给了界限，或有不同读法。"
CURVE_NOW = "您的花费 {bill}，能报：{paid}"
CURVE_POINT = "{bill}：{says}"

ALL_PLACES = "全部"
PLACE = "哪里的"
FIND_PROCEDURE = "要办什么（例如：外伤、转院、特药）"
PROCEDURES = "{count} 件事可以查材料和日子"
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
NO_LIST = "这份政策没有写要带什么材料，只写了日子。带什么请先问经办窗口。"
NO_DEADLINES = "这份政策没有写办理期限。"
COUNTER_IMPRINT = "{title} · {year} · 现行规定以当地医保局为准 · 语料版本 {version} · 打印于 "

FIND_CLAUSE = "在全部条款里找（例如：封顶线、转诊、白血病）"
SHELF_COUNT = "共 {count} 份"
FILE_KINDS = {"政策": "政策", "指南": "指南", "报告": "报告和新闻", "导入": "本单位的文件"}
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

STAFF_TOKEN = "工作人员口令"  # noqa: S105 - words about the token
STAFF_ENTER = "进入"
STAFF_LEAVE = "退出"
STAFF_WRONG = "口令不对，请再看一眼。口令在第一次打开明白时印在那台电脑的窗口里。"
STAFF_WRONG_SLOW = "口令又不对。为了安全，试错以后要等几秒才有回音，请核对好再试。"
STAFF_LOCKED = "这里只给工作人员用，请先输入口令。"
STAFF_TOKEN_MADE = "工作人员口令：{token}（只显示这一次，{where}）"  # noqa: S105 - words about the token
STAFF_TOKEN_KEPT = "保存在 {file}"  # noqa: S105 - words about the token
STAFF_TOKEN_NOT_KEPT = "没有地方保存，下次打开会换一个"  # noqa: S105 - words about the token

OPINION = "这个回答有用吗"
THUMBS = {"useful": "有用", "useless": "没用"}
OPINION_NOTE = "点了才存：前面问的和这一问一答会存给工作人员看，证件、手机、银行卡号自动遮住。"
OPINION_KEPT = "已存，谢谢。再点一下就撤回。"
OPINION_WITHDRAWN = "已撤回，没有留下。"
OPINION_NOT_KEPT = "没存上，是这边出了问题。请过一会儿再试。"
OPINION_TOO_FAST = "点得太快了，请歇 {seconds} 秒再点。"
REASON_ASKED = "哪里不好（可以不选）"
REASONS = {"figure": "数不对", "unclear": "没听懂", "unfounded": "没依据", "long": "太长", "other": "别的"}
REASON_WORDS = "再说两句（可以不写）"
REASON_SEND = "交上去"

STAFF = "工作人员"
STAFF_PLACES = (
    ("staff", "", "大家的评价"),
    ("policies", ".mb-own-documents", "本单位的文件"),
    ("quiz", ".mb-trainer", "给培训老师"),
)
OPINIONS = "大家的评价"
OPINIONS_HOW = "说没用的先看：哪里不对，原话是什么。"
OPINIONS_NONE = "还没有评价。"
OPINIONS_SHOWN = "共 {count} 条，下面是最新的 {shown} 条"
OPINIONS_THUMB = "评价"
OPINIONS_ALL = "全部"
OPINIONS_POLICY = "政策"
OPINIONS_CSV = "下载表格（CSV）"
OPINIONS_FILE = "评价.csv"
OPINIONS_EARLIER = "前面问过：{question}"
OPINIONS_REMOVE = "删除这条"
OPINIONS_REMOVE_SURELY = "确定删除，找不回来"
OPINION_COLUMNS = ("时间", "评价", "原因", "原话", "前面问过", "问题", "回答", "政策", "条款", "语料版本")

OWN_DOCUMENTS = "本单位的文件"
OWN_DOCUMENTS_HOW = "工作人员可以把本单位的文件放进来：逐字查、逐字引，从不用来算。"
CHOOSE_FILES = "选文件"
CHOOSE_FILES_HOW = "能读 {endings}。一次最多 {files} 份，每份不超过 {megabytes} MB，加起来不超过 {together} MB。"
TOO_MUCH = "这些文件放不下：一次最多 {files} 份，每份不超过 {megabytes} MB，加起来不超过 {together} MB。请分几次来。"
NOT_READ = "这些没有读成，其余照常："
LOOK_THROUGH = "读好了 {count} 份，请看看条款分得对不对"
SEE_CLAUSES = "看条款"
MORE_CLAUSES = "后面还有 {count} 条，存好以后在目录里看。"
REPLACES = "替换 {day} 导入的 {file}"
STORE_THEM = "存进政策库"
DISCARD_THEM = "不要了"
DISCARDED = "{count} 份没有存。"
STORE_FULL = "政策库最多放 {most} 份自己的文件，请先删掉不用的。"
STORED = "存好了 {count} 份，现在就能查到。"
REMOVED = "删掉了，从现在起查不到它。"
NOT_INDEXED = "文件已经动了，索引却没有建成，是这边出了问题；查到的还是先前的内容。请再试一次。"
INDEXING_BEGINS = "正在建索引，先前的内容照常能查"
INDEXING = "正在建索引：{done} / {total} 条"
INDEXING_LABEL = "建索引的进度"
IMPORTED_ALREADY = "已经放进来的"
NOTHING_IMPORTED = "还没有放进来过文件。"
IMPORTED_ON = "{day} 导入"
REMOVE = "删除"
REMOVE_SURELY = "确定删除《{title}》"
DOCUMENT_GONE = "这份文件已经不在了，下面是现有的。"
