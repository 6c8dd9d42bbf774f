"""Workbooks written by hand, part by part, with what the files of other programs have."""

import io
import zipfile
from collections.abc import Mapping

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Which part is what: without it real programs open nothing.
KINDS = {"workbook": "sheet.main", "styles": "styles", "sharedStrings": "sharedStrings"} | dict.fromkeys(
    ("worksheets/sheet1", "worksheets/sheet2"), "worksheet"
)
TYPES = "".join(
    (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"',
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        *(
            f'<Override PartName="/xl/{part}.xml" ContentType="{SHEETS}.{kind}+xml"/>'
            for part, kind in KINDS.items()
        ),
        "</Types>",
    )
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="3">
<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/>
<numFmt numFmtId="165" formatCode="[$RM-43E]#,##0.00"/>
<numFmt numFmtId="166" formatCode="[$-409]d\\-mmm\\-yyyy;@"/>
</numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="14"/><xf numFmtId="164"/>
<xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>"""

# Names of columns above whatever is tried
NAMED = '<row r="1"><c r="A1" t="inlineStr"><is><t>No</t></is></c><c r="B1" t="str"><v>Gaji</v></c></row>'


def workbook(
    rows: str,
    strings: str = "",
    *,
    sheets: str = "",
    properties: str = "",
    instead: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A workbook whose first sheet has these rows.

    `strings` are the texts that cells share, `instead` parts that take the place of others.
    """
    first = '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        # Google names the parts from the top, others from the folder
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "/xl/worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("worksheet", "worksheets/sheet2.xml"),
        ),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}'
        f"<sheets>{sheets or first}</sheets></workbook>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": sheet(rows),
        "xl/worksheets/sheet2.xml": sheet(
            '<row r="1"><c r="A1"><v>2</v></c></row><row r="2"><c><v>3</v></c></row>'
        ),
        **(instead or {}),
    }
    return packed(parts)


def placed(cells: list[str]) -> str:
    """Rows below the names, each with one cell, and one far below without anything in it."""
    rows = (f'<row r="{row}"><c r="B{row}" {cell}</c></row>' for row, cell in enumerate(cells, 2))
    return NAMED + "".join(rows) + '<row r="9999"><c r="A9999" s="1"/></row>'


def sheet(rows: str) -> str:
    """The part with these rows."""
    # what the sheet says of its size is wrong, as some programs leave it
    return f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{rows}</sheetData></worksheet>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A packed file with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # without the time of the clock
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _relations(*relations: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
