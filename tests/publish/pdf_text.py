"""PDF text: what does a reader's program find in a PDF that Typst made? Just enough of the format for that."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
FACE = re.compile(rb"/(\w+) [\d.]+ Tf")
HEXED = re.compile(rb"<([0-9A-F]+)>")
MARKED = re.compile(rb"/\w+<<[^\n]*?>>BDC")
ESCAPE = re.compile(rb"\\(\d{3}|.)", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# Heads of pages, page numbers and heads of tables that are shown again: for the eye, not part of the text.
ARTIFACT = re.compile(rb"/Artifact[^\n]*BDC.*?EMC", re.DOTALL)


def pages(pdf, *, artifacts=False):
    """Text of each page, in the order in which it is drawn."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    kids = re.search(rb"/Type/Pages/Count \d+/Kids\[(.*?)\]", pdf)[1]
    return [_page(objects, int(number), artifacts) for number in re.findall(rb"(\d+) 0 R", kids)]


def titles(pdf):
    """Titles of the file and of its headings, as a reader's program lists them."""
    return [_utf16(hexed) for hexed in re.findall(rb"/Title<FEFF([0-9A-F]*)>", pdf)]


def said_of_pictures(pdf):
    """What stands for a picture when it is read aloud."""
    return [_utf16(hexed) for hexed in re.findall(rb"/Alt<FEFF([0-9A-F]*)>", pdf)]


def _page(objects, number, artifacts):
    page = objects[number]
    resources = objects[_reference(rb"Resources", page)]
    fonts = {
        name: _letters(objects, int(font))
        for name, font in re.findall(
            rb"/(\w+) (\d+) 0 R", re.search(rb"/Font<<(.*?)>>", resources, re.DOTALL)[1]
        )
    }
    content = _stream(objects[_reference(rb"Contents", page)])
    return _shown(content if artifacts else ARTIFACT.sub(b"", content), fonts)


def _shown(content, fonts):
    text, letters, at = "", {}, 0
    content = MARKED.sub(b"", content)
    while at < len(content):
        if face := FACE.match(content, at):
            letters, at = fonts[face[1]], face.end()
        elif hexed := HEXED.match(content, at):
            text, at = text + _read(bytes.fromhex(hexed[1].decode()), letters), hexed.end()
        elif content[at : at + 1] == b"(":
            glyphs, at = _string(content, at + 1)
            text += _read(glyphs, letters)
        else:
            at += 1
    return text


def _read(glyphs, letters):
    return "".join(letters[glyphs[at : at + 2]] for at in range(0, len(glyphs), 2))


def _string(content, start):
    """The bytes of a string and where it ends; brackets within stand unmarked where they close again."""
    at, depth = start, 1
    while depth:
        depth += {b"(": 1, b")": -1}.get(content[at : at + 1], 0)
        at += 2 if content[at : at + 1] == b"\\" else 1
    return ESCAPE.sub(_unescaped, content[start : at - 1]), at


def _unescaped(found):
    said = found[1]
    return bytes([int(said, 8)]) if said.isdigit() else ESCAPED.get(said, said)


def _letters(objects, font):
    cmap = _stream(objects[_reference(rb"ToUnicode", objects[font])])
    return {
        bytes.fromhex(glyph.decode()): _utf16(said)
        for glyph, said in re.findall(rb"<(\w{4})> <(\w+)>\n", cmap)
    }


def _reference(name, body):
    return int(re.search(rb"/" + name + rb" (\d+) 0 R", body)[1])


def _stream(body):
    return zlib.decompress(STREAM.search(body)[1])


def _utf16(hexed):
    return bytes.fromhex(hexed.decode()).decode("utf-16-be")
