"""The alert chain, against an oracle that walks through every minute."""
