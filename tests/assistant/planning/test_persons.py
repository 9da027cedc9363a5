"""What belongs to one person of a conversation does not go over to the next; what is the household's does."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        # an adult after a child: (8000-550)*55%
        (("岳池孩子二级住院4000", "我老公三级8000"), "4097.50"),
        (("岳池孩子二级住院4000", "我自己也住院了三级8000"), "4097.50"),
        # and after a pupil: (20000-400)*60%
        (("吉林小学生县医院住院5000", "我婆婆也在县医院住院花了2万"), "11760.00"),
        # no child's leukaemia: the cap of the plan
        (("重庆二档孩子白血病三级住院30万", "我妈三级住院30万"), "110000.00"),
        (("重庆二档孩子白血病三级住院30万", "大人呢"), "110000.00"),
        # her plan is the family's, her stay elsewhere is not: (5000-300)*60%
        (("重庆二档三级住院3万", "我妈没备案去的成都", "她是一档", "还有我爸在县里二级医院花了5000"), "2820.00"),
        # a second stay is the pupil's: (8000-350)*60%
        (("岳池学生第二次住院二级8000", "我爷爷二级8000"), "4590.00"),
        # retired is my mother, and still is when she is named again: 50000*(90%+2%)
        (("我妈洛阳退休三级住院超10万", "我爸二级超5万"), "45000.00"),
        (("我妈洛阳退休三级住院超10万", "我爸二级超5万", "我妈二级呢"), "46000.00"),
        # a poor household is the father's too: 30000*50%
        (("桂阳我妈建档立卡户住院报完自付2万能补多少", "我爸自付3万呢"), "15000.00"),
        # the same asked of another: (4000-350)*60%; 100000*85%, and as before with (85%+2%)
        (("岳池孩子二级住院4000", "我爸呢"), "2190.00"),
        (("岳池孩子二级住院4000", "那我爸三级8000呢", "我呢"), "4097.50"),
        (("洛阳我妈退休三级住院超10万", "我爸呢"), "85000.00"),
        (("洛阳我妈退休三级住院超10万", "我爸呢", "我妈呢"), "87000.00"),
        # the pupil went as she did: 10000*(50%+20%), and has no deductible
        (
            (
                "08年吉林长政发那个县的城镇居民医保,我媳妇县医院住院5400",
                "要是批了转到长春去住,还是这个数",
                "换成我儿子上小学,也是转院去的,一万块",
            ),
            "7000.00",
        ),
        (("重庆二档三级住院,没登记去成都的,2万", "我老公也是去的外地,3万"), "11664.00"),  # (30000-840)*40%
        # it was not the child after all: (4500-350)*60%
        (("岳池孩子二级住院4000", "说错了,是我老公,4500"), "2490.00"),
        # no other person: those who write of themselves, ask or fetch the money
        (("重庆二档三级没登记去成都住院3万", "我是一档"), "10206.00"),
        # a question about somebody else in between: (30000-300)*65%
        (("重庆二档三级住院3万", "新生儿怎么参保", "那刚才的住院 二级呢"), "19305.00"),
    ],
)
def test_the_next_person_has_a_case_of_their_own(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount, reply.text


def test_a_question_about_somebody_else_leaves_the_case_line_as_it_was(assistant: Assistant) -> None:
    assert "新生儿" not in last_reply(assistant, "重庆二档三级住院3万", "新生儿怎么参保", "那刚才的住院 二级呢").text


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        # (4000-350)*(60%+10%)=2555, (8000-550)*55%=4097.50
        (("岳池孩子二级住院4000", "我老公三级住院8000,两个人一共报多少"), "6652.50"),
        # (4000-350)*60%=2190, (8000-550)*(55%+10%)=4842.50
        (("岳池二级住院4000", "还有孩子三级住院8000,一共报多少"), "7032.50"),
        # (20000-800)*45%=8640, (30000-800*105%)*(45%-5%)=11664
        (("重庆二档孩子三级住院2万", "我妈没登记去成都三级住院3万,加起来能报多少"), "20304.00"),
        # (8000-550)*55%=4097.50, (5000-350)*60%=2790, (4000-350)*70%=2555
        (("岳池我妈三级8000,我爸二级5000,一共报多少", "还有孩子二级4000,加起来呢"), "9442.50"),
        # (8000-550)*65%=4842.50, (8000-550)*55%=4097.50
        (("岳池学生三级住院8000,我自己三级8000,各报多少",), "8940.00"),
    ],
)
def test_the_bills_of_several_persons_are_each_their_own(
    assistant: Assistant, turns: tuple[str, ...], amount: str
) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount, reply.text


def test_a_neighbour_is_of_no_household_of_ours(assistant: Assistant) -> None:
    reply = last_reply(assistant, "桂阳我妈建档立卡户住院报完自付2万能补多少", "我邻居自付3万呢")
    assert reply.kind == "clarify"
    assert reply.missing == ("hardship",)


def test_a_family_of_low_income_is_the_wife_s_too(assistant: Assistant) -> None:
    first = "吴江低收入家庭,我是职工医保,一年门诊住院自负加起来6500,没有享受过实时救助,能补多少"
    reply = last_reply(assistant, first, "那我老婆是居民医保的,她自负也是6500呢")
    assert reply.text.startswith("**没到7,000.00元**")
