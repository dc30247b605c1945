"""Old format: tiny compound files and .xls sheets, written by hand because no library here writes them."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GLOBALS, SHEET = 0x0005, 0x0010


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file (OLE2) of a few streams, each padded to the size that needs no small sectors."""
    bodies = {
        name: body.ljust(4096, b"\0").ljust(-(-len(body) // SECTOR) * SECTOR, b"\0")
        for name, body in streams.items()
    }
    fat, sectors, entries = [FAT, END], b"", [_entry("Root Entry", 5, child=1, start=END, size=0)]
    for number, (name, body) in enumerate(bodies.items(), 1):
        start, count = len(fat), len(body) // SECTOR
        fat += [*range(start + 1, start + count), END]
        sectors += body
        entries.append(
            _entry(name, 2, right=number + 1 if number < len(bodies) else FREE, start=start, size=len(body))
        )
    assert len(fat) <= 128
    assert len(entries) <= 4
    table = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    return _header() + table + b"".join(entries).ljust(SECTOR, b"\0") + sectors


def _header() -> bytes:
    fixed = MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    chains = struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0)
    return fixed + chains + struct.pack("<109I", 0, *[FREE] * 108)


def _entry(name: str, kind: int, *, right: int = FREE, child: int = FREE, start: int, size: int) -> bytes:
    written = f"{name}\0".encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB3I", len(written), kind, 1, FREE, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def xls(rows: list[list[str | float]], *, state: int = 0, left: int = 0) -> bytes:
    """A legacy workbook of one sheet: texts and numbers, from the column `left` on; `state` 1 hides the sheet."""
    name = "数据".encode("utf-16-le")
    bound = struct.pack("<BBBB", state, 0, 2, 1) + name
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, GLOBALS, 0, 0, 0, 6)) + _record(
        0x0042, struct.pack("<H", 1200)
    )
    start = len(head) + 4 + 4 + len(bound) + 4
    book = head + _record(0x0085, struct.pack("<I", start) + bound) + _record(0x000A, b"")
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, SHEET, 0, 0, 0, 6))
    for row, cells in enumerate(rows):
        sheet += b"".join(_cell(row, column, cell) for column, cell in enumerate(cells, left))
    return compound({"Workbook": book + sheet + _record(0x000A, b"")})


def _cell(row: int, column: int, cell: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return _record(0x0204, place + struct.pack("<HB", len(cell), 1) + text)
    return _record(0x0203, place + struct.pack("<d", cell))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body
