"""What a household pays together: the total with each person's part, or what it turns on where somebody is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from mingbai.assistant.households.people import ADULT, CHILD, PUPIL, Household, Member, Option, Persons
from mingbai.assistant.leads.question import Lead
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.premium import PremiumRow, premiums
from mingbai.rules.stated import Stated, stated

PAYER = "个人"
_WAYS = 4
"""So many ways in which open persons may turn out are told one by one, more as the least and the most."""


@dataclass(frozen=True)
class _Way:
    """One way in which the open persons may turn out: who is what, and what would be said of them."""

    each: tuple[tuple[Persons, Member], ...]
    says: str


class FamilyPremiums:
    """What the persons of a household pay under one table of premiums, for one case (without group and hardship)."""

    def __init__(self, table: Stated[PremiumRule], vocabulary: Vocabulary, case: Case, text: str) -> None:
        self._table, self._vocabulary, self._case = table, vocabulary, case
        self._is_yearless = _is_yearless(table, text)
        self._extras = () if self._is_yearless else _extras(table, text)
        self.rows: dict[PremiumRow, None] = {}
        self.lacks_some = False
        """Whether the table has no figure for somebody, once the lead was worked out."""

    def lead(self, house: Household, years: Sequence[int]) -> Lead | None:
        """The totals of the years asked about, else of all with figures; None where nobody's premium is written."""
        lines = [line for year in years or self._years() or (None,) for line in self._of_year(house, year)]
        if not self.rows:
            return None
        lines += house.left_out
        lines += self._left_open(house, years)
        clauses = dict.fromkeys(clause for row in self.rows for clause in row.clauses)
        return Lead("\n".join(lines), tuple(clauses))

    def _of_year(self, house: Household, year: int | None) -> Iterator[str]:
        ways = self._ways(house.paying, year)
        if len(ways) > _WAYS:
            yield self._range(ways, year)
            return
        usual = next((one for one in ways if not one.says), None)
        for way in ways:
            yield from self._of_way(house, way, year, is_first=way is (usual or ways[0]))

    def _of_way(self, house: Household, way: _Way, year: int | None, *, is_first: bool) -> Iterator[str]:
        """The total of a year for one way, with each person's part where it is the first."""
        paid = [(one, self._row(member, year)) for one, member in way.each]
        known = [(one, row) for one, row in paid if row is not None]
        self.rows |= {row: None for _, row in known}
        when = f"{year}年" if year else ""
        if len(known) < len(paid):
            self.lacks_some = True
            yield self._unwritten(paid, known, way, when)
            return
        total, formula = _summed(known)
        told_of = short(sum((one.count for one, _ in known), Decimal(0)))
        whole = f"说到的{told_of}人" if house.untold else "合计" if way.says else "一共"
        yield f"- **{when}{whole}{f',{way.says}的话' if way.says else ''}**:个人{words(total)}({formula})"
        if is_first and len(known) > 1:
            yield "- 各人:" + "、".join(f"{_called(one)}{_own(row)}" for one, row in known)
        if is_first:
            yield from self._with_extras(way, total, when)
            yield from _by_others(known)

    def _with_extras(self, way: _Way, total: Decimal, when: str) -> Iterator[str]:
        """What all pay with an insurance named that is paid apart (每年另交60元的大额), whoever it is for."""
        for extra in self._extras:
            rows = [(one, self._extra_row(extra, member)) for one, member in way.each]
            paying = [(one, row) for one, row in rows if row is not None]
            if paying:
                self.rows |= {row: None for _, row in paying}
                more, formula = _summed(paying)
                who = "、".join(one.words for one, _ in paying)
                added = f"{short(total)}+{formula}"
                yield f"- **{when}{who}再加{extra.rule.name}**:一共个人{words(total + more)}({added})"

    def _extra_row(self, extra: Stated[PremiumRule], member: Member) -> PremiumRow | None:
        found = premiums(extra.policy, self._vocabulary, self._case.with_facts(**member.facts)).rows
        rows = [row for row in found if row.name == extra.rule.name and _figure(row) is not None]
        return rows[0] if len(rows) == 1 else None

    def _unwritten(
        self,
        paid: Sequence[tuple[Persons, PremiumRow | None]],
        known: Sequence[tuple[Persons, PremiumRow]],
        way: _Way,
        when: str,
    ) -> str:
        lacking = "、".join(dict.fromkeys(one.words for one, row in paid if row is None))
        said = f"{way.says}的话," if way.says else ""
        rest = ""
        if known:
            total, formula = _summed(known)
            rest = f";别的人一共个人{words(total)}({formula})"
        return f"- {when}{':' if when else ''}{said}没有给每个人都写数,加不起来({lacking}交多少没有写){rest}"

    def _range(self, ways: Sequence[_Way], year: int | None) -> str:
        """The least and the most of many ways."""
        totals = []
        for way in ways:
            rows = [(one, self._row(member, year)) for one, member in way.each]
            known = [(one, row) for one, row in rows if row is not None]
            self.rows |= {row: None for _, row in known}
            if len(known) == len(rows):
                totals.append(_summed(known)[0])
        when = f"{year}年" if year else ""
        if not totals:
            return f"- {when}{':' if when else ''}没有给每个人都写数,加不起来"
        return f"- **{when}一共**:个人{words(min(totals))}到{words(max(totals))}"

    def _left_open(self, house: Household, years: Sequence[int]) -> Iterator[str]:
        """The one question that would settle the total: who somebody is, or who else lives there."""
        open_ = [one.words for one in house.paying if one.member is None and self._differ(one, years)]
        if open_:
            yield f"- 说一声{'、'.join(dict.fromkeys(open_))}是哪一种,就能定下来"
        if house.untold:
            yield f"- 还有{short(house.untold)}人没说是谁(大人、上学的还是没上学的),加上才是全家的"
            for year in years or self._years() or (None,):
                rows = (self._row(Member(group), year) for group in (ADULT, PUPIL, CHILD))
                self.rows |= {row: None for row in rows if row is not None}

    def _differ(self, one: Persons, years: Sequence[int]) -> bool:
        return any(
            len({_figure(self._row(option.member, year)) for option in one.options}) > 1
            for year in years or self._years() or (None,)
        )

    def _ways(self, persons: Sequence[Persons], year: int | None) -> list[_Way]:
        """All ways in which persons may turn out whose premium differs by it, the usual one first."""
        options = [self._that_differ(one, year) for one in persons]
        found = []
        for chosen in product(*options):
            each = tuple((one, option.member) for one, option in zip(persons, chosen, strict=True))
            is_usual = all(
                not one.is_usual or option is one.options[0] for one, option in zip(persons, chosen, strict=True)
            )
            told = [
                f"{one.words}{option.says}"
                for one, option, own in zip(persons, chosen, options, strict=True)
                if len(own) > 1 and not (one.is_usual and is_usual)
            ]
            found.append(_Way(each, "、".join(told)))
        return found

    def _that_differ(self, one: Persons, year: int | None) -> tuple[Option, ...]:
        """The options of a person that lead to another premium than those before them."""
        kept: dict[object, Option] = {}
        for option in one.options:
            kept.setdefault(_figure(self._row(option.member, year)), option)
        return tuple(kept.values())

    def _years(self) -> tuple[int, ...]:
        """The years that the tables know for anybody."""
        return () if self._is_yearless else premiums(self._table.policy, self._vocabulary, self._case).years

    def _row(self, member: Member, year: int | None) -> PremiumRow | None:
        """The one row that fits a person in a year, where it says what they pay themselves."""
        case = self._case.with_facts(**member.facts)
        fitting = premiums(self._table.policy, self._vocabulary, case, year).rows
        if self._is_yearless:  # 每年另交60元 is of no year, and a matter of its own
            rows = [row for row in fitting if row.name == self._table.rule.name]
        else:
            rows = [row for row in fitting if row.year == year]
        return rows[0] if len(rows) == 1 and _figure(rows[0]) is not None else None


