"""Cuts the fonts of this folder out of Debian's packages.

Needs fonttools, fonts-noto-core, fonts-noto-cjk and fonts-dejavu-core; run with the system's Python:

    /usr/bin/python3 assets/fonts/gen/fonts.py

The files come out the same for the same versions of the packages (named in ORIGIN.md).
"""

import os
import sys

from fontTools import merge, subset, ttLib
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

NOTO = "/usr/share/fonts/truetype/noto/"
CJK = "/usr/share/fonts/opentype/noto/"
DEJAVU = "/usr/share/fonts/truetype/dejavu/"
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")

# Faces of the CJK collections.
JP, KR, SC = 0, 1, 2

os.environ["SOURCE_DATE_EPOCH"] = "1640995200"


def block(*ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def coded(encoding, rows, cells):
    """The characters of a double-byte character set."""
    found = set()
    for row in rows:
        for cell in cells:
            try:
                text = bytes([row, cell]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                found.add(ord(text))
    return found


def han(found):
    return {c for c in found if 0x3400 <= c <= 0x9FFF}


HIGH = range(0xA1, 0xFF)
GB2312 = han(coded("gb2312", range(0xB0, 0xF8), HIGH))
BIG5_COMMON = han(coded("big5", range(0xA4, 0xC7), list(range(0x40, 0x7F)) + list(HIGH)))
JIS_COMMON = han(coded("euc_jp", range(0xB0, 0xD0), HIGH))

LATIN = block((0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2AF), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x206F),
              (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x2193),
              (0x2200, 0x22FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD))
CYRILLIC = block((0x400, 0x52F), (0x1C80, 0x1C88), (0x2DE0, 0x2DFF), (0xA640, 0xA69F))
GREEK = block((0x370, 0x3FF), (0x1F00, 0x1FFF))
ARABIC = block((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0x200C, 0x200F))
HEBREW = block((0x590, 0x5FF), (0xFB1D, 0xFB4F), (0x200C, 0x200F), (0x25CC, 0x25CC))
DEVANAGARI = block((0x900, 0x97F), (0xA8E0, 0xA8FF), (0x1CD0, 0x1CFF), (0x200C, 0x200D), (0x25CC, 0x25CC))
KANA = block((0x3040, 0x30FF), (0x31F0, 0x31FF))
HANGUL = block((0x3131, 0x318E), (0xAC00, 0xD7A3))
CJK_MARKS = block((0x3000, 0x303F), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
# Marks that Chinese and Japanese share with Latin, but draw in a square of their own.
WIDE_MARKS = {0xB7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026}
SYMBOLS = block((0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x25FF),
                (0x2600, 0x26FF), (0x2700, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF))


def cut(path, wanted, number=-1, layout=True):
    """Opens one face and keeps the wanted characters of it."""
    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "MATH", "meta"]
    options.layout_features = subset.Options._layout_features_default if layout else []
    if not layout:
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    font = ttLib.TTFont(path, fontNumber=number)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    return font


def rename(font, family, style):
    """A name of its own for every file: names are keys of caches, and of printed documents."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 2, 3, 4, 6):
            names.removeNames(nameID=record.nameID)
    full = family + " " + style
    for number, text in {1: family, 2: style, 3: full, 4: full, 6: full.replace(" ", "")}.items():
        names.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        font["CFF "].cff.fontNames = [full.replace(" ", "")]


def quadratic(font):
    """Turns cubic outlines into quadratic ones: fonts are merged in this form only."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = ttLib.newTable("glyf")
    table.glyphOrder, table.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.2, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = ttLib.newTable("loca"), table
    del font["CFF "]
    table.compile(font)
    for name in order:
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(table.glyphs[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions"):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    maxp.maxComponentElements = max((len(g.components) for g in table.glyphs.values() if g.isComposite()), default=0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def drawings(font):
    """The outlines of a font in the order of its glyphs."""
    glyphs, found = font.getGlyphSet(), []
    for name in font.getGlyphOrder():
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        found.append(pen)
    return found


def cubic(font, outlines):
    """Gives a font these outlines as cubic ones, which readers keep as they lie in the file: a third of the memory."""
    order = font.getGlyphOrder()
    assert len(order) == len(outlines)
    strings = {}
    for name, outline in zip(order, outlines):
        pen = T2CharStringPen(font["hmtx"][name][0], None)
        outline.replay(pen)
        strings[name] = pen.getCharString()
    del font["glyf"], font["loca"]
    FontBuilder(font=font).setupCFF("HexaplaWorld", {}, strings, {})
    font["maxp"].tableVersion = 0x00005000


def unlatin(font, like):
    """Gives a merged font the line of the Latin one, so that a line is as high with it as without."""
    for table, field in (("hhea", "ascent"), ("hhea", "descent"), ("hhea", "lineGap"), ("OS/2", "sTypoAscender"),
                         ("OS/2", "sTypoDescender"), ("OS/2", "sTypoLineGap"), ("OS/2", "usWinAscent"),
                         ("OS/2", "usWinDescent")):
        setattr(font[table], field, getattr(like[table], field))
    font["OS/2"].fsSelection |= 1 << 7


def save(font, name, family, style="Regular"):
    rename(font, family, style)
    path = os.path.join(HERE, name)
    font.save(path)
    print(name, os.path.getsize(path))


def latin():
    for style in ("Regular", "Bold", "Italic"):
        for family in ("Serif", "Sans"):
            font = cut(NOTO + "Noto%s-%s.ttf" % (family, style), LATIN | CYRILLIC | GREEK)
            save(font, "%s-%s.ttf" % (family, style), "Hexapla " + family, style)


def eastern():
    for style in ("Regular", "Bold"):
        save(cut(NOTO + "NotoNaskhArabic-%s.ttf" % style, ARABIC), "SerifArabic-%s.ttf" % style, "Hexapla Serif Arabic", style)
        save(cut(NOTO + "NotoSansArabic-%s.ttf" % style, ARABIC), "SansArabic-%s.ttf" % style, "Hexapla Sans Arabic", style)
    save(cut(NOTO + "NotoSerifHebrew-Regular.ttf", HEBREW), "SerifHebrew-Regular.ttf", "Hexapla Serif Hebrew")
    save(cut(NOTO + "NotoSerifDevanagari-Regular.ttf", DEVANAGARI), "SerifDevanagari-Regular.ttf", "Hexapla Serif Devanagari")


def chinese():
    wanted = GB2312 | BIG5_COMMON | CJK_MARKS | WIDE_MARKS
    save(cut(CJK + "NotoSerifCJK-Regular.ttc", wanted, SC, False), "SerifChinese-Regular.otf", "Hexapla Serif Chinese")


def japanese():
    wanted = JIS_COMMON | KANA | CJK_MARKS | WIDE_MARKS
    save(cut(CJK + "NotoSerifCJK-Regular.ttc", wanted, JP, False), "SerifJapanese-Regular.otf", "Hexapla Serif Japanese")


def symbols():
    dejavu = cut(DEJAVU + "DejaVuSans.ttf", SYMBOLS, layout=False)
    save(dejavu, "Symbols-Regular.ttf", "Hexapla Symbols")
    known = set(dejavu.getBestCmap())
    parts = []
    for name in ("Symbols", "Symbols2"):
        part = cut(NOTO + "NotoSans%s-Regular.ttf" % name, SYMBOLS - known, layout=False)
        known |= set(part.getBestCmap())
        parts.append(os.path.join("/tmp", "hexapla-part-%s.ttf" % name))
        part.save(parts[-1])
    save(merge.Merger().merge(parts), "MoreSymbols-Regular.ttf", "Hexapla More Symbols")
    for path in parts:
        os.remove(path)


def world():
    """One font with everything but Latin, Cyrillic and Greek, for widgets that take a single font beside their own."""
    sans = ttLib.TTFont(NOTO + "NotoSans-Regular.ttf")
    parts, outlines = [], []
    for name, font in (
        ("han", cut(CJK + "NotoSansCJK-Regular.ttc", GB2312 | BIG5_COMMON | JIS_COMMON | KANA | CJK_MARKS, SC, False)),
        ("hangul", cut(CJK + "NotoSansCJK-Regular.ttc", HANGUL, KR, False)),
        ("space", cut(NOTO + "NotoSans-Regular.ttf", {0x20, 0xA0}, layout=False)),
        ("arabic", cut(NOTO + "NotoSansArabic-Regular.ttf", ARABIC)),
        ("hebrew", cut(NOTO + "NotoSansHebrew-Regular.ttf", HEBREW - {0x200C, 0x200D, 0x200E, 0x200F})),
        ("devanagari", cut(NOTO + "NotoSansDevanagari-Regular.ttf", DEVANAGARI - {0x200C, 0x200D, 0x25CC})),
    ):
        outlines += drawings(font)
        if "CFF " in font:
            quadratic(font)
        path = os.path.join("/tmp", "hexapla-part-%s.ttf" % name)
        font.save(path)
        parts.append(path)
    options = merge.Options()
    options.drop_tables = ["vhea", "vmtx", "DSIG", "prep", "gasp", "cvt ", "fpgm"]
    font = merge.Merger(options=options).merge(parts)
    unlatin(font, sans)
    font["post"].formatType = 3.0
    cubic(font, outlines)
    save(font, "World-Regular.otf", "Hexapla World")
    for path in parts:
        os.remove(path)


if __name__ == "__main__":
    for make in (latin, eastern, chinese, japanese, symbols, world):
        if len(sys.argv) < 2 or make.__name__ in sys.argv[1:]:
            make()
