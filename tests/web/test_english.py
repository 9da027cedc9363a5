import json
import re

from mingbai.assistant.desk.rule_words import KINDS
from mingbai.assistant.library import NATURES
from mingbai.quiz.difficulty import DIFFICULTIES
from mingbai.quiz.item import TOPICS
from mingbai.quiz.wording import TYPE_NAMES
from mingbai.rules.statement import BASIC, FUND, PERSON, TOGETHER
from mingbai.web import words
from mingbai.web.english import ENGLISH, NEVER_ENGLISH
from mingbai.web.english_table import fields, pairs, table_json
from mingbai.web.english_terms import TERMS
from mingbai.web.quiz.english import QUIZ_ENGLISH

HAN = re.compile(r"[㐀-鿿]")
# Examples of what is typed, which is Chinese in any case.
TYPED = re.compile(r"such as [\w, ]+")


def test_every_word_of_the_page_has_its_english():
    missing = [pair.name for pair in pairs() if not pair.english]
    assert missing == [], "add a line for each to web/english.py"


def test_the_english_has_the_gaps_of_the_chinese():
    differing = [pair.name for pair in pairs() if pair.english and set(fields(pair.english)) != set(pair.fields)]
    assert differing == []


def test_the_english_is_english():
    left = [pair.name for pair in pairs() if pair.english and HAN.search(TYPED.sub("", pair.english))]
    assert left == []


def test_no_english_is_left_over_from_a_word_that_went():
    known = {pair.name.split("[")[0] for pair in pairs()}
    assert set(ENGLISH | QUIZ_ENGLISH) - known == set()
    assert {name for name in NEVER_ENGLISH if not hasattr(words, name)} == set()


def test_one_chinese_word_has_one_english():
    english: dict[str, set[str]] = {}
    for pair in pairs():
        english.setdefault(pair.chinese, set()).add(pair.english or "")
    assert {chinese: several for chinese, several in english.items() if len(several) > 1} == {}


def test_what_other_rooms_name_on_the_page_has_its_english():
    named = [*KINDS.values(), *NATURES.values(), *DIFFICULTIES.values(), *TOPICS.values(), *TYPE_NAMES.values()]
    known = TERMS | {pair.chinese: pair.english for pair in pairs()}
    assert [one for one in (*named, PERSON, FUND, BASIC, TOGETHER) if one not in known] == []


def test_a_word_of_the_page_is_not_said_twice():
    assert set(TERMS) & {pair.chinese.strip() for pair in pairs()} == set()
    assert [one for one in TERMS.values() if HAN.search(one.replace("三甲", ""))] == []


def test_a_word_without_english_is_found_wherever_it_stands():
    chinese = {"A": "一", "B": ("二", "三"), "C": {"x": "四", "y": "five"}, "LIMIT": 5}
    english = {"A": "one", "B": ("two",), "C": {"y": "five"}}
    assert [pair.name for pair in pairs(chinese, english) if not pair.english] == ["B[1]", "C[x]"]


def test_a_sentence_with_gaps_is_filled_in_its_own_order():
    templates = json.loads(table_json())["templates"]
    filled = words.PRINTED_FROM.format(title="某地（试行）", year="2013年度", version="v1").strip()
    hits = [(re.fullmatch(pattern, filled, re.DOTALL), english) for pattern, english in templates]
    found, english = next((found, english) for found, english in hits if found)
    assert english.format(*found.groups()) == "Based on 某地（试行） · 2013年度 · corpus version v1 · printed on"


def test_the_table_cannot_end_the_script_it_stands_in():
    assert "<" not in table_json()
