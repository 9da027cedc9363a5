"""The evaluation as Markdown: totals, tables, and each failure with what was asked, expected and got."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from eval.asking import Answer
from eval.kept import Change, Record
from eval.retrieval import MEASURES, Retrieval
from eval.summary import Crashed, Scored, Share, Summary

_MEASURED = (
    "tool: share of estimates and answers from clauses for which the tool they need was called; facts: share of the "
    "facts given that the last tool call had; recall: share of the clauses expected that are cited; precision: share "
    "of the cited clauses that were expected or carry a statement line; characters: of the text outside lists; "
    "seconds: the last turn, tracing included."
)

_WHOLE = ("tool", "facts", "recall", "precision")


def write_report(summary: Summary, record: Record, change: Change | None, plot: str | None = None) -> str:
    """The whole report; `change` is how it differs from the last one kept, `plot` the name of the plot's file."""
    sections = {
        "Since the last kept report": _changed(change) if change else "No earlier report was kept.",
        "Scores": _share_table("score", summary.totals()),
        "Measures": _measure_table(summary),
        "By file": _share_table("file", summary.by_file()),
        "By kind expected": _share_table("kind", summary.by_kind()),
        "By status expected": _share_table("status", summary.by_status()),
        "By voice": _share_table("voice", summary.by_voice()),
        "Retrieval": _retrieval(summary.retrieval) if summary.retrieval else "Not run.",
        "What the search adds to the answers": _answers(summary) if summary.answers else "Not run.",
        "Measures that fell short": _short(summary),
        "Failures": "\n\n".join(_failures(summary)) or "None.",
    }
    head = [f"# Evaluation of {record.at:%Y-%m-%d %H:%M}", *_verdict(summary)]
    head += [f"![shares right and clauses found]({plot})"] if plot else []
    parts = [*head, *(f"## {title}\n\n{text}" for title, text in sections.items())]
    return "\n\n".join(parts) + "\n"


def _verdict(summary: Summary) -> Iterator[str]:
    right, asked = summary.totals()["fully right"]
    yield f"{right} of {asked} questions fully right ({right / asked:.1%})."
    yield f"False answers: {summary.false_answers()}. False refusals: {summary.false_refusals()}."
    below = summary.below()
    yield f"**Below the threshold:** {'; '.join(below)}." if below else "All thresholds are met."


def _changed(change: Change) -> str:
    """Questions that turned, and each score's difference on the questions that both runs asked."""
    listed = {
        "Turned right": change.turned_right,
        "Turned wrong": change.turned_wrong,
        "New": change.new,
        "Gone": change.gone,
    }
    lines = [f"Compared with {change.before.at:%Y-%m-%d %H:%M}."]
    lines += [f"{name}: {', '.join(ids) or 'none'}." for name, ids in listed.items()]
    rows = (
        [name, f"{_ratio(was):.1%}", f"{_ratio(is_):.1%}", f"{100 * (_ratio(is_) - _ratio(was)):+.1f}"]
        for name, (was, is_) in change.shares.items()
    )
    return "\n\n".join((*lines, _table(["score", "before", "now", "points"], rows)))


def _ratio(share: Share) -> float:
    """The share that is right; nothing asked is nothing wrong."""
    right, asked = share
    return right / asked if asked else 1.0


def _answers(summary: Summary) -> str:
    rows = (
        [system, *(f"{right} of {asked} ({_ratio((right, asked)):.1%})" for right, asked in shares.values())]
        for system, shares in summary.answers.items()
    )
    names = next(iter(summary.answers.values()))
    return _table(["ranked by", *names], rows)


def _short(summary: Summary) -> str:
    """The measures of single questions that are not whole, each with its reason."""
    found = [
        f"- {case.name}, {name} {one.value:.2f}: {_inline(one.reason)}"
        for case in summary.evaluated.cases
        for name, one in case.scores.items()
        if name in _WHOLE and one.value < 1
    ]
    return "\n".join(found) or "None."


def _share_table(label: str, shares: Mapping[str, Share]) -> str:
    rows = ([name, str(right), str(asked), f"{right / asked:.1%}"] for name, (right, asked) in shares.items())
    return _table([label, "right", "of", "share"], rows)


def _measure_table(summary: Summary) -> str:
    rows = ([name, *(f"{value:.3f}" for value in spread)] for name, spread in summary.measures().items())
    table = _table(["measure", "mean", "p50", "p95", "max"], rows)
    return f"{table}\n\n{_MEASURED}"


def _retrieval(retrieval: Retrieval) -> str:
    rows = (
        [place, system, *(f"{scores[name]:.3f}" for name in MEASURES)]
        for (place, system), scores in retrieval.scores.items()
    )
    table = _table(["searched", "by", *MEASURES], rows)
    missed = f"Not among the first five: {', '.join(retrieval.missed)}." if retrieval.missed else "None missed in five."
    head = f"{retrieval.questions} questions that rest on a clause found."
    return f"{head}\n\n{table}\n\nWithin the policy, fused: {missed}"


def _failures(summary: Summary) -> Iterator[str]:
    for case in summary.wrong():
        yield _failure(case)
    for crash in summary.evaluated.failures:
        yield f"### {crash.name}\n\n{_asked(crash)}\n\nCrashed: `{crash.error_message}`"


def _failure(case: Scored) -> str:
    broken = [f"- **{name}**: {_inline(one.reason)}" for name, one in case.assertions.items() if not one.value]
    broken += [f"- **{one.name}** could not be scored: {one.error_message}" for one in case.evaluator_failures]
    facts = case.scores.get("facts")
    if facts and facts.reason:
        broken.append(f"- facts: {facts.reason}")
    return f"### {case.name}\n\n{_asked(case)}\n\n" + "\n".join(broken) + f"\n\n{_got(case.output)}"


def _asked(case: Scored | Crashed) -> str:
    note = f"\n\nNote: {case.metadata.note}" if case.metadata and case.metadata.note else ""
    return "Asked: " + " → ".join(case.inputs) + note


def _got(answer: Answer) -> str:
    calls = [f"`{call.tool}` {_inline(str(dict(call.arguments)))}" for call in answer.calls]
    quoted = "\n".join(f"> {line}" for line in answer.reply.text.splitlines())
    return f"Called: {'; '.join(calls) or 'no tool'}\n\nReply ({answer.reply.kind}):\n\n{quoted}"


def _inline(text: str | None) -> str:
    return " ".join((text or "").split())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
