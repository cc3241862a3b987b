"""Where the lines of files can be read, on the machine of a CI service."""

from collections.abc import Mapping


def links(environment: Mapping[str, str]) -> str:
    """The address that the path of a file is appended to; empty where the service does not tell one."""
    named = environment.get
    if named("GITHUB_REPOSITORY") and named("GITHUB_SHA"):
        server = named("GITHUB_SERVER_URL", "https://github.com")
        return f"{server}/{named('GITHUB_REPOSITORY')}/blob/{named('GITHUB_SHA')}/"
    if named("CI_PROJECT_URL") and named("CI_COMMIT_SHA"):
        return f"{named('CI_PROJECT_URL')}/-/blob/{named('CI_COMMIT_SHA')}/"
    return ""
