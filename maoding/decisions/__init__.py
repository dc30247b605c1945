"""Decisions: what does this rule table say of these rows? Knows tables and columns, nothing of cities.

>>> from fractions import Fraction
>>> table = read_table({
...     "name": "pace",
...     "hit_policy": "unique",
...     "inputs": {
...         "completion_rate": {"type": "number", "zh": "完成率", "en": "completion rate", "unit": "%"},
...         "due_share": {"type": "number", "zh": "序时进度", "en": "due share", "unit": "%"},
...     },
...     "measures": {"behind": {"is": "due_share - completion_rate", "zh": "低于序时进度", "en": "behind"}},
...     "outcomes": {"light": {"zh": "灯", "en": "light"}},
...     "rows": [
...         {"behind": "<= 0", "light": "green"},
...         {"behind": "[10..30]", "light": "yellow"},
...         {"behind": "> 30", "light": "red"},
...         {"behind": "(0..10)", "light": "green", "gap": True},
...     ],
... })
>>> decide_one(table, {"completion_rate": Fraction("49.99"), "due_share": Fraction(50)}).note
'not_in_rule'

and of a whole frame, with the completion rate worked out exactly from amounts in 分 and months gone of twelve:

    decide(frame, table, {"completion_rate": Ratio("done", "target", times=100),
                          "due_share": Ratio("months_gone", "months", times=100)})
"""

from maoding.decisions.columns import decide, reach
from maoding.decisions.faults import RuleError
from maoding.decisions.inputs import Ratio, Scaled, Standing, Text, YesNo
from maoding.decisions.reading import read_table
from maoding.decisions.record import Decision, Facts, decide_one, explain_one
from maoding.decisions.table import Table
from maoding.decisions.wording import rows_in_words

__all__ = [
    "Decision",
    "Facts",
    "Ratio",
    "RuleError",
    "Scaled",
    "Standing",
    "Table",
    "Text",
    "YesNo",
    "decide",
    "decide_one",
    "explain_one",
    "reach",
    "read_table",
    "rows_in_words",
]
