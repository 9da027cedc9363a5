"""Conversations made up at random: facts in any words and order come to the engine's own answer; noise to no figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from eval.asking import ask
from eval.provenance import unexplained
from eval.schema import read_questions
from mingbai.assistant.assistant import Assistant
from mingbai.assistant.outcome import Computed
from mingbai.assistant.reply import ChatTurn, Reply
from mingbai.corpus.reader import Corpus
from mingbai.corpus.vocabulary import Vocabulary

quickly = settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])

OPENING = ("", "你好,", "想问一下:", "请问")
ASKING = ("能报多少", "报多少", "可以报多少钱", "能拿回来多少钱", "医保给报多少?", "帮我算一下", "")
BETWEEN = (",", "，", " ", "。", "、", "；", "\n", "")
MOST = 400_000
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True)
class Ground:
    """A policy, the choices under which its estimate is exact, the amount it starts from."""

    policy: str
    choices: Mapping[str, tuple[str, ...]]
    bill: str
    called: str | None = None


LEVELS = ("一级", "二级", "三级")
GROUNDS = (
    Ground(
        "chongqing-resident-2013",
        {"care": ("住院",), "plan": ("一档", "二档"), "hospital_level": (*LEVELS, "社区", "乡镇卫生院")},
        "cost",
    ),
    Ground("chongqing-resident-2013", {"care": ("慢性病门诊",), "hospital_level": LEVELS}, "cost", "重庆居民医保"),
    Ground("yuechi-resident-2009", {"care": ("住院",), "hospital_level": LEVELS}, "cost"),
    Ground(
        "luoyang-employee-catastrophic-2021",
        {"care": ("住院",), "hospital_level": LEVELS, "employment": ("在职", "退休")},
        "excess",
    ),
    Ground("beijing-elder-child", {"care": ("住院",), "insured": ("儿童", "学生")}, "cost"),
    Ground("hunan-district-employee-supplementary-2011", {"care": ("住院",)}, "excess"),
    Ground("guiyang-resident-2018", {"care": ("住院再次补助",), "hardship": ("建档立卡", "低保")}, "own_share"),
    Ground("yuechi-resident-2009", {"care": ("住院",), "hospital_level": LEVELS, "insured": ("学生", "成人")}, "cost"),
    Ground("beijing-employee-catastrophic-1995", {"care": ("住院", "普通门诊")}, "cost"),
    Ground("guangxi-catastrophic-pilot-2013", {"care": ("住院",)}, "own_share"),
    Ground("jilin-county-resident-2008", {"care": ("住院",), "hospital_level": ("社区", "县级", "市级")}, "cost"),
    Ground("qinghai-catastrophic-2012", {"care": ("住院",)}, "own_share"),
    Ground("shandong-ncms-catastrophic-2013", {"care": ("住院",), "disease": ("胃癌", "肺癌", "血友病")}, "own_share"),
    Ground("unnamed-city-employee-catastrophic", {"care": ("住院",)}, "excess"),
    Ground("xiuning-resident", {"care": ("特殊病门诊",)}, "cost"),
    Ground("zhejiang-catastrophic-2014", {"care": ("住院",)}, "own_share", "浙江大病保险"),
    Ground("xiamen-medical-assistance", {"care": ("医疗救助",)}, "own_share"),
    Ground(
        "county-urban-poor-2020",
        {"care": ("普通门诊",), "hospital_level": ("村卫生室", "乡镇卫生院")},
        "cost",
        "某县门诊统筹",
    ),
)
CHANGES = ("说错了,是{}", "那要是{}呢", "不对,是{}", "换成{}呢", "搞错了,应该是{}", "如果是{}呢", "刚才说错了,是{}")


@dataclass(frozen=True)
class Case:
    """What a person has to say: the policy by one of its names, the facts, and each fact in words."""

    ground: Ground
    name: str
    facts: Mapping[str, str]
    words: Mapping[str, str]


def amounts_of(figure: int) -> list[str]:
    """A sum of money as people write it."""
    written = [f"{figure}元", f"{figure:,}元", f"{figure}块", f"{figure}.00元", f"¥{figure}元"]
    written += [f"{figure}块钱", f"人民币{figure}元", f"{figure}元".translate(FULL_WIDTH)]
    if figure >= 10_000 and figure % 100 == 0:
        written.append(f"{(Decimal(figure) / 10_000).normalize():f}万")
    return written


def a_case(data: st.DataObject, corpus: Corpus) -> Case:
    """One of the grounds with every fact chosen, and words for it."""

    def one_of(choices: Sequence[str]) -> str:
        return data.draw(st.sampled_from(choices))

    ground = data.draw(st.sampled_from(GROUNDS))
    name = ground.called or one_of(corpus.policies[ground.policy].also_called)
    facts = {fact: one_of(choices) for fact, choices in ground.choices.items()}
    words = {fact: one_of(spoken(corpus.vocabulary, fact, value)) for fact, value in facts.items()}
    figure = data.draw(st.integers(1, 3_000) | st.integers(1, MOST // 100).map(lambda hundreds: hundreds * 100))
    facts[ground.bill] = str(figure)
    words[ground.bill] = one_of(names_of(corpus.vocabulary, ground.bill)) + one_of(amounts_of(figure))
    return Case(ground, name, facts, words)


def names_of(vocabulary: Vocabulary, bill: str) -> tuple[str, ...]:
    """What the vocabulary calls an amount, in words that say nothing of the kind of care besides."""
    return tuple(name for name in vocabulary.facts[bill].says if not any(care in name for care in ("住院", "门诊")))


def spoken(vocabulary: Vocabulary, fact: str, value: str) -> tuple[str, ...]:
    """A choice in the words of the vocabulary."""
    return (value, *(word for word in vocabulary.facts[fact].choices[value].says if len(word) > 1))


@given(data=st.data())
@settings(quickly, max_examples=200)
def test_everything_in_one_sentence_comes_to_the_engines_answer(data: st.DataObject, assistant: Assistant) -> None:
    case = a_case(data, assistant.library.corpus)
    parts = data.draw(st.permutations([case.name, *case.words.values()]))
    between = data.draw(st.sampled_from(BETWEEN))
    sentence = data.draw(st.sampled_from(OPENING)) + between.join(parts) + "," + data.draw(st.sampled_from(ASKING))
    holds(assistant, case, case.facts, [sentence])


@given(data=st.data())
@settings(quickly, max_examples=100)
def test_answering_as_asked_comes_to_the_engines_answer(data: st.DataObject, assistant: Assistant) -> None:
    case = a_case(data, assistant.library.corpus)
    said = data.draw(st.sets(st.sampled_from(sorted(case.words))))
    told = {fact: case.facts[fact] for fact in case.facts if fact in said}
    opening = data.draw(st.permutations([case.name, *(case.words[fact] for fact in told)]))
    turns = [",".join(opening) + ",能报多少"]
    while (reply := talk(assistant, turns)).kind == "clarify":
        asked = reply.missing[0]
        assert asked not in told, f"asked again for {asked}: {turns}"
        assert asked in case.facts, f"asked for {asked}, which cannot matter: {turns}"
        told[asked] = case.facts[asked]
        bare = asked == case.ground.bill and data.draw(st.booleans())
        turns.append(case.facts[asked] if bare else case.words[asked])
    holds(assistant, case, told, turns)


@given(data=st.data())
@settings(quickly, max_examples=100)
def test_one_fact_changed_afterwards_comes_to_the_engines_answer(data: st.DataObject, assistant: Assistant) -> None:
    corpus = assistant.library.corpus
    case = a_case(data, corpus)
    fact = data.draw(st.sampled_from([*(one for one in case.ground.choices if one != "care"), case.ground.bill]))
    if fact == case.ground.bill:
        value = str(data.draw(st.integers(100, MOST)))
        words = data.draw(st.sampled_from(amounts_of(int(value))))
    else:
        value = data.draw(st.sampled_from(case.ground.choices[fact]))
        words = data.draw(st.sampled_from(spoken(corpus.vocabulary, fact, value)))
    said = ",".join([case.name, *case.words.values(), "能报多少"])
    change = data.draw(st.sampled_from(CHANGES)).format(words)
    holds(assistant, case, {**case.facts, fact: value}, [said, change])


def talk(assistant: Assistant, turns: Sequence[str]) -> Reply:
    return assistant.reply([ChatTurn(role="user", text=turn) for turn in turns])


def holds(assistant: Assistant, case: Case, told: Mapping[str, str], turns: Sequence[str]) -> None:
    """The last reply carries what the engine gives for the same facts, in the estimate and in the text."""
    expected = assistant.toolbox.estimate(case.ground.policy, told)
    reply = talk(assistant, turns)
    if not isinstance(expected, Computed):
        assert reply.estimate is None, f"{turns}: {reply.text}"
        return
    assert reply.policies == (case.ground.policy,), f"{turns}: {reply.text}"
    assert reply.estimate == expected.estimate, f"{turns}: {reply.text}"
    if expected.estimate.status == "exact":
        assert f"{Decimal(expected.estimate.amount or 0):,.2f}元" in reply.text.splitlines()[0]


@pytest.mark.parametrize("amount", ["1000块", "1千", "0.1万"])
def test_a_hospital_right_behind_an_amount_is_no_part_of_it(amount: str, assistant: Assistant) -> None:
    reply = talk(assistant, [f"岳池居民医保住院花了{amount}三甲能报多少"])
    assert reply.estimate is not None
    assert reply.estimate.amount == "247.50"  # (1000-550)*55%


REAL = [turn[:200] for file in read_questions().values() for one in file.questions for turn in one.turns]


@st.composite
def shuffled(draw: st.DrawFn) -> str:
    """Pieces of real questions in any order."""
    sources = draw(st.lists(st.sampled_from(REAL), min_size=1, max_size=3))
    size = draw(st.integers(1, 8))
    pieces = [source[start : start + size] for source in sources for start in range(0, len(source), size)]
    return "".join(draw(st.permutations(pieces)))


@given(turns=st.lists(st.one_of(st.text(min_size=1, max_size=80), shuffled()), min_size=1, max_size=3))
@example(turns=["0", "¼"])
@settings(quickly, max_examples=200)
def test_noise_breaks_nothing_and_brings_no_figure_from_nowhere(turns: list[str], assistant: Assistant) -> None:
    assume(all(turn.strip() for turn in turns))
    answer = ask(assistant, turns)
    assert answer.reply.text
    assert not unexplained(answer), f"{turns}: {answer.reply.text}"
