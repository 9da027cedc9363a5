"""What the tabs stand on: forms, alternatives, curves, checklists, days, the shelf, on the real corpus."""

from datetime import date
from decimal import Decimal

import pytest

from mingbai.assistant import desk
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Computed, Needed, Refused
from mingbai.assistant.toolbox import Toolbox
from mingbai.settings import Settings

CHONGQING = "chongqing-resident-2013"
BEIJING = "beijing-employee-catastrophic-1995"
YUECHI = "yuechi-resident-2009"
INPATIENT = {"care": "住院", "plan": "二档", "hospital_level": "三级", "cost": "3万"}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.from_settings(Settings())


@pytest.fixture(scope="module")
def toolbox(library) -> Toolbox:
    return Toolbox(library)


def facts(questions) -> list[str]:
    return [one.fact for one in questions]


class TestForm:
    def test_what_must_be_said_comes_first_and_what_is_assumed_after_it(self, toolbox):
        form = desk.form(toolbox, CHONGQING, {})
        assert form.care.value == "住院"
        assert facts(form.first) == ["hospital_level", "plan"]
        assert form.bill.fact == "cost"
        assert {"care_place", "used_this_year", "child_major_disease", "self_funded"} <= set(facts(form.further))
        assert isinstance(form.outcome, Needed)

    def test_answering_computes_and_asks_nothing_else(self, toolbox):
        form = desk.form(toolbox, CHONGQING, INPATIENT)
        assert isinstance(form.outcome, Computed)
        assert form.outcome.estimate.amount == "13140.00"  # (30000 - 800) x 45%
        assert form.shape == desk.form(toolbox, CHONGQING, {}).shape

    def test_an_answer_can_make_another_question_necessary(self, toolbox):
        assert "filed" not in facts(desk.form(toolbox, CHONGQING, INPATIENT).first)
        assert "filed" in facts(desk.form(toolbox, CHONGQING, {**INPATIENT, "care_place": "外地"}).first)

    def test_facts_without_a_bearing_on_this_care_are_neither_asked_nor_used(self, toolbox):
        form = desk.form(toolbox, CHONGQING, {**INPATIENT, "care": "产前检查"})
        assert form.first == ()
        assert "plan" not in form.facts
        assert isinstance(form.outcome, Computed)
        assert form.outcome.estimate.amount == "100.00"  # a fixed sum

    def test_an_unknown_kind_of_care_falls_back_to_the_usual_one(self, toolbox):
        assert desk.form(toolbox, CHONGQING, {"care": "<b>"}).care.value == "住院"

    def test_an_unusable_amount_is_refused_in_words(self, toolbox):
        outcome = desk.form(toolbox, CHONGQING, {**INPATIENT, "cost": "不少钱"}).outcome
        assert isinstance(outcome, Refused)
        assert "看不懂" in outcome.message

    def test_a_figure_the_source_lost_is_asked_for(self, toolbox):
        assert "band_floor" in facts(desk.form(toolbox, BEIJING, {"cost": "20000"}).further)

    def test_every_computable_policy_has_a_form_for_each_care(self, toolbox, library):
        for policy in desk.computable(library):
            for care in library.books[policy.id].by_care:
                form = desk.form(toolbox, policy.id, {"care": care})
                assert form.care.value == care
                desk.curve(toolbox, form)
                desk.what_if(toolbox, form)

    def test_a_policy_without_figures_has_none(self, toolbox):
        with pytest.raises(KeyError):
            desk.form(toolbox, "hospital-inpatient-rules", {})


class TestWhatIf:
    def test_every_choice_of_a_fact_that_changes_the_payment(self, toolbox):
        found = {one.label: one for one in desk.what_if(toolbox, desk.form(toolbox, CHONGQING, INPATIENT))}
        # (30000 - 100) x 85%, (30000 - 300) x 65%, (30000 - 800) x 45%
        amounts = [one.estimate.amount for one in found["医院等级"].alternatives]
        assert amounts == ["25415.00", "19305.00", "13140.00"]
        assert [one.is_now for one in found["医院等级"].alternatives] == [False, False, True]
        # (30000 - 800) x 40%
        assert found["参保档次"].alternatives[0].estimate.amount == "11680.00"

    def test_nothing_to_compare_before_there_is_a_result(self, toolbox):
        assert desk.what_if(toolbox, desk.form(toolbox, CHONGQING, {})) == ()


