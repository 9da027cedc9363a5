"""The only doors through which text becomes HTML: everything that came from a person or a file is escaped."""

from __future__ import annotations

from html import escape

from markdown_it import MarkdownIt

# No images, because the reader's browser would fetch them from any host; no links, because the page names no host.
_MARKDOWN = (
    MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table").disable(["image", "link", "autolink"])
)


def text_html(text: str) -> str:
    """`text` as HTML that shows exactly these characters, also inside a quoted attribute."""
    return escape(text, quote=True)


def markdown_html(text: str) -> str:
    """Markdown as HTML, where tags, pictures and links in the source stay visible text."""
    return str(_MARKDOWN.render(text))


def button_html(label: str, *, css: str, **data: str) -> str:
    """A button whose `data-…` attributes the transcript's script reads."""
    attributes = "".join(f' data-{name}="{text_html(value)}"' for name, value in data.items())
    return f'<button type="button" class="{css}"{attributes}>{text_html(label)}</button>'
