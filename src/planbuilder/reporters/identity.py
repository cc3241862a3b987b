"""What a finding is, whatever line it stands on: reports of two days can be compared by it."""

from collections import Counter
from collections.abc import Sequence

from planbuilder.digest import sha256
from planbuilder.findings import Finding


def identities(plan: str, findings: Sequence[Finding]) -> list[str]:
    """For each finding of a plan 32 hexadecimal digits that no other has.

    They come from the plan's name, the check, the address and the English sentence without its values: moving or
    translating the plan does not change them. Findings alike in all of it are numbered in their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for finding in findings:
        same = (plan, finding.check, finding.address, finding.kind, finding.message.text)
        seen[same] += 1
        told = "\0".join((*same, str(seen[same])))
        made.append(sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return made
