"""Crisis plans as code: read, checked, published."""

__version__ = "0.1.0"
