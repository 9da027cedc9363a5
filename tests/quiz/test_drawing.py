"""Drawing a quiz: the same wish gives the same quiz, ids outlive the corpus, wishes that cannot be met are told so."""

import shutil
import time
from pathlib import Path

import pytest

from mingbai.corpus.reader import read_corpus
from mingbai.quiz.bank import Bank
from mingbai.quiz.errors import ItemCountError, QuizError, UnknownPolicyError, UnknownTopicError
from mingbai.quiz.item import Item

from ..conftest import CORPUS

CHONGQING = "chongqing-resident-2013"


def test_same_seed_gives_the_same_quiz(bank: Bank) -> None:
    again = Bank(bank.shelf.corpus)
    assert bank.quiz([CHONGQING], 30, seed=5) == again.quiz([CHONGQING], 30, seed=5)


def test_other_seed_gives_another_quiz(bank: Bank) -> None:
    one, other = (bank.quiz([CHONGQING], 30, seed=seed) for seed in (5, 6))
    assert [item.id for item in one.items] != [item.id for item in other.items]


def test_order_in_which_policies_are_named_does_not_matter(bank: Bank) -> None:
    both = [CHONGQING, "yuechi-resident-2009"]
    assert bank.quiz(both, 20, seed=1) == bank.quiz(both[::-1], 20, seed=1)


def test_nothing_is_asked_twice_in_a_quiz(bank: Bank) -> None:
    items = bank.quiz([CHONGQING], 300, seed=1).items
    assert len({item.id for item in items}) == len({item.question for item in items}) == 300


def test_only_named_policies_and_topics_are_asked_about(bank: Bank) -> None:
    items = bank.quiz([CHONGQING, "wujiang-catastrophic"], 20, seed=2, topics=["时限", "share"]).items
    assert {item.topic for item in items} == {"deadline", "share"}
    assert {item.policy for item in items} == {CHONGQING, "wujiang-catastrophic"}


def test_topics_of_a_policy_are_those_it_has_rules_for(bank: Bank) -> None:
    assert bank.topics(["xiuning-resident"]).keys() >= {"eligibility", "unsaid"}
    assert "premium" not in bank.topics(["xiuning-resident"])


@pytest.mark.timed
def test_fifty_items_are_made_in_300_ms(bank: Bank) -> None:
    bank = Bank(bank.shelf.corpus)
    bank.quiz(items=50, seed=0)
    times = []
    for seed in range(5):
        began = time.process_time()
        bank.quiz(items=50, seed=1000 + seed)
        times.append(time.process_time() - began)
    assert sorted(times)[len(times) // 2] < 0.3


@pytest.mark.parametrize(
    ("wish", "error", "said"),
    [
        ({"items": 0}, ItemCountError, "1或更大"),
        ({"items": -3}, ItemCountError, "-3"),
        ({"policies": ["xiuning-resident"], "items": 9999}, ItemCountError, "最多能出"),
        ({"policies": ["nirgends"]}, UnknownPolicyError, "chongqing-resident-2013"),
        ({"policies": ["town-hospital-plan"]}, UnknownPolicyError, "town-hospital-plan"),
        ({"topics": ["天气"]}, UnknownTopicError, "报销比例(share)"),
        ({"policies": ["xiuning-resident"], "topics": ["缴费"]}, ItemCountError, "没有能出题的规则"),
    ],
)
def test_wish_that_cannot_be_met_gets_a_clear_word(
    bank: Bank, wish: dict[str, object], error: type[QuizError], said: str
) -> None:
    with pytest.raises(error, match=said.replace("(", r"\(").replace(")", r"\)")):
        bank.quiz(**wish)  # type: ignore[arg-type]


def test_as_many_as_there_are_can_be_had(bank: Bank) -> None:
    with pytest.raises(ItemCountError) as caught:
        bank.quiz(["xiuning-resident"], 9999)
    most = int(str(caught.value).split("最多能出")[1].split("题")[0])
    assert len(bank.quiz(["xiuning-resident"], most).items) == most
    with pytest.raises(ItemCountError):
        bank.quiz(["xiuning-resident"], most + 1)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """The corpus with one share of the Chongqing inpatient rule raised from 45% to 46%, and nothing else."""
    folder = tmp_path_factory.mktemp("corpus") / "corpus"
    shutil.copytree(CORPUS, folder)
    file = folder / "policies" / f"{CHONGQING}.md"
    before, rule, after = _around(file.read_text(encoding="utf-8"))
    file.write_text(before + rule.replace("三级: 45%", "三级: 46%") + after, encoding="utf-8")
    return Bank(read_corpus(folder))


def _around(text: str) -> tuple[str, str, str]:
    start = text.index("estimate: 住院\n")
    end = text.index("```", start)
    return text[:start], text[start:end], text[end:]


def _items(bank: Bank, *topics: str) -> dict[str, Item]:
    prompts = [one for one in bank.prompts(CHONGQING) if one.topic in topics]
    return {prompt.id: item for prompt in prompts if (item := prompt.item())}


def test_ids_stay_while_the_rule_is_unchanged(bank: Bank, changed: Bank) -> None:
    before, after = ({(one.id, one.clause.id) for one in which.prompts(CHONGQING)} for which in (bank, changed))
    assert {clause for _, clause in before ^ after} == {"inpatient"}
    assert len(before & after) > 400


def test_a_changed_rate_changes_the_key_by_itself(bank: Bank, changed: Bank) -> None:
    asked = "住院,参保档次是二档,三级医院,报销比例是多少"
    keys = [
        next(item.answer for item in _items(which, "share").values() if asked in item.question)
        for which in (bank, changed)
    ]
    assert keys == ["45%", "46%"]


def test_words_for_finding_a_rule_do_not_change_its_ids(bank: Bank, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    shutil.copytree(CORPUS, folder)
    file = folder / "policies" / f"{CHONGQING}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("says: [保费, 交多少钱]", "says: [保费, 交多少钱, 要交的钱]"), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != text
    other = Bank(read_corpus(folder))
    assert {one.id for one in bank.prompts(CHONGQING)} == {one.id for one in other.prompts(CHONGQING)}
