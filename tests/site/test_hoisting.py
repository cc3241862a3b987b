"""A page's own scripts stand in its head, in their order; nothing else moves."""

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.pages._templates import encode
from planbuilder.site.hoisting import hoisted

FRAME = '<script src="a.js" defer blocking="render"></script>'


def test_the_scripts_of_the_text_come_after_those_of_the_frame() -> None:
    page = f"""<head>
{FRAME}
</head>
<p>Text</p>
<script src="../b.js" defer></script>
<script src="../c.js" defer></script>
</article>"""
    assert (
        hoisted(page)
        == f"""<head>
{FRAME}
<script src="../b.js" defer blocking="render"></script>
<script src="../c.js" defer blocking="render"></script>
</head>
<p>Text</p>
</article>"""
    )


def test_a_script_that_is_not_to_wait_for_the_page_stays_where_it_is() -> None:
    page = f'<head>{FRAME}</head><script src="house.js"></script>'
    assert hoisted(page) == page


@given(st.text(st.sampled_from('<>/"= script defer.js</head>'), max_size=60))
def test_no_text_of_the_plan_is_taken_for_a_script(text: str) -> None:
    page = f"<head></head><p>{encode(text)}</p>"
    assert hoisted(page) == page
