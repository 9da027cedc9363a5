"""What several statements of one bill have in common, and what stays open."""

from decimal import Decimal

from mingbai.rules.statement import FUND, OPEN, PERSON, Line, certain, total


def line(label: str, amount: str, payer: str = PERSON, clause: str = "c1") -> Line:
    return Line(label, "…", Decimal(amount), payer, clause)


def test_the_sum_of_all_or_of_one_payer() -> None:
    lines = (line("起付线", "100.00"), line("医保报销", "450.50", FUND), line("按比例自付", "449.50"))
    assert total(lines) == Decimal("1000.00")
    assert total(lines, PERSON) == Decimal("549.50")
    assert total(lines, FUND) == Decimal("450.50")
    assert total(lines, OPEN) == total(()) == 0


def test_one_statement_is_certain() -> None:
    lines = (line("起付线", "100.00"), line("医保报销", "450.00", FUND))
    assert certain([lines], "c9") == lines


def test_of_two_each_line_is_granted_at_its_smaller_amount() -> None:
    one = (line("起付线", "100.00"), line("医保报销", "450.00", FUND), line("按比例自付", "450.00"))
    other = (line("起付线", "100.00"), line("医保报销", "720.00", FUND), line("按比例自付", "180.00"))
    granted = certain([one, other], "c9")
    assert [(one.label, str(one.amount), one.payer, one.clause) for one in granted] == [
        ("起付线", "100.00", PERSON, "c1"),
        ("医保报销", "450.00", FUND, "c1"),
        ("按比例自付", "180.00", PERSON, "c1"),
        ("由谁付未定", "270.00", OPEN, "c9"),  # 1000 - 100 - 450 - 180
    ]
    assert [one.formula for one in granted[:3]] == ["…", "…,至少这些", "…,至少这些"]


def test_a_line_that_one_of_them_lacks_is_open() -> None:
    granted = certain([(line("起付线", "300.00"),), (line("医保报销", "300.00", FUND),)], "c9")
    assert [(one.label, str(one.amount)) for one in granted] == [("由谁付未定", "300.00")]


def test_where_only_the_clause_differs_the_line_is_certain() -> None:
    one, other = line("医保报销", "450.00", FUND), line("医保报销", "450.00", FUND, clause="c2")
    assert certain([(one,), (other,)], "c9") == (one,)


def test_what_one_payer_bears_in_every_statement_under_other_lines_is_not_open() -> None:
    one = (line("起付线", "300.00"), line("医保报销", "700.00", FUND))
    other = (line("按比例自付", "300.00"), line("医保报销", "700.00", FUND))
    granted = certain([one, other], "c9")
    assert [(one.label, str(one.amount), one.payer) for one in granted] == [
        ("医保报销", "700.00", FUND),
        ("其余自付", "300.00", PERSON),
    ]


def test_lines_of_one_name_are_matched_one_by_one() -> None:
    twice = (line("定额补助", "100.00", FUND), line("定额补助", "400.00", FUND))
    assert [str(one.amount) for one in certain([twice, twice], "c9")] == ["100.00", "400.00"]
