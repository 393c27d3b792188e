"""Everything that can go wrong, as one tree.

SukienError
├── InputError          what the user gave cannot be used at all (exit code 2)
│   ├── DateError           a date that is none
│   ├── CorrectionError     a correction that would change nothing, or cannot be
│   └── MissingExtraError   a reader or exporter whose package is not installed
├── ArticleError        one article cannot be read; recorded as a failure, the rest goes on
│   ├── EncodingError       bytes that are not text, or in an encoding that is not known
│   └── EmptyArticleError   nothing to read
├── LibraryError        the library file
│   ├── NotALibraryError    another kind of file
│   ├── NewerLibraryError   written by a newer version
│   ├── BusyError           another process is writing to it for longer than one waits
│   └── NotFoundError       no article, episode or story with that id
└── KnowledgeError      a data file of the package is malformed (a bug in the package)

Every message says what happened, to which file and place, and what to do. All of them pickle.
"""


class SukienError(Exception):
    """The root of every error that Sukien raises on purpose."""


class InputError(SukienError):
    """What the user gave cannot be used at all."""


class DateError(InputError):
    """A date that is none."""


class CorrectionError(InputError):
    """A correction that would change nothing, or cannot be; `code` says why, for a page."""

    def __init__(self, code: str, problem: str) -> None:
        super().__init__(code, problem)
        self.code = code
        self.problem = problem

    def __str__(self) -> str:
        return self.problem


class MissingExtraError(InputError):
    """A reader or exporter needs a package that is not installed."""


class ArticleError(SukienError):
    """One article cannot be read; the others can.

    `source` is the file and place, such as `news.jsonl:12`.
    """

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(source, problem)
        self.source = source
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}"


class EncodingError(ArticleError):
    """Bytes that are not text, or in an encoding that is not known."""


class EmptyArticleError(ArticleError):
    """Nothing to read."""


class LibraryError(SukienError):
    """The library file cannot be used as asked."""


class NotALibraryError(LibraryError):
    """The file is of another kind."""


class NewerLibraryError(LibraryError):
    """The file was written by a newer version of Sukien."""


class BusyError(LibraryError):
    """Another process was writing to the library for longer than this one waited."""


class NotFoundError(LibraryError):
    """The library has no article, episode or story with that id."""


class KnowledgeError(SukienError):
    """A data file of the package is malformed."""
