"""Switches of the libraries under the page that must be set before they are imported."""

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
    """Keep Gradio and the model libraries from calling any host; must run before Gradio is imported."""
    os.environ.update(_NO_OUTSIDE_CALLS)
    for name, value in _OFFLINE_UNLESS_ASKED.items():
        os.environ.setdefault(name, value)
