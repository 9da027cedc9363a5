"""What an import will store, shown before it is stored."""

from __future__ import annotations

from rich.markup import escape
from rich.table import Table

from mingbai.importing.document import ImportedDocument
from mingbai.importing.text import one_line

_FIRST_WORDS = 30


def preview(document: ImportedDocument, replaces: ImportedDocument | None) -> Table:
    """The clauses of a document in order: locator, title, first words, number of characters."""
    title = f"《{document.title}》({document.file},{len(document.clauses)}条)"
    if replaces is not None:
        title += f",替换 {replaces.imported_on} 导入的 {replaces.file}"
    table = Table("出处", "标题", "开头", "字数", title=escape(title), caption=";".join(document.notes) or None)
    for clause in document.clauses:
        words = (clause.locator, clause.title, one_line(clause.text)[:_FIRST_WORDS])
        table.add_row(*map(escape, words), str(len(clause.text)))
    return table


def listing(documents: list[ImportedDocument]) -> Table:
    """What is stored: name, title, file, number of clauses, day of import."""
    table = Table("名字", "标题", "文件", "条数", "导入日期")
    for one in documents:
        table.add_row(*map(escape, (one.name, one.title, one.file)), str(len(one.clauses)), str(one.imported_on))
    return table
