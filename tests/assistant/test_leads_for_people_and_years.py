"""Premiums of several years or persons, days without a year, windows of others; every figure is worked out by hand."""

from __future__ import annotations

from mingbai.assistant.finding.clause_leads import ClauseLeads
from tests.assistant.leading import said

CHONGQING, YUECHI = "chongqing-resident-2013", "yuechi-resident-2009"
HUNAN, JILIN = "hunan-district-employee-supplementary-2011", "jilin-county-resident-2008"


def test_a_household_pays_for_each_of_its_heads(leads: ClauseLeads) -> None:
    # 4 * 150
    assert "600.00元(150×4)" in said(leads, CHONGQING, "premium", "一家四口都选二档,一年交多少", plan="二档")


def test_each_payer_pays_for_each_head(leads: ClauseLeads) -> None:
    # 20 * 30, 20 * 45, 20 * 75
    text = said(leads, HUNAN, "premium", "单位20个人一年交多少")
    assert "个人600.00元" in text
    assert "单位900.00元" in text
    assert "合计1,500.00元" in text


def test_a_mixed_household_pays_what_each_of_its_groups_pays(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-student", "一家三口,两个大人一个小学生,2009年一共交多少", insured="学生")
    assert "180.00元(85×2+10×1)" in text  # 85×2=170, 170+10=180
    assert "10.00元" in text


def test_a_household_counts_the_same_when_the_number_stands_behind_the_word(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-student", "大人2个,学生1个,2009年一共交多少", insured="学生")
    assert "180.00元(85×2+10×1)" in text


def test_a_year_without_a_row_for_everybody_has_no_sum(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-student", "两个大人一个小学生一共交多少", insured="学生")
    assert "180.00元" in text
    assert "2010年:没有给每个人都写数" in text  # pupils are only written for 2009


def test_two_years_asked_about_are_both_answered(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-adult", "2009年交多少钱?2010年呢?", insured="成人", hardship="低保")
    assert "(2009年每年):个人45.00元" in text
    assert "(2010年每年):个人90.00元" in text


def test_a_year_of_another_table_is_found_by_its_group(leads: ClauseLeads) -> None:
    text = said(leads, JILIN, "subsidies", "2008年交多少钱,2009年呢", insured="成人", hardship="低保")
    assert "(2008年每年):个人36.00元" in text
    assert "(2009年每年):个人36.00元" in text
    assert "大额" not in text


def test_a_year_no_table_has_is_said_to_be_missing(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-student", "2009年交多少,2010年呢", insured="学生", hardship="无")
    assert "10.00元" in text
    assert "2010年:没有写" in text


def test_who_paid_late_is_not_within_the_time_of_those_on_time(leads: ClauseLeads) -> None:
    # 90 days after 10 March: 21 of March, 30, 31, 8 of June
    text = said(leads, CHONGQING, "benefit-period", "我2013年3月10日才交清钱,什么时候能报销")
    assert text.startswith("**从 2013年6月9日 起**")
    assert "的时间内" not in text


def test_paying_before_the_year_begins_counts_for_that_year(leads: ClauseLeads) -> None:
    # 90 days after 25 December: 6 of December, 31, 28, 25 of March
    text = said(leads, CHONGQING, "benefit-period", "2012年12月25日才交费,什么时候能享受")
    assert "从 2013年3月26日 起" in text
    assert "到2013年12月31日为止" in text


def test_a_day_of_the_next_year_is_called_so_where_no_year_was_named(leads: ClauseLeads) -> None:
    text = said(leads, JILIN, "waiting", "11月30日交费,等待期到什么时候", insured="成人")
    assert "从 次年3月1日 起" in text


def test_the_window_of_another_group_is_not_mentioned(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "payment-window", "9月30日交费来得及吗", insured="学生")
    assert "9月30日在“在校学生缴费”的时间内" in text
    assert "不用等" not in text


def test_a_couple_and_a_pupil_pay_what_each_pays(leads: ClauseLeads) -> None:
    text = said(leads, JILIN, "subsidies", "08年参保,两口子加一个念初中的娃一共交多少", insured="学生")
    assert "230.00元(110×2+10×1)" in text  # 220 + 10
    assert "人一共" not in text


def test_a_couple_is_not_multiplied_into_their_childs_row(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-child", "2009年两口子带一个十岁的娃一共交多少", insured="儿童")
    assert "一共" not in text


def test_the_heads_of_a_whole_house_are_not_all_pupils(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-student", "2009年一家三口带个小学生交多少", insured="学生")
    assert "10.00元" in text
    assert "3人一共" not in text


def test_two_figures_of_a_year_are_a_year(leads: ClauseLeads) -> None:
    text = said(leads, JILIN, "subsidies", "08年交多少钱", insured="成人", hardship="低保")
    assert "(2008年每年):个人36.00元" in text
    assert "2009年" not in text


def test_that_somebody_pays_nothing_is_said_in_words(leads: ClauseLeads) -> None:
    text = said(leads, "zhejiang-catastrophic-2014", "premium", "一人筹多少钱,自己另外交不")
    assert "个人0.00元(不用交)" in text


def test_a_table_without_the_persons_own_part_says_so(leads: ClauseLeads) -> None:
    text = said(leads, "lulong-ncms", "subsidy", "农民自个儿一年得交多少钱")
    assert text.startswith("**个人交多少没有写**")
    either = said(leads, "luoyang-employee-catastrophic-2021", "premium", "职工自己要交多少")
    assert either.startswith("- **参加职工大病保险的人**(2021年每年):单位或个人190.00元")


def test_who_pays_nothing_is_told_so_first(leads: ClauseLeads) -> None:
    qinghai = "qinghai-catastrophic-2012"
    assert said(leads, qinghai, "premium", "要不要我们老百姓再掏钱").startswith("**个人不用交**:\n")
    assert not said(leads, qinghai, "premium", "一年筹多少钱").startswith("**个人不用交**")
    assert "不用交" not in said(leads, CHONGQING, "premium", "要不要自己交钱", plan="二档")


def test_a_group_no_table_names_has_no_figure(leads: ClauseLeads) -> None:
    elder_child = "beijing-elder-child"
    text = said(leads, elder_child, "premium", "老妈一年要交多少", insured="成人")
    assert text == "**成人交多少没有写**:写的是儿童（婴幼儿、学生）。"
    assert "100.00元" in said(leads, elder_child, "premium", "孩子一年要交多少", insured="儿童")


def test_each_of_a_mixed_house_pays_by_the_hardship_that_is_theirs(leads: ClauseLeads) -> None:
    # 170×2 + 90 + 10: the couple, the mother on allowance, the child of two
    house = "我两口子都没上班 老妈六十八吃低保 幺儿两岁 2010年总共要缴好多钱"
    assert "440.00元(170×2+90×1+10×1)" in said(leads, YUECHI, "premium-adult", house, insured="儿童", hardship="低保")


def test_the_row_of_one_who_is_poor_is_not_multiplied_by_the_house(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-adult", "我爸吃低保 一家三口2010年一共交多少", hardship="低保")
    assert "90.00元" in text
    assert "一共" not in text  # 90×3 would be wrong


def test_who_does_not_pay_is_taken_off(leads: ClauseLeads) -> None:
    # 47 - 3 = 44, 44×80
    text = said(leads, "university-student-insurance", "premium", "我们班47个人 有3个不交 一共该交多少钱")
    assert "3,520.00元(80×44)" in text
    # 38 - 2 = 36, 36×80
    text = said(leads, "university-student-insurance", "premium", "我们班38个人 有俩当兵走了不交 一共交多少")
    assert "2,880.00元(80×36)" in text
    # all six
    assert "480.00元(80×6)" in said(leads, "university-student-insurance", "premium", "6个人要不要交 一共交多少")
    # 只有35个交: 35×80
    text = said(leads, "university-student-insurance", "premium", "班里40个人 只有35个交 一共交多少")
    assert "2,800.00元(80×35)" in text


def test_the_row_of_next_year_is_told_for_the_heads_where_another_payer_is_lost(leads: ClauseLeads) -> None:
    # 20×5; the province's figure is lost
    text = said(leads, "lulong-ncms", "subsidy", "俺家5口人明年中央给补多少钱")
    assert "中央100.00元(20×5)" in text
    assert "讲话当年" not in text


def test_heads_are_known_by_what_they_are(leads: ClauseLeads) -> None:
    # 45×37
    assert "单位1,665.00元(45×37)" in said(leads, HUNAN, "premium", "37个在职的 单位这头一共出多少")


def test_a_row_is_not_told_to_whom_its_group_leaves_out(leads: ClauseLeads) -> None:
    text = said(leads, "veterans-medical", "insured-at-public-cost", "我61了农村的当过义务兵 县里给不给交医保钱")
    assert text.startswith("**不在内**")
    text = said(leads, "veterans-medical", "insured-at-public-cost", "参战退役的,医保要自己交吗")
    assert "个人0.00元" in text


def test_the_cheapest_plan_is_the_one_a_household_pays(leads: ClauseLeads) -> None:
    # 5 * 60
    text = said(leads, CHONGQING, "premium", "一家五口,都按最便宜的交多少")
    assert "300.00元(60×5)" in text
    assert "150.00元" not in text


def test_another_plan_costs_all_of_them_so_much_more(leads: ClauseLeads) -> None:
    # 5 * 150 - 5 * 60
    assert "相差 450.00元" in said(leads, CHONGQING, "premium", "一家五口,换成贵的那档一共多出多少", plan="二档")


def test_a_household_without_a_plan_is_told_both(leads: ClauseLeads) -> None:
    text = said(leads, CHONGQING, "premium", "一家四口一年要交多少")
    assert "240.00元(60×4)" in text
    assert "600.00元(150×4)" in text


def test_an_insurance_paid_apart_is_added_for_those_whom_it_is_for(leads: ClauseLeads) -> None:
    # 110*2 + 10 + 60*2
    text = said(leads, JILIN, "subsidies", "俩大人没工作加一个小学生,2008年一共交多少;大人再加大额那个呢")
    assert "350.00元(230+60×2)" in text


def test_groups_named_side_by_side_are_each_told(leads: ClauseLeads) -> None:
    text = said(leads, JILIN, "subsidies-2009", "2009年成人缴费标准是多少,学生呢", insured="学生")
    assert "190.00元" in text
    assert "90.00元" in text


def test_those_of_some_degree_are_told_with_the_usual_row_of_each_year(leads: ClauseLeads) -> None:
    text = said(leads, JILIN, "subsidies", "残疾学生自己交吗,中央省县各补多少", insured="学生")
    assert "个人不用交的**:重度残疾学生儿童" in text
    assert "中央财政45.00元;省财政21.00元;县财政14.00元" in text
    assert "(2009年每年):个人10.00元" in text


def test_an_average_wage_is_one_without_the_word_wage(leads: ClauseLeads) -> None:
    # 1500 * 20 * 6%
    text = said(
        leads, "beijing-employee-catastrophic-1995", "premium-employer", "全市月平均1500,单位20个在职职工交多少"
    )
    assert "1,800.00元(1500×20×6%)" in text
