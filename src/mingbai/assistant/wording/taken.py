"""What was taken for granted in reading the person's words, said under the answer so that nothing is so in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.conversation.left_unused import left_unused
from mingbai.assistant.conversation.state import State
from mingbai.assistant.library import Library
from mingbai.assistant.reply import Reply
from mingbai.assistant.sums.paid_down import settled
from mingbai.corpus.models import Policy
from mingbai.language.numbers.amounts import numbers_in
from mingbai.money import words

_ANSWERS = ("estimate", "documents", "procedure", "eligibility", "fact")
_UNNAMED = "某"


class Taken:
    """Adds one line on amounts that were only about so much and on places that are not quite the policy's own."""

    def __init__(self, library: Library) -> None:
        self._policies = library.corpus.policies
        self._books = library.books
        self._facts = library.corpus.vocabulary.facts

    def noted(self, reply: Reply, state: State, earlier: Sequence[str]) -> Reply:
        """The reply with what was assumed; `earlier` are the texts before it, in which places need saying once."""
        first = self._policies.get(reply.policies[0]) if reply.policies else None
        if reply.kind == "clarify" and first and not state.documents and state.policy == first.id:
            return reply.model_copy(update={"text": f"{reply.text}\n\n(您说的只有《{first.title}》里有,先按它说)"})
        if reply.kind not in _ANSWERS or not reply.policies:
            return reply
        places = [one for one in self._of_places(reply, state) if not any(one in text for text in earlier)]
        notes = [
            *_of_doubt(reply, state),
            *(state.beside if reply.estimate else ()),
            *(self._of_amounts(reply, state) if reply.estimate else ()),
        ]
        notes += [*(self._of_unheard(state) if reply.estimate else ())]
        notes += left_unused(reply, state, self._facts, self._books)
        notes += [*(self._of_heard(reply, state) if reply.estimate else ()), *places]
        first = self._policies.get(reply.policies[0])
        if not state.documents and first and first.kind == "policy" and first.title not in reply.text:
            notes.append(f"您没说是哪里的医保,这是《{first.title}》里写的")
        if first and first.nature == "advertisement" and "广告" not in reply.text:
            notes.append("这是医院自己的广告里说的,不是医保的规定")
        left = settled(reply, state.uncounted, state.said[-1] if state.said else "")
        parts = [
            *([left] if left else []),
            reply.text,
            *_of_statement(reply, state),
            *([f"请留意:{';'.join(notes)}。"] if notes else []),
        ]
        return reply.model_copy(update={"text": "\n\n".join(parts)})

    def _of_amounts(self, reply: Reply, state: State) -> Iterator[str]:
        yield from (f"总数是按{how}算出来的" for how in state.reckoned)
        yield from (f"“{one.said}”{one.why}" for one in state.uncounted)
        care = self._facts["care"].choices.get(str(state.facts.get("care")))
        if care and care.on_condition:
            yield care.on_condition
        for fact in sorted(state.rough):
            amount = state.facts.get(fact)
            if isinstance(amount, Decimal) and amount in _reckoned_with(reply):
                yield f"{self._facts[fact].label}您说的是大概的数,先按{words(amount)}算,有准数再告诉我"

    def _of_unheard(self, state: State) -> Iterator[str]:
        """That no answer was found in what was said to a question, so that it is told for all of them."""
        if state.unheard:
            label = self._facts[state.unheard].label
            yield f"您说的在这份规定的{label}里对不上是哪一个,先按各种都可能算;说清楚是哪一个,就能算准"

    def _of_heard(self, reply: Reply, state: State) -> Iterator[str]:
        """What was understood of words nobody wrote down, where the answer says that it turns on it."""
        for name, said in sorted(state.heard.items()):
            value, fact = state.facts.get(name), self._facts[name]
            told = fact.told(value) if isinstance(value, str) and fact.choices else fact.label
            if told in reply.text and said not in told:
                yield f"“{said}”我是当“{told}”听的,不对的话直接说"

    def _of_places(self, reply: Reply, state: State) -> Iterator[str]:
        if state.insured_where_treated:
            yield f"您没说在哪里参保,是按在{state.insured_where_treated}参保说的"
        for policy in (self._policies[one] for one in reply.policies if one in self._policies):
            is_of_somewhere = policy.place or reply.estimate  # of no province even: where money hangs on it
            if _UNNAMED in policy.title and policy.kind == "policy" and is_of_somewhere:
                yield f"这是{policy.title.split('(')[0]}的规定,没写是哪里,您那里不一定一样"
            is_away = state.facts.get("care_place") == "外地"  # the wider place named is then where the care was
            for place, spoken in state.spoken.items():
                if not (is_away and place in policy.place[:-1]):
                    yield from _of_place(policy, place, spoken, state.spoken)


def _reckoned_with(reply: Reply) -> frozenset[Decimal]:
    """The numbers of a reply and its statement: 五十多万 in all is none where 十二万 above the cap was told later."""
    lines = reply.estimate.lines if reply.estimate else ()
    return numbers_in(reply.text).union(*(numbers_in(f"{one.formula} {one.amount}") for one in lines))


def _of_statement(reply: Reply, state: State) -> Iterator[str]:
    """The statement in words, where the person asked back how a sum came about."""
    if state.is_doubted and state.topic == "estimate" and reply.estimate and reply.estimate.lines:
        parts = ((one, words(Decimal(one.amount))) for one in reply.estimate.lines)
        lines = (f"- {one.label}({one.payer}):{one.formula} = {amount}" for one, amount in parts)
        yield "\n".join(("这笔账是这样算的:", *lines))


def _of_doubt(reply: Reply, state: State) -> Iterator[str]:
    if state.is_doubted and reply.estimate:
        yield "照您说的情况又核对了一遍,还是这个结果;哪一项不对(金额、医院、档次),直接说,我重新算"
    elif state.is_doubted:
        yield "又查了一遍,规定就是这样写的"


def _of_place(policy: Policy, place: str, spoken: str, named: Collection[str]) -> Iterator[str]:
    """How the place that was named and the place of the policy differ."""
    if place not in policy.place:
        return
    own = policy.place[-1]
    if place != own and own not in named:  # 四川岳池 asks of no other place than that
        yield f"我这里{spoken}只有{own}的规定,别的地方不能照这个算"
    elif (
        place == own
        and len(spoken) > 1
        and not any(spoken.rstrip("市县省区") in name for name in (own, *policy.also_called))
    ):
        yield f"{spoken.removeprefix(own.rstrip('市县省区'))}按{own}的规定说"
