"""The domain's exceptions. One table in web/frame/errors.py maps them to answers."""


class RegistryError(Exception):
    """Any refusal by the domain. `message` is Danish; `field` names what to mend, if
    anything.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class BadInput(RegistryError):
    """What the user sent cannot be used: a date that is none, a facet value that is
    none.
    """


class PersonalData(BadInput):
    """The question holds a CPR number. The question is neither echoed nor logged."""


class NotFound(RegistryError):
    """No agreement, version or row has that name at that moment."""


class NotSignedIn(RegistryError):
    """The page needs a person who has signed in."""


class Refused(RegistryError):
    """The person may not do that: the role, or the rule of four eyes, forbids it."""


class RolesToChoose(Refused):
    """The account keeps accounts and texts both; its owner is to choose first."""


class Conflict(RegistryError):
    """What the person looked at has been changed since. Nothing was written."""


class TooManyAttempts(RegistryError):
    """Sign-in was tried too often. `seconds` is how long to wait."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class ClockSetBack(RegistryError):
    """The machine's clock is behind the trail's last entry. Nothing was written."""


class AlteredOutside(RegistryError):
    """What was to be written over has been altered behind the catalogue's back. Nothing
    was written.
    """


class BadSetting(RegistryError):
    """A setting is unknown or has a value of the wrong type."""


class BadContent(RegistryError):
    """A content file cannot be loaded. Nothing of the load is kept."""

    def __init__(self, path: str, line: int, field: str, message: str) -> None:
        super().__init__(f"{path}, linje {line}, felt «{field}»: {message}", field)
        self.path = path
        self.line = line


class NoDatabase(RegistryError):
    """There is no database where the settings say, and none was made."""


class SchemaTooNew(RegistryError):
    """The database is of a schema that this release does not know: a newer one's."""


class SchemaTooOld(RegistryError):
    """The database is an older release's, and neither the role nor the command may
    bring it up to date.
    """


class IndexUnusable(RegistryError):
    """The search index cannot be read. The caller rebuilds it from the database."""


class IndexBehind(IndexUnusable):
    """The database has been written to since the index was. The next question catches
    it up.
    """
