import logging
import os
from collections.abc import Iterator

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.finding.clause_leads import ClauseLeads
from mingbai.assistant.finding.clauses_meant import ClausesMeant
from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ChatTurn
from mingbai.corpus.reader import Corpus
from tests.assistant.openai_server import OpenAIServer
from tests.assistant.talking import QUESTION, Ask


@pytest.fixture(scope="session")
def library(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The real corpus, with an index of its own."""
    return Library(corpus, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def leads(library: Library) -> ClauseLeads:
    """What the rules under a clause of the real corpus say straight to a question."""
    return ClauseLeads(library)


@pytest.fixture(scope="session")
def policy_leads(library: Library) -> PolicyLeads:
    """What the policies of the real corpus say straight to a question."""
    return PolicyLeads(library)


@pytest.fixture(scope="session")
def clauses_meant(library: Library) -> ClausesMeant:
    """The clauses of the real corpus by the rules under them."""
    return ClausesMeant(library)


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    """The assistant as it is without a language model."""
    return Assistant(library)


@pytest.fixture(scope="module")
def server() -> Iterator[OpenAIServer]:
    """A service that speaks OpenAI's protocol, for tests that need the extra `llm`; in CI it is never missing."""
    if os.environ.get("CI") != "true":
        pytest.importorskip("langchain_openai", reason="needs the extra: pip install '.[llm]'")
    with OpenAIServer() as running:
        yield running


@pytest.fixture
def ask(
    server: OpenAIServer, library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Ask:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    caplog.set_level(logging.WARNING, logger="mingbai")
    server.bodies.clear()
    return Ask(server, library)


@pytest.fixture(scope="module")
def right(assistant: Assistant) -> str:
    """The words of the rule-driven answer to QUESTION."""
    reply = assistant.reply([ChatTurn(role="user", text=QUESTION)])
    assert reply.estimate is not None
    assert reply.estimate.amount == "13140.00"  # (30000-800)*45%
    assert "13,140.00元" in reply.text
    return reply.text
