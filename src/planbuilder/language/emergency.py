"""Short numbers that everybody in a country may call: emergencies and national helplines."""

EVERYWHERE = frozenset({"112"})

BY_COUNTRY: dict[str, frozenset[str]] = {
    "AT": frozenset({"122", "133", "144"}),
    "BE": frozenset({"100", "101", "102", "105", "106", "107", "116000", "1722"}),
    "CA": frozenset({"911", "988", "811", "211", "311"}),
    "CH": frozenset({"117", "118", "143", "144", "145", "147", "1414"}),
    "DE": frozenset({"110", "116117", "116116"}),
    "ES": frozenset({"061", "062", "080", "091", "092", "016", "017", "024"}),
    "FR": frozenset(
        {
            "15",
            "17",
            "18",
            "114",
            "115",
            "116000",
            "116006",
            "116117",
            "119",
            "191",
            "196",
            "197",
            "3018",
            "3114",
            "3919",
        }
    ),
    "GB": frozenset({"999", "111", "101", "105", "18000"}),
    "IE": frozenset({"999"}),
    "IT": frozenset({"113", "115", "117", "118", "1522"}),
    "LU": frozenset({"113"}),
    "MC": frozenset({"15", "17", "18"}),
    "NL": frozenset({"113", "116117", "0900"}),
    "PT": frozenset({"115", "117", "144"}),
    "US": frozenset({"911", "988", "211", "311"}),
}
"""By ISO code; the sources are the countries' own emergency pages, read in general, not one by one."""


def is_emergency(digits: str, country: str | None) -> bool:
    """Whether a short number is one for everybody; without a country, any country's counts."""
    if digits in EVERYWHERE:
        return True
    if country is None:
        return any(digits in numbers for numbers in BY_COUNTRY.values())
    return digits in BY_COUNTRY.get(country, frozenset())
