"""Opens a workbook in LibreOffice as a person would, types into cells, saves it as XLSX.

office.py FROM TO EDITS: EDITS is a file of lines "sheet<TAB>cell<TAB>kind<TAB>value"; kind is text,
number or percent. A line "*<TAB>fill" fills in the column of figures of every sheet.
"""
import os, signal, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException


NUMBER_FORMAT_PERCENT = 128


def prop(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(
                "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice does not answer")


def fill(sheet):
    """Figures down the column, each of them another one; a second share of one indicator smaller."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress.EndRow
    rows = sheet.getCellRangeByPosition(0, 4, 8, last).getDataArray()
    figures = []
    start = 4
    before = ""
    for at, row in enumerate(rows):
        unit, key = row[3], row[8]
        if not key:
            # A heading is locked: nothing is typed there.
            enter(sheet, start, figures)
            figures, start = [], 4 + at + 1
        elif unit == "%" and figures and key.split(":")[0] == before:
            figures.append((round(figures[-1][0] - 0.3, 1),))
        elif unit == "%":
            figures.append((50 + (at * 7 + len(sheet.Name)) % 500 / 10,))
        elif "Đạt" in unit:
            figures.append(("Đạt" if at % 3 else "Chưa đạt",))
        else:
            figures.append((30 + at % 20,))
        before = key.split(":")[0]
    enter(sheet, start, figures)


def enter(sheet, start, figures):
    if figures:
        below = sheet.getCellRangeByPosition(5, start, 5, start + len(figures) - 1)
        below.setDataArray(tuple(figures))


def main(source, target, edits):
    home = tempfile.mkdtemp()
    pipe = "dondoc%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nolockcheck",
         "-env:UserInstallation=file://" + home, "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context)
        book = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(source), "_blank", 0, (prop("Hidden", True),))
        for line in open(edits, encoding="utf-8"):
            sheet, cell, *what = line.rstrip("\n").split("\t")
            if sheet == "*":
                for name in book.Sheets.ElementNames:
                    fill(book.Sheets.getByName(name))
                continue
            at = book.Sheets.getByName(sheet).getCellRangeByName(cell)
            kind, value = what
            if kind == "text":
                at.setString(value)
            elif kind == "percent":
                # Only an unlocked sheet lets the look of a cell be changed.
                at.Spreadsheet.unprotect("")
                at.setValue(float(value))
                at.NumberFormat = book.NumberFormats.getStandardFormat(NUMBER_FORMAT_PERCENT, at.CharLocale)
            else:
                at.setValue(float(value))
        book.storeToURL(
            uno.systemPathToFileUrl(target), (prop("FilterName", "Calc MS Excel 2007 XML"),))
        book.close(True)
        try:
            desktop.terminate()
        except DisposedException:
            # It hung up before it said goodbye; the file is saved by then.
            pass
        office.wait(20)
    finally:
        if office.poll() is None:
            os.killpg(office.pid, signal.SIGKILL)


main(*sys.argv[1:])
