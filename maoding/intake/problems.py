"""Problems: what is wrong, where does it stand, and how can a clerk mend it?"""

from dataclasses import dataclass

from maoding.terms.language import say


@dataclass(frozen=True)
class Problem:
    """One thing a clerk has to know: the place, the reason and the mend, in the reader's language.

    `row` is the number Excel shows (0: the file or sheet as a whole), `column` the heading as the file writes it,
    `cell` the address such as C6 (empty where it is not one cell).
    """

    file: str
    sheet: str
    row: int
    column: str
    cell: str
    reason: str
    mend: str

    def __str__(self) -> str:
        spot = self.cell or (say("第{row}行", row=self.row) if self.row else "")
        heading = say("“{column}”列", column=self.column) if self.column else ""
        place = " ".join(word for word in (self.file, self.sheet, spot, heading) if word)
        return say("{place}：{reason}。{mend}", place=place, reason=self.reason, mend=self.mend)


def about_file(file: str, reason: str, mend: str, sheet: str = "") -> Problem:
    """Make a problem of a whole file or sheet."""
    return Problem(file, sheet, 0, "", "", reason, mend)


class UnreadableFileError(Exception):
    """A file nothing can be read from; `problem` tells the clerk why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class UnfitCellError(ValueError):
    """A cell that does not hold what its column asks for; the place is added by whoever knows the row."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(f"{reason}。{mend}")
        self.reason = reason
        self.mend = mend


class MisfitUnitError(UnfitCellError):
    """A unit of another family than the indicator's: the row may be about another indicator altogether."""
