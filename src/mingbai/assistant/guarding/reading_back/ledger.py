"""Whether a segment says of money what the ledger of an estimate says: each figure with its payer and its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mingbai.assistant.guarding.claims import rates
from mingbai.assistant.guarding.reading_back.lexicon import Lexicon, Token
from mingbai.assistant.guarding.reading_back.plain_words import (
    AT_LEAST,
    AT_MOST,
    BEAR,
    BILL,
    CAP,
    DEDUCTIBLE,
    DIFFERENCE,
    EQUALS,
    OTHER_READING,
    OWN,
    PART,
    PAY,
    PAYER,
    PLAIN,
    RATE,
    REST,
    SPEAKING,
    TAKEN_OFF,
    TIMES,
    USUAL,
)
from mingbai.assistant.guarding.reading_back.segments import Figure, Segment, canonical
from mingbai.assistant.outcome import Compared, Computed
from mingbai.assistant.sums.comparing import differences
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.statement import FUND, PERSON, pays

_FUND_WORDS = ("医保基金", "医保", "基金", "统筹基金")
_LABEL, _LINE = "label", "line:"
_PAID, _OWN_ALL, _OWN_LINE, _TO_BILL, _LEFT = "paid", "own all", "own line", "bill", "left"
_PAID_LINE, _FREE, _RATE_PAID, _RATE_OWN, _YEAR = "paid line", "deductible", "rate paid", "rate own", "year"
# What a word may say of a figure; a word that says none of this of the figures beside it is a lie about them.
_SAYS = {
    PAY: {_PAID, _PAID_LINE, _RATE_PAID},
    PAYER: {_PAID, _PAID_LINE, _RATE_PAID},
    OWN: {_OWN_ALL, _OWN_LINE, _FREE, _RATE_OWN},
    DEDUCTIBLE: {_FREE},
    CAP: set(),
    BILL: {_TO_BILL},
    REST: {_LEFT, _RATE_PAID, _RATE_OWN, _OWN_ALL},
    RATE: {_RATE_PAID, _RATE_OWN},
    TAKEN_OFF: {_TO_BILL, _FREE, _LEFT},
    TIMES: {_TO_BILL, _LEFT, _RATE_PAID, _RATE_OWN},
    EQUALS: {_PAID, _PAID_LINE, _LEFT, _OWN_LINE, _OWN_ALL, _RATE_PAID, _RATE_OWN, _FREE},
    PART: {_OWN_LINE, _FREE, _PAID_LINE},
    AT_LEAST: {_PAID},
    AT_MOST: {_PAID},
    USUAL: {_PAID},
    OTHER_READING: {_PAID},
    _LABEL: {_PAID, _OWN_ALL},
}
# What has to stand beside a figure for it to be read as this: any of these words.
_EVIDENCE = {
    _PAID: {PAY, PAYER, EQUALS, _LABEL, OTHER_READING, USUAL},
    _PAID_LINE: {PAY, PAYER, EQUALS},
    _OWN_ALL: {OWN},
    _OWN_LINE: {PART, EQUALS},
    _FREE: {DEDUCTIBLE, TAKEN_OFF},
    _TO_BILL: {BILL, TAKEN_OFF, TIMES},
    _LEFT: {REST, EQUALS, TIMES},
    _RATE_PAID: {PAY, PAYER, RATE, TIMES},
    _RATE_OWN: {OWN, TIMES},
}
_UNSAID_WITHOUT_FIGURE = {PAY, PAYER, OWN, BEAR, DEDUCTIBLE, CAP, DIFFERENCE, AT_LEAST, AT_MOST}


@dataclass(frozen=True)
class _Role:
    """What a figure of the ledger is; `bound` where it is one end of what is known."""

    name: str
    figure: Figure
    line: str = ""
    payer: str = ""
    bound: str = ""
    reading: str = ""


class Ledger:
    """Reads segments by one estimate; `label` is what it is called where several are compared."""

    def __init__(self, case: Computed, vocabulary: Vocabulary, person: str, labels: Sequence[str] = ()) -> None:
        self.case = case
        self.formulas = [line.formula for line in case.estimate.lines]
        self._roles = list(_roles(case))
        payers = {line.payer for line in case.estimate.lines if pays(line.payer)}
        names = {word for payer in payers for word in _names(payer, case)}
        speaking = {kind: words.split() for kind, words in SPEAKING.items()}
        speaking[PAYER] = [*names]
        speaking[_LABEL] = [*labels]
        speaking |= {_LINE + line.label: [line.label] for line in case.estimate.lines}
        speaking[BILL] = [*speaking[BILL], *_of_bill(case)]
        self._lexicon = Lexicon(speaking, [*PLAIN.split(), *_case_words(case, vocabulary, person)])

    def reads(self, segment: Segment, before: Sequence[Segment] = ()) -> bool:
        """Whether the ledger says the same, with no word left over, after the segments `before` it in its sentence."""
        tokens = self._lexicon.read(segment.words)
        if tokens is None:
            return False
        tokens = _with_subject(tokens)
        said = {token.kind for token in tokens}
        if not segment.figures:
            return not said & _UNSAID_WITHOUT_FIGURE and not any(kind.startswith(_LINE) for kind in said)
        if DIFFERENCE in said:
            return False
        if PART in said and OWN not in said | {one.kind for part in before[-1:] for one in self.tokens(part) or ()}:
            return False  # 能报13,140元,其中起付线800元
        beside = [_beside(tokens, at) for at in range(len(segment.figures))]
        roles = [
            [role for role in self._roles if role.figure.is_same(figure) and _is_borne_out(role, near, said)]
            for figure, near in zip(segment.figures, beside, strict=True)
        ]
        if not all(roles):
            return False
        return all(_fits(token, at, tokens, roles) for at, token in enumerate(tokens) if token.figure is None)

    def tokens(self, segment: Segment) -> list[Token] | None:
        """What the words of a segment say; None where one is not known."""
        return self._lexicon.read(segment.words)

    def is_of_totals(self, segment: Segment) -> bool:
        """Whether a segment names what is paid, or what is left, in all; only the ledger itself may bear that out."""
        totals = [role for role in self._roles if role.name in (_PAID, _OWN_ALL, _OWN_LINE, _PAID_LINE, _FREE)]
        return any(role.figure.is_same(figure) and figure.values for figure in segment.figures for role in totals)


def _roles(case: Computed) -> Iterator[_Role]:
    estimate = case.estimate
    money = [(estimate.low, AT_LEAST), (estimate.high, AT_MOST)]
    if estimate.amount is not None:
        is_read_otherwise = bool(estimate.readings)
        yield _Role(_PAID, _yuan(estimate.amount), reading=USUAL if is_read_otherwise else "")
    for reading in estimate.readings:
        if reading.amount != estimate.amount:
            yield _Role(_PAID, _yuan(reading.amount), reading=OTHER_READING)
    if estimate.status != "exact":
        yield from (_Role(_PAID, _yuan(sum_), bound=bound) for sum_, bound in money if sum_ is not None)
        if estimate.low is not None and estimate.high is not None:
            yield _Role(_PAID, Figure((Decimal(estimate.low), Decimal(estimate.high)), "元"))
    else:
        yield _Role(_OWN_ALL, _yuan(estimate.own))
    deductible = Decimal(0)
    for line in estimate.lines:
        name = _PAID_LINE if pays(line.payer) else _OWN_LINE if line.payer == PERSON else ""
        if "起付" in line.label:
            name, deductible = _FREE, deductible + Decimal(line.amount)
        if name:
            yield _Role(name, _yuan(line.amount), line.label, line.payer)
            yield _Role(name, Figure((), formula=canonical(line.formula)), line.label, line.payer)
        if name in (_PAID_LINE, _OWN_LINE):
            share = _RATE_PAID if name == _PAID_LINE else _RATE_OWN
            yield from (_Role(share, Figure((rate,), "%"), line.label, line.payer) for rate in rates(line.formula))
    yield _Role(_TO_BILL, _yuan(case.bill))
    if deductible:
        yield _Role(_LEFT, _yuan(case.bill - deductible))
    yield from (_Role(_YEAR, Figure((year,), "年")) for year in _years(case))


def _yuan(amount: str | Decimal) -> Figure:
    return Figure((Decimal(amount),), "元")


def _years(case: Computed) -> Iterator[Decimal]:
    for text in (*case.warnings, case.title):
        for at in range(len(text) - 3):
            if text[at : at + 4].isdigit():
                yield Decimal(text[at : at + 4])


def _names(payer: str, case: Computed) -> Iterator[str]:
    """What a payer is called, also in the sentence with the amount (医疗救助能补)."""
    opening = case.who_pays.split("能")[0]
    if payer == FUND and opening not in (*_FUND_WORDS, "", "各项合起来"):
        yield opening
    elif payer == FUND:
        yield from _FUND_WORDS
    else:
        yield payer


def _of_bill(case: Computed) -> Iterator[str]:
    """The words for the sums of the case: 目录内自付."""
    for part in canonical(case.case).split("·"):
        words = part.strip().rstrip("0123456789.元 ")
        if words != part.strip():
            yield words


def _case_words(case: Computed, vocabulary: Vocabulary, person: str) -> Iterator[str]:
    """The words for the case: its choices as people call them, its place and scheme, what was taken for granted."""
    told = f"{case.case}\n{case.title}"
    yield from (part.strip() for part in canonical(case.case).split("·"))
    yield canonical(case.title)
    for fact in vocabulary.facts.values():
        for name, choice in fact.choices.items():
            shows = choice.shows or name
            if len(name) > 1 and shows in told:
                yield from (name, shows, *choice.says)
    for place, words in vocabulary.place_words.items():
        if place in told or any(word in told for word in words):
            yield from (place, *words)
    for scheme, words in vocabulary.schemes.items():
        if any(word in told or word in person for word in (scheme, *words)):
            yield from (one for one in (scheme, *words) if one in told or one in person)
    yield from (canonical(one) for one in (*case.assumed, *case.warnings))


def _with_subject(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with what a word for bearing means: the payer's where one is named and nobody else, else one's own."""
    said = {token.kind for token in tokens}
    meant = PAYER if PAYER in said and OWN not in said else OWN
    return [Token(meant, one.word) if one.kind == BEAR else one for one in tokens]


