"""What a model says is held against what the tools found: unit by unit, then whole turns with a model that lies."""

import logging

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.guarding.guard import breaches
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Compared, Computed, Needed, Outcome, Refused, Searched
from mingbai.assistant.reply import ChatTurn, Reply
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.wording.results import word
from tests.assistant.lying_model import (
    CHONGQING,
    LUOYANG_ELSEWHERE,
    Script,
    ScriptedModel,
    calling_for_ever,
    calling_then_saying,
    estimating_then_saying,
    lying_once,
    raising,
    saying,
    was_corrected,
)

QUESTION = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"
YUECHI, BEIJING = "yuechi-resident-2009", "beijing-employee-catastrophic-1995"


@pytest.fixture(scope="module")
def toolbox(library: Library) -> Toolbox:
    return Toolbox(library)


@pytest.fixture(scope="module")
def exact(toolbox: Toolbox) -> Computed:
    """Chongqing: (30000-800)*45% = 13140."""
    return _computed(toolbox.estimate(**CHONGQING))


@pytest.fixture(scope="module")
def lost(toolbox: Toolbox) -> Computed:
    """Beijing: 5000*85% + 10000*80% = 12250 at least, 5000*90% more at most."""
    return _computed(toolbox.estimate(BEIJING, {"care": "住院", "cost": 20000}))


@pytest.fixture(scope="module")
def unknown(toolbox: Toolbox) -> Computed:
    return _computed(toolbox.estimate(**LUOYANG_ELSEWHERE))


def _computed(outcome: Outcome) -> Computed:
    assert isinstance(outcome, Computed)
    return outcome


class TestPaidInFull:
    def test_the_words_of_a_reading_claim_nothing_but_a_claim_beside_them_does(self, toolbox: Toolbox):
        # 60000 - 42000 - 3000 = 15000 of his own; one reading pays what lies above 5000, the other all of it
        told = {"own_share": 15000, "self_funded": 3000}
        found = _computed(toolbox.estimate("qinghai-catastrophic-2012", told))
        said = word(found)
        assert found.estimate.readings[1].says in said
        assert breaches(said, [found], []) == []
        assert "不是全额报销" in breaches(f"{said}\n全额报销。", [found], [])


class TestNumbers:
    def test_the_amount_and_its_parts_pass(self, exact: Computed):
        assert breaches("能报 13,140.00元,自己付16860元:(30000−800)×45%。", [exact], [QUESTION]) == []

    def test_the_amount_may_be_spelt_in_any_way(self, exact: Computed):
        assert breaches("能报一万三千一百四十元,就是1.314万。", [exact], [QUESTION]) == []

    def test_a_number_of_no_source_is_named(self, exact: Computed):
        assert breaches("能报13140元,另外还能补2500元。", [exact], [QUESTION]) == ["数字2500没有出处"]

    def test_a_number_of_no_source_is_found_in_words_too(self, exact: Computed):
        assert breaches("能报13140元,另外还能补两千五。", [exact], [QUESTION]) == ["数字2500没有出处"]

    def test_a_share_of_no_source_is_named(self, exact: Computed):
        assert "数字70没有出处" in breaches("能报13140元,报70%。", [exact], [QUESTION])

    def test_one_fen_off_is_of_no_source(self, exact: Computed):
        assert breaches("能报13140.01元。", [exact], [QUESTION]) == ["数字13140.01没有出处", "没有说出算得的13140.00元"]

    def test_the_persons_own_figures_pass(self, exact: Computed):
        assert breaches("您今年66岁,能报13140元。", [exact], [QUESTION, "我66岁"]) == []

    def test_numbers_without_any_finding_pass_only_if_the_person_said_them(self):
        assert breaches("您花了3万。", [], [QUESTION]) == []
        assert breaches("能报13140元。", [], [QUESTION]) == ["数字13140没有出处"]

    def test_list_numbers_are_no_figures(self, exact: Computed):
        text = "能报13140元。\n1. 先扣起付线800元\n2. 再乘45%\n3. 结果就是这样\n(4) 没有别的了"
        assert breaches(text, [exact], [QUESTION]) == []

    def test_years_and_figures_of_a_cited_clause_pass(self, exact: Computed):
        assert "7万" in exact.citations[0].quote
        assert breaches("2013年度:能报13140元,一档封顶7万元,二档11万元。", [exact], [QUESTION]) == []

    def test_another_year_does_not(self, exact: Computed):
        assert breaches("2024年度:能报13140元。", [exact], [QUESTION]) == ["数字2024没有出处"]