class TestCurve:
    def test_kinks_are_the_deductible_and_the_cap(self, toolbox):
        curve = desk.curve(toolbox, desk.form(toolbox, CHONGQING, INPATIENT))
        assert curve is not None
        # 110000 / 45% + 800 = 245244.44
        assert [kink.at.bill for kink in curve.kinks] == [800, 245244]
        assert "起付线" in curve.kinks[0].says
        assert "封顶" in curve.kinks[1].says
        assert curve.now == desk.Point(Decimal(30000), Decimal("13140.00"), Decimal("13140.00"))
        assert curve.top > 245244

    def test_bands_of_a_scale_are_kinks_and_doubt_is_a_width(self, toolbox):
        curve = desk.curve(toolbox, desk.form(toolbox, BEIJING, {"cost": "20000"}))
        assert curve is not None
        assert [kink.at.bill for kink in curve.kinks] == [5000, 10000, 30000, 50000]
        # 5000 x 85% + 10000 x 80% = 12250; with 5000 x 90% more 16750
        assert (curve.now.low, curve.now.high) == (Decimal("12250.00"), Decimal("16750.00"))

    def test_paying_more_never_gives_less(self, toolbox):
        curve = desk.curve(toolbox, desk.form(toolbox, YUECHI, {"insured": "学生", "hospital_level": "二级"}))
        assert curve is not None
        highs = [point.high for point in curve.points]
        assert highs == sorted(highs)

    def test_there_is_none_while_facts_are_missing(self, toolbox):
        assert desk.curve(toolbox, desk.form(toolbox, CHONGQING, {"plan": "二档"})) is None

    def test_what_is_open_above_stays_below_what_a_larger_bill_is_paid(self, toolbox):
        """At least 50%, 200000 a year at most: from 408000 on it is 200000, so that a smaller bill is not paid more."""
        given = {"care": "住院", "disease": "儿童白血病", "own_share": "300000"}
        curve = desk.curve(toolbox, desk.form(toolbox, "shandong-ncms-catastrophic-2013", given))
        assert curve is not None
        assert max(point.high for point in curve.points) == 200000
        # (300000 - 8000) x 50% = 146000
        assert curve.now == desk.Point(Decimal(300000), Decimal("146000.00"), Decimal("200000.00"))


class TestCounter:
    def test_procedures_are_found_by_place_and_words(self, library):
        assert {one.place for one in desk.procedures(library, "重庆市")} == {"重庆市"}
        assert desk.procedures(library, words="外伤")[0].name == "外伤病人报销"
        assert desk.procedures(library, "岳池县", "外伤") == ()
        assert "重庆市" in desk.places(library)

    def test_an_item_is_asked_for_once_its_condition_is_known_to_hold(self, library):
        key = next(one.key for one in desk.procedures(library) if one.key.startswith(BEIJING))
        before, after = desk.handout(library, key), desk.handout(library, key, ["门诊病人"])
        assert before.conditions == after.conditions == ("门诊病人", "转院治疗的")
        assert len(after.needed) == len(before.needed) + 3
        assert after.lost

    def test_the_note_lists_what_was_not_brought(self, library):
        handout = desk.handout(library, f"{CHONGQING}#0")
        everything = [item.key for item in handout.needed]
        assert desk.note(handout, everything).endswith("材料已经齐了。")
        note = desk.note(handout, everything[1:])
        assert "还缺 1 样" in note
        assert handout.needed[0].words in note
        assert handout.where in note

    @pytest.mark.parametrize("key", ["nowhere#0", f"{CHONGQING}#99", f"{CHONGQING}#x", CHONGQING])
    def test_an_unknown_procedure_is_a_key_error(self, library, key):
        with pytest.raises(KeyError):
            desk.handout(library, key)


class TestDaysWithoutAList:
    def test_a_policy_that_lists_no_documents_is_found_by_its_days(self, library):
        (found,) = desk.procedures(library, words="等待期")
        assert (found.name, found.place) == ("缴费后的医疗服务等待期", "吉林省")
        handout = desk.handout(library, found.key)
        assert (handout.has_list, handout.needed, handout.conditions) == (False, (), ())
        assert handout.clause == "waiting"

    def test_the_days_of_the_one_chosen_stand_first(self, library):
        found = desk.procedures(library, words="新认定实时救助人员")[0]
        days = desk.deadlines(library, found.key, {}, None)
        assert [one.name for one in days][:1] == [found.name]
        assert len(days) == 4

    def test_a_policy_with_lists_has_no_further_entries_for_its_days(self, library):
        keys = [one.key for one in desk.procedures(library) if one.key.startswith(CHONGQING)]
        assert keys == [f"{CHONGQING}#0", f"{CHONGQING}#1"]
        with pytest.raises(KeyError):
            desk.handout(library, f"{CHONGQING}#day-0")


