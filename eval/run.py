"""`python -m eval.run`: asks every question, scores the answers, keeps a dated report; fails under a threshold."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic_evals import Case, Dataset
from rich.console import Console
from rich.table import Table

from eval.asking import Answer, ask
from eval.baselines import score_baselines
from eval.kept import Change, Record, change, last_kept
from eval.plot import plot
from eval.report import write_report
from eval.retrieval import score_retrieval
from eval.schema import Question, QuestionFile, read_questions
from eval.scores import Scores
from eval.summary import Evaluated, Summary
from mingbai.assistant.assistant import Assistant
from mingbai.settings import Settings

REPORTS = Path("reports")


def evaluate(assistant: Assistant, questions: Iterable[Question], *, shows_progress: bool = True) -> Evaluated:
    """Every question asked, one after the other, and scored."""
    dataset = Dataset[tuple[str, ...], Answer, Question](
        name="mingbai",
        cases=[Case(name=one.id, inputs=one.turns, metadata=one) for one in questions],
        evaluators=[Scores(assistant.library.corpus.vocabulary)],
    )

    def answer(turns: tuple[str, ...]) -> Answer:
        return ask(assistant, turns)

    return dataset.evaluate_sync(answer, max_concurrency=1, progress=shows_progress)


def run(
    only: Annotated[str, typer.Option(help="only questions whose id or file begins with this")] = "",
    reports: Annotated[Path, typer.Option(help="the folder in which reports are kept")] = REPORTS,
) -> None:
    """Ask the questions of eval/questions, score the answers, keep the report (Markdown, JSON and a plot)."""
    logging.getLogger("mingbai").setLevel(logging.ERROR)
    asked = _chosen(read_questions(), only)
    if not asked:
        raise typer.BadParameter(f"no question and no file begins with “{only}”")
    questions = [question for question, _ in asked.values()]
    settings = Settings()
    assistant = Assistant.from_settings(settings)
    assistant.warm()
    evaluated = evaluate(assistant, questions)
    summary = Summary(
        evaluated,
        {id_: file for id_, (_, file) in asked.items()},
        score_retrieval(assistant.library, questions),
        score_baselines(settings, questions),
    )
    report, changed = keep(summary, datetime.now(UTC).astimezone(), reports)
    _show(summary, report, changed)
    if summary.below():
        raise typer.Exit(1)


def keep(summary: Summary, at: datetime, folder: Path) -> tuple[Path, Change | None]:
    """Write the report of a run at a time into a folder: Markdown, JSON and a plot; how it differs from the last."""
    folder.mkdir(parents=True, exist_ok=True)
    before = last_kept(folder)
    record = Record.of(summary, at)
    changed = change(before, record) if before else None
    report = folder / f"{record.stem}.md"
    drawing = report.with_suffix(".svg")
    plot(record, before, drawing)
    report.write_text(write_report(summary, record, changed, drawing.name), encoding="utf-8")
    report.with_suffix(".json").write_text(record.model_dump_json(indent=1), encoding="utf-8")
    return report, changed


def _chosen(files: Mapping[str, QuestionFile], only: str) -> dict[str, tuple[Question, str]]:
    """The questions asked, by id, each with its file."""
    return {
        question.id: (question, name)
        for name, file in files.items()
        for question in file.questions
        if question.id.startswith(only) or name.startswith(only)
    }


def _show(summary: Summary, report: Path, changed: Change | None) -> None:
    console = Console()
    table = Table("score", "right", "of", "share", title="Evaluation")
    for name, (right, asked) in summary.totals().items():
        table.add_row(name, str(right), str(asked), f"{right / asked:.1%}")
    console.print(table)
    for case in summary.wrong():
        broken = [name for name, one in case.assertions.items() if not one.value]
        console.print(f"{case.name}: {', '.join(broken)}", markup=False)
    for crash in summary.evaluated.failures:
        console.print(f"{crash.name}: {crash.error_message}", markup=False)
    for name, ids in (("right", changed.turned_right), ("wrong", changed.turned_wrong)) if changed else ():
        if ids:
            console.print(f"Turned {name} since the last kept report: {', '.join(ids)}", markup=False)
    console.print(f"Report: {report}", markup=False)
    for line in summary.below():
        console.print(f"Below the threshold: {line}", style="bold red", markup=False)


if __name__ == "__main__":
    typer.run(run)
