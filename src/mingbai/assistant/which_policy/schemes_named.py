"""Which of the schemes that an utterance names are meant: the person's own, not one denied, nor a parent's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mingbai.assistant.which_policy.places_covered import PlacesCovered
from mingbai.assistant.which_policy.scheme_fit import SchemeFit, can_mean
from mingbai.assistant.which_policy.set_aside import is_set_aside
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance

_RELATIVE = re.compile("(爸|妈|父亲|母亲|爱人|丈夫|妻子|老公|老婆|家长|家人|家里人)[^,。;]{0,4}职工")
_CHILDREN = ("儿童", "学生")
_WORKERS, _RESIDENTS, _RURAL = "职工", "居民", "新农合"
_OWN_SCHEME = "basic_scheme"
_PAID = re.compile("[报补给赔]")
_OF_RESIDENTS = re.compile("居民|城乡|合作医疗|农合|学生")
_BESIDE = re.compile("有|已|在|交|缴|入|参|买|办|上")  # 有了农合,还想上城里的
_ANOTHER = re.compile("再|又|还|另|想|换|转|改")


class SchemesNamed:
    """Reads the schemes that are named beside some policies."""

    def __init__(
        self,
        policies: Mapping[str, Policy],
        places: PlacesCovered,
        fit: SchemeFit,
        scheme_words: Mapping[str, Sequence[str]],
    ) -> None:
        """`scheme_words` has the words for each scheme."""
        self._policies = policies
        self._places = places
        self._fit = fit
        self._scheme_words = {name: (name, *words) for name, words in scheme_words.items()}
        self._unheld = {one for one, words in self._scheme_words.items() if not self._is_held(words)}

    def lacking(self, utterance: Utterance) -> str | None:
        """The first scheme that an utterance names of which no document is or tells; None where each has one."""
        return next((one for one in utterance.schemes if one in self._unheld), None)

    def of_the_insured(
        self, utterance: Utterance, schemes: Sequence[str], current: Sequence[str] = ()
    ) -> Sequence[str]:
        """The schemes that may be the person's own: a child does not share a parent's (爸爸有职工医保).

        Of several named in a question about no sum (有职工医保,还能参加居民医保吗) those that the place has count, or
        the `current` documents where the message names no place.
        """
        if utterance.facts.get("insured") in _CHILDREN and _RELATIVE.search(utterance.text):
            schemes = [one for one in schemes if _WORKERS not in one]
        known = self._places.of(utterance.places) or tuple(current)
        if not known or "estimate" in utterance.intents:
            return schemes
        is_compared = "compare" in utterance.intents and not self._is_heading(schemes, known)
        if (len(schemes) > 1 and not is_compared) or self._is_held_beside(utterance, schemes, known):
            return [one for one in schemes if any(self._fit.can_be(policy, one) for policy in known)]
        return schemes

    def _is_heading(self, schemes: Sequence[str], known: Sequence[str]) -> bool:
        """Whether each of some schemes is the place's own or has a heading in its documents (跟新农合比有什么好处)."""
        titles = [clause.title for policy in known for clause in self._policies[policy].clauses]
        return all(
            any(self._fit.can_be(policy, one) for policy in known)
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

    def _is_held(self, words: Iterable[str]) -> bool:
        """Whether any document is of a scheme or tells of it, by one of these names of it (长护险: none does)."""
        texts = [
            f"{one.scheme}\n{one.title}\n{clause.title}\n{clause.text}"
            for one in self._policies.values()
            for clause in one.clauses
        ]
        return any(word in text for word in words for text in texts)

    def open_to(self, utterance: Utterance) -> tuple[str, ...]:
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
            one for one, policy in known if not (policy and policy.scheme in basic and not can_mean(policy, str(own)))
        )

    def without_set_aside(self, utterance: Utterance, current: Sequence[str]) -> Utterance:
        """An utterance without the schemes that it names only as not meant, and that the documents asked have not.

        没得职工医保,能参加重庆的吗; 老汉有职工医保,不算他.
        """
        known = self._places.of(utterance.places) or utterance.policies or current
        gone = [
            one
            for one in utterance.schemes
            if known
            and not any(self._fit.can_be(policy, one) for policy in known)
            and is_set_aside(utterance.text, self._scheme_words.get(one, (one,)))
        ]
        if not gone:
            return utterance
        facts = {name: value for name, value in utterance.facts.items() if name != _OWN_SCHEME or value not in gone}
        return replace(utterance, facts=facts, schemes=tuple(one for one in utterance.schemes if one not in gone))
