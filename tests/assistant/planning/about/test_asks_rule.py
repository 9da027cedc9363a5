"""A figure that stands in a question as part of the rule asked about starts no sum."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.matching.bounded import is_beyond
from mingbai.assistant.planning.about.asks_rule import asks_of_rule
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    "question",
    [
        "做个一千五的检查要不要先批?线划在多少钱?",
        "6800的检查要不要审批",
        "1000元以上要先审批不",
        "八千块的检查谁批",
        "三千的检查,不批行不",
        "买两千的贵重药要签字不",
        "四万以上怎么办",
        "15万以上哪个管",
        "三万以上报几成,门槛是每回扣还是一年一回",
        "四万到八万那段报几成",
        "两万以内报百分之几",
        "超四万后头一个四万报几成,钱交给谁",
        "花了25万,超出15万那部分谁负责",
        "垫了两万六能先借支吗",
        "我自己垫了两万六,手头紧,能先跟医保局支点吗",
        "已经花了三万多,医保局能预付一部分不",
        "花了十一万,超封顶那截单位能掏钱补他吗",
        "超了4万哪个管,单位给补不,财政呢",
    ],
)
def test_the_rule_is_asked(question: str) -> None:
    assert asks_of_rule(question)


@pytest.mark.parametrize(
    "question",
    [
        "住院花了3万能报吗",
        "没备案,花了三万能报多少",
        "花了五万,要不要扣起付线,报多少",
        "住院花了5万,大检查要先批不,能报多少",
        "超了8万能报几成",
        "超过8万的报几成",
        "住院花了3万,自己掏多少",
        "花了十二万,超过4万以上的部分赔多少",
        "单位给我垫了2万,住院花了5万能报多少",
        "花了3万没办备案,给报不",
        "财政补了多少",
        "花了5万咋报",
        "住院花了3万",
        "没备案",
        "一档,市外二级医院住院8000元,未办理外诊登记",
    ],
)
def test_a_sum_is_asked_or_told(question: str) -> None:
    assert not asks_of_rule(question)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("北京大病统筹,做个一千五的特殊检查要不要先批?线划在多少钱?", "special-checks"),
        ("湖南那个区补充医保,自己垫了两万六,能先借支不,哪个担保?", "advance"),
        ("湖南那个区没上大病补充的,超了4万哪个管,单位给补不?", "not-joined"),
        ("某市每人48块的职工大病,四万到八万那段报几成", "ratios"),
        ("吴江住院自费三万以上报几成,门槛是每回扣还是一年一回", "threshold-once"),
        ("湖南那个区的补充医保,超了四万块去医保局理赔,光带医保卡和病历够了吧?", "documents"),
        ("重庆居民医保门诊那60块今年没用完作废不,明年接着用", "outpatient"),
        ("区财政全额拨款的退休干部,湖南那个区大病团体补充那75块要自己出30不", "premium-public"),
    ],
)
def test_the_rule_is_told(assistant: Assistant, question: str, clause: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.estimate is None
    assert clause in [one.clause for one in reply.citations]


def test_an_answer_for_what_stays_below_a_bound_does_not_hold_above_it(assistant: Assistant) -> None:
    below = "没有写要：要审批的是单价1000元以上的"
    assert is_beyond(below, "六千八的检查要审批吗")
    assert not is_beyond(below, "八百的检查要审批吗")
    assert not is_beyond("要办审批手续：单价1000元以上的", "六千八的检查要审批吗")
    assert "没有写要" not in last_reply(assistant, "北京大病统筹六千八的检查要不要审批").text
    assert "没有写要" in last_reply(assistant, "北京大病统筹八百的检查要不要审批").text
