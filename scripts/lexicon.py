"""The index of the words of tone: by which words to look for each phrase of `language/fr.json` and `en.json`.

`python scripts/lexicon.py` writes it anew; `--check` changes nothing and fails where it is not that of the words.
"""

import sys

from planbuilder.language.lexicon import LANGUAGES, index_path, indexed


def main() -> int:
    """Write or compare the index of each language."""
    stale = [
        one for one in LANGUAGES if not index_path(one).exists() or index_path(one).read_text("utf-8") != indexed(one)
    ]
    if "--check" in sys.argv[1:]:
        for language in stale:
            print(f"{index_path(language).name} is not that of {language}.json: run `python scripts/lexicon.py`.")
        return int(bool(stale))
    for language in stale:
        index_path(language).write_text(indexed(language), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
