"""What a sentence gives as an example to the readers of a country: its money, its time zone."""

from functools import cache

_MONEY = {
    "AU": "AUD", "BF": "XOF", "BJ": "XOF", "CA": "CAD", "CD": "CDF", "CG": "XAF", "CH": "CHF", "CI": "XOF",
    "CM": "XAF", "CZ": "CZK", "DK": "DKK", "DZ": "DZD", "GA": "XAF", "GB": "GBP", "HT": "HTG", "HU": "HUF",
    "IN": "INR", "IS": "ISK", "JP": "JPY", "LB": "LBP", "LI": "CHF", "MA": "MAD", "MG": "MGA", "ML": "XOF",
    "NE": "XOF", "NO": "NOK", "NZ": "NZD", "PL": "PLN", "RO": "RON", "SE": "SEK", "SN": "XOF", "TG": "XOF",
    "TN": "TND", "US": "USD", "ZA": "ZAR",
}  # fmt: skip
"""Of countries whose money is not the euro."""

_LARGEST = {"AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto", "RU": "Europe/Moscow"}
"""Where the first time zone in the table is one of few people."""


def money_example(country: str | None) -> str:
    """`30 CAD` for Canada; euros where nothing is known."""
    return f"30 {_MONEY.get(country or '', 'EUR')}"


@cache
def zone_example(country: str | None) -> str:
    """`America/Toronto` for Canada; Europe/Paris where nothing is known."""
    if country is None or country == "FR":
        return "Europe/Paris"
    from planbuilder.plan.zones import zones  # the table is read for a mistake only

    return _LARGEST.get(country) or next((zone for there, zone in zones() if there == country), "Europe/Paris")
