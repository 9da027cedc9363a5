"""Which policy a conversation is about, by the places, schemes and names people use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mingbai.assistant.which_policy.place_named import (
    is_back_home,
    is_gone_to,
    is_insured,
    is_where_care_was,
    is_where_insured,
    is_where_paid_in,
    is_where_worked,
    short,
    speaks_of,
)
from mingbai.assistant.which_policy.set_aside import is_set_aside
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book

_ADVERTISEMENT = "advertisement"  # says what one hospital promises: only asked about by its name
_RELATIVE = re.compile("(爸|妈|父亲|母亲|爱人|丈夫|妻子|老公|老婆|家长|家人|家里人)[^,。;]{0,4}职工")
_CHILDREN = ("儿童", "学生")
_WORKERS, _RESIDENTS, _RURAL = "职工", "居民", "新农合"
_CATASTROPHIC = "大病"
_CITY = "市"
_OWN_SCHEME = "basic_scheme"
_PAID = re.compile("[报补给赔]")
_OF_RESIDENTS = re.compile("居民|城乡|合作医疗|农合|学生")
_UNPLACED = "没写"  # 没写城市的职工大病: named by having no place, whatever place is named beside it
_JOINED = re.compile("[和跟与、]$")
_REPORTS = re.compile("总结|述职|工作报告|工作要点")
_BESIDE = re.compile("有|已|在|交|缴|入|参|买|办|上")  # 有了农合,还想上城里的
_ANOTHER = re.compile("再|又|还|另|想|换|转|改")
_NO_PLACE = re.compile("没有?写[是清明]{0,2}(?:哪|什么)[一个座]{0,2}城?(?P<of>[省市县区])|某(?P<some>[市县区])")
_ONE_OF_TWO = re.compile("一[个份家]是?.{2,60}另外?一[个份家]")


@dataclass(frozen=True)
class Scope:
    """What was understood of the place: the documents it may be about, or why there are none.

    `mentioned` are those that only tell of an uncovered place, by the heading that does (广东打算怎么办).
    `asks` is what has to be asked of the documents instead, which do not reach a place within theirs (桂林能用吗).
    `insured_where_treated` is the place of the treatment, where it also has to stand for that of the insurance.
    """

    documents: tuple[str, ...] = ()
    uncovered: str | None = None
    mentioned: Mapping[str, str] = field(default_factory=dict)
    wrong_scheme: str | None = None
    care_elsewhere: bool = False
    insured_where_treated: str | None = None
    asks: str | None = None


class Scopes:
    """Finds the documents an utterance speaks of."""

    def __init__(
        self,
        policies: Iterable[Policy],
        titles: Mapping[str, str] | None = None,
        scheme_words: Mapping[str, Sequence[str]] | None = None,
        schemes_chosen: Mapping[str, Collection[str]] | None = None,
        places_within: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """`titles` names further documents, by id, that have no place but may name one in their title.

        `scheme_words` has the words for each scheme, `schemes_chosen` by document those that its rules tell apart,
        `places_within` by province those within it that no document is of.
        """
        self._places_within = dict(places_within or {})
        self._schemes_chosen = dict(schemes_chosen or {})
        self._scheme_words = {name: (name, *words) for name, words in (scheme_words or {}).items()}
        self._policies = {policy.id: policy for policy in policies}
        self._titles = dict(titles or {})
        self._unheld = {one for one, words in self._scheme_words.items() if not self._is_held(words)}

    def of(self, utterance: Utterance, current: tuple[str, ...], schemes: Sequence[str]) -> Scope:
        """The documents meant; `current` are those spoken of so far, `schemes` the schemes named so far."""
        spoken = utterance.spoken
        treated = [one for one in utterance.places if is_where_care_was(utterance.text, spoken.get(one, one))]
        worked = [one for one in utterance.places if is_where_worked(utterance.text, spoken.get(one, one))]
        if not set(utterance.places) - {*worked, *treated}:
            worked = []  # no other place is named that may be the insurance's
        insured = [place for place in utterance.places if place not in (*treated, *worked)]
        if not is_back_home(utterance.text):  # 岳池户口在重庆打工,住那边二级医院
            treated += [one for one in worked if one not in treated]
        if treated and not (insured or current or utterance.policies or utterance.other_places):
            scope = self.of(replace(utterance, text=""), current, schemes)
            return replace(scope, insured_where_treated=spoken.get(treated[0], treated[0]))
        if lacking := next((one for one in utterance.schemes if one in self._unheld), None):
            return Scope(self._of_places(insured), wrong_scheme=lacking)
        utterance = self._of_this_place(utterance, insured)
        schemes = self._of_the_insured(utterance, schemes, current)
        insured_beyond = [
            place
            for place in utterance.other_places
            if is_where_insured(utterance.text, place) or (not insured and is_where_paid_in(utterance.text, place))
        ]
        if (
            insured_beyond
            and not utterance.policies
            and not any(is_insured(utterance.text, spoken.get(one, one)) for one in insured)
        ):
            return self._beyond(insured_beyond)
        places = self._places_beside(utterance, insured)
        beside = self._of_places(places, utterance.denied_places)
        if elsewhere := self._within_beyond(utterance, places, beside):
            return self._beyond([elsewhere])
        within = (*utterance.policies, *beside)
        if len(within) == 1 and _ONE_OF_TWO.search(utterance.text):  # the other is told by what it says
            within = ()
        if within:
            fitting = (*self._open_to(utterance), *self._by_scheme(beside, schemes))
            fitting = self._reports_first(utterance, fitting)
            if not fitting:
                return Scope(within, wrong_scheme=self._unfit(within, schemes))
            return Scope(fitting, care_elsewhere=self._is_elsewhere(utterance, treated, fitting[0], current))
        if unplaced := self._without_place(utterance, schemes):
            return Scope(unplaced)
        if insured_beyond or not current:
            return self._beyond(insured_beyond or utterance.other_places)
        named = schemes if utterance.schemes else ()
        fitting = self._by_scheme(current, named)
        if not fitting:
            return Scope(current, wrong_scheme=self._unfit(current, named))
        return Scope(fitting, care_elsewhere=self._is_elsewhere(utterance, treated, fitting[0], current))

    def _of_this_place(self, utterance: Utterance, insured: Sequence[str]) -> Utterance:
        """An utterance without the documents of no place where a place is named that has its own, or bears their name.

        湖南的补充医疗保险 is not the essay on 补充医疗保险, 重庆的大学生医保 not that of a college without a place.
        """
        titles = [self._policies[one].title for one in self._of_places(insured)]
        borne = [
            one.id
            for one in self._policies.values()
            if not one.place
            and titles
            and not any(_UNPLACED in name and name in utterance.text for name in one.also_called)
            and (
                any(name in title for name in one.also_called for title in titles)
                or not any(spoken in name for name in _names_and_headings(one) for spoken in map(short, insured))
            )
        ]
        return replace(utterance, policies=tuple(one for one in utterance.policies if one not in borne))

    def _is_held(self, words: Iterable[str]) -> bool:
        """Whether any document is of a scheme or tells of it, by one of these names of it (长护险: none does)."""
        texts = [
            f"{one.scheme}\n{one.title}\n{clause.title}\n{clause.text}"
            for one in self._policies.values()
            for clause in one.clauses
        ]
        return any(word in text for word in words for text in texts)

    def without_set_aside(self, utterance: Utterance, current: Sequence[str]) -> Utterance:
        """An utterance without the schemes that it names only as not meant, and that the documents asked have not.

        没得职工医保,能参加重庆的吗; 老汉有职工医保,不算他.
        """
        known = self._of_places(utterance.places) or utterance.policies or current
        gone = [
            one
            for one in utterance.schemes
            if known
            and not any(self._can_be(policy, one) for policy in known)
            and is_set_aside(utterance.text, self._scheme_words.get(one, (one,)))
        ]
        if not gone:
            return utterance
        facts = {name: value for name, value in utterance.facts.items() if name != _OWN_SCHEME or value not in gone}
        return replace(utterance, facts=facts, schemes=tuple(one for one in utterance.schemes if one not in gone))

    def _of_the_insured(
        self, utterance: Utterance, schemes: Sequence[str], current: Sequence[str] = ()
    ) -> Sequence[str]:
        """The schemes that may be the person's own: a child does not share a parent's (爸爸有职工医保).

        Of several named in a question about no sum (有职工医保,还能参加居民医保吗) those that the place has count, or
        the `current` documents where the message names no place.
        """
        if utterance.facts.get("insured") in _CHILDREN and _RELATIVE.search(utterance.text):
            schemes = [one for one in schemes if _WORKERS not in one]
        known = self._of_places(utterance.places) or tuple(current)
        if not known or "estimate" in utterance.intents:
            return schemes
        is_compared = "compare" in utterance.intents and not self._is_heading(schemes, known)
        if (len(schemes) > 1 and not is_compared) or self._is_held_beside(utterance, schemes, known):
            return [one for one in schemes if any(self._can_be(policy, one) for policy in known)]
        return schemes

    def _is_heading(self, schemes: Sequence[str], known: Sequence[str]) -> bool:
        """Whether each of some schemes is the place's own or has a heading in its documents (跟新农合比有什么好处)."""
        titles = [clause.title for policy in known for clause in self._policies[policy].clauses]
        return all(
            any(self._can_be(policy, one) for policy in known)
            or any(word in title for word in self._scheme_words.get(one, (one,)) for title in titles)
            for one in schemes
        )

    def _is_held_beside(self, utterance: Utterance, schemes: Sequence[str], known: Sequence[str]) -> bool:
        """Whether the one scheme named is that which somebody has beside the one asked about, and is written of so.

        已经交了农合又想上城里的,邢台给办吗.
        """
        words = [word for one in schemes for word in self._scheme_words.get(one, (one,))]
        said = next((utterance.text.find(one) for one in words if one in utterance.text), -1)
        if said < 0 or not _BESIDE.search(utterance.text[:said]) or not _ANOTHER.search(utterance.text[said:]):
            return False
        texts = [clause.text for policy in known for clause in self._policies[policy].clauses]
        return any(word in text for word in words for text in texts)

    def _open_to(self, utterance: Utterance) -> tuple[str, ...]:
        """The documents called by name, without those of a basic insurance that is not the person's own.

        Only where a sum or a ratio is asked for, and nothing beside it names the document's group (我是职工医保…).
        """
        own = utterance.facts.get(_OWN_SCHEME)
        is_of_sum = _PAID.search(utterance.text) is not None and "compare" not in utterance.intents
        if own is None or not is_of_sum or _OF_RESIDENTS.search(utterance.text):
            return utterance.policies
        basic = (_RESIDENTS + "医保", _RURAL)
        known = ((one, self._policies.get(one)) for one in utterance.policies)
        return tuple(
            one for one, policy in known if not (policy and policy.scheme in basic and not _fits(policy, str(own)))
        )

    def _reports_first(self, utterance: Utterance, fitting: tuple[str, ...]) -> tuple[str, ...]:
        """The report among some documents, where one is named by its kind (桂阳2018年总结里)."""
        named = _REPORTS.search(utterance.text)
        reports = [one for one in fitting if one in self._policies and named and named[0] in self._policies[one].title]
        return tuple(reports) or fitting

    def _places_beside(self, utterance: Utterance, insured: Sequence[str]) -> Sequence[str]:
        """The places named, without those of policies named, beside which a place only counts in a comparison."""
        if not utterance.policies:
            return insured
        if "compare" not in utterance.intents:  # 青海和山东大病保险都要交钱吗 speaks of both
            return [one for one in insured if self._is_joined(utterance, utterance.spoken.get(one, one))]
        named = {place for one in utterance.policies if one in self._policies for place in self._policies[one].place}
        return [place for place in insured if place not in named]

    def _without_place(self, utterance: Utterance, schemes: Sequence[str]) -> tuple[str, ...]:
        """The documents that name no place, where that is how one is spoken of (没写哪个市的那份大病)."""
        said = _NO_PLACE.search(utterance.text)
        if said is None or utterance.other_places:
            return ()
        some = f"某{said['of'] or said['some']}"
        unplaced = [one.id for one in self._policies.values() if not one.place and some in one.title]
        return self.nearest(self._by_scheme(unplaced, schemes), schemes)

    def nearest(self, policies: Sequence[str], schemes: Sequence[str]) -> tuple[str, ...]:
        """Of some policies those of catastrophic insurance, where that is the scheme named; all where none is."""
        if not any(_CATASTROPHIC in one for one in schemes):
            return tuple(policies)
        kept = tuple(one for one in policies if _CATASTROPHIC in self._policies[one].scheme)
        return kept or tuple(policies)

    def _is_joined(self, utterance: Utterance, spoken: str) -> bool:
        """Whether a place stands beside a policy named, with nothing but 和 between them."""
        at = utterance.text.find(spoken)
        others = [self.spoken_at(one, utterance) for one in utterance.policies if one in self._policies]
        return any(_JOINED.search(utterance.text[min(at, other) : max(at, other)]) for other in others)

    def _beyond(self, places: Sequence[str]) -> Scope:
        """Places outside the corpus: the further documents whose title names one, or the word that there is none."""
        naming = tuple(one for one, title in self._titles.items() if any(place in title for place in places))
        if naming or not places:
            return Scope(naming)
        if within := self._within(places[0]):
            return within
        return Scope(uncovered=places[0], mentioned=self._mentioning(places))

    def _mentioning(self, places: Sequence[str]) -> Mapping[str, str]:
        """The reports that have a heading on one of these places, with that heading."""
        return {
            policy.id: clause.title
            for policy in self._policies.values()
            for clause in policy.clauses
            if policy.kind == "report" and any(place in clause.title for place in places)
        }

    def _within(self, place: str) -> Scope | None:
        """The rules around a place that they do not reach yet, with how they are known to be asked of it."""
        for policy in self._policies.values():
            if any(place in self._places_within.get(one, ()) for one in policy.place[-1:]):
                ways = (words for clause in policy.clauses for one in clause.asked for words in one.people)
                if asks := next((words for words in ways if speaks_of(words, place)), None):
                    return Scope((policy.id,), asks=asks)
        return None

    def _of_places(self, places: Sequence[str], denied: Sequence[str] = ()) -> tuple[str, ...]:
        """The documents of some places; those of a place within one of them where it has none itself.

        Never those of places that the person says they are not of.
        """
        heard = [one for one in self._policies.values() if one.nature != _ADVERTISEMENT and one.place]
        heard = [policy for policy in heard if policy.place[-1] not in denied]
        here = tuple(policy.id for policy in heard if policy.place[-1] in places)
        return here or tuple(policy.id for policy in heard if set(policy.place) & set(places))

    def _within_beyond(self, utterance: Utterance, places: Sequence[str], found: Sequence[str]) -> str | None:
        """The place without rules that is meant within a place named, which has rules only for another part of it.

        苏州昆山, or 苏州 where it is said not to be 吴江.
        """
        for place in places:
            spoken = utterance.spoken.get(place, place)
            parts = [one for one in utterance.other_places if re.search(f"{spoken}[市省]?的?{one}", utterance.text)]
            if parts and not any(self._policies[one].place[-1] == place for one in found):
                return parts[0]
        return utterance.spoken.get(places[0], places[0]) if places and not found else None

    def _is_elsewhere(self, utterance: Utterance, treated: Sequence[str], policy: str, current: Sequence[str]) -> bool:
        """Whether somebody insured under a policy was treated in another place.

        The city about a county is another place than the county that is known to be meant (岳池医保,在广安住院).
        """
        if utterance.other_places:
            return True
        if policy not in self._policies:
            return False
        *wider, own = self._policies[policy].place or ("",)
        is_known = policy in (*utterance.policies, *current) or own in utterance.places
        visited = (one for one in wider if one.endswith(_CITY) and is_gone_to(utterance, one))
        if is_known and any(visited):
            return True
        return bool(treated) and not set(treated) & {*wider, own}

    def spoken_at(self, policy: str, utterance: Utterance) -> int:
        """Where in an utterance a policy is first spoken of, by its names or those of its places."""
        about = self._policies[policy]
        places = (utterance.spoken[one] for one in about.place if one in utterance.spoken)
        found = [utterance.text.find(name) for name in (*places, about.title, *about.also_called)]
        return min((at for at in found if at >= 0), default=0)

    def by_place(self, policies: Sequence[str], utterance: Utterance) -> list[tuple[str, ...]]:
        """Some policies in the groups that an utterance names apart: by their names, by place; in order of speech."""
        groups: dict[str, list[str]] = {}
        for one in policies:
            about = self._policies.get(one)
            if about and (one in utterance.policies or set(about.place) & utterance.spoken.keys()):
                is_named = one in utterance.policies or not about.place
                groups.setdefault(one if is_named else about.place[-1], []).append(one)
        return sorted(map(tuple, groups.values()), key=lambda group: self.spoken_at(group[0], utterance))

    def fits(self, policy: str, schemes: Sequence[str]) -> bool:
        """Whether a policy can be meant by the schemes named."""
        return bool(self._by_scheme((policy,), schemes))

    def _by_scheme(self, policies: Sequence[str], schemes: Sequence[str]) -> tuple[str, ...]:
        """Those of some policies that can be meant by the schemes named; all where none is."""
        return tuple(one for one in policies if all(self._can_be(one, scheme) for scheme in schemes))

    def _unfit(self, policies: Sequence[str], schemes: Sequence[str]) -> str:
        """The scheme of those named that none of some policies belongs to; else that of the person's own."""
        named = (*schemes, _WORKERS + "医保")
        return next((one for one in named if not self._by_scheme(policies, (one,))), named[0])

    def _can_be(self, document: str, scheme: str) -> bool:
        policy = self._policies.get(document)
        return policy is None or _fits(policy, scheme) or scheme in self._schemes_chosen.get(document, ())


def schemes_told_apart(books: Mapping[str, Book]) -> dict[str, frozenset[str]]:
    """By policy the schemes of basic insurance between which its rules choose (a hospital's promise to each)."""
    told = {
        name: frozenset(value for one in book.by_care.values() for value in one.domain.get(_OWN_SCHEME, ()))
        for name, book in books.items()
    }
    return {name: schemes for name, schemes in told.items() if schemes}


def _fits(policy: Policy, named: str) -> bool:
    """Whether a scheme as people name it can mean a policy's scheme."""
    of_policy = policy.scheme
    if named == _RURAL:
        return any(_RURAL in name for name in (of_policy, policy.title, *policy.also_called))
    for group, other in ((_WORKERS, _RESIDENTS), (_RESIDENTS, _WORKERS)):
        if group in named and other in of_policy and group not in of_policy:
            return False
    return True


def _names_and_headings(policy: Policy) -> tuple[str, ...]:
    return (*policy.also_called, *(clause.title for clause in policy.clauses))
