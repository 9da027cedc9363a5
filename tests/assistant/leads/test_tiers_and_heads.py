"""What tiers named by their price, so many heads and a premium beside a cap come to, by whole replies."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.leads.rate import rate_lead
from mingbai.assistant.library import Library
from mingbai.rules.case import Case
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("重庆两口子加个奶奶三个人都买150,奶奶二级医院花10300,那家里一共交多少、奶奶报多少",), "450.00元(150×3)"),
        (("重庆我家四口人全按60的交要多少,都上150的呢,能不能两个高两个低",), "**不能拆开选**"),
        (("我们一家五口户口都在重庆,统一交贵的那一档,总共要拿出来多少", "那都改成便宜的呢"), "300.00元(60×5)"),
        (("洛阳我们厂120个人2021大病一年总共要交多少",), "22,800.00元(190×120)"),
        (("我单位一共30个在职的,都参加75块那个大病团体补充,单位要掏多少", "大家个人合计呢"), "900.00元(30×30)"),
        (("岳池的,2010年我家:我跟老公(都没上班)、一个六岁还没上小学的娃,三个人合计交多少",), "350.00元(170×2+10×1)"),
        (("吴江参保人数80万,按48元一人,先划给商保公司的是多少万", "它的管理费顶多能提多少"), "1,728,000.00元"),
        (("吴江参加大病的有50万人,按48块算一年多少钱,区政府出多少",), "区政府12,000,000.00元"),
        (("吴江大病综合成本率98%,第二年保费动不动",), "**第二年的保费不动**"),
        (("湖南区职工大病团体补充,75块里头单位个人各多少",), "个人30.00元;单位45.00元"),
    ],
)
def test_what_is_paid_in(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in last_reply(assistant, *turns).text


def test_only_the_share_asked_for_is_told(assistant: Assistant) -> None:
    told = last_reply(assistant, "吴江参保人数80万,按48元一人,先划给商保公司的是多少万").text
    assert "36,480,000.00元" in told.split("\n", maxsplit=1)[0]  # 48*800000*95%
    assert "管理费" not in told


def test_who_has_not_joined_the_insurance_on_top_has_the_cap_of_all(library: Library) -> None:
    vocabulary, book = library.corpus.vocabulary, library.books["jilin-county-resident-2008"]

    def cap(question: str) -> str:
        found = rate_lead(book, vocabulary, question, Case.read({"insured": "成人"}, vocabulary), ["extra"])
        assert found is not None
        return found.text

    assert cap("大人封顶多少").startswith("**最多报40000元**")
    assert cap("大额封顶多少").startswith("**最多报130000元**")
    assert cap("多交60的封顶多少").startswith("**最多报130000元**")
