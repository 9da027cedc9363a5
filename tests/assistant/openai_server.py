"""An HTTP server on loopback that speaks the OpenAI chat-completions protocol and misbehaves as a script tells it."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Messages = Sequence[dict[str, Any]]
_KEY = "the-key-of-the-tests"
_PIECE = 7


@dataclass(frozen=True)
class Said:
    """What the model says; `calls` are tools with their arguments as JSON text, which may be broken."""

    text: str = ""
    calls: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> dict[str, Any]:
        calls = [
            {"id": f"call_{number}", "type": "function", "function": {"name": name, "arguments": arguments}}
            for number, (name, arguments) in enumerate(self.calls)
        ]
        message = {"role": "assistant", "content": self.text or None}
        return {**message, "tool_calls": calls} if calls else message

    @property
    def finish(self) -> str:
        return "tool_calls" if self.calls else "stop"


@dataclass(frozen=True)
class Failed:
    """An HTTP error."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Silent:
    """No answer for as long as the client waits, nor a byte of one."""


@dataclass(frozen=True)
class Dribbled:
    """A blank every now and then, so that no wait for a byte is ever long, and never an answer."""


@dataclass(frozen=True)
class CutOff:
    """An answer of which only the first half comes before the connection closes."""

    of: Said = field(default_factory=Said)


@dataclass(frozen=True)
class Unfinished:
    """Half an answer, whole by HTTP: the model was stopped at its limit, or its stream ends without a word why."""

    of: Said


@dataclass(frozen=True)
class Raw:
    """Bytes that may be no JSON, nor even text."""

    body: bytes


Answer = Said | Failed | Silent | Dribbled | CutOff | Unfinished | Raw
Script = Callable[[Messages], Answer]


class OpenAIServer(ThreadingHTTPServer):
    """Answers by its script; `bodies` holds every request as it came over the wire."""

    daemon_threads = False
    block_on_close = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: Script = lambda messages: Said("")
        self.bodies: list[str] = []
        self.is_over = Event()
        self._thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    @property
    def key(self) -> str:
        return _KEY

    def __enter__(self) -> "OpenAIServer":
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.is_over.set()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: OpenAIServer
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        """Says nothing: the tests look at what the assistant logs."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.close_connection = True
        self.server.bodies.append(body)
        if self.path != "/v1/chat/completions" or self.headers["Authorization"] != f"Bearer {_KEY}":
            self._fail(Failed(404 if self.path != "/v1/chat/completions" else 401))
            return
        asked = json.loads(body)
        complaint = complaint_about(asked["messages"])
        if complaint:
            self._fail(Failed(400), complaint)
            return
        self._answer(self.server.script(asked["messages"]), is_streamed=bool(asked.get("stream")))

    def _answer(self, answer: Answer, *, is_streamed: bool) -> None:
        match answer:
            case Failed():
                self._fail(answer)
            case Silent():
                self.server.is_over.wait(10)
            case Dribbled():
                self._dribble()
            case CutOff():
                self._send(answer.of, is_streamed=is_streamed, is_whole=False)
            case Unfinished():
                self._stop_early(answer.of, is_streamed=is_streamed)
            case Raw():
                self._head(200, ("Content-Length", str(len(answer.body))))
                self.wfile.write(answer.body)
            case Said():
                self._send(answer, is_streamed=is_streamed, is_whole=True)

    def _stop_early(self, said: Said, *, is_streamed: bool) -> None:
        half = Said(said.text[: len(said.text) // 2])
        if is_streamed:
            self._stream(list(_chunks(half))[:-1], is_whole=True)
            return
        completion = _completion(half)
        completion["choices"][0]["finish_reason"] = "length"
        body = json.dumps(completion).encode()
        self._head(200, ("Content-Length", str(len(body))))
        self.wfile.write(body)

    def _fail(self, failed: Failed, message: str = "as the script says") -> None:
        body = json.dumps({"error": {"message": message, "type": "scripted", "code": None}}).encode()
        self._head(failed.status, ("Content-Length", str(len(body))), *failed.headers)
        self.wfile.write(body)

    def _send(self, said: Said, *, is_streamed: bool, is_whole: bool) -> None:
        if is_streamed:
            self._stream(list(_chunks(said)), is_whole=is_whole)
            return
        body = json.dumps(_completion(said)).encode()
        self._head(200, ("Content-Length", str(len(body))))
        self.wfile.write(body if is_whole else body[: len(body) // 2])

    def _stream(self, chunks: Sequence[dict[str, Any]], *, is_whole: bool) -> None:
        self._head(200, ("Transfer-Encoding", "chunked"), kind="text/event-stream")
        for chunk in chunks if is_whole else chunks[: len(chunks) // 2]:
            self._event(json.dumps(chunk))
        if is_whole:
            self._event("[DONE]")
            self.wfile.write(b"0\r\n\r\n")

    def _event(self, data: str) -> None:
        event = f"data: {data}\n\n".encode()
        self.wfile.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")

    def _dribble(self) -> None:
        self._head(200, ("Content-Length", "1000000"))
        for _ in range(100):
            self.wfile.write(b" ")
            if self.server.is_over.wait(0.1):
                return

    def _head(self, status: int, *headers: tuple[str, str], kind: str = "application/json") -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Connection", "close"), *headers):
            self.send_header(name, value)
        self.end_headers()


def complaint_about(messages: Messages) -> str | None:
    """What a real service would not take: calls without their results, results without their calls, no content.

    Nor a system message after the first one: the chat templates of some models have no place for it.
    """
    waiting: set[str] = set()
    if any(message["role"] == "system" for message in messages[1:]):
        return "System message must be at the beginning."
    for message in messages:
        if message["role"] == "tool":
            if message["tool_call_id"] not in waiting:
                return "a tool message must follow the call it answers"
            waiting.discard(message["tool_call_id"])
            continue
        if waiting:
            return "tool calls must be followed by tool messages"
        waiting = {call["id"] for call in message.get("tool_calls") or ()}
        if message["role"] not in ("system", "user", "assistant") or (message["content"] is None and not waiting):
            return "a message without content"
    return "tool calls must be followed by tool messages" if waiting else None


def _completion(said: Said) -> dict[str, Any]:
    choice = {"index": 0, "message": said.message, "finish_reason": said.finish, "logprobs": None}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {**_shell("chat.completion"), "choices": [choice], "usage": usage}


def _chunks(said: Said) -> Iterator[dict[str, Any]]:
    """The answer in pieces, as it is streamed: text and arguments cut anywhere."""
    yield _chunk({"role": "assistant", "content": ""})
    for piece in _pieces(said.text):
        yield _chunk({"content": piece})
    for number, call in enumerate(said.message.get("tool_calls", ())):
        named = {**call["function"], "arguments": ""}
        yield _chunk({"tool_calls": [{**call, "index": number, "function": named}]})
        for piece in _pieces(call["function"]["arguments"]):
            yield _chunk({"tool_calls": [{"index": number, "function": {"arguments": piece}}]})
    yield _chunk({}, said.finish)


def _pieces(text: str) -> Iterator[str]:
    yield from (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
    return {**_shell("chat.completion.chunk"), "choices": [choice]}


def _shell(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "object": kind, "created": 1700000000, "model": "scripted"}
