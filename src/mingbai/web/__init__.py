"""The page people talk to: Gradio behind one function, `serve`."""

from mingbai.environment import close_outside_doors

close_outside_doors()

from mingbai.web.serving import serve  # noqa: E402

__all__ = ["serve"]