class TestSources:
    def test_the_title_of_the_policy_passes(self, exact: Computed):
        assert breaches(f"按《{exact.title}》,能报13140元。", [exact], [QUESTION]) == []

    def test_a_title_nobody_found_is_named(self, exact: Computed):
        text = "按《重庆市职工医保条例》,能报13140元。"
        assert breaches(text, [exact], [QUESTION]) == ["《重庆市职工医保条例》没有查到"]

    def test_a_clause_that_was_found_passes(self, exact: Computed):
        assert breaches("能报13140元 [chongqing-resident-2013#inpatient]。", [exact], [QUESTION]) == []

    def test_a_clause_that_does_not_exist_is_named(self, exact: Computed):
        text = "能报13140元 [chongqing-resident-2013#golden-card]。"
        assert breaches(text, [exact], [QUESTION]) == ["条款chongqing-resident-2013#golden-card不存在"]

    def test_a_clause_of_another_policy_is_named(self, exact: Computed):
        text = "能报13140元 [yuechi-resident-2009#inpatient]。"
        assert breaches(text, [exact], [QUESTION]) == ["条款yuechi-resident-2009#inpatient不存在"]


class TestWording:
    def test_leaving_the_amount_out_is_named(self, exact: Computed):
        assert breaches("这笔费用可以报。", [exact], [QUESTION]) == ["没有说出算得的13140.00元"]

    def test_a_range_worded_as_one_figure_is_named(self, lost: Computed):
        assert breaches("能报12250元。", [lost], ["花了2万"]) == ["没有说出算得的16750.00元"]

    def test_a_range_with_both_ends_passes(self, lost: Computed):
        assert breaches("能报12,250元到16,750元,准数说不准。", [lost], ["花了2万"]) == []

    @pytest.mark.parametrize("text", ["这笔钱不能报。", "报不了。", "按规定不予报销,说不准。", "可以报。"])
    def test_what_cannot_be_said_must_not_become_yes_or_no(self, unknown: Computed, text: str):
        assert breaches(text, [unknown], []) == ["原文没有给出的数,要说成“说不准”,不能说成不报"]

    def test_what_cannot_be_said_is_said_to_be_so(self, unknown: Computed):
        assert breaches("能报多少说不准:原文没有给出比例。", [unknown], []) == []

    def test_silence_of_the_clauses_is_neither_yes_nor_no(self):
        silent = Searched(kind="eligibility", passages=(), unsaid=("种植牙",))
        assert breaches("种植牙可以报。", [silent], []) == ["规定没有写到,不能说成能或不能"]
        assert breaches("规定没有写到种植牙,说不准。", [silent], []) == []

    def test_a_missing_fact_must_not_become_a_no(self, toolbox: Toolbox):
        needed = toolbox.estimate("chongqing-resident-2013", {"care": "住院", "cost": 30000})
        assert isinstance(needed, Needed)
        assert breaches("这个不能报。", [needed], [QUESTION]) == ["事实还不够,不能说成不报"]
        assert breaches(word(needed), [needed], [QUESTION]) == []

    def test_a_comparison_gives_each_amount(self, toolbox: Toolbox):
        compared = toolbox.compare("chongqing-resident-2013", CHONGQING["facts"], "plan", ("一档", "二档"))
        assert isinstance(compared, Compared)
        # (30000-800)*5% more under the second plan
        assert breaches("二档多1460元。", [compared], [QUESTION]) == [
            "没有说出算得的11680.00元",
            "没有说出算得的13140.00元",
        ]

    def test_the_house_wording_of_everything_passes(
        self, toolbox: Toolbox, library: Library, exact: Computed, lost: Computed, unknown: Computed
    ):
        student = toolbox.estimate(YUECHI, {"care": "住院", "insured": "学生", "hospital_level": "二级", "cost": 8000})
        compared = toolbox.compare("chongqing-resident-2013", CHONGQING["facts"], "plan", ("一档", "二档"))
        refused = toolbox.estimate("chongqing-resident-2013", {"care": "住院", "cost": -1})
        assert isinstance(refused, Refused)
        found = ClauseSearch(library).search("出院以后多久内要去报", "procedure", [BEIJING])
        silent = ClauseSearch(library).search("种植牙", "eligibility", [BEIJING])
        for outcome in (exact, lost, unknown, student, compared, refused, found, silent):
            assert breaches(word(outcome), [outcome], []) == []


LIES: dict[str, Script] = {
    "invents an amount": estimating_then_saying("医保能报 15,000元。"),
    "adds a number to the right amount": estimating_then_saying("能报 13,140.00元,另有大病补助 2,500元。"),
    "invents a share": estimating_then_saying("能报 13,140.00元,比例是70%。"),
    "cites a clause that does not exist": estimating_then_saying(
        "能报 13,140.00元 [chongqing-resident-2013#golden-card]。"
    ),
    "cites a document that does not exist": estimating_then_saying("按《重庆市最新医保条例》,能报 13,140.00元。"),
    "leaves the amount out": estimating_then_saying("可以报,具体请咨询医保局。"),
    "turns an amount into a no": estimating_then_saying("这笔费用不能报。"),
    "says nothing": estimating_then_saying(""),
    "says blanks": estimating_then_saying(" \n "),
    "gives an amount without a tool": saying("医保能报 15,000元。"),
    "says no without a tool": saying("这种情况不能报。"),
    "is silent without a tool": saying(""),
    "makes excuses without a tool": saying("系统繁忙,请稍后再试。"),
    "calls an unknown tool": calling_then_saying("transfer_money", {"to": "me"}, "能报 15,000元。"),
    "calls an unknown tool and gives up": calling_then_saying("transfer_money", {"to": "me"}, "工具坏了,说不准。"),
    "sends broken arguments": calling_then_saying("estimate", {"policy": ["x"], "fact": 1}, "能报 15,000元。"),
    "sends broken arguments and gives up": calling_then_saying("estimate", {}, "工具坏了,请稍后再试。"),
    "asks for a policy that does not exist": calling_then_saying(
        "estimate", {"policy": "chongqing-2099", "facts": {}}, "能报 15,000元。"
    ),
    "calls tools for ever": calling_for_ever,
    "raises": raising,
}


