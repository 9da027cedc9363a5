"""Worked cases of lists and of papers, and what the source itself tells."""

import pytest

from mingbai.rules.worked import differences
from tests.rules.inline import VOCABULARY, policy_of
from tests.rules.worked import told

EXCLUDES = (
    "excludes: 不报的\nitems:\n  - {item: 打架斗殴, says: [打架]}\n  - {item: 酗酒, says: [喝酒]}\n"
    "  - {item: 在非定点医院看病, says: [非定点], unless: 紧急抢救, unless_says: [抢救]}"
)


class TestList:
    @pytest.mark.parametrize(
        "case",
        [
            "says: 打架住院, listed: 打架斗殴, answer: 不能",
            "says: 喝酒打架住院, listed: [酗酒, 打架], answer: 不能",
            "says: 不是打架, listed: false, answer: 没说",
            "says: 去了非定点医院, listed: 非定点, answer: 看情况",
            "says: 在非定点医院抢救, listed: 非定点, answer: 能",
        ],
    )
    def test_a_right_case_is_passed_over(self, case: str) -> None:
        assert told(EXCLUDES, case) == []

    def test_a_wrong_answer_is_told(self) -> None:
        assert told(EXCLUDES, "says: 打架, listed: 打架斗殴, answer: 能") == ["写的是“能”,算出来是“不能”"]

    def test_an_entry_that_is_not_touched_one_forgotten_and_one_unknown_are_told(self) -> None:
        assert told(EXCLUDES, "says: 打架, listed: 酗酒, answer: 不能") == [
            "listed 里的“酗酒”对不上;有的是 打架斗殴",
            "listed 里还少:打架斗殴",
        ]
        assert told(EXCLUDES, "says: 感冒, listed: 打架斗殴, answer: 没说") == ["listed 里的“打架斗殴”对不上;有的是 无"]

    def test_a_closed_list(self) -> None:
        closed = "covers: 病种\nof: 病种\nclosed: true\nsays: [病, 癌, 大病]\nitems: [肺癌]"
        assert told(closed, "says: 肺癌, listed: 肺癌, answer: 能") == []
        assert told(closed, "says: 肝癌, listed: false, answer: 不能") == []
        assert told(closed, "says: 肝癌, listed: false, answer: 没说") == ["写的是“没说”,算出来是“不能”"]


class TestConditions:
    all_of = "pays_when: 待遇\nconditions: [已经参保, 办了登记]"

    def test_all_or_one_of_them(self) -> None:
        assert told(self.all_of, "met: [参保, 登记], entitled: true") == []
        assert told(self.all_of, "met: [参保], lacks: [登记], entitled: false") == []
        assert told(f"{self.all_of}\nany: true", "met: [参保], lacks: [登记], entitled: true") == []
        assert told(f"{self.all_of}\nany: true", "lacks: [参保, 登记], entitled: false") == []

    def test_a_wrong_outcome_is_told(self) -> None:
        assert told(self.all_of, "met: [参保], lacks: [登记], entitled: true") == [
            "写的是 entitled: true,可是要全部满足"
        ]
        assert told(f"{self.all_of}\nany: true", "met: [参保], lacks: [登记], entitled: false") == [
            "写的是 entitled: false,可是满足一条就行"
        ]

    def test_every_condition_must_be_named_once(self) -> None:
        assert told(self.all_of, "met: [参保], entitled: true") == ["met 和 lacks 里还少:办了登记"]
        assert told(self.all_of, "met: [参保, 登记], lacks: [登记], entitled: false") == [
            "met 和 lacks 里的“登记”对不上;有的是 已经参保;办了登记"
        ]


PAPERS = (
    "documents: 报销\nitems:\n  - {item: 发票, form: 原件, stamp: 公章}\n  - {item: 身份证, form: 复印件, copies: 2}\n"
    "  - {item: 委托书, if: 由别人代办的}\n  - {item: 转院证明, when: {care_place: 外地}}"
)
HERE = "given: {care_place: 本地}"


class TestPapers:
    @pytest.mark.parametrize(
        "case",
        [
            f"{HERE}, brings: [发票, 身份证], not: [委托书, 转院证明]",
            f"{HERE}, brings: [{{item: 发票, form: 原件, stamp: 公章}}, {{item: 身份证, copies: 2}}]",
            f"{HERE}, brings: [发票, {{item: 身份证, copies: 1}}], lacks: [{{item: 身份证, copies: 1}}]",
            f"{HERE}, if: [代办], brings: [发票, 身份证], lacks: [委托书]",
            "given: {care_place: 外地}, brings: [发票], lacks: [身份证, 转院证明]",
        ],
    )
    def test_a_right_case_is_passed_over(self, case: str) -> None:
        assert told(PAPERS, case) == []

    @pytest.mark.parametrize(
        ("case", "message"),
        [
            ("brings: [发票]", "brings 和 lacks 里还少:身份证(复印件2份)"),
            ("brings: [发票, 身份证, 委托书]", "“委托书”不在要带的里面;要带的是 发票(原件,加盖公章);身份证(复印件2份)"),
            ("brings: [{item: 发票, form: 复印件}, 身份证]", "“发票”写的和规则不一样:发票(原件,加盖公章)"),
            ("brings: [发票, {item: 身份证, copies: 1}]", "身份证(复印件2份):写的是 1份"),
            ("brings: [发票, 身份证], lacks: [{item: 身份证, copies: 1}]", "“身份证”两边都写了,两边都要写 copies"),
            ("brings: [发票, 身份证], not: [身份证]", "not 里的“身份证”要带:身份证(复印件2份)"),
            ("if: [出国], brings: [发票, 身份证]", "没有一项的条件里有“出国”;有的是 由别人代办的"),
            ("unknown: true", "写的是 unknown: true,算出来相反"),
            ("none: true", "写的是 none: true,算出来相反"),
        ],
    )
    def test_a_wrong_case_is_told(self, case: str, message: str) -> None:
        assert message in told(PAPERS, f"{HERE}, {case}")

    def test_a_name_that_fits_two_papers(self) -> None:
        rule = "documents: 报销\nitems: [本人身份证, 家属身份证]"
        assert "“身份证”不止一项对得上:本人身份证;家属身份证" in told(rule, "brings: [身份证], lacks: [家属身份证]")
        assert told(rule, "brings: [本人身份证], lacks: [家属身份证]") == []

    def test_a_list_that_is_lost_as_a_whole_or_not_for_the_case(self) -> None:
        lost = "documents: 报销\nitems:\n  - {lost: 原文没有列出}"
        assert told(lost, "unknown: true") == []
        assert told(lost, "brings: [发票]") == ["写的是 unknown: false,算出来相反"]
        assert told(f"{PAPERS}\nwhen: {{insured: 学生}}", "given: {insured: 成人}, none: true") == []


def test_what_the_source_tells() -> None:
    def found(case: str) -> list[str]:
        policy = policy_of("documents: 报销\nitems: [发票]", cases=f"- {{{case}}}")
        return [problem.message for problem in differences(policy, VOCABULARY)]

    assert found("tells: 学院的收款, says: 114560, sum: 1432*80") == []
    assert found("tells: 学院的收款, says: 114561, comes_to: 114560, sum: 1432*80, why: 差1元") == []
    assert found("tells: 学院的收款, says: 114561, sum: 1432*80") == [
        "条款 c1 原文讲的“学院的收款”:算式 1432*80 等于 114560.00,写的是 114561.00"
    ]
