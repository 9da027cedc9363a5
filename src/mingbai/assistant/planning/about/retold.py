"""Messages that ask of a case which a clause tells (那个简凡花了254万)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from decimal import Decimal

from mingbai.assistant.conversation.state import State
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance

_RETOLD = re.compile("那[个位名](?![每没])([一-鿿]{2})(?![0-9])")
_THAT_ONE = re.compile("那[个位名](?![每没])|报道|新闻")
_THAT_PATIENT = re.compile("那[个位名](?![每没])[^,。;]{0,8}?(?:病人|患者|[男女]的|小伙|姑娘|孩子|老人|大[哥姐爷妈])")
_GREAT = 100_000  # a bill so great, told only about (两百多万), is that of one case that was told
_PARTICULAR = 3  # digits of a figure that hardly any other case has
_FIGURE = re.compile("[0-9][0-9.]*万?")
_YEAR = re.compile("(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9.万元块])")  # of a document, and no figure of a case


def retells(utterance: Utterance, state: State, policies: Collection[Policy]) -> bool:
    """Whether a message asks of a case that a clause tells, by a figure in it and who it was (那个简凡花了254万).

    A name stands in one document alone; without one the figure has to be as particular as few are.
    """
    figures = set(_FIGURE.findall(_YEAR.sub(" ", utterance.text)))
    named = _RETOLD.search(utterance.text)
    if named and figures:
        telling = [[clause.text for clause in policy.clauses if named[1] in clause.text] for policy in policies]
        texts = [some for some in telling if some]
        if len(texts) == 1 and any(_states(text, figures) for text in texts[0]):
            return True
    particular = {one for one in figures if len(one.strip("万0").replace(".", "")) >= _PARTICULAR}
    spoken = [one for one in policies if one.id in utterance.policies or {*one.place} & {*utterance.places}]
    if _THAT_PATIENT.search(utterance.text):
        spoken = spoken or [one for one in policies if one.id in state.documents]
        about = [value for name in utterance.rough if isinstance(value := utterance.facts[name], Decimal)]
        if any(_states_about(clause.text, about) for one in spoken for clause in one.clauses):
            return True
    return _THAT_ONE.search(utterance.text) is not None and any(
        _states(clause.text, particular) for policy in spoken for clause in policy.clauses
    )


def _states(text: str, figures: Iterable[str]) -> bool:
    return not {*_FIGURE.findall(text)}.isdisjoint(figures)


def _states_about(text: str, sums: Iterable[Decimal]) -> bool:
    """Whether a text states a great sum that is told only about (254万 of 两百多万)."""
    great = [one for one in sums if one >= _GREAT]
    written = [
        Decimal(one.removesuffix("万").rstrip(".")) * 10_000 for one in _FIGURE.findall(text) if great and "万" in one
    ]
    return any(one <= figure < one * Decimal("1.5") for one in great for figure in written)
