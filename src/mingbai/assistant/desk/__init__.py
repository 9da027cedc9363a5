"""What the page's tabs need beside the conversation: a form to compute by, a curve, checklists, the shelf of policies.

Plain functions over a library or a toolbox, giving frozen records in words a person reads.
"""

from mingbai.assistant.desk.counter import (
    Deadline,
    Demand,
    Handout,
    Procedure,
    deadlines,
    handout,
    note,
    places,
    procedures,
)
from mingbai.assistant.desk.curve import Curve, Kink, Point, curve
from mingbai.assistant.desk.form import Form, Option, Question, computable, form
from mingbai.assistant.desk.health import Health, PolicyHealth, health
from mingbai.assistant.desk.rule_words import Row
from mingbai.assistant.desk.shelf import (
    Edition,
    Entry,
    Found,
    Leaf,
    Volume,
    edition,
    find,
    leaf,
    shelf,
    volume,
)
from mingbai.assistant.desk.what_if import Alternative, Comparison, what_if
from mingbai.assistant.desk.worked import WorkedView

__all__ = [
    "Alternative",
    "Comparison",
    "Curve",
    "Deadline",
    "Demand",
    "Edition",
    "Entry",
    "Form",
    "Found",
    "Handout",
    "Health",
    "Kink",
    "Leaf",
    "Option",
    "Point",
    "PolicyHealth",
    "Procedure",
    "Question",
    "Row",
    "Volume",
    "WorkedView",
    "computable",
    "curve",
    "deadlines",
    "edition",
    "find",
    "form",
    "handout",
    "health",
    "leaf",
    "note",
    "places",
    "procedures",
    "shelf",
    "volume",
    "what_if",
]
