"""Where in an utterance policies are spoken of, and which it names apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance


def spoken_at(policy: Policy, utterance: Utterance) -> int:
    """Where in an utterance a policy is first spoken of, by its names or those of its places."""
    places = (utterance.spoken[one] for one in policy.place if one in utterance.spoken)
    found = [utterance.text.find(name) for name in (*places, policy.title, *policy.also_called)]
    return min((at for at in found if at >= 0), default=0)


def by_place(named: Sequence[str], policies: Mapping[str, Policy], utterance: Utterance) -> list[tuple[str, ...]]:
    """Some policies, by id, in the groups that an utterance names apart, by name or place, in order of speech."""
    groups: dict[str, list[str]] = {}
    for one in named:
        about = policies.get(one)
        if about and (one in utterance.policies or set(about.place) & utterance.spoken.keys()):
            is_named = one in utterance.policies or not about.place
            groups.setdefault(one if is_named else about.place[-1], []).append(one)
    return sorted(map(tuple, groups.values()), key=lambda group: spoken_at(policies[group[0]], utterance))
