"""Which policy a conversation is about, by the places, schemes and names people use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mingbai.assistant.which_policy.place_named import (
    is_back_home,
    is_insured,
    is_where_care_was,
    is_where_insured,
    is_where_paid_in,
    is_where_worked,
)
from mingbai.assistant.which_policy.places_covered import PlacesCovered
from mingbai.assistant.which_policy.scheme_fit import SchemeFit
from mingbai.assistant.which_policy.schemes_named import SchemesNamed
from mingbai.assistant.which_policy.scope import Scope
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance

_REPORTS = re.compile("总结|述职|工作报告|工作要点")
_NO_PLACE = re.compile("没有?写[是清明]{0,2}(?:哪|什么)[一个座]{0,2}城?(?P<of>[省市县区])|某(?P<some>[市县区])")
_ONE_OF_TWO = re.compile("一[个份家]是?.{2,60}另外?一[个份家]")


class Scopes:
    """Finds the documents an utterance speaks of."""

    def __init__(
        self, policies: Mapping[str, Policy], fit: SchemeFit, schemes: SchemesNamed, places: PlacesCovered
    ) -> None:
        self._policies = policies
        self._fit = fit
        self._schemes = schemes
        self._places = places

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
        if lacking := self._schemes.lacking(utterance):
            return Scope(self._places.of(insured), wrong_scheme=lacking)
        utterance = self._places.of_this_place(utterance, insured)
        schemes = self._schemes.of_the_insured(utterance, schemes, current)
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
            return self._places.beyond(insured_beyond)
        places = self._places.beside(utterance, insured)
        beside = self._places.of(places, utterance.denied_places)
        if elsewhere := self._places.within_beyond(utterance, places, beside):
            return self._places.beyond([elsewhere])
        within = (*utterance.policies, *beside)
        if len(within) == 1 and _ONE_OF_TWO.search(utterance.text):  # the other is told by what it says
            within = ()
        if within:
            fitting = (*self._schemes.open_to(utterance), *self._fit.among(beside, schemes))
            fitting = self._reports_first(utterance, fitting)
            if not fitting:
                return Scope(within, wrong_scheme=self._fit.unfit(within, schemes))
            return Scope(fitting, care_elsewhere=self._places.is_elsewhere(utterance, treated, fitting[0], current))
        if unplaced := self._without_place(utterance, schemes):
            return Scope(unplaced)
        if insured_beyond or not current:
            return self._places.beyond(insured_beyond or utterance.other_places)
        named = schemes if utterance.schemes else ()
        fitting = self._fit.among(current, named)
        if not fitting:
            return Scope(current, wrong_scheme=self._fit.unfit(current, named))
        return Scope(fitting, care_elsewhere=self._places.is_elsewhere(utterance, treated, fitting[0], current))

    def _reports_first(self, utterance: Utterance, fitting: tuple[str, ...]) -> tuple[str, ...]:
        """The report among some documents, where one is named by its kind (桂阳2018年总结里)."""
        named = _REPORTS.search(utterance.text)
        reports = [one for one in fitting if one in self._policies and named and named[0] in self._policies[one].title]
        return tuple(reports) or fitting

    def _without_place(self, utterance: Utterance, schemes: Sequence[str]) -> tuple[str, ...]:
        """The documents that name no place, where that is how one is spoken of (没写哪个市的那份大病)."""
        said = _NO_PLACE.search(utterance.text)
        if said is None or utterance.other_places:
            return ()
        some = f"某{said['of'] or said['some']}"
        unplaced = [one.id for one in self._policies.values() if not one.place and some in one.title]
        return self._fit.nearest(self._fit.among(unplaced, schemes), schemes)
