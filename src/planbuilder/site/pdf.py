"""Paper as PDF: tagged, with bookmarks, its fonts inside. The only module that knows WeasyPrint."""

import logging

from planbuilder.messages import say
from planbuilder.site.outcome import CannotBuild

INSTALL = 'pip install "planbuilder[pdf]"'


def to_pdf(html: str) -> bytes:
    """A page as PDF: the language, the title and the day are those that the page says.

    Raises CannotBuild where WeasyPrint, or the libraries of the system that it draws with, are not installed.
    """
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of rules that only browsers know
    try:
        from weasyprint import HTML  # slow, and only for a PDF
        from weasyprint.urls import URLFetcher
    except ImportError:
        raise CannotBuild(
            say("A PDF needs WeasyPrint, which is not installed here."),
            say("Run `{command}`, or leave out `--format pdf` and print the page from a browser.", command=INSTALL),
        ) from None
    except OSError:
        raise CannotBuild(
            say("A PDF needs Pango, a library of the system, which is not installed here."),
            say("On Debian and Ubuntu run `apt install libpango-1.0-0 libpangoft2-1.0-0`; elsewhere ask your system."),
        ) from None
    # nothing is fetched for a sheet of paper: all of it stands in the page, its pictures too
    page = HTML(string=html, media_type="print", url_fetcher=URLFetcher(allowed_protocols=["data"]))
    written: bytes = page.write_pdf(pdf_tags=True)
    return written
