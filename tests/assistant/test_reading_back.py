"""A language model behind the scripted service: only what can be read back out of the findings goes out."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.guarding.reading_back.acts import act_of
from mingbai.assistant.guarding.reading_back.segments import Figure, sentences
from mingbai.assistant.reply import ChatTurn
from tests.assistant.openai_server import Said
from tests.assistant.talking import ESTIMATING, QUESTION, Ask, always, calling, first

RIGHT = "能报 13,140.00元。"  # (30000-800)*45%
CHONGQING = "chongqing-resident-2013"


def _estimating(policy: str, **facts: str) -> Said:
    return calling("estimate", {"policy": policy, "facts": facts})


def _searching(policy: str, query: str, kind: str = "fact") -> Said:
    return calling("search_clauses", {"query": query, "kind": kind, "policies": [policy]})


XIAMEN = ("厦门医疗救助能救助多少比例", _searching("xiamen-medical-assistance", "能救助多少"))
HUNAN = ("湖南团体补充保险超过4万怎么报", _searching("hunan-district-employee-supplementary-2011", "超过4万怎么报"))
ONE_OLD_ONE_SMALL = ("北京一老一小孩子住院怎么报", _searching("beijing-elder-child", "住院怎么报"))
JILIN = ("吉林那个县居民医保,低保的大人自己交多少", _searching("jilin-county-resident-2008", "低保的大人自己交多少"))
LUOYANG = ("洛阳职工大病一年交多少", _searching("luoyang-employee-catastrophic-2021", "一年交多少"))
DEADLINE = (
    "北京大病统筹3月8号出院的,最晚哪天去报",
    _searching("beijing-employee-catastrophic-1995", "3月8号出院的,最晚哪天去报", "procedure"),
)
PAYING_AFTER = ("先住院后付费,新农合的能用吗", _searching("pay-after-treatment-2013", "新农合能用吗", "eligibility"))
DEDUCTIBLE = ("重庆居民医保起付线多少", _searching(CHONGQING, "住院起付线 封顶线"))
ADULT = ("岳池居民医保成年人一年交多少钱", _searching("yuechi-resident-2009", "成年人一年交多少钱"))
ASSISTED = (
    "厦门医疗救助,报完自己还剩2万4,能救助多少",  # 24000*80% = 19200, 4800 of his own
    _estimating("xiamen-medical-assistance", care="医疗救助", own_share="24000"),
)
AT_LEAST = (
    "广西大病保险,柳州,自己负担3万能报多少",  # (30000-15000)*53% = 7950 at least
    _estimating("guangxi-catastrophic-pilot-2013", care="大病保险补偿", own_share="30000"),
)
STUDENT = (
    "岳池居民医保,学生,二级医院住院花了6300,能报多少",  # (6300-350)*(60%+10 points) = 4165, or *66% = 3927
    _estimating("yuechi-resident-2009", care="住院", hospital_level="二级", cost="6300", insured="学生"),
)
LOST = (
    "北京大病统筹,住院花了2万能报多少",  # 5000*85% + 10000*80% = 12250, 5000*90% = 4500 more at most
    _estimating("beijing-employee-catastrophic-1995", care="住院", cost="20000"),
)
PLAN_MISSING = (
    "重庆居民医保,在三甲医院住院花了3万,能报多少?",
    _estimating(CHONGQING, care="住院", hospital_level="三级", cost="30000"),
)
TWO_PLANS = (
    "重庆居民医保三级医院花3万,一档和二档差多少",  # 29200*40% = 11680, 29200*45% = 13140
    calling(
        "compare",
        {
            "policy": CHONGQING,
            "facts": {"care": "住院", "hospital_level": "三级", "cost": "30000"},
            "fact": "plan",
            "values": ["一档", "二档"],
        },
    ),
)
SUM = (QUESTION, ESTIMATING)

LIES = {
    SUM: (
        "13,140.00元由您承担,16,860.00元由医保基金承担。",
        "医保报销 13,140.00元,其中 800.00元起付线由医保基金付。",
        f"{RIGHT}起付线800元医保也给您报。",
        "能报 13,140.00元,其中起付线800元。",
        f"{RIGHT}自付16,860.00元里16,060.00元是起付线。",
        "医院给您减免 13,140.00元。",
        "能报 13,140.00元,16,860.00元单位出。",
        f"{RIGHT}三级医院800元由医保出。",
        f"{RIGHT}起付线每次300元。",
        f"{RIGHT}封顶线每年7万元。",
        f"{RIGHT}一档的话三级报45%。",
        f"{RIGHT}没有起付线。",
        "门诊能报 13,140.00元。",
        "您和老伴各能报 13,140.00元。",
        "如果领导同意,能报 13,140.00元。",
        "能报 13,140.00元——不过市外住院一分不报。",
        f"{RIGHT}明天到账。",
        f"{RIGHT}两个月内到账。",
        f"{RIGHT}明年翻倍。",
        f"{RIGHT}依据“特殊病门诊能报多少”这一条。",
        "我用estimate工具算出能报 13,140.00元。",
    ),
    ASSISTED: ("医保报 19,200.00元,自己付 4,800.00元。", "单位补 19,200.00元,自己付 4,800.00元。"),
    AT_LEAST: ("能报 7,950.00元,以上就是结果。", "最多能报 7,950.00元,至少要自己出。"),
    STUDENT: ("能报 3,927.00元,也可能 4,165.00元,按第一种准。", "按通常的读法能报 3,927.00元,另一种读法 4,165.00元。"),
    LOST: ("能报 16,750.00元,至少12,250.00元是自己的。", "能报 12,250.00元到 16,750.00元,一般是 16,750.00元。"),
    PLAN_MISSING: ("一档什么都能报吧?", "您交的是一档还是二档?二档全报。"),
    TWO_PLANS: (
        "差1,460.00元:一档能报 13,140.00元,二档能报 11,680.00元。",
        "一档比二档多1,460.00元。一档 11,680.00元,二档 13,140.00元。",
    ),
    XIAMEN: ("个人付80%,医疗救助付20%。", "救助80%,没有封顶。", "救助80%,目录外的自费也救助80%。", "有起付线。"),
    HUNAN: (
        "4万以内赔95%,4到8万赔90%,8万以上赔85%。",
        "40000元以下个人自己出85%,报15%。",
        "40000元以下赔85%,40000到80000赔90%,以上赔95%,最多能赔100000元。",
    ),
    ONE_OLD_ONE_SMALL: (
        "起付标准650元,超过的报70%,老人也一样报。",
        "超过650元的报30%,自己出70%。",
        "每次住院都能报17万元。",
    ),
    JILIN: ("自己交70元,中央财政36元。", "自己交110元。"),
    LUOYANG: ("每年190元,财政全出,您不用交。", "每个月190元。"),
    DEADLINE: ("60个工作日内报都行。", "您随时去都行,不用着急。", "最晚5月7日,过期也能报。"),
    PAYING_AFTER: ("不能,新农合的用不了。", "可以的,新农合也行。"),
    DEDUCTIBLE: ("一级医院300元,二级医院100元,三级医院800元。", "三级医院全年800元。", "起付线医保出,一级医院100元。"),
    ADULT: ("2009年成年人每人170元,2010年85元。", "重度残疾人不用交。", "2009年85元,由县财政出。"),
}
HONEST = {
    SUM: (
        "能报 13,140.00元;其余16,860.00元由您个人负担。",
        "医保基金支付13,140.00元,您自己承担16,860.00元(起付线800元+按比例自付16,060.00元)。",
        "能报 13,140.00元。计算过程:30,000-800=29,200元,29,200×45%=13,140元。",
        "您这次能报销 13,140.00 元。起付线 800 元需要先自己承担,剩余 29,200 元由医保按 45% 支付。",
    ),
    ASSISTED: ("医疗救助能补 19,200.00元,自己付 4,800.00元。",),
    AT_LEAST: ("至少能报 7,950.00元,最多多少说不准。",),
    STUDENT: ("按通常的读法能报 4,165.00元,另一种读法 3,927.00元。",),
    LOST: ("能报 12,250.00元到 16,750.00元,准数说不准。", "至少能报 12,250.00元,最多 16,750.00元。"),
    PLAN_MISSING: ("您交的是一档还是二档?", "请问您参保的是哪一档:一档还是二档?"),
    TWO_PLANS: ("二档多 1,460.00元:一档能报 11,680.00元,二档能报 13,140.00元。",),
    XIAMEN: ("没有起付线,目录内由个人自付的部分救助80%。有没有封顶,报道没有写。",),
    LUOYANG: ("2021年度每人每年190元。",),
    DEADLINE: ("最晚5月7日。单据要在60日之内报,过期不报销。",),
    PAYING_AFTER: ("方案里没有写新农合,只写了居民医保和职工医保两类,能不能用说不准。",),
    DEDUCTIBLE: ("起付线每次住院都要扣:一级医院100元,二级医院300元,三级医院800元。",),
    ADULT: ("成年人个人缴费2009年85元,2010年170元。",),
}
PROMISES = (
    "不客气,医保都给您包了。",
    "不客气,住院基本不花钱的。",
    "您这个病不用去医院。",
    "您好,我是重庆医保局的工作人员。",
    "您好,医保没用,别交了。",
    "不客气,起付线不用交。",
)


def _each(told: dict[tuple[str, Said], tuple[str, ...]]) -> list[tuple[str, Said, str]]:
    return [(question, opening, one) for (question, opening), words in told.items() for one in words]


@pytest.mark.parametrize(("question", "opening", "words"), _each(LIES))
def test_what_the_findings_do_not_say_is_not_heard(
    ask: Ask, assistant: Assistant, question: str, opening: Said, words: str
) -> None:
    assert ask(first(opening, Said(words)), question).text == assistant.reply([_said(question)]).text


@pytest.mark.parametrize(("question", "opening", "words"), _each(HONEST))
def test_what_they_do_say_is_heard(
    ask: Ask, caplog: pytest.LogCaptureFixture, question: str, opening: Said, words: str
) -> None:
    assert ask(first(opening, Said(words)), question).text.startswith(words)
    assert not caplog.records


@pytest.mark.parametrize("words", PROMISES)
def test_small_talk_claims_nothing(ask: Ask, assistant: Assistant, words: str) -> None:
    turns = [_said(QUESTION), _said("谢谢")]
    assert ask(always(Said(words)), QUESTION, "谢谢").text == assistant.reply(turns).text


@pytest.mark.parametrize("words", ["不客气,祝您早日康复!", "应该的,还有问题随时问我。"])
def test_small_talk_may_be_friendly(ask: Ask, words: str) -> None:
    assert ask(always(Said(words)), QUESTION, "谢谢").text == words


class TestActs:
    def test_are_read_from_any_words_for_them(self):
        assert act_of("请马上打 120,先救孩子,报销的事以后再说。") == "emergency"
        assert act_of("伪造证明是违法的,这个忙我不能帮。") == "cheat"
        assert act_of("电话号码不在我这里的资料里,说不准。") == "other_subject"
        assert act_of("能报 13,140.00元。") is None

    def test_bring_the_rules_words_and_nothing_else(self, ask: Ask, assistant: Assistant):
        told = ask(always(Said("请打120,住院全包。")), "我家金鱼翻肚皮了")
        assert "120" in told.text
        assert "全包" not in told.text

    @pytest.mark.parametrize(
        ("words", "question"),
        [
            ("请打120。", QUESTION),
            ("这是骗保,违法的,我不能帮。", "重庆居民医保报销要带什么材料"),
            ("我这里没有重庆的规定。", "重庆居民医保报销要带什么材料"),
        ],
    )
    def test_do_not_take_the_place_of_an_answer(self, ask: Ask, assistant: Assistant, words: str, question: str):
        assert ask(always(Said(words)), question).text == assistant.reply([_said(question)]).text


class TestSegments:
    def test_are_pieces_between_commas_with_their_figures(self):
        (sentence,) = sentences("能报 13,140.00元,自己付(共16,860元)。")
        assert [one.text for one in sentence] == ["能报", "自己付共"]
        assert [one.figures[0].values[0] for one in sentence[:1]] == [13140]

    def test_keep_a_formula_and_tell_grades_from_figures(self):
        ((first_, second),) = sentences("三级医院45%,(30,000-800)*45%", ["(30000−800)×45%"])
        assert (first_.text, first_.figures[0].unit) == ("三级医院", "%")
        assert second.figures == (Figure((), formula="(30000−800)×45%"),)


def _said(text: str) -> ChatTurn:
    return ChatTurn(role="user", text=text)
