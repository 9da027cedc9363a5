"""The score by topic as a picture: a bar for each topic, with the same said in words."""

from __future__ import annotations

from collections.abc import Mapping

from mingbai.web.markup import text_html
from mingbai.web.quiz import words

_WIDTH, _ROW, _BAR = 640, 40, 18
_LEFT, _RIGHT = 210, 60


def topics_html(by_topic: Mapping[str, tuple[int, int]]) -> str:
    """The picture of how many answers were right, topic by topic; nothing where none was given."""
    if not by_topic:
        return ""
    said = "；".join(
        words.QUIZ_TOPIC_SAYS.format(topic=topic, right=right, answered=answered)
        for topic, (right, answered) in by_topic.items()
    )
    most = max(answered for _, answered in by_topic.values())
    rows = "".join(_row(at, topic, *counts, most) for at, (topic, counts) in enumerate(by_topic.items()))
    return (
        f'<section class="mb-quiz-topics"><h3>{words.QUIZ_BY_TOPIC}</h3>'
        f'<svg viewBox="0 0 {_WIDTH} {_ROW * len(by_topic)}" role="img" aria-label="{text_html(said)}">{rows}</svg>'
        f"</section>"
    )


def _row(at: int, topic: str, right: int, answered: int, most: int) -> str:
    middle = at * _ROW + _ROW / 2
    unit = (_WIDTH - _LEFT - _RIGHT) / most
    bar = f'x="{_LEFT}" y="{middle - _BAR / 2:.0f}" height="{_BAR}" rx="4"'
    return (
        f'<text x="{_LEFT - 14}" y="{middle + 6:.0f}" text-anchor="end">{text_html(topic)}</text>'
        f'<rect class="mb-quiz-all" {bar} width="{unit * answered:.1f}"/>'
        f'<rect class="mb-quiz-right" {bar} width="{unit * right:.1f}"/>'
        f'<text x="{_LEFT + unit * answered + 10:.1f}" y="{middle + 6:.0f}">{right}/{answered}</text>'
    )
