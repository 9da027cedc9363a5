"""What paying late costs, by what is told to be owed."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.late import late_lead
from mingbai.corpus.reader import Corpus

HUNAN, CHONGQING = "hunan-district-employee-supplementary-2011", "chongqing-resident-2013"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("欠费10000元,欠了30天,滞纳金多少", "滞纳金 600.00元"),  # 10000*2‰*30
        ("15个人的保费拖了30天没交,滞纳金一共多少", "滞纳金 67.50元"),  # 15*75*2‰*30
        ("单位200个参保的,晚交20天,滞纳金多少", "滞纳金 600.00元"),  # 200*75*2‰*20
        ("200人参保,一个没交,拖了20天滞纳金多少", "滞纳金 600.00元"),  # all of them owe it
        ("单位200人,有3个没交,拖了20天,滞纳金多少", "滞纳金 9.00元"),  # 3*75*2‰*20
        ("保费拖了30天,滞纳金多少", "滞纳金 4.50元"),  # 75*2‰*30
        ("20个人每人75,欠了10天,罚多少", "滞纳金 30.00元"),  # 20*75*2‰*10
        # 1 March to 31 March: the first day counts, that of payment does not: 30 days; 10000*2‰*30
        ("2020年3月1日该交10000元,2020年3月31日才交,滞纳金多少", "滞纳金 600.00元"),
        ("欠费5000元,从2011年6月1日欠到6月20日才交,滞纳金", "滞纳金 190.00元"),  # 5000*2‰*19
        ("32个人(单位出45,个人出30)拖了20天没交,滞纳金连本带利多少", "一共 2,496.00元"),  # 32*75=2400, 2400*2‰*20=96
        ("单位32个人的保费(单位45个人30那种)拖着没交,欠了20天,连滞纳金一道要多少", "一共 2,496.00元"),
        ("单位出45 个人出30,32人,拖了20天,滞纳金多少", "滞纳金 96.00元"),  # 32*75*2‰*20
        ("30个人,单位出的每人45块没交,欠了20天,滞纳金多少", "滞纳金 54.00元"),  # 30*45=1350, 1350*2‰*20
        ("欠费45块一个人,30人,拖了20天,滞纳金多少", "滞纳金 54.00元"),
        # 72*75 = 5400 owed for 30 days, whatever passed since the notice: 5400*2‰*30
        ("72个人一共5400没交,接到催缴单过了10天还没交,从欠缴那天算已经30天,滞纳金多少", "滞纳金 324.00元"),
        ("催缴通知送到12天了,保费一共欠了5400,拖了25天,滞纳金多少", "滞纳金 270.00元"),  # 5400*2‰*25
        ("欠费5400元,催了10天没理,逾期40天,滞纳金多少", "滞纳金 432.00元"),  # 5400*2‰*40
        ("个人那30块,一共15个人没交,晚了10天,罚多少", "滞纳金 9.00元"),  # 15*30=450, 450*2‰*10
        ("30个人欠了2250元,拖了20天,滞纳金", "滞纳金 90.00元"),  # 2250*2‰*20: told whole
        ("8个人,6月1号该交,6月11号才交,保费和滞纳金一共多少", "一共 612.00元"),  # 8*75=600, 600*2‰*10=12
        ("我们单位30个人,单位部分欠着没交,拖了20天,滞纳金多少", "滞纳金 54.00元"),  # 30*45*2‰*20
        ("欠了单位部分45块×30个人的保险费,拖了20天,滞纳金多少", "滞纳金 54.00元"),
        ("12个人,个人部分已经扣了,单位那份没交,迟了15天,滞纳金多少", "滞纳金 16.20元"),  # 12*45*2‰*15
        ("20个人每人45块没交,拖了10天,滞纳金多少", "滞纳金 18.00元"),  # 20*45*2‰*10
        ("10个人,单位部分和个人部分都没交,晚了10天,滞纳金多少", "滞纳金 15.00元"),  # 10*75*2‰*10
    ],
)
def test_the_fee_is_on_what_is_owed(corpus: Corpus, question: str, says: str) -> None:
    lead = late_lead(corpus.policies[HUNAN], corpus.vocabulary, question)
    assert lead is not None
    assert says in lead.text
    assert lead.clauses == ("late-payment",)


@pytest.mark.parametrize(
    ("policy", "question"),
    [
        (HUNAN, "滞纳金怎么算"),  # for how long is not told
        (HUNAN, "15个人交30天前的保费一共多少"),  # no fee is asked for
        (HUNAN, "欠费5400元,催缴单收到10天了还没交,滞纳金多少"),  # since when it is owed is not told
        (CHONGQING, "保费拖了30天,滞纳金多少"),  # it has none
    ],
)
def test_no_fee_where_it_is_not_asked_for_or_cannot_be_told(corpus: Corpus, policy: str, question: str) -> None:
    assert late_lead(corpus.policies[policy], corpus.vocabulary, question) is None
