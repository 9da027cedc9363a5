"""The words around a numeral that say what it is: signs and currencies before it, units after it.

All patterns are for the spelling of `numerals.canonical`. A word people use for a unit is added to `_MEASURES`.
"""

import re

from mingbai.language.numbers.numerals import DIGITS

__all__ = [
    "AFTER",
    "BEFORE",
    "COUNTED_NEXT",
    "DIGITS_ALONE",
    "EDGE",
    "FIGURE",
    "FIGURES_AND_COMMAS",
    "JOINT",
    "LIST_MARKER",
    "LOOSE_TAIL",
    "MEASURE",
    "PARTS",
    "PERCENT_NEXT",
    "PERCENT_UNIT",
    "PERIOD",
    "PER_AFTER",
    "PER_BEFORE",
    "ROUGHLY",
    "SCALE",
    "UNIT_NEXT",
]

_ARABIC = r"[0-9]+(?:[.,]+[0-9]+){0,9}(?:\.+(?=[万亿元块](?!一)))?"
_POINT = rf"(?:点[{DIGITS}]+(?![十分刻]))?"
_ARABIC_POINT = r"(?:点[0-9]+(?= ?(?:[十百千万亿元块%]|个?百分点)))?"
_SPOKEN = rf"[{DIGITS}]+{_POINT}"
_UNITS = r"(?:[十百千万亿]|(?<![a-z])[wk](?![a-z]))"
# 百姓, 万一 and 千万别 hold no figure, 百八十万 holds one that cannot be read; only 十 stands for itself.
_FIRST = (
    rf"(?:{_ARABIC}{_ARABIC_POINT}|{_SPOKEN}|几(?= ?[十百千万亿])|半(?= ?[万亿])|(?=十|[百千万][{DIGITS}][十百千万亿]))"
)
_SPACE = "(?: (?!万一|千万[别不要注记请]|百姓|十分))?"
# 三个w, 两个多万: people count in ten thousands
_NEXT = (
    rf"(?:{_SPACE}(?:个(?=[多来]?[万w](?![a-z达科家])))?[多来余几]?"
    rf"{_UNITS}+{_POINT}(?:零?{_ARABIC}|几(?![成个月号天年点])|{_SPOKEN})?)"  # 八万几成 is 八万
)

FIGURE = re.compile(
    r"(?P<phone>(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9]))"
    r"|(?P<date>(?<![0-9])(?:19|20)[0-9]{2}(?P<dot>[-./])(?:0?[1-9]|1[0-2])(?P=dot)(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    r"|(?<![0-9])(?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![-/0-9]))"
    r"|万一|千万(?=[别不要注记请])|万万(?=不)|[统唯单专逐同任]一(?![万千])|(?<!分)之一"
    rf"|(?P<whole>百分之?百)|(?P<numeral>{_FIRST}{_NEXT}*)"
)

# Each word stands with the characters that make another word of it: 3万所以, 5000支付, 三万五个人付多少.
_MEASURES = (
    "个?工作日 个?自然日 个?月(?![底初]) 个?季度 个?小时 个?星期 个?学期 个?年度 个 周岁 岁 年度 "
    "年(?![底初]) 月份 月(?![底初]) 日(?!常) 号(?![码称]) 天(?![津然]) 周 星期 次(?![要日]) "
    "回(?![来家去到报]) 趟 遍 种 (?<=[两二三四五2-5])样(?![的子品本]) "
    "类(?!似) 项(?!目) 条(?!件) 款(?!项) 章 节 篇 页 部(?!分) "
    "(?<!一)点(?![击滴]) 级 档 [甲乙丙](?=[等级医院的呢吗,。?!]|$) 份(?!额) 张 本(?![人地次来年市省县院]) "
    "册 名(?![义字]) 位(?![于置]) 人(?![民工均家]) 口(?![服袋腔]) 户(?![口籍]) 家(?![里人属庭用]) "
    "所(?![以有谓需]) 期(?![间限待]) 倍 分钟 秒 小时 季度 分之 床(?![位费]) 楼 层 室 支(?![付出持架]) "
    "针(?!对) 盒 瓶 袋 片 粒 毫克 毫升 克(?!服) 公斤 斤 公里 平方 亩 米 代(?![办理]) 胎 批(?!准) 版 届(?!时) "
    "场(?!所) 台 题 道(?!理) 字 型(?!号) (?<=[0-9])分(?!之|钱|别) "
    "(?<=[0-9])(?!ct|mri|icu|[bc]超)[a-z]+ (?:mg|ml|kg|cm|mm|iu)(?![a-z])"  # 药费4200 CT费600 are two sums
)
_COUNTED_IN_THOUSANDS = (
    "人次|人(?![民工均家])|名(?![义字])|户(?![口籍])|次(?![要日])|份(?!额)|例|多?亩|家(?![里人属庭用])|个(?!人)"
)
MEASURE = rf"(?:(?<![万亿千wk])(?:{'|'.join(_MEASURES.split())})|(?<=[万亿千wk])(?:{_COUNTED_IN_THOUSANDS}))"
_PENNY = rf"(?![0-9.%十百千万亿点]|,[0-9]|{MEASURE})"
_CHANGE = (
    rf"零?(?P<jiao>[{DIGITS}0-9])[毛角](?:零?(?P<fen>[{DIGITS}0-9])(?:分|{_PENNY}))?"
    rf"|零?(?P<only_fen>[{DIGITS}0-9])分|(?<=块)(?P<tail>[{DIGITS}0-9半]){_PENNY}"
    rf"|(?<=块)(?P<tail_jiao>[0-9])(?P<tail_fen>[0-9]){_PENNY}"  # 8437块65
)
_YUAN = rf"(?P<yuan>(?:块钱|块|元人民币|元钱|元|人民币|rmb|cny|yuan))(?:{_CHANGE})?(?:整|正(?![好常式规是在]))?"
_SMALL = rf"(?P<mao>毛|角(?![形落度色膜洲]))钱?(?:(?P<mao_fen>[{DIGITS}0-9])(?:分钱?|{_PENNY}))?|(?P<penny>分钱)"
# $3000, 3000美元, 五千港币: no yuan
_FOREIGN_SIGN = r"(?:us|hk|nt)?\$|[€£₩]|usd|hkd|eur|jpy"
_FOREIGN = r"(?:美[元金]|欧元|英镑|[日韩澳加港]元(?!旦)|[港台韩日新泰]币|usd|hkd|eur|jpy|\$|[€£₩])"
_PERCENT = (
    r"(?P<percent>%|‰|(?:个?百分|个)点)"
    rf"|(?P<tenths>成)(?![人员年为功立分本都了效长熟果])(?P<tenth>[{DIGITS}])?"
)
AFTER = re.compile(
    r"(?: ?(?P<rough>多(?!少)|来(?=[块元个天次名人岁])|余(?![额下款])))?"
    rf"(?: ?(?:{_YUAN}|{_SMALL}|{_PERCENT}|(?P<foreign_after>{_FOREIGN})|(?P<measure>{MEASURE})))?"
    r"(?: ?(?P<around>左右|上下|出头|以上|以下|以内|开外|不到|多(?!少)))?"
)
BEFORE = re.compile(
    r"(?:(?P<ordinal>第) ?|(?P<parts>[十百千万])分之|(?P<share>(?<=分之))|(?P<code>(?<=[a-z_#]))"
    r"|(?P<minus>(?<![自担抱胜])负|(?<![0-9a-z)\]%])-(?=\Z|[¥r]))?"
    rf"(?:(?P<foreign>{_FOREIGN_SIGN}) ?|(?P<currency>(?:¥|rmb|人民币) ?))?)\Z"
)
ROUGHLY = re.compile(
    r"(?:大概|大约|(?<![从大老最家幼中缩变减微胆])小|(?<![预合签节])约|差不多|将近|接近|(?<![最附])近|不到|不足|超过|超"
    r"|估计|快|几乎|至少|最多|起码)"
    r"(?:是|有|要|花了?|用了?)? ?\Z"
)
EDGE = re.compile(r"\Z|[\s,。.!?;:…]")

