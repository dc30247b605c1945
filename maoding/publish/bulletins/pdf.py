"""PDF: what does a letter look like on paper, in the layout of official letters (GB/T 9704—2012)?

`letter.typ` is the layout. The file is PDF/A (an archive takes it), tagged for readers by ear, and the same letter
gives the same bytes on the same fonts.
"""

from pathlib import Path

from maoding.publish.bulletins.letter import Letter
from maoding.publish.bulletins.parts import drawings, parts
from maoding.publish.bulletins.typesetting import document

TEMPLATE = Path(__file__).with_name("letter.typ")


def pdf(letter: Letter) -> bytes:
    """The letter as PDF; LookupError where fonts or ECharts are missing, saying what to install."""
    charts = {f"chart-{number}.svg": drawn.encode() for number, drawn in enumerate(drawings(letter), start=1)}
    return document(TEMPLATE.read_bytes(), parts(letter), charts, letter.day)
