"""What is looked up for a message whose sum would need more to be told: what is written, or what was imported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mingbai.assistant.conversation.state import State, Topic
from mingbai.assistant.finding.following import Following
from mingbai.assistant.moves import Call, Move
from mingbai.assistant.openings.straight_lines import is_silence
from mingbai.assistant.outcome import Searched
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.look_ups.looking_up import LookUps
from mingbai.language.asking import HOW_MUCH
from mingbai.language.parts import parts_of
from mingbai.language.utterance import Utterance

__all__ = ["InsteadOfAsking", "place_signs"]

_PLACE = 3
"""So many signs of a title tell the place of a document that no list has (云梦泽居民医疗保险办法)."""
_OF_RULE = ("cap", "whether", "what", "deductible")
_WHICH = re.compile("还是|多[大高]|哪")
_MUCH = f"(?:{HOW_MUCH}|几(?:个|块)?钱|几[成百千万])"  # a share of the bill, too (报几成)
_OF_BILL = re.compile(  # what is paid of one's own bill, still to be told; 财政补多少, 清单报多少钱以上的 is written
    f"[报赔](?:销|付|偿)?(?:得到?|到|给|我|了|回来?|下来?)?{_MUCH}(?![块元]?钱?以[上下])"
    f"|(?:能|可以)再?[给补拿](?:到|回来?)?{_MUCH}|差{_MUCH}|花"
)


class InsteadOfAsking:
    """Finds what answers a message without the question that its sum would need; `signs` tell the imports' places."""

    def __init__(self, look_ups: LookUps, following: Following, bills: SettledBills, signs: Mapping[str, str]) -> None:
        self._look_ups = look_ups
        self._following = following
        self._bills = bills
        self._signs = signs

    def of(self, utterance: Utterance, state: State, before: Topic | None) -> tuple[Move, State] | None:
        """The search to make, and the state with it; None where the question has to be asked."""
        return self._of_imported(utterance, state) or self._of_what_is_written(utterance, state, before)

    def _of_imported(self, utterance: Utterance, state: State) -> tuple[Move, State] | None:
        """The search of a document that somebody imported, where a message that names no other begins as its title."""
        begun = (document for document, signs in self._signs.items() if signs in utterance.text)
        named = next(begun, None) if not state.documents else None
        if named is None:
            return None
        return self._look_ups.look_up(utterance, replace(state, topic="fact", documents=(named,)), None)

    def _of_what_is_written(
        self, utterance: Utterance, state: State, before: Topic | None
    ) -> tuple[Move, State] | None:
        """The search that answers a message straight which asks for no sum.

        A figure in it (听说是十万,到底多少万到顶) is no bill where it asks for a bound, a meaning, for yes or no.
        """
        asks = is_question(utterance) or _WHICH.search(utterance.text) is not None
        if utterance.problem or _OF_BILL.search(utterance.text) or not asks:
            return None
        is_of_rule = "estimate" not in utterance.intents and utterance.asks in _OF_RULE
        if self._bills.any_of({**state.facts, **utterance.facts}) and not is_of_rule:
            return None
        move, after = self._look_ups.look_up(utterance, replace(state, topic="fact"), before)
        if not isinstance(move, Call):
            return None
        is_led = self._is_led(move) or self._are_led(parts_of(utterance.text), move)
        return (move, after) if is_led else None

    def _are_led(self, parts: Sequence[str], move: Call) -> bool:
        """Whether each of several questions is answered straight, though all of them together are not."""
        each = (replace(move, arguments={**move.arguments, "query": one}) for one in parts)
        return len(parts) > 1 and all(map(self._is_led, each))

    def _is_led(self, move: Call) -> bool:
        found = self._following.find(move.arguments)
        return isinstance(found, Searched) and bool(found.lead) and not is_silence(found.lead or "")


def place_signs(imported: Mapping[str, str], known: Iterable[str]) -> dict[str, str]:
    """The first signs of the title of each imported document, where these stand in none of the `known` names.

    居民医保补充规定 begins as half the documents are called, and is not what everybody means who says so.
    """
    names = tuple(known)
    begun = {document: title[:_PLACE] for document, title in imported.items() if len(title) > _PLACE}
    return {document: signs for document, signs in begun.items() if not any(signs in name for name in names)}
