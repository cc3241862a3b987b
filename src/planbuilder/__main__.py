"""`python -m planbuilder`."""

from planbuilder.commands import main

main()
