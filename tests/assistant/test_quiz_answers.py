"""Answers in any form are read as the choice they mean, and what is no answer is not taken for one."""

import pytest

from mingbai.assistant.quizzing.answers import read_answer
from mingbai.assistant.quizzing.wish import command, seed_of, wished_items, wished_topics
from mingbai.corpus.citation import Citation
from mingbai.quiz.item import TOPICS, Choice, Item, ItemType
from mingbai.quiz.wording import shown_steps

CITATION = Citation(policy="p", clause="c", title="t", source_file="f", part=1, locator="一", quote="q")


def item(type_: ItemType, right: str, *wrong: str) -> Item:
    """An item whose right choice comes first."""
    choices = (Choice(text=right, right=True, why="对"), *(Choice(text=one, right=False, why="错") for one in wrong))
    return Item(
        id="1",
        type=type_,
        question="?",
        choices=choices,
        answer=right,
        explanation="因为\n依据:。",
        citations=(CITATION,),
        topic="share",
        rule_kind="estimate",
        difficulty="easy",
    )


FIGURES = item("single_choice", "800元", "300元", "100元", "2,400.00元")
DOCUMENTS = item("documents", "户口簿(原件,复印件3份)", "门诊病历", "出院证", "门诊发票")
DATES = item("single_choice", "2019年10月9日", "2019年10月10日", "2019年10月1日")
JUDGED = item("true_false", "对", "错")
AMOUNT = item("number", "13140.00", "13500.00")
ORDER = item("ordering", "丙 → 甲 → 乙", "甲 → 乙 → 丙", "乙 → 甲 → 丙")


@pytest.mark.parametrize(
    "said",
    [
        "B",
        "b",
        "选b",
        "选B吧",
        "B.",
        "B项",
        "我觉得是B",
        "Ｂ",
        "b.300元",
        "第二个",
        "第2个",
        "300",
        "300元",
        "应该是300元吧",
        "二",
    ],
)
def test_the_second_choice(said: str):
    assert read_answer(FIGURES, said) == "300元"


def test_the_last_choice():
    assert read_answer(FIGURES, "最后一个") == "2,400.00元"


@pytest.mark.parametrize(
    "said", ["", "E", "第五个", "500元", "一二", "住院花了800元能报多少", "800元怎么来的", "天天", "好的"]
)
def test_no_answer_to_a_choice_of_figures(said: str):
    assert read_answer(FIGURES, said) is None


def test_a_bare_figure_that_is_a_choice_and_an_ordinal_is_unclear():
    assert read_answer(item("single_choice", "2份", "3份", "5份"), "2") is None
    assert read_answer(item("single_choice", "3份", "2份", "5份"), "2") == "2份"  # the second, too


@pytest.mark.parametrize("said", ["户口簿", "缺户口簿", "还缺户口簿吧", "A", "户口簿(原件,复印件3份)"])
def test_a_document_by_its_name(said: str):
    assert read_answer(DOCUMENTS, said) == "户口簿(原件,复印件3份)"


def test_a_word_of_two_choices_is_unclear():
    assert read_answer(DOCUMENTS, "门诊") is None


@pytest.mark.parametrize("said", ["10月9日", "2019年10月9日", "10月9号"])
def test_a_day(said: str):
    assert read_answer(DATES, said) == "2019年10月9日"


RIGHT = "对 对的 是 是的 没错 正确 √ A 应该是对的吧"
WRONG = "错 错的 不对 不是 × 错误 B 我觉得不对"


@pytest.mark.parametrize(
    ("said", "answer"), [*((one, "对") for one in RIGHT.split()), *((one, "错") for one in WRONG.split())]
)
def test_a_judgement(said: str, answer: str):
    assert read_answer(JUDGED, said) == answer


@pytest.mark.parametrize("said", ["C", "也许", "对不起", "好的"])
def test_no_judgement(said: str):
    assert read_answer(JUDGED, said) is None


@pytest.mark.parametrize(
    "said",
    [
        "13140",
        "13,140.00元",
        "13140块",
        "一万三千一百四",
        "1.314万",
        "我算的是13140元",
        "(30000-800)*45%=13140",
        "１３１４０",
    ],
)
def test_an_amount(said: str):
    assert read_answer(AMOUNT, said) == "13140.00"


@pytest.mark.parametrize("said", ["45%", "两三万", "-5", "重庆二档三甲住院3万能报多少", "13140还是13500", "很多"])
def test_no_amount(said: str):
    assert read_answer(AMOUNT, said) is None


def test_an_order_by_the_numbers_of_the_steps():
    steps = shown_steps(ORDER)
    numbers = ",".join(str(steps.index(step) + 1) for step in ("丙", "甲", "乙"))
    assert sorted(steps) == sorted(["甲", "乙", "丙"])
    assert read_answer(ORDER, numbers) == "丙 → 甲 → 乙"
    assert read_answer(ORDER, numbers.replace(",", "、")) == "丙 → 甲 → 乙"
    assert read_answer(ORDER, "C") == "乙 → 甲 → 丙"


@pytest.mark.parametrize("said", ["1,2", "1,1,2", "1,2,3,4", "4,5,6"])
def test_no_order(said: str):
    assert read_answer(ORDER, said) is None


COMMANDS = {
    "pass": "跳过 这题不会 我不知道 下一题 看答案",
    "hint": "给点提示 提示一下",
    "stop": "不考了 先不考了吧 结束测验 算了",
    "resume": "接着考 继续 继续答题",
    "again": "换一组 再来一组 再来10道题 再来一遍 重新开始",
    None: "不对 好 说不准 过期了还能报吗 继续缴费要多少钱",
}


@pytest.mark.parametrize(("said", "wanted"), [(one, name) for name, many in COMMANDS.items() for one in many.split()])
def test_commands(said: str, wanted: str | None):
    assert command(said) == wanted


@pytest.mark.parametrize(("said", "items"), [
    ("考我10道题", 10), ("来两道题", 2), ("考我三道算账的题", 3), ("出十五题", 15), ("再来8道", 8), ("0道题", 0),
    ("考考我", None), ("出几道题", None), ("换一组题", None), ("考考我重庆二档", None),
])  # fmt: skip
def test_how_many(said: str, items: int | None):
    assert wished_items(said) == items


def test_topics_have_their_ids():
    everything = "起付线 比例 封顶 算账 缴费 材料 时限 资格 顺序 适用 滞纳金 说不准"
    assert set(wished_topics(everything)) == TOPICS.keys()
    assert wished_topics("考考我重庆医保") == ()


def test_the_seed_depends_on_the_words_and_the_place():
    assert seed_of(0, "考考我") == seed_of(0, "考考我")
    assert len({seed_of(0, "考考我"), seed_of(1, "考考我"), seed_of(0, "考考我重庆")}) == 3
