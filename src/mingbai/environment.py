"""Switches of libraries that would call hosts; they must be set before the libraries are imported."""

from __future__ import annotations

import os

_NO_OUTSIDE_CALLS = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    "GRADIO_SHARE": "False",
    "LANGSMITH_TRACING": "false",
}
_OFFLINE_UNLESS_ASKED = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


def close_outside_doors() -> None:
    """Keep Gradio, LangChain and the model libraries from calling any host; must run before they are imported.

    Where another encoder is named, its library may look it up.
    """
    os.environ.update(_NO_OUTSIDE_CALLS)
    if os.environ.get("MINGBAI_ENCODER"):
        return
    for name, value in _OFFLINE_UNLESS_ASKED.items():
        os.environ.setdefault(name, value)