PARTS = {"十": 10, "百": 100, "千": 1000, "万": 10000, "%": 100, "‰": 1000, "成": 10, "个百分点": 100}
PERCENT_UNIT = {"%": "%", "‰": "‰", "成": "成", "个百分点": "个百分点", "百分点": "个百分点", "个点": "个百分点"}
PERIOD = {"天": "天", "日": "天", "周": "周", "星期": "周", "月": "月", "季度": "季度", "年": "年"}
_PERIODS = "(?P<period>天|日|周|星期|月|季度|年)"
# 拿药260 一年能报多少: the year is the one asked about
PER_AFTER = re.compile(
    rf"(?! 一年(?:下来|[算共能会该得]|[总一]共|可以)) ?(?:(?:/人)?/|每|(?P<one>一)) ?个?{_PERIODS}(?![份级底初])"
)
# 每月 医保报完自己出 850, 每月 在二级医院拿药 260: who pays, and where, may stand between a period and its sum
_SPENDING = (
    "(?:大概|大约|约|差不多|平均|每人|要|得|需要?|交|缴费?|缴纳|花费?|吃药|开药|拿药|买药|看病|透析|药费|药|费用?|门诊|的|就|光|也|都|还|是|有|补助?|补贴|给|扣|发|工资"
    "|收入|退休金|自己|自家|个人|自个儿?|自付|自负|自费|出|掏|贴|垫|在|去|到|里|[□一二三县市省]{0,2}[级甲乙]?医院|大医院|卫生院|社区|药店"
    "|(?:基本)?医保|新农合|报(?:销)?[完过]了?(?:以后|之后|后)?|剩下?| )"
)
# 住院一个月3万 is the bill of one stay, 第一天 an ordinal, 一年花3万 what a year came to: none is a rate.
PER_BEFORE = re.compile(
    rf"(?:每 ?个?{_PERIODS}|(?P<mean>[日月周年])均"
    rf"|(?<![院住第头前这上整十百千两了{DIGITS}0-9])一个?(?P<each>天|日|周|星期|月|季度))"
    rf"{_SPENDING}{{0,6}}\Z"
)

JOINT = re.compile(r" ?(?P<sign>[-~—–]{1,2}|到|至|、) ?")
SCALE = re.compile("[百千万亿wk]+")
# What may stand loosely behind a unit and belong to the next word instead: 三万|二档, 3万|2次, 三百|一天.
LOOSE_TAIL = re.compile(rf"(?<=[百千万亿wk])[0-9]+$|(?<=[百千万亿wk{DIGITS}])[{DIGITS}]$")
FIGURES_AND_COMMAS = re.compile("[0-9][0-9.,]*")
PERCENT_NEXT = re.compile(" ?(?:%|个?百分点|个点)")
UNIT_NEXT = re.compile(" ?[百千万亿wk元块]")
COUNTED_NEXT = re.compile(f" ?{MEASURE}")
DIGITS_ALONE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_ITEM = rf"(?:[0-9]{{1,2}}|[{DIGITS}十]{{1,3}})"
LIST_MARKER = re.compile(rf"^[ \t>*#-]*(?:{_ITEM}[.、)）](?![0-9])|[(（]{_ITEM}[)）])", re.M)
