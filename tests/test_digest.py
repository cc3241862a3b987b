"""A digest without OpenSSL is the digest with it."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.digest import sha256


@given(st.binary(), st.binary())
def test_it_is_sha_256_of_all_that_was_added(first: bytes, then: bytes) -> None:
    digest = sha256(first)
    digest.update(then)
    assert digest.hexdigest() == hashlib.sha256(first + then).hexdigest()