class TestDeadlines:
    KEY = f"{BEIJING}#0"

    def one(self, library, day: date | None, today: date) -> desk.Deadline:
        name = next(d.key for d in desk.deadlines(library, self.KEY, {}, today) if d.name == "递交报销单据")
        days = {name: day} if day else {}
        return next(d for d in desk.deadlines(library, self.KEY, days, today) if d.key == name)

    def test_without_a_day_the_rule_in_words(self, library):
        deadline = self.one(library, None, date(2025, 11, 1))
        assert deadline.event == "出院或门诊最后一天"
        assert (deadline.answer, deadline.is_late) == ("", None)

    def test_the_last_day_and_the_day_after(self, library):
        # sixty days after 1 November 2025: 29 left in November, 31 in December
        last = self.one(library, date(2025, 11, 1), date(2025, 12, 31))
        assert last.answer == "最晚2025年12月31日,就是今天"
        assert last.is_late is False
        late = self.one(library, date(2025, 11, 1), date(2026, 1, 1))
        assert late.answer.endswith("已经过了1天")
        assert late.is_late is True


class TestShelf:
    def test_every_document_stands_on_it_policies_first(self, library):
        volumes = desk.shelf(library)
        assert len(volumes) == len(library.corpus.policies) + len(library.imported)
        kinds = [volume.kind for volume in volumes]
        assert kinds == sorted(kinds, key=["政策", "指南", "报告", "导入"].index)

    def test_every_clause_opens_with_rules_in_chinese(self, library):
        for volume in desk.shelf(library):
            for entry in volume.entries:
                leaf = desk.leaf(library, volume.policy, entry.clause)
                labels = {row.label for _, rows in leaf.rules for row in rows}
                assert not {label for label in labels if label.isascii() and label.islower()}

    def test_two_readings_and_a_lost_figure_are_marked(self, library):
        rows = [row for _, rows in desk.leaf(library, YUECHI, "students").rules for row in rows]
        assert "readings" in {row.doubt for row in rows}
        rows = [row for _, rows in desk.leaf(library, BEIJING, "ratios").rules for row in rows]
        assert {"lost", "inferred"} <= {row.doubt for row in rows}

    def test_a_clause_with_a_lost_premium_or_a_lost_paper_is_marked(self, library):
        doubtful = {entry.clause for entry in desk.volume(library, BEIJING).entries if entry.is_doubtful}
        assert {"ratios", "premium-foreign", "documents"} <= doubtful
        assert "premium-employee" not in doubtful

    def test_a_worked_case_stands_with_its_sum(self, library):
        cases = desk.leaf(library, CHONGQING, "inpatient").cases
        case = next(one for one in cases if one.sum == "(30000-800)*45%")
        assert case.result == "报13,140.00元"
        assert "参保档次二档" in case.given

    @pytest.mark.parametrize(
        ("policy", "clause", "given", "result", "sums"),
        [
            (CHONGQING, "premium", "参保档次一档，4人", "个人240.00元", "4*60"),
            (CHONGQING, "living-elsewhere", "住院之日：2013年9月30日", "最晚2013年10月12日", "5"),
            (CHONGQING, "claim-from-outside", "2013年5月25日", "不在里面，下次2013年5月27日", ""),
            (CHONGQING, "benefit-period", "费用交清那天：2013年10月2日", "这一年享受不到", "29+30+31"),
            (CHONGQING, "injury", "带了：外伤证明", "还缺：承诺书", ""),
            (CHONGQING, "special-disease-card", "满足：医疗证", "不能，还缺：定点医院", ""),
            (BEIJING, "exclusions", "打架斗殴受伤", "不能（违法）", ""),
            (BEIJING, "premium-backpay", "营业执照下发：1998年9月20日", "追溯到1998年9月1日", ""),
            (BEIJING, "premium-foreign", "外商投资企业，10人，基数1,000.00元", "单位说不准", ""),
            (
                "zhejiang-catastrophic-2014",
                "patient-jian",
                "简凡自己还要出",
                "原文没有这个数，算出来是610000",
                "2540000-1930000",
            ),
        ],
    )
    def test_worked_cases_of_every_kind_are_in_words(self, library, policy, clause, given, result, sums):
        cases = [(one.given, one.result, one.sum) for one in desk.leaf(library, policy, clause).cases]
        assert (given, result, sums) in cases

    def test_every_worked_case_says_what_comes_out(self, library):
        for volume in desk.shelf(library):
            for entry in volume.entries:
                assert all(case.result for case in desk.leaf(library, volume.policy, entry.clause).cases)

    def test_health_reads_the_folder_anew(self, library):
        health = desk.health(Settings().corpus)
        assert len(health.policies) == len(library.corpus.policies)
        assert health.total.clauses == sum(len(one.clauses) for one in library.corpus.policies.values())

    def test_health_of_a_folder_without_a_corpus_says_so(self, tmp_path):
        assert "vocabulary.yaml" in desk.health(tmp_path).problems[0]
