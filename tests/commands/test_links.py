"""The address of files on a CI service."""

from planbuilder.commands._links import links


def test_github() -> None:
    told = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": "c0ffee"}
    assert links(told) == "https://git.example/a/b/blob/c0ffee/"


def test_gitlab() -> None:
    told = {"CI_PROJECT_URL": "https://gitlab.example/a/b", "CI_COMMIT_SHA": "c0ffee"}
    assert links(told) == "https://gitlab.example/a/b/-/blob/c0ffee/"


def test_elsewhere() -> None:
    assert links({"GITHUB_SHA": "c0ffee"}) == ""
