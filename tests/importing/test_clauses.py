"""Cutting a document: by articles and items, with headings kept, tables whole, each clause knowing where it stands."""

from mingbai.importing.blocks import Block, Grid, Paragraph
from mingbai.importing.clauses import LEFT_OUT, Piece, cut

FILLER = "参保人员应当按照规定办理有关手续,经办机构应当在规定的时间内办结。"  # 34 characters


def _cut(*lines: str | Grid) -> dict[str, Piece]:
    blocks: list[Block] = [Paragraph(line) if isinstance(line, str) else line for line in lines]
    pieces = cut(blocks, "某市办法")
    assert len({one.locator for one in pieces}) == len(pieces)
    return {one.locator: one for one in pieces}


def test_an_article_is_a_clause_and_what_stands_before_the_first_is_the_first_part():
    found = _cut("某市居民医保办法", "第一章 总则", "第一条 为了规范管理,制定本办法。", "第二条 本市居民适用。")
    assert list(found) == ["首段", "第一条", "第二条"]
    assert found["首段"].text == "某市居民医保办法"
    assert found["第一条"].text == "第一章 总则\n\n第一条 为了规范管理,制定本办法。"
    assert found["第二条"].title == "总则 · 本市居民适用"


def test_a_heading_in_brackets_is_the_title():
    assert _cut("第三条【起付标准】每次住院扣200元。")["第三条"].title == "起付标准"


def test_an_article_with_few_items_stays_whole():
    found = _cut("第四条 下列费用不报:", "(一)工伤的;", "(二)第三人负担的。")
    assert list(found) == ["第四条"]
    assert found["第四条"].text.endswith("(一)工伤的;\n\n(二)第三人负担的。")


def test_a_long_article_is_cut_at_its_items_and_each_keeps_the_heading():
    found = _cut("第五条 下列费用不报:", "(一)" + FILLER * 5, "(二)" + FILLER * 5, "第六条 完。")
    assert list(found) == ["第五条(一)", "第五条(二)", "第六条"]
    assert found["第五条(一)"].text == "第五条 下列费用不报:\n\n(一)" + FILLER * 5
    assert found["第五条(二)"].text == f"第五条 下列费用不报:\n\n{LEFT_OUT}\n\n(二)" + FILLER * 5


def test_small_items_of_a_long_article_stand_together():
    items = [f"({number}){FILLER}" for number in "一二三四五六七八九十"]  # 37 characters each: 8 make 296
    found = _cut("第五条 要做到:", *items)
    assert list(found) == ["第五条(一)至(八)", "第五条(九)至(十)"]


def test_items_in_one_long_paragraph_are_found():
    found = _cut(f"第七条 分三种:(一){FILLER * 5}(二){FILLER * 5}(三)照前两项。")
    assert list(found) == ["第七条(一)", "第七条(二)", "第七条(三)"]


def test_levels_of_a_notice_make_one_locator():
    found = _cut("一、待遇", "(一)住院", f"1.起付线。{FILLER * 5}", f"2.比例。{FILLER * 5}", "二、缴费", "每年300元。")
    assert list(found) == ["一(一)1", "一(一)2", "二"]
    assert found["一(一)1"].text.startswith("一、待遇\n\n(一)住院\n\n1.起付线。")


def test_articles_that_begin_anew_in_an_annex_name_it():
    found = _cut("第一条 甲。", "第二条 乙。", "附件1 细则", "第一条 丙。")
    assert list(found) == ["第一条", "第二条", "附件1 第一条"]


def test_a_reference_is_no_article():
    found = _cut("第八条 按比例报。", "第三条规定的情形除外。", "第九条 完。")
    assert list(found) == ["第八条", "第九条"]
    assert found["第八条"].text.endswith("第三条规定的情形除外。")


def test_a_figure_or_a_level_at_the_beginning_is_no_item():
    found = _cut("第八条 如下。", "1.5万元以上的另行规定。", "一、二级医院相同。")
    assert list(found) == ["第八条"]


def test_items_counted_on_from_the_part_before_are_items():
    found = _cut("一、甲", f"1.{FILLER * 5}", f"2.{FILLER * 5}", "二、乙", f"3.{FILLER * 5}", f"4.{FILLER * 5}")
    assert list(found) == ["一1", "一2", "二3", "二4"]


def test_a_table_stays_whole_with_its_header_and_its_article():
    rows = (("级别", "起付线"), *((f"{number}级", f"{number}00元") for number in range(1, 60)))
    found = _cut("第十条 起付线如下表:", Grid(rows), "第十一条 完。")
    assert list(found) == ["第十条", "第十一条"]
    lines = found["第十条"].text.splitlines()
    assert lines[2:5] == ["| 级别 | 起付线 |", "| --- | --- |", "| 1级 | 100元 |"]
    assert lines[-1] == "| 59级 | 5900元 |"


def test_who_signed_and_when_is_the_last_part():
    found = _cut("第一条 甲。", "某市医疗保障局", "2020年3月1日")
    assert found["末段"].text == "某市医疗保障局\n\n2020年3月1日"


def test_a_text_without_numbers_is_named_by_its_first_words():
    found = _cut(*[f"{number}月的情况是这样的。{FILLER * 5}" for number in ("三", "四")])
    assert list(found) == ["首段", "「四月的情况是这样的。参保」"]


def test_a_very_long_sentence_is_not_cut():
    sentence = "第一条 " + "参保" * 500
    assert [one.text for one in _cut(sentence).values()] == [sentence]


def test_headings_without_numbers_hold_what_follows():
    blocks = [Paragraph("住院待遇", 2), Paragraph("扣200元。"), Paragraph("缴费", 2), Paragraph("交300元。")]
    found = cut(blocks, "说明")
    assert [(one.locator, one.title) for one in found] == [("首段", "住院待遇"), ("「缴费」", "缴费")]
    assert found[1].text == "缴费\n\n交300元。"
