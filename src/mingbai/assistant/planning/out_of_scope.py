"""What is declined: a place that no document covers, a scheme of which the place has none."""

from __future__ import annotations

from mingbai.assistant.library import Library
from mingbai.assistant.moves import Say
from mingbai.assistant.which_policy.scheme_beside import names_beside
from mingbai.assistant.which_policy.scope import Scope
from mingbai.assistant.words import Phrases
from mingbai.language.utterance import Utterance


class OutOfScope:
    """Says what is not answered of one library, in its phrases."""

    def __init__(self, library: Library, phrases: Phrases) -> None:
        self._library = library
        self._corpus = library.corpus
        self._phrases = phrases

    def of(self, utterance: Utterance, scope: Scope) -> Say | None:
        """What is said of a place that no document covers, or of a scheme of which the place has none; else None."""
        if scope.uncovered:
            return self._phrases.not_covered(scope.uncovered, scope.mentioned)
        if scope.wrong_scheme and not self._speaks_of_scheme(utterance, scope):
            return self._phrases.wrong_scheme(scope.wrong_scheme, scope.documents)
        return None

    def _speaks_of_scheme(self, utterance: Utterance, scope: Scope) -> bool:
        """Whether a document of another scheme is known to be asked about the one named (我妈有社保,要带她的证吗)."""
        naming = (str(scope.wrong_scheme), *self._corpus.vocabulary.schemes.get(str(scope.wrong_scheme), ()))
        own = [self._corpus.policies[one] for one in scope.documents if one in self._corpus.policies]
        texts = (clause.text for one in own for clause in one.clauses)
        places = (*utterance.spoken.values(), *(name for one in own for name in (*one.place, *one.also_called)))
        if "compare" not in utterance.intents and names_beside(utterance.text, naming, places, texts):
            return True
        return self._library.asked.is_known(utterance.text, scope.documents, naming)