def _is_yearless(table: Stated[PremiumRule], text: str) -> bool:
    """Whether a table of no year is the one meant: no other of its policy has years, or a question names it."""
    others = (group for one in stated(table.policy, PremiumRule) for group in one.rule.groups)
    is_only = all(group.year is None for group in others)
    is_named = table.rule.premium[:2] in text
    return is_only or (is_named and all(group.year is None for group in table.rule.groups))


def _extras(table: Stated[PremiumRule], text: str) -> tuple[Stated[PremiumRule], ...]:
    """The other tables of a policy, of no year, whose name a question has: an insurance that is paid apart (大额)."""
    others = (one for one in stated(table.policy, PremiumRule) if one.rule is not table.rule)
    return tuple(
        one for one in others if one.rule.name[:2] in text and all(group.year is None for group in one.rule.groups)
    )


def is_by_person(rule: PremiumRule) -> bool:
    """Whether a table tells persons of one household apart, by their group or their hardship."""
    return any({"insured", "hardship"} & {**rule.when, **group.when}.keys() for group in rule.groups)


def _figure(row: PremiumRow | None) -> Decimal | None:
    """What a person pays themselves by a row."""
    own = [one.amount for one in row.payments if one.payer == PAYER] if row else []
    return own[0] if len(own) == 1 else None


def _summed(known: Sequence[tuple[Persons, PremiumRow]]) -> tuple[Decimal, str]:
    """What all pay themselves, with the sum: those of one row counted together."""
    heads: dict[PremiumRow, Decimal] = {}
    for one, row in known:
        heads[row] = heads.get(row, Decimal(0)) + one.count
    total = sum(((_figure(row) or Decimal(0)) * many for row, many in heads.items()), Decimal(0))
    return total, "+".join(f"{short(_figure(row) or Decimal(0))}×{short(many)}" for row, many in heads.items())


def _called(one: Persons) -> str:
    return f"{one.words}每人" if one.count > 1 else one.words


def _own(row: PremiumRow) -> str:
    figure = _figure(row)
    return f"{short(figure)}元" if figure else "不用交"


def _by_others(known: Sequence[tuple[Persons, PremiumRow]]) -> Iterator[str]:
    """What the state and others pay for all of them, where every figure is written."""
    paid: dict[str, Decimal] = {}
    for one, row in known:
        for payment in row.payments:
            if payment.amount is None:
                return
            if payment.payer != PAYER:
                paid[payment.payer] = paid.get(payment.payer, Decimal(0)) + payment.amount * one.count
    if paid:
        parts = "、".join(f"{payer}{short(amount)}元" for payer, amount in paid.items())
        total = sum(paid.values(), Decimal(0))
        by = "财政" if all("财政" in payer for payer in paid) else "、".join(paid)
        yield f"- {by}给他们一共补{words(total)}" + (f"({parts})" if len(paid) > 1 else "")
