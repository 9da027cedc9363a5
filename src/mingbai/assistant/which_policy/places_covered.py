"""Which documents are of the places that an utterance names, and what is known of those that none is of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mingbai.assistant.which_policy.order_of_speech import spoken_at
from mingbai.assistant.which_policy.place_named import (
    is_gone_to,
    short,
    speaks_of,
)
from mingbai.assistant.which_policy.scope import Scope
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance

_ADVERTISEMENT = "advertisement"  # says what one hospital promises: only asked about by its name
_CITY = "市"
_UNPLACED = "没写"  # 没写城市的职工大病: named by having no place, whatever place is named beside it
_JOINED = re.compile("[和跟与、]$")


class PlacesCovered:
    """The places of some policies and of further documents."""

    def __init__(
        self, policies: Mapping[str, Policy], titles: Mapping[str, str], places_within: Mapping[str, Sequence[str]]
    ) -> None:
        """`titles` names further documents, by id; `places_within` by province those that no document is of."""
        self._policies = policies
        self._titles = dict(titles)
        self._places_within = dict(places_within)

    def of(self, places: Sequence[str], denied: Sequence[str] = ()) -> tuple[str, ...]:
        """The documents of some places; those of a place within one of them where it has none itself.

        Never those of places that the person says they are not of. A province named with a place in it (湖南桂阳) only
        says where that one lies.
        """
        paths = [policy.place for policy in self._policies.values() if policy.place[-1:] and policy.place[-1] in places]
        places = [one for one in places if not any(one in path[:-1] for path in paths)]
        heard = [one for one in self._policies.values() if one.nature != _ADVERTISEMENT and one.place]
        heard = [policy for policy in heard if policy.place[-1] not in denied]
        here = tuple(policy.id for policy in heard if policy.place[-1] in places)
        return here or tuple(policy.id for policy in heard if set(policy.place) & set(places))

    def beyond(self, places: Sequence[str]) -> Scope:
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

    def within_beyond(self, utterance: Utterance, places: Sequence[str], found: Sequence[str]) -> str | None:
        """The place without rules that is meant within a place named, which has rules only for another part of it.

        苏州昆山, or 苏州 where it is said not to be 吴江.
        """
        for place in places:
            spoken = utterance.spoken.get(place, place)
            parts = [one for one in utterance.other_places if re.search(f"{spoken}[市省]?的?{one}", utterance.text)]
            if parts and not any(self._policies[one].place[-1] == place for one in found):
                return parts[0]
        return utterance.spoken.get(places[0], places[0]) if places and not found else None

    def is_elsewhere(self, utterance: Utterance, treated: Sequence[str], policy: str, current: Sequence[str]) -> bool:
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

    def of_this_place(self, utterance: Utterance, insured: Sequence[str]) -> Utterance:
        """An utterance without the documents of no place where a place is named that has its own, or bears their name.

        湖南的补充医疗保险 is not the essay on 补充医疗保险, 重庆的大学生医保 not that of a college without a place.
        """
        titles = [self._policies[one].title for one in self.of(insured)]
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

    def beside(self, utterance: Utterance, insured: Sequence[str]) -> Sequence[str]:
        """The places named, without those of policies named, beside which a place only counts in a comparison."""
        if not utterance.policies:
            return insured
        if "compare" not in utterance.intents:  # 青海和山东大病保险都要交钱吗 speaks of both
            return [one for one in insured if self._is_joined(utterance, utterance.spoken.get(one, one))]
        named = {place for one in utterance.policies if one in self._policies for place in self._policies[one].place}
        return [place for place in insured if place not in named]

    def _is_joined(self, utterance: Utterance, spoken: str) -> bool:
        """Whether a place stands beside a policy named, with nothing but 和 between them."""
        at = utterance.text.find(spoken)
        others = [spoken_at(self._policies[one], utterance) for one in utterance.policies if one in self._policies]
        return any(_JOINED.search(utterance.text[min(at, other) : max(at, other)]) for other in others)


def _names_and_headings(policy: Policy) -> tuple[str, ...]:
    return (*policy.also_called, *(clause.title for clause in policy.clauses))
