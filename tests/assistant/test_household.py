"""Who lives in a household, by the words of a question."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.households.people import Member
from mingbai.assistant.households.reading import members
from mingbai.corpus.reader import Corpus


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我们两口子加一个念初中的娃,一年总共交多少钱", {"成人": 2, "学生": 1}),
        ("我们两口子都没工作,一个娃上小学一个才四岁", {"成人": 2, "学生": 1, "儿童": 1}),
        ("我和老婆加一个上初中的儿子", {"成人": 2, "学生": 1}),
        ("夫妻俩带俩娃", {"成人": 2, "儿童": 2}),
        ("我俩和一个三岁的闺女", {"成人": 2, "儿童": 1}),
        ("两个大人一个小学生", {"成人": 2, "学生": 1}),
        ("大人2个,学生1个", {"成人": 2, "学生": 1}),
        ("三个学生", {"学生": 3}),
        ("小两口一年交多少", {"成人": 2}),
        ("一个二十岁的儿子", {"成人": 1}),
        ("一个月交多少,孩子的", {}),
        ("一家四口都选二档", {}),
        ("单位20个人一年交多少", {}),
        ("六十多的老太太", {}),
        ("2008成年人国家财政一共补多少", {}),  # a year, and no number of persons
        ("2010成年居民没单位,夫妻两个交多少", {"成人": 2}),
        ("单位20个在职职工一个月交多少", {}),
        ("两个娃,一个上学,一个两岁", {"学生": 1, "儿童": 1}),
        ("我19岁没读书没上班,我妹14岁没读书,两个人交多少", {"成人": 1, "儿童": 1}),
        ("两口子带一个还没上学的4岁娃", {"成人": 2, "儿童": 1}),
    ],
)
def test_each_person_counted_is_of_a_group(corpus: Corpus, question: str, expected: dict[str, int]) -> None:
    found = members(question, corpus.vocabulary)
    assert found == {Member(group): Decimal(count) for group, count in expected.items()}


def test_a_child_who_may_be_at_school_or_not_is_of_no_group(corpus: Corpus) -> None:
    assert members("两口子带一个十岁的娃", corpus.vocabulary) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我两口子都没上班 老妈六十八吃低保 幺儿两岁 总共缴多少", {"成人": 2, "低保成人": 1, "儿童": 1}),
        ("一个吃低保的大人 一个普通大人 俩上小学的 一年一共掏多少", {"低保成人": 1, "成人": 1, "学生": 2}),
        ("两口子带66岁低收入的老妈一共交多少", {"成人": 2, "低收入老人成人": 1}),
        ("两口子,两岁的娃,老妈66岁低收入,一共交多少", {"成人": 2, "儿童": 1, "低收入老人成人": 1}),
        ("我爸低保 我妈普通 一共交多少", {"低保成人": 1, "成人": 1}),
        ("两口子都没工作,一个是低保,一个啥都不是,一共交多少", {"低保成人": 1, "成人": 1}),
        ("三个大人,一个低保两个普通", {"成人": 2, "低保成人": 1}),
        ("家里三个大人其中一个重度残疾,一共交多少", {"成人": 2, "重度残疾成人": 1}),
        ("爷爷71岁家里人均收入很低,奶奶70同样情况,一共交多少", {"低收入老人成人": 2}),
        ("低收入家庭66岁老太太 自己交多少", {"低收入老人成人": 1}),
        ("一个大人加一个学生,再加一个低保的老妈,一共交多少", {"成人": 1, "学生": 1, "低保成人": 1}),
        ("我们两口子和吃低保的老妈一共交多少", {"成人": 2, "低保成人": 1}),
        ("我们家是低保户 两个大人一个学生 一共交多少", {"低保成人": 2, "低保学生": 1}),
        ("两口子一个娃都吃低保 一共交多少", {"低保成人": 2, "低保儿童": 1}),
        ("两个娃 大娃上小学 幺儿两岁 一共交多少", {"学生": 1, "儿童": 1}),
        ("爸妈和我老婆加个三岁娃 一共交多少", {"成人": 3, "儿童": 1}),
        ("我跟老公没上班,婆婆65岁吃低保,小的才3岁,总共交多少", {"成人": 2, "低保成人": 1, "儿童": 1}),
        ("两口子,老大上小学,老二才2岁,一共交多少", {"成人": 2, "学生": 1, "儿童": 1}),
        ("两口子带两个娃,大的上初中,小的3岁,一共交多少", {"成人": 2, "学生": 1, "儿童": 1}),
        ("两口子都40岁,满18岁以上的一共交多少", {"成人": 2}),
        ("我妈今年吃低保 交多少", {"低保成人": 1}),
        ("我妈问一下 两个大人一个学生交多少", {"成人": 2, "学生": 1}),  # she is not one of them
        ("我和屋头那口子加个五岁娃,都不是低保,三个人交好多", {"成人": 2, "儿童": 1}),
        ("我,老婆,加上一个四岁女儿,三个人一共交多少", {"成人": 2, "儿童": 1}),
        ("两口子一个上小学的娃,家里没人吃低保,一共交多少", {"成人": 2, "学生": 1}),
        ("两口子不是低保,老妈是低保,一共交多少", {"成人": 2, "低保成人": 1}),
        ("两口子都没工作,一个四岁的娃,还有吃低保的婆婆,一共收多少", {"成人": 2, "儿童": 1, "低保成人": 1}),
        ("我老婆生娃能报多少", {}),
    ],
)
def test_kin_without_a_number_are_counted_with_the_hardship_that_is_theirs(
    corpus: Corpus, question: str, expected: dict[str, int]
) -> None:
    found = members(question, corpus.vocabulary)
    assert found is not None
    assert {f"{one.hardship or ''}{one.insured}": count for one, count in found.items()} == expected


@pytest.mark.parametrize(
    "question",
    [
        "两个大人一个小孩 低保怎么交 一共多少",  # whose hardship it is was not said
        "三个大人 我爸我妈和我 一共交多少",  # are the kin among the three?
        "我爸吃低保 一家三口一共交多少",  # two of the three were not told of
        "一家四口 两口子 一个娃上小学 一共交多少",
        "三个人,两口子一共交多少",  # who is the third?
        "两口子,侄子12岁,一共交多少",  # nobody counted is twelve
        "两口子,老大10岁,一共交多少",  # at school or not?
    ],
)
def test_a_house_of_which_not_all_is_known_is_not_counted(corpus: Corpus, question: str) -> None:
    assert members(question, corpus.vocabulary) is None


def test_what_is_said_of_one_child_is_not_said_of_the_next(corpus: Corpus) -> None:
    found = members("一个娃上小学一个才四岁", corpus.vocabulary)
    assert found is not None
    assert [one.insured for one in found] == ["学生", "儿童"]
