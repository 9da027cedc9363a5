"""What is said of an answer is kept whole, masked, once for each answer, whoever says something beside."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from mingbai.feedback.opinion import Opinion
from mingbai.feedback.opinions import Opinions
from mingbai.feedback.tables import Base
from mingbai.quiz.store.school import School
from mingbai.quiz.store.tables import Base as QuizBase

BEGUN = datetime(2026, 3, 1, 8, tzinfo=UTC)
OPINION = Opinion(
    about="a" * 32,
    thumb="useless",
    question="重庆居民医保二档,三级医院住院花了3万,能报多少?",
    answer="能报 **13,140.00元**。",
    policies=("chongqing-resident-2013",),
    clauses=("chongqing-resident-2013#inpatient", "chongqing-resident-2013#deductible"),
    corpus="24601042f52a",
    reason="figure",
    words="我算的是13000",
)

# The store as the first migration left it.
FIRST_TABLE = (
    "CREATE TABLE feedback_version (version_num VARCHAR(32) PRIMARY KEY)",
    "INSERT INTO feedback_version VALUES ('0001')",
    "CREATE TABLE feedback_opinion (about VARCHAR(32) PRIMARY KEY, said_at DATETIME NOT NULL, thumb VARCHAR(16) NOT "
    "NULL, reason VARCHAR(16), words TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, policies TEXT NOT "
    "NULL, clauses TEXT NOT NULL, corpus VARCHAR(64) NOT NULL)",
    "INSERT INTO feedback_opinion VALUES ('b', '2026-01-01 08:00:00', 'useful', NULL, '', '问', '答', '', '', 'c')",
)


class Clock:
    """A clock that goes on by a minute whenever it is read."""

    def __init__(self) -> None:
        self.time = BEGUN

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'feedback.sqlite3'}"


@pytest.fixture
def opinions(url: str) -> Opinions:
    made = Opinions(url, Clock())
    yield made
    made.engine.dispose()


def said(opinions: Opinions, **filters: str) -> list[str]:
    return [kept.opinion.about for kept in opinions.newest(**filters)]


def test_migrations_make_the_table_the_program_uses(opinions: Opinions) -> None:
    made = inspect(opinions.engine)
    for table in Base.metadata.sorted_tables:
        columns = {one["name"]: one["nullable"] for one in made.get_columns(table.name)}
        assert columns == {column.name: column.nullable for column in table.columns}


def test_an_opinion_is_read_back_as_it_was_said(opinions: Opinions) -> None:
    opinions.keep(OPINION)
    (kept,) = opinions.newest()
    assert kept.opinion == OPINION
    assert kept.said_at == BEGUN + timedelta(minutes=1)


def test_a_store_opened_again_keeps_everything(url: str) -> None:
    for about in ("one", "two"):
        opened = Opinions(url, Clock())
        opened.keep(replace(OPINION, about=about))
        opened.engine.dispose()
    assert sorted(said(Opinions(url, Clock()))) == ["one", "two"]


def test_who_changes_their_mind_is_counted_once(opinions: Opinions) -> None:
    opinions.keep(OPINION)
    opinions.keep(replace(OPINION, thumb="useful", reason=None, words=""))
    (kept,) = opinions.newest()
    assert (kept.opinion.thumb, kept.opinion.reason, kept.opinion.words) == ("useful", None, "")
    assert opinions.count().thumbs == {"useful": 1, "useless": 0}


def test_what_is_taken_back_is_gone(opinions: Opinions) -> None:
    opinions.keep(OPINION)
    opinions.withdraw(OPINION.about)
    assert opinions.newest() == ()


@pytest.mark.parametrize(
    ("private", "masked"),
    [
        ("身份证 510922198001011234 的", "身份证 [身份证号] 的"),
        ("打13812345678找我", "打[手机号]找我"),
        ("卡号6222 0212 3456 7890 123", "卡号[银行卡号]"),
    ],
)
def test_private_numbers_are_masked_in_every_text(opinions: Opinions, private: str, masked: str) -> None:
    given = replace(OPINION, question=private, answer=private, words=private)
    kept = opinions.keep(given)
    assert (kept.question, kept.answer, kept.words) == (masked, masked, masked)
    assert opinions.newest()[0].opinion == kept


def test_a_private_number_at_the_end_of_what_fits_is_masked_and_not_cut_in_two(opinions: Opinions) -> None:
    # the number begins ten characters before the two hundredth: cut first, its ten digits would stay
    kept = opinions.keep(replace(OPINION, words="字" * 190 + "13812345678"))
    assert kept.words == "字" * 190 + "[手机号]"


def test_length_is_bounded(opinions: Opinions) -> None:
    kept = opinions.keep(replace(OPINION, words="字" * 5000, question="字" * 5000, answer="字" * 50_000))
    assert (len(kept.words), len(kept.question), len(kept.answer)) == (200, 500, 6000)


class TestReading:
    @pytest.fixture(autouse=True)
    def _three(self, opinions: Opinions) -> None:
        opinions.keep(replace(OPINION, about="first"))
        opinions.keep(replace(OPINION, about="second", thumb="useful", reason=None))
        opinions.keep(replace(OPINION, about="third", reason="long", policies=("yuechi-resident-2009", "beijing")))

    def test_the_newest_stands_first_and_no_more_than_asked(self, opinions: Opinions) -> None:
        assert said(opinions) == ["third", "second", "first"]
        assert said(opinions, most=2) == ["third", "second"]

    def test_by_thumb_and_by_policy(self, opinions: Opinions) -> None:
        assert said(opinions, thumb="useless") == ["third", "first"]
        assert said(opinions, policy="chongqing-resident-2013") == ["second", "first"]
        assert said(opinions, thumb="useless", policy="chongqing-resident-2013") == ["first"]
        assert said(opinions, policy="beijing") == ["third"]

    @pytest.mark.parametrize("part", ["chongqing", "beij", "%", "_", ""])
    def test_a_part_of_a_name_is_no_policy(self, opinions: Opinions, part: str) -> None:
        assert len(said(opinions, policy=part)) == (0 if part else 3)

    def test_counts_follow_the_filters(self, opinions: Opinions) -> None:
        every = opinions.count()
        assert (every.thumbs, every.reasons) == ({"useful": 1, "useless": 2}, {"figure": 1, "long": 1})
        assert opinions.count(policy="beijing").thumbs == {"useful": 0, "useless": 1}

    def test_the_policies_of_which_something_was_said(self, opinions: Opinions) -> None:
        assert opinions.policies() == ("beijing", "chongqing-resident-2013", "yuechi-resident-2009")


def test_people_at_once_lose_nothing(url: str) -> None:
    several = [Opinions(url, lambda: datetime.now(UTC)) for _ in range(4)]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda n: several[n % 4].keep(replace(OPINION, about=str(n))), range(80)))
    assert sorted(map(int, said(several[0]))) == list(range(80))


def test_the_same_answer_said_of_at_once_is_kept_once(url: str) -> None:
    several = [Opinions(url, lambda: datetime.now(UTC)) for _ in range(4)]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda n: several[n % 4].keep(OPINION), range(40)))
    assert said(several[0]) == [OPINION.about]


def test_it_shares_a_database_with_the_quiz(url: str) -> None:
    opinions = Opinions(url, Clock())
    opinions.keep(OPINION)
    engine = School(url, Clock()).engine
    assert {table.name for table in QuizBase.metadata.sorted_tables} <= set(inspect(engine).get_table_names())
    assert said(Opinions(url, Clock())) == [OPINION.about]


def test_the_questions_before_are_kept_masked_cut_and_only_the_last_of_them(opinions: Opinions) -> None:
    # six at most, 120 characters each: the longest loses its end for a mark
    asked = (*(f"第{number}问" for number in range(7)), "我的手机13812345678\n" + "长" * 200)
    opinions.keep(replace(OPINION, earlier=asked))
    kept = opinions.newest()[0].opinion.earlier
    assert kept[:5] == ("第2问", "第3问", "第4问", "第5问", "第6问")
    # "我的手机[手机号] " is ten characters, then 109 of the long word, then the mark: 120
    assert kept[5:] == ("我的手机[手机号] " + "长" * 109 + "…",)


def test_opinions_said_before_the_questions_before_were_kept_stay(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in FIRST_TABLE:
            connection.execute(text(statement))
    engine.dispose()
    opinions = Opinions(url, Clock())
    (kept,) = opinions.newest()
    assert (kept.opinion.question, kept.opinion.earlier) == ("问", ())
    opinions.engine.dispose()
