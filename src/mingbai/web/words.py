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
FINE_PRINT = "按政策原文计算，以当地医保局为准。对话不保存。"

WORKING = "正在查条款、算账"
FAILED = "刚才没答上来，是这边出了问题，不是您问得不对。请再试一次，或换个说法。"
CHOICES = "点一下就能回答"
SUGGESTIONS = "接着问"
COPY = "复制"
COPIED = "已复制"
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
PART = "{file} 第{part}篇 {locator}"

OPEN_AT = "明白已打开，请在浏览器访问 {address}（按 Ctrl+C 关闭）"
PORT_TAKEN = "打不开 {host}:{port}（{reason}）。请用环境变量 MINGBAI_PORT 换一个端口，或用 MINGBAI_HOST 换一个地址。"
SETTING_UNREADABLE = "环境变量 {name} 的值「{value}」读不懂。"
