"""Many people asking at once: each with a session of their own, over HTTP, as a browser asks."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

_PATIENCE_SECONDS = 60.0
_SESSION_DIGITS = 11


@dataclass(frozen=True)
class Waited:
    """How long one person waited for the whole answer, and what came."""

    seconds: float
    answer: str


def ask_at_once(address: str, question: str, people: int) -> list[Waited]:
    """What each of `people` got who asked the page at `address` at the same moment.

    Raises:
        httpx.HTTPError: where the page refuses or is away.
        ValueError: where it answers with an error.
    """
    return asyncio.run(_ask_at_once(address, question, people))


async def _ask_at_once(address: str, question: str, people: int) -> list[Waited]:
    unlimited = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(
        base_url=address, timeout=_PATIENCE_SECONDS, limits=unlimited, trust_env=False
    ) as client:
        asking = _asking((await client.get("config")).raise_for_status().json(), question)
        return list(await asyncio.gather(*(_ask(client, asking) for _ in range(people))))


def _asking(config: dict[str, Any], question: str) -> dict[str, Any]:
    """The request with which the page's own box asks."""
    box = next(one["id"] for one in config["components"] if "mb-box" in (one["props"].get("elem_classes") or ()))
    event = next(one for one in config["dependencies"] if [box, "submit"] in one["targets"])
    data = [question if given == box else None for given in event["inputs"]]
    return {"data": data, "event_data": None, "fn_index": event["id"], "trigger_id": box}


async def _ask(client: httpx.AsyncClient, asking: dict[str, Any]) -> Waited:
    session = uuid4().hex[:_SESSION_DIGITS]
    started = time.perf_counter()
    (await client.post("gradio_api/queue/join", json=asking | {"session_hash": session})).raise_for_status()
    answer = ""
    async with client.stream("GET", "gradio_api/queue/data", params={"session_hash": session}) as events:
        async for line in events.aiter_lines():
            told = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {"msg": ""}
            if told["msg"] == "process_generating":
                answer = line
            if told["msg"] == "process_completed":
                if not told["success"]:
                    raise ValueError(line)
                break
    return Waited(time.perf_counter() - started, answer)
