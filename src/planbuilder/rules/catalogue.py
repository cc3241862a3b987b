"""The list of all checks, in the order in which people read them. A rule that is not here does not exist."""

from planbuilder.rules import team
from planbuilder.rules._rule import Rule

CATALOGUE: tuple[Rule, ...] = (team.role_without_deputy,)
