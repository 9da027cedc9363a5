"""Documents made for the tests: the same paragraphs and tables written as each format."""

import html
import io
from collections.abc import Sequence
from pathlib import Path

from docx import Document

Rows = Sequence[Sequence[str]]
Piece = str | Rows
"""A paragraph, or a table with its header first."""


def write(folder: Path, name: str, pieces: Sequence[Piece]) -> Path:
    """A file of the format its name ends with."""
    path = folder / name
    path.write_bytes(_WRITERS[path.suffix](pieces))
    return path


def _text(pieces: Sequence[Piece]) -> bytes:
    parts = [one if isinstance(one, str) else "\n".join("\t".join(row) for row in one) for one in pieces]
    return "\n".join(parts).encode()


def _markdown(pieces: Sequence[Piece]) -> bytes:
    return "\n\n".join(one if isinstance(one, str) else _pipes(one) for one in pieces).encode()


def _pipes(rows: Rows) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:]))


def _page(pieces: Sequence[Piece]) -> bytes:
    body = "".join(f"<p>{html.escape(one)}</p>" if isinstance(one, str) else _cells(one) for one in pieces)
    return f"<!doctype html><html><head><title>网页</title></head><body>{body}</body></html>".encode()


def _cells(rows: Rows) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{html.escape(one)}</td>' for one in row) for row in rows)}</table>"


def _word(pieces: Sequence[Piece]) -> bytes:
    document = Document()
    for one in pieces:
        if isinstance(one, str):
            document.add_paragraph(one)
            continue
        table = document.add_table(len(one), len(one[0]))
        for cells, row in zip(table.rows, one, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def portable(pages: Sequence[Sequence[str]], drawn: Sequence[str] = ()) -> bytes:
    """A PDF with these lines on its pages, in a font that says which character each of its signs is.

    `drawn` gives how each page is drawn, where it is not just line after line.
    """
    signs = sorted({ord(sign) for page in pages for line in page for sign in line}) or [32]
    chars = "".join(f"<{sign:04X}> <{sign:04X}>\n" for sign in signs)
    unicode = f"/CIDInit /ProcSet findresource begin begincmap\n{len(signs)} beginbfchar\n{chars}endbfchar\nendcmap end"
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R]"
        " /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /DW 1000 >>",
        _stream(unicode),
    ]
    drawn = drawn or [_shown(lines) for lines in pages]
    for number, content in enumerate(drawn):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(_stream(content))
    return _assembled(objects)


def coded(text: str) -> str:
    """A text as the made PDFs write it."""
    return f"<{''.join(f'{ord(sign):04X}' for sign in text)}>"


def _shown(lines: Sequence[str]) -> str:
    shown = "".join(f"{coded(line)} Tj T*\n" for line in lines)
    return f"BT /F 10 Tf 14 TL 50 800 Td\n{shown}ET"


def ruled(pages: Sequence[Sequence[Piece]]) -> bytes:
    """A PDF with these paragraphs, a line each, and these tables, each cell in a frame."""
    texts = [
        [cell for one in page for row in ([[one]] if isinstance(one, str) else one) for cell in row] for page in pages
    ]
    return portable(texts, [_drawn(page) for page in pages])


def _drawn(page: Sequence[Piece]) -> str:
    height, out = 810, ""
    for one in page:
        widths = [0] if isinstance(one, str) else [12 + 10 * max(map(len, column)) for column in zip(*one, strict=True)]
        for row in [[one]] if isinstance(one, str) else one:
            height -= 16
            left = 50
            for cell, width in zip(row, widths, strict=True):
                out += f"BT /F 10 Tf {left + 4} {height + 4} Td {coded(cell)} Tj ET\n"
                out += f"{left} {height} {width} 16 re S\n" if width else ""
                left += width
        height -= 8
    return out


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assembled(objects: Sequence[str]) -> bytes:
    out, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def _lines(pieces: Sequence[Piece]) -> bytes:
    lines = [one if isinstance(one, str) else "\n".join("  ".join(row) for row in one) for one in pieces]
    return portable([[line for part in lines for line in part.split("\n")]])


_WRITERS = {".txt": _text, ".md": _markdown, ".html": _page, ".docx": _word, ".pdf": _lines}
FORMATS = tuple(_WRITERS)