def _ask(library: Library, script: Script, *turns: str) -> Reply:
    return Assistant(library, ScriptedModel(script=script)).reply([ChatTurn(role="user", text=turn) for turn in turns])


class TestTurnsWithAModelThatLies:
    @pytest.mark.parametrize("script", LIES.values(), ids=LIES.keys())
    def test_the_person_gets_the_rule_driven_answer(
        self, library: Library, assistant: Assistant, caplog: pytest.LogCaptureFixture, script: Script
    ):
        with caplog.at_level(logging.WARNING, logger="mingbai"):
            reply = _ask(library, script, QUESTION)
        assert reply == assistant.reply([ChatTurn(role="user", text=QUESTION)])
        assert reply.estimate is not None
        assert reply.estimate.amount == "13140.00"  # (30000-800)*45%
        assert "13,140.00元" in reply.text
        assert [record for record in caplog.records if record.levelno >= logging.WARNING]

    def test_a_lie_put_right_goes_out_as_put_right(self, library: Library, caplog: pytest.LogCaptureFixture):
        truth = "您好!能报 13,140.00元,自己付 16,860.00元。"  # 30000-13140
        model = ScriptedModel(script=lying_once("能报 15,000元。", truth))
        with caplog.at_level(logging.WARNING, logger="mingbai"):
            reply = Assistant(library, model).reply([ChatTurn(role="user", text=QUESTION)])
        assert reply.text == truth
        assert reply.kind == "estimate"
        assert reply.estimate is not None
        assert reply.estimate.amount == "13140.00"
        assert {one.clause for one in reply.citations} == {"inpatient"}
        assert was_corrected(model.seen[-1])
        assert "数字15000没有出处" in caplog.text

    def test_an_honest_model_speaks_for_itself(self, library: Library, caplog: pytest.LogCaptureFixture):
        truth = "您这次能报 13,140.00元:(30000−800)×45%。"
        with caplog.at_level(logging.WARNING, logger="mingbai"):
            reply = _ask(library, estimating_then_saying(truth), QUESTION)
        assert reply.text == truth
        assert reply.warnings == ("政策为2013年度,现行标准以当地医保局为准",)
        assert not caplog.records

    @pytest.mark.parametrize("lie", ["这种情况不能报。", "按规定报不了,说不准。", "能报 85,000元。"])
    def test_what_cannot_be_said_stays_so(self, library: Library, caplog: pytest.LogCaptureFixture, lie: str):
        question = "洛阳职工大病保险,在郑州三级医院住院,超过封顶线10万,能报多少"
        with caplog.at_level(logging.WARNING, logger="mingbai"):
            reply = _ask(library, estimating_then_saying(lie, LUOYANG_ELSEWHERE), question)
        assert reply.estimate is not None
        assert (reply.estimate.status, reply.estimate.amount) == ("unknown", None)
        assert "说不准" in reply.text
        assert "不能报" not in reply.text
        assert "85,000" not in reply.text
        assert caplog.records

    def test_a_correction_of_one_turn_does_not_count_in_the_next(self, library: Library, assistant: Assistant):
        # The second turn's first lie is the first lie of that turn: it is held back once, then replaced.
        model = ScriptedModel(script=estimating_then_saying("能报 15,000元。"))
        talker = Assistant(library, model)
        history = [ChatTurn(role="user", text=QUESTION)]
        history.append(ChatTurn(role="assistant", text=talker.reply(history).text))
        history.append(ChatTurn(role="user", text="那要是一档呢"))
        reply = talker.reply(history)
        assert reply.estimate is not None
        assert reply.estimate.amount == "11680.00"  # (30000-800)*40%
        assert sum(was_corrected(messages) for messages in model.seen) == 2

    def test_a_place_that_is_not_covered_is_not_talked_about(self, library: Library):
        reply = _ask(library, saying("上海的报销政策很好,住院基本都能报。"), "上海医保住院花了3万能报多少")
        assert reply.kind == "decline"
        assert "没有上海" in reply.text

    def test_small_talk_is_the_models_own(self, library: Library):
        assert _ask(library, saying("您好呀,想算哪里的医保?"), "你好").text == "您好呀,想算哪里的医保?"
