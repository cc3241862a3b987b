"""Rows that repeat themselves, in fewer bytes: the names of the fields once, and what several rows say once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def packed(rows: Sequence[Mapping[str, Any]], fields: Sequence[str]) -> dict[str, Any]:
    """`rows` as lists of the values of `fields`, where a number stands for one of the texts `said`.

    The first text said is none: it stands for a field that a row does not have. Values are texts, lists and mappings
    of them.
    """
    counted = Counter(text for row in rows for text in _texts(list(row.values())))
    often = sorted((text for text, count in counted.items() if count > 1), key=lambda text: -counted[text])
    numbers = {text: number for number, text in enumerate(("", *often))}

    def short(value: Any) -> Any:
        if isinstance(value, str):
            return numbers.get(value, value)
        if isinstance(value, Mapping):
            return {key: short(below) for key, below in value.items()}
        return [short(below) for below in value]

    lists = [[short(row.get(field, "")) for field in fields] for row in rows]
    for values in lists:
        while values[-1:] == [0]:
            values.pop()
    return {"fields": list(fields), "said": list(numbers), "rows": lists}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for below in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(below)
