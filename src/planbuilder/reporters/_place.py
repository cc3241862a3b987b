"""Where a finding stands, as reports write it."""

import os

from planbuilder.findings import Finding


def shown_file(finding: Finding) -> str:
    """The file as the person named its folder, with slashes on every system."""
    return finding.span.file.replace(os.sep, "/")


def place(finding: Finding) -> str:
    """`file:line:column`."""
    return f"{shown_file(finding)}:{finding.span.line}:{finding.span.column}"
