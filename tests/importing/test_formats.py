"""What is peculiar to each format: encodings, tables that frame a page, numbers Word counts, lines a PDF breaks."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from mingbai.importing import ImportedDocument, read_document
from mingbai.importing.blocks import Block, Grid
from mingbai.importing.reading import read_content
from tests.importing.made import portable

DAY = date(2026, 1, 2)


def _read(folder: Path, name: str, data: bytes) -> ImportedDocument:
    (folder / name).write_bytes(data)
    return read_document(folder / name, DAY)


def _blocks(ending: str, data: bytes | str) -> tuple[Block, ...]:
    return read_content(data.encode() if isinstance(data, str) else data, ending).blocks


def _texts(ending: str, data: bytes | str) -> list[str]:
    return [block.text for block in _blocks(ending, data)]


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
    def test_usual_encodings_are_read(self, encoding: str):
        assert _texts(".txt", "第一条 医保起付线２００元。".encode(encoding)) == ["第一条 医保起付线200元。"]

    def test_what_changes_a_figure_is_not_made_usual(self):
        assert _texts(".txt", "①5万元,10²元,（甲）") == ["①5万元,10²元,（甲）"]

    def test_lines_with_tabs_are_a_table(self):
        assert _blocks(".txt", "级别\t起付线\n一级\t150\n完")[0] == Grid((("级别", "起付线"), ("一级", "150")))

    def test_lines_broken_at_the_page_are_put_together(self):
        whole = "参保人员在定点医疗机构发生的住院费用由基金按规定支付"  # 26 characters: 52 columns
        assert _texts(".txt", f"{whole}\n的部分按比例报销。\n第二条 完。") == [
            f"{whole}的部分按比例报销。",
            "第二条 完。",
        ]

    def test_figures_of_two_lines_do_not_grow_together(self):
        line = "参保人员在定点医疗机构发生的住院费用起付线为150"
        assert _texts(".txt", f"{line}\n200两种情况。") == [f"{line} 200两种情况。"]


class TestMarkdown:
    def test_headings_tables_and_lists(self):
        found = _blocks(".md", "# 办法\n\n| 级别 | 比例 |\n|---|:--:|\n| 一级 | 80% |\n\n- 甲\n- 乙\n")
        assert [one.text for one in found[:1]] == ["办法"]
        assert found[1] == Grid((("级别", "比例"), ("一级", "80%")))
        assert [one.text for one in found[2:]] == ["- 甲", "- 乙"]


class TestPages:
    def test_scripts_are_left_out_and_the_charset_is_heard(self):
        page = (
            '<html><head><meta charset="gb2312"><title>某市</title><script>var a=1</script></head><p>扣200元</p></html>'
        )
        assert _texts(".html", page.encode("gb18030")) == ["扣200元"]

    def test_a_head_that_is_never_closed_does_not_hide_the_page(self):
        assert _texts(".html", "<html><head><title>某市</title><p>扣200元") == ["扣200元"]

    def test_a_table_that_lays_out_the_page_is_paragraphs_and_the_one_in_it_a_table(self):
        inner = "<table><tr><th>级别<th>比例<tr><td>一级<td>80%</table>"
        found = _blocks(".html", f"<table><tr><td>菜单<td><p>第一条 甲。</p>{inner}<p>第二条 乙。</p></table>")
        assert [one.text for one in found if not isinstance(one, Grid)] == ["菜单", "第一条 甲。", "第二条 乙。"]
        assert found[2] == Grid((("级别", "比例"), ("一级", "80%")))

    def test_a_cell_over_several_rows_stands_in_each(self):
        table = "<table><tr><td rowspan=2>住院<td>一级<td>80%<tr><td>二级<td>70%<tr><td colspan=2>门诊<td>50%</table>"
        rows = (("住院", "一级", "80%"), ("住院", "二级", "70%"), ("门诊", "", "50%"))
        assert _blocks(".html", table) == (Grid(rows),)

    def test_a_raised_figure_does_not_lengthen_the_one_before_it(self):
        assert _texts(".html", "<p>每人3000<sup>1</sup>元</p>") == ["每人3000¹元"]


class TestWord:
    def _bytes(self, document: object) -> bytes:
        stream = io.BytesIO()
        document.save(stream)  # type: ignore[attr-defined]
        return stream.getvalue()

    def test_numbers_that_word_counts_are_written(self):
        document = Document()
        numbering = document.part.numbering_part.element
        levels = [("chineseCountingThousand", "第%1条"), ("chineseCounting", "(%2)")]
        inner = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for depth, (form, text) in enumerate(levels)
        )
        numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{inner}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        for depth, text in ((0, "甲。"), (1, "乙;"), (1, "丙。"), (0, "丁。"), (1, "戊。")):
            properties = document.add_paragraph(text)._p.get_or_add_pPr()
            properties.append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>')
            )
        assert _texts(".docx", self._bytes(document)) == ["第一条甲。", "(一)乙;", "(二)丙。", "第二条丁。", "(一)戊。"]

    def test_headings_have_their_level_and_merged_cells_their_words(self, tmp_path: Path):
        document = Document()
        document.add_heading("某市居民医保待遇", 1)
        table = document.add_table(3, 2)
        for cell, text in zip(table._cells, ["就医", "比例", "住院", "80%", "", "70%"], strict=True):
            cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        found = _read(tmp_path, "a.docx", self._bytes(document))
        assert found.title == "某市居民医保待遇"
        assert found.clauses[0].text.splitlines()[-2:] == ["| 住院 | 80% |", "| 住院 | 70% |"]

    def test_deleted_words_are_left_out_and_inserted_ones_kept(self):
        document = Document()
        paragraph = document.add_paragraph("每人")._p
        for tag, text in (("ins", "<w:t>300</w:t>"), ("del", "<w:delText>200</w:delText>")):
            paragraph.append(parse_xml(f"<w:{tag} {nsdecls('w')}><w:r>{text}</w:r></w:{tag}>"))
        document.add_paragraph("元")
        assert _texts(".docx", self._bytes(document)) == ["每人300", "元"]

    def test_page_heads_are_kept_at_the_end(self):
        document = Document()
        document.add_paragraph("第一条 甲。")
        document.sections[0].header.paragraphs[0].text = "某医保发〔2020〕8号"
        assert _texts(".docx", self._bytes(document)) == ["第一条 甲。", "某医保发〔2020〕8号"]


class TestPortable:
    def test_broken_lines_are_put_together_and_radicals_read_as_characters(self, tmp_path: Path):
        line = "第一条 参保⼈员本⾝在定点医疗机构发⽣的住院费⽤由基金按规定⽀付"
        found = _read(tmp_path, "办法.pdf", portable([[line, "的部分报60%。", "第二条 居⺠适用。"]]))
        assert [one.text for one in found.clauses] == [
            "第一条 参保人员本身在定点医疗机构发生的住院费用由基金按规定支付的部分报60%。",
            "第二条 居民适用。",
        ]

    def test_page_numbers_are_left_out_where_every_page_has_one(self):
        pages = [["第一条 甲。", "- 1 -"], ["第二条 乙。", "- 2 -"]]
        assert _texts(".pdf", portable(pages)) == ["第一条 甲。", "第二条 乙。"]

    def test_a_last_line_that_is_a_figure_stays(self):
        assert _texts(".pdf", portable([["第一条 甲。", "1"], ["第二条 乙。", "500"]]))[-1] == "500"

    def test_pages_without_text_are_named(self, tmp_path: Path):
        found = _read(tmp_path, "a.pdf", portable([["第一条 甲。"], [], ["第二条 乙。"]]))
        assert found.notes == ("第2页没有文字(可能是扫描的图),没有导入",)


class TestTitles:
    def test_a_document_is_called_what_it_calls_itself(self, tmp_path: Path):
        text = "某市人民政府\n关于印发医保办法的通知\n各县区:\n第一条 甲。"
        assert _read(tmp_path, "a.txt", text.encode()).title == "关于印发医保办法的通知"

    def test_else_what_its_file_is_called(self, tmp_path: Path):
        assert _read(tmp_path, "医保 说明.txt", "第一条 甲。".encode()).title == "医保 说明"