def _beside(tokens: Sequence[Token], figure: int) -> set[str]:
    """The kinds of the words between a figure and the figures next to it."""
    at = next(place for place, token in enumerate(tokens) if token.figure == figure)
    kinds: set[str] = set()
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(tokens) and tokens[place].figure is None:
            kinds.add(tokens[place].kind)
            place += step
    return kinds


def _is_borne_out(role: _Role, near: set[str], said: set[str]) -> bool:
    """Whether the words beside a figure say that it is this."""
    if role.name == _YEAR or role.figure.formula:
        return True
    if role.bound and role.bound not in near:
        return False
    if {AT_LEAST, AT_MOST} & said and not role.bound and role.name == _PAID:
        return False
    if role.reading == OTHER_READING and OTHER_READING not in said:
        return False
    if role.reading == USUAL and OTHER_READING in said and USUAL not in said:
        return False
    return bool(role.bound) or bool(_EVIDENCE[role.name] & near) or _LINE + role.line in near


def _fits(token: Token, at: int, tokens: Sequence[Token], roles: Sequence[Sequence[_Role]]) -> bool:
    """Whether a word says what one of the figures beside it is."""
    before = next((one.figure for one in reversed(tokens[:at]) if one.figure is not None), None)
    after = next((one.figure for one in tokens[at + 1 :] if one.figure is not None), None)
    near = [role for figure in (before, after) if figure is not None for role in roles[figure]]
    if token.kind.startswith(_LINE):
        return any(role.line == token.kind.removeprefix(_LINE) for role in near)
    return any(role.name in _SAYS[token.kind] for role in near)


def says_difference(segment: Segment, outcome: Compared, ledgers: Sequence[Ledger]) -> bool:
    """Whether a segment says rightly which of those compared gets more, by how much, or only what lies between."""
    if len(segment.figures) != 1 or len(outcome.cases) != 2 or not segment.figures[0].values:
        return False
    figure = segment.figures[0]
    if figure.values[0] not in set(differences(outcome)) or figure.unit not in ("", "元"):
        return False
    tokens = ledgers[0].tokens(segment)
    if tokens is None or {one.kind for one in tokens if one.figure is None} - {DIFFERENCE, _LABEL, PAY, EQUALS}:
        return False
    amounts = {label: case.estimate.amount for label, case in outcome.cases}
    if None in amounts.values():
        return False
    paid = {label: Decimal(str(amount)) for label, amount in amounts.items()}
    low, high = sorted(paid.values())
    if figure.values[0] != high - low:
        return False
    word = next((one.word for one in tokens if one.kind == DIFFERENCE), "")
    named = [one.word for one in tokens if one.kind == _LABEL]
    if word in ("差", "相差"):
        return True
    if not named or not word:
        return False
    return paid.get(named[0]) == (low if word == "少" else high)
