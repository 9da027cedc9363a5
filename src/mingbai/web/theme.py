"""How the page looks: Gradio's theme in the house colours, and the page's own style sheet."""

from __future__ import annotations

import json
from urllib.parse import quote

from gradio.themes import Base, Color, Font

from mingbai.web import words
from mingbai.web.assets import asset
from mingbai.web.english_table import table_json

# Only fonts that come with the reader's system: nothing is fetched.
CJK_FONTS = (
    "PingFang SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "system-ui",
    "sans-serif",
)
_MONO_FONTS = ("ui-monospace", "Consolas", "Noto Sans Mono CJK SC", "monospace")
_TEAL = Color(
    "#effaf7", "#d5f1ea", "#aee3d6", "#7bcdbc", "#45b09d",
    "#23917f", "#0f7466", "#0c5d53", "#0b4a43", "#0a3d38", "#05231f",
    name="mingbai-teal",
)  # fmt: skip
_STONE = Color(
    "#fafaf9", "#f4f4f2", "#e7e7e3", "#d5d5cf", "#a5a59d",
    "#75756d", "#57574f", "#44443e", "#2b2b27", "#1d1d1a", "#121210",
    name="mingbai-stone",
)  # fmt: skip


def house_theme() -> Base:
    """Gradio's theme in the house colours, for light and dark."""
    return Base(
        primary_hue=_TEAL,
        secondary_hue=_TEAL,
        neutral_hue=_STONE,
        font=[Font(name) for name in CJK_FONTS],
        font_mono=[Font(name) for name in _MONO_FONTS],
    ).set(
        body_background_fill="*neutral_50",
        body_background_fill_dark="*neutral_950",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_600",
        button_primary_text_color="white",
    )


def house_head() -> str:
    """What goes into the head of the page: the house mark as its icon, so that none is looked for elsewhere.

    With it go the styles that Gradio must not prefix, and the script that shows the tabs before anything is painted.
    """
    icon = f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{quote(asset("mark.svg"))}">'
    told = f"window.mbWords = {table_json()};\nwindow.mbLost = {json.dumps(words.LOST, ensure_ascii=False)};"
    scripts = "\n".join((told, *map(asset, ("english.js", "chat/restart.js", "page.js"))))
    return f"{icon}<style>{asset('shell.css')}{asset('print.css')}</style><script>{scripts}</script>"


def house_css() -> str:
    """The page's own style sheets."""
    return asset("style.css") + asset("tabs.css") + asset("quiz/quiz.css") + asset("quiz/trainer.css")
