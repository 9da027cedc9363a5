"""What to look up in the clauses for the parts of a message, beside a sum and of places compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.leads.family import is_by_person
from mingbai.assistant.matching.pieces import any_of
from mingbai.assistant.moves import Call
from mingbai.assistant.openings.statement_parts import is_of_statement, parts_asked, told_parts
from mingbai.assistant.openings.straight_lines import is_silence, tells_more, those_told
from mingbai.assistant.outcome import Computed, Needed, Refused, Searched
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.asides import Aside
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls, plain_facts
from mingbai.assistant.planning.parts.carried import tells_of_carried
from mingbai.assistant.planning.parts.heads_told import asks_of_heads, counted_heads
from mingbai.assistant.planning.parts.part import Part
from mingbai.assistant.planning.parts.part_words import names_subject_in
from mingbai.assistant.planning.parts.reading import PartReader
from mingbai.assistant.sums.set_beside import asks_how_far_apart
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.which_policy.scope import Scopes
from mingbai.corpus.kinds import PremiumRule
from mingbai.language.bills.sums import BILLS
from mingbai.language.notes import FactValue
from mingbai.language.utterance import Utterance
from mingbai.rules.stated import stated

_SUM = re.compile(
    "(?:[能给报补赔拿得]{1,2}销?|救助|补偿|到手|下来)[了到回]?(?:大概|大约)?(?:多少|几多|好多|几[个块]?钱|几钿)"
    "|[0-9万千百块元](?:以内|左右|多)?的?呢"  # 特殊门诊剩900呢
)
_GETS_MORE = re.compile("[报赔补]得?[^,。;]{0,3}[高多][一些点]?")
_OF_CARE = ("hospital_level", "disease", "diseases", "admission")
_ALSO = re.compile("^(?:另外|还有|再问一?下?|那)")
_PERSON = ("hardship", "insured", "employment", "basic_scheme")
_FROM_WHERE_ON = re.compile("(?:多少|几[千万])(?:元|块)?(?:以[上下内]|才)")  # no sum is asked for
_ON_ERRANDS = ("documents", "procedure")  # asked for with 能报吗 as well as with 报多少
_SEVERAL = 2
_MANY = 3  # so many questions in one message are looked up one by one
_MORE = re.compile("(?<=[一-鿿])[更最]?[多少高低贵]一?[些点]?[??]?$")  # 哪个筹得多, put to one of them
_EARLIER = re.compile("[更最]?[早晚先]")
_AND = re.compile("[和跟与同、][^,。;!?]{0,4}$")
_COMPARED_WITH = re.compile(
    "哪[个边家]|谁|比较|相比|对比|比(?!例)|[跟和与同]|差[多几][少个成点]*|一样[多吗么]*|区别|不同|更|分别"
)
_ASKS = re.compile("多少|几|什么|啥|怎|哪|谁|多久|吗|[不没]$")
_BOUND = re.compile("门槛|起付|封顶")
_PERCENT = re.compile("[0-9]%")
_FIGURE = re.compile("[0-9]")


class PartLookUps:
    """Plans the searches for what a message asks besides."""

    def __init__(
        self,
        toolbox: Toolbox,
        bills: SettledBills,
        parts: PartReader,
        scopes: Scopes,
        following: Following,
        calls: ClauseCalls,
    ) -> None:
        self._toolbox = toolbox
        self._corpus = toolbox.library.corpus
        self._bills = bills
        self._parts = parts
        self._scopes = scopes
        self._following = following
        self._calls = calls

    def with_parts(
        self, utterance: Utterance, state: State, move: Call, asides: Iterable[Aside] = ()
    ) -> tuple[Call, ...]:
        """A move with those for the other parts of the message, and for what it asks beside of another case."""
        return (*self._with_own_parts(utterance, state, move), *(self._of_aside(one, state) for one in asides))

    def _of_aside(self, aside: Aside, state: State) -> Call:
        """The search for what is asked of another case: who it is for stays, another treatment has its own hospital."""
        is_other_care = "care" in aside.utterance.facts
        left = (*BILLS, *(_OF_CARE if is_other_care else ()))
        kept = {name: value for name, value in state.facts.items() if name not in left}
        state = replace(state, facts={**kept, **aside.utterance.facts})
        call = self._look_up_part(self._parts.of(_ALSO.sub("", aside.words)), state)
        return replace(call, arguments={**call.arguments, "part": aside.words})

    def _with_own_parts(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        if beside := self._beside_without_bill(utterance, state, move):
            return beside
        if move.tool != "search_clauses":
            if instead := self._instead_of_asking(utterance, state, move):
                return instead
            others = self._other_parts(utterance, state, move)
            return others if self._tells_instead(utterance, state, others) else (move, *others)
        if not {"claim", "part", "then"}.isdisjoint(move.arguments):
            return (move,)
        if beside := self._beside(utterance, state):
            return beside
        sums = self._sum_told(utterance, state)
        parts = [one for one in self._parts.asked(utterance.text) if not (sums and self._parts.is_bill(one.query))]
        searches = self._each_part(parts, state, move) if len(parts) > 1 else (move,)
        return (*sums, *searches)

    def _sum_told(self, utterance: Utterance, state: State) -> tuple[Call, ...]:
        """The sum of a bill, beside the rule that a message asks for.

        It is due where the message tells what the sum had lacked (人均收入3万,最高赔多少), or the bill of somebody who
        may get more (二级医院住院5600,学生是不是报得高些).
        """
        is_supplied = state.asked_before in utterance.facts
        gets_more = self._bills.any_of(utterance.facts) and _GETS_MORE.search(utterance.text)
        puts_another = state.policy is not None and self._parts.puts_bill(utterance.text)
        is_due = (is_supplied or gets_more or puts_another) and self._bills.any_of(state.facts) and not state.bills
        if not is_due or state.policy is None or state.policy not in self._toolbox.library.books:
            return ()
        arguments = {"policy": state.policy, "facts": plain_facts(state.facts)}
        found = self._toolbox.estimate(state.policy, state.facts)
        return (Call("estimate", arguments),) if isinstance(found, Computed) else ()

    def _each_part(self, parts: Sequence[Part], state: State, move: Call) -> tuple[Call, ...]:
        """The searches for a whole message and for its parts, as far as each tells something of its own."""
        whole = self._following.find(move.arguments)
        if not isinstance(whole, Searched) or not whole.passages:
            return (move,)
        policy = whole.passages[0].policy
        of_policy = replace(state, documents=self._of_one_insurance(policy, state.documents))
        places = self._toolbox.library.asked.places_within(policy, str(move.arguments["query"]))
        parts = [self._of_subject(_of_place(one, places), policy) for one in parts]
        if policy not in self._toolbox.library.books:  # a report counts each group apart; rates are told by facts
            texts = self._toolbox.library.texts.get(policy, "")
            parts = [_of_group(one) if _speaks_of(texts, one.group) else one for one in parts]
        query, vocabulary = str(move.arguments["query"]), self._corpus.vocabulary
        heads = counted_heads(query, vocabulary, are_alike=self._pay_alike(policy))
        calls = [move, *self._calls_of(_of_heads(parts, heads), of_policy)]
        if not state.documents:
            calls[1:] = [self._in_any(part, call) for part, call in zip(parts, calls[1:], strict=True)]
        found = [self._following.find(one.arguments) for one in calls[1:]]
        is_joined = any(one.arguments["query"] != part.query for part, one in zip(parts, calls[1:], strict=True))
        is_carried = is_joined and not any(one.is_again for one in parts)
        told = those_told(whole, found, str(move.arguments["query"]), is_carried=is_carried)
        return tuple(calls[at] for at in told)

    def _of_one_insurance(self, policy_id: str, documents: Sequence[str]) -> tuple[str, ...]:
        """A document with those of some that tell of the same insurance of the same place: a policy and its report."""
        one = self._corpus.policies.get(policy_id)
        if one is None or not one.place:
            return (policy_id,)
        known = (self._corpus.policies.get(other) for other in documents)
        same = [other.id for other in known if other and (other.place, other.scheme) == (one.place, one.scheme)]
        return tuple(dict.fromkeys((policy_id, *same)))

    def _pay_alike(self, policy_id: str) -> bool:
        """Whether a policy tells no persons of one household apart in what they pay."""
        policy = self._corpus.policies.get(policy_id)
        tables = stated(policy, PremiumRule) if policy else ()
        return bool(tables) and not any(is_by_person(one.rule) for one in tables)

    def _in_any(self, part: Part, call: Call) -> Call:
        """The search for a part in whatever document it speaks of, where the one of the whole message has no answer.

        Only a part that names its subject can speak of another document.
        """
        if part.context or tells_more(self._following.find(call.arguments), ()):
            return call
        anywhere = replace(call, arguments={**call.arguments, "policies": []})
        return anywhere if tells_more(self._following.find(anywhere.arguments), ()) else call

    def _of_subject(self, part: Part, policy: str) -> Part:
        """A part that names nothing but a policy (大病统筹管不管) as asked of what was told before it."""
        known = self._corpus.policies.get(policy)
        schemes = (word for words in self._corpus.vocabulary.schemes.values() for word in words)
        names = any_of({known.title, *known.also_called, *known.place, *schemes}) if known else None
        is_bare = names is not None and not names_subject_in(names.sub("", part.query))
        is_bare = is_bare and not _BOUND.search(part.query)  # 封顶多少 is asked of no premium told before it
        return replace(part, context=part.before) if is_bare and not part.context else part

    def _instead_of_asking(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """The searches for what a message asks, where each finds a line and a sum, not asked for, needs more."""
        parts = self._parts.asked(utterance.text)
        if move.tool != "estimate" or len(parts) < _SEVERAL or any(one.is_sum for one in parts):
            return ()
        if self._bills.any_of(state.facts) or state.policy is None:
            return ()
        if not isinstance(self._toolbox.estimate(str(move.arguments["policy"]), move.arguments["facts"]), Needed):
            return ()
        calls = self._calls_of(parts, replace(state, documents=(state.policy,)))
        found = [self._following.find(one.arguments) for one in calls]
        is_each = all(tells_more(one, found[:at]) for at, one in enumerate(found))
        return tuple(calls) if is_each else ()

    def _calls_of(self, parts: Iterable[Part], state: State) -> list[Call]:
        """The search for each part, in words that find what those before it do not tell."""
        calls: list[Call] = []
        for part in parts:
            calls.append(self._telling_more(part, state, [self._following.find(one.arguments) for one in calls]))
        return calls

    def _telling_more(self, part: Part, state: State, told: Sequence[Searched | Needed]) -> Call:
        """The search for a part, in those of its words that find what is not told yet; else in the first of them."""
        facts = {name: value for name, value in state.facts.items() if name not in part.of_others}
        told_of_part = {name: value for name, value in part.told if not self._is_narrower(facts.get(name), name, value)}
        state = replace(state, facts={**facts, **told_of_part})
        calls = [self._look_up_part(one, state) for one in (part, *part.others)]
        plain = next((one for one in calls if tells_more(self._following.find(one.arguments), told)), calls[0])
        return self._carrying_on(part, plain, state, told)

    def _is_narrower(self, value: FactValue | None, fact: str, other: FactValue) -> bool:
        """Whether what the whole message tells (62岁,家里收入低) is one kind of what its part tells (收入低)."""
        choice = self._corpus.vocabulary.facts[fact].choices.get(str(value))
        return choice is not None and choice.counts_as == other

    def _carrying_on(self, part: Part, plain: Call, state: State, told: Sequence[Searched | Needed]) -> Call:
        """The search for a part as asked of what was told before it, where that answers it; else the `plain` one."""
        by_itself = self._following.find(plain.arguments)
        for words in part.carried:
            call = self._look_up_part(replace(part, query=f"{words}{part.query}", context=""), state)
            if tells_of_carried(self._following.find(call.arguments), by_itself, words, told):
                return replace(call, arguments={**call.arguments, "part": part.query})
        return plain

    def _beside(self, utterance: Utterance, state: State) -> tuple[Call, ...]:
        """One search for each place of those whose rules are compared (青海和山东,哪个每人筹的钱多)."""
        groups = self._scopes.by_place(state.documents, utterance)
        ends = [self._scopes.spoken_at(group[0], utterance) for group in groups[:2]]
        is_joined = len(ends) > 1 and _AND.search(utterance.text[slice(*ends)]) is not None  # 青海和山东都要交钱吗
        if not is_joined and "compare" not in utterance.intents:
            return ()
        query = _COMPARED_WITH.sub(" ", _MORE.sub("多少", _EARLIER.sub("什么时候", utterance.text)))
        query = query if _ASKS.search(query) else f"{query.strip()}多少"  # 差多少 asks how much each is
        calls = [self._calls.of(query, replace(state, documents=one)) for one in groups]
        if len(calls) == _SEVERAL and asks_how_far_apart(utterance.text):
            calls[0] = replace(calls[0], arguments={**calls[0].arguments, "beside": list(groups[1])})
        return tuple(calls) if 1 < len(calls) <= _MANY else ()

    def _beside_without_bill(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """The searches for what two documents write (保费差多少), where no bill is told that they could pay of."""
        if move.tool != "compare_policies" or self._bills.any_of(state.facts):
            return ()
        calls = self._beside(utterance, state)
        found = [self._following.find(one.arguments) for one in calls]
        return calls if found and all(isinstance(one, Searched) and one.lead for one in found) else ()

    def _other_parts(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """What else a question with several parts asks: beside how much, what to bring, by when, what to pay."""
        if move.tool not in ("estimate", "compare"):
            return ()
        if state.policy not in self._toolbox.library.books:
            return (self._calls.of(state.thread, state),) if self._speaks_of_care(state) else ()
        if self._is_unwritten(move):  # what does it say then?
            return (self._calls.of(utterance.text, state),)
        is_sum = _SUM.search(utterance.text) is not None
        parts = [one for one in self._parts.beside_sum(utterance.text) if is_sum or one.topic in _ON_ERRANDS]
        if self._is_told_of_case(move, utterance):
            parts = [one for one in parts if not is_of_statement(one.query)]
        if move.tool == "estimate":  # 大病保险补偿多少 is the sum itself, and no other of some report
            parts = [one for one in parts if one.is_sum or not self._is_sum_itself(one, state)]
        heads = counted_heads(utterance.text, self._corpus.vocabulary, are_alike=self._pay_alike(str(state.policy)))
        parts = _of_heads(parts, heads)
        calls = ((one, self._of_person(one, self._look_up_part(one, state), state)) for one in parts)
        return tuple(call for one, call in calls if not one.is_perhaps or self._answers(one, call, state))

    def _is_sum_itself(self, part: Part, state: State) -> bool:
        """Whether a part only asks what the kind of care pays that is worked out."""
        care = str(state.facts.get("care", ""))
        return bool(care) and part.query.removesuffix("多少") == care

    def _of_person(self, part: Part, call: Call, state: State) -> Call:
        """The search for a part, put for whoever was told of where nothing is written for everybody (门槛是多少)."""
        found = self._following.find(call.arguments)
        who = "".join(str(state.facts[one]) for one in _PERSON if one in state.facts)
        if not who or not isinstance(found, Searched) or not (found.lead and is_silence(found.lead)):
            return call
        own = self._look_up_part(replace(part, query=f"{who}{part.query}"), state)
        return own if tells_more(self._following.find(own.arguments), ()) else call

    def _answers(self, part: Part, call: Call, state: State) -> bool:
        """Whether a clause answers a part straight; of few words it has to be known to be asked them (钱能打卡里吗)."""
        is_sum = part.is_sum or _SUM.search(part.query) is not None
        is_of_bill = is_sum and not _FROM_WHERE_ON.search(part.query)  # 头一回住院,八千块,报几多: the sum itself
        if is_of_bill or not tells_more(self._following.find(call.arguments), ()):
            return False
        return names_subject_in(part.query) or self._toolbox.library.asked.is_known(part.query, (str(state.policy),))

    def _is_told_of_case(self, move: Call, utterance: Utterance) -> bool:
        """Whether the statement of a case itself tells the deductible or the ratio that a message asks for."""
        asked = parts_asked(utterance.text)
        if move.tool != "estimate" or not asked:
            return False
        found = self._toolbox.estimate(str(move.arguments["policy"]), move.arguments["facts"])
        return isinstance(found, Computed) and any(told_parts(found, asked))

    def _tells_instead(self, utterance: Utterance, state: State, searches: Sequence[Call]) -> bool:
        """Whether a document without sums has the figure asked for (财政给补多少), so that it need not be refused.

        What is paid back of a bill is refused: a target or a ratio somewhere in the document does not tell that. Where
        no bill is told the ratio is what can be known.
        """
        if state.policy in (None, *self._toolbox.library.books) or len(searches) != 1:
            return False
        is_of_payment = "报" in utterance.text
        if is_of_payment and self._bills.any_of(state.facts):
            return False
        found = self._following.find(searches[0].arguments)
        told = (found.lead or found.opening) if isinstance(found, Searched) else None
        figure = _PERCENT if is_of_payment else _FIGURE
        return told is not None and figure.search(told) is not None

    def _speaks_of_care(self, state: State) -> bool:
        """Whether the document spoken of has anything on the kind of care; else no clause of it bears on the sum."""
        document, care = self._corpus.policies.get(state.policy or ""), state.facts.get("care")
        if document is None or care is None:
            return True
        choice = self._corpus.vocabulary.facts["care"].choices[str(care)]
        words = {str(care), *choice.says, str(care).removesuffix("门诊")} - {""}  # 特殊病门诊 is written 特殊病种门诊
        return any(word in clause.text for clause in document.clauses for word in words)

    def _look_up_part(self, part: Part, state: State) -> Call:
        """The search for one part of a message, with the kind of care where that is what it goes on about."""
        is_claim = part.topic == "procedure" and "报" in part.query
        known = ("care", "care_place") if is_claim else ("care",) if part.is_of_care else ()
        about = [str(state.facts[one]) for one in known if one in state.facts]
        about += [part.heads] if part.heads else []
        call = self._calls.of(" ".join((*about, part.query)), replace(state, topic=part.topic), part.context)
        return replace(call, arguments={**call.arguments, "part": part.query})

    def _is_unwritten(self, move: Call) -> bool:
        """Whether the policy gives no sum for the kind of care a call asks about."""
        if move.tool != "estimate":
            return False
        found = self._toolbox.estimate(str(move.arguments["policy"]), move.arguments["facts"])
        return isinstance(found, Refused) and found.fact == "care"


def _of_place(part: Part, places: Collection[str]) -> Part:
    """A part that only puts another thing to what was asked, with the one place in its document's that was named."""
    others = tuple(_of_place(one, places) for one in part.others)
    if len(places) == 1 and not part.is_again:  # 富阳基本医保封顶多少,大病这块还有封顶没有
        part = replace(part, carried=(*places, *part.carried))
    is_named = not part.is_again or len(places) != 1 or any(place in part.query for place in places)
    return replace(part, query=part.query if is_named else f"{next(iter(places))} {part.query}", others=others)


def _speaks_of(texts: str, group: str) -> bool:
    """Whether a document knows a group by its name (社区医院 by 社区); 大医院 may be nobody's word."""
    name = group.removesuffix("医院")
    return group in texts or (len(name) > 1 and name in texts)


def _of_group(part: Part) -> Part:
    """A part that names nothing itself as asked of the group named before it (城乡居民 花了多少)."""
    return replace(part, query=f"{part.group} {part.query}", context="") if part.group else part


def _of_heads(parts: Iterable[Part], heads: str) -> list[Part]:
    """The parts, with the heads that the whole message counts beside one that asks for the premium and counts none."""
    return [replace(one, heads=heads) if heads and asks_of_heads(one.query) else one for one in parts]
