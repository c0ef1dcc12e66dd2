"""Taking in an original: it is read, recognised and stored as a draft, with itself
beside it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.documents.originals import DOCX_TYPE
from registry.errors import BadInput, NotFound
from registry.intake import docx, pasted
from registry.intake.held_before import values_with_held, with_held
from registry.intake.lasting import lasting_names, no_longer_said
from registry.intake.read_text import Concern, Piece, ReadText, Remark
from registry.intake.recognise import Recognised, recognise
from registry.language.normal import normal
from registry.markup.remarks import too_large
from registry.models import Intake, Role
from registry.publishing.beginning import begin_with
from registry.publishing.surroundings import published_content
from registry.publishing.writing import id_of
from registry.rules.fields import ROW_FIELDS
from registry.rules.privacy import refuse_numbers
from registry.rules.version_content import CONTENT_FIELDS, VersionContent
from registry.storage import audit
from registry.storage.db import reading, transaction
from registry.storage.events import Event
from registry.storage.hashes import sha256
from registry.storage.intakes import intake_of, intake_without_content
from registry.storage.versions import rows_of, slug_of

TEXT = "text/plain; charset=utf-8"
PASTED_NAME = "indsat-tekst.txt"
LONGEST_NAME = 200
TOO_LARGE = "{}: {} Del teksten, og læs hver del ind for sig."


@dataclass(frozen=True)
class Original:
    """What is taken in, as it came."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Wanted:
    """What the draft is to be: the next version of the agreement `slug`, or a new
    agreement.

    `title` overrules that of the text; `otherwise` is the title of one that has none.
    """

    slug: str = ""
    title: str = ""
    otherwise: str = ""


@dataclass(frozen=True)
class TakenIn:
    """An original that became a draft, less its content, and the remarks of its
    read text.
    """

    intake: Intake
    remarks: tuple[Remark, ...]

    def about(self, concern: Concern) -> list[Remark]:
        """The remarks of one kind, in the order in which they were made."""
        return [remark for remark in self.remarks if remark.concern == concern]

    @property
    def doubts(self) -> list[Remark]:
        """What a person must look at before the draft can be trusted."""
        return self.about(Concern.DOUBT)


def take_in_docx(
    catalogue: Catalogue, name: str, data: bytes, wanted: Wanted, by: Person
) -> int:
    """A Word file as a draft. Returns the draft's id.

    Raises BadInput for a file that cannot be taken in (nothing is written then), and
    what begin_with raises.
    """
    require_role(by, Role.EDITOR)
    refuse_numbers("fil", name, label="Filens navn")
    # Read before the transaction: writers wait for each other, and this takes its time.
    return _store(
        catalogue, Original(name, DOCX_TYPE, data), docx.read(data), wanted, by
    )


def take_in_text(
    catalogue: Catalogue,
    text: str,
    wanted: Wanted,
    by: Person,
    name: str = PASTED_NAME,
    remarks: tuple[Remark, ...] = (),
) -> int:
    """A pasted text, or that of a file of some name, as a draft. `remarks`: what is
    known of the file already. Returns the draft's id. Raises as take_in_docx does.
    """
    require_role(by, Role.EDITOR)
    refuse_numbers("fil", name, label="Filens navn")
    original = Original(name, TEXT, text.encode())
    read_text = pasted.read(text)
    read_text = replace(read_text, remarks=(*remarks, *read_text.remarks))
    return _store(catalogue, original, read_text, wanted, by)


def taken_in(catalogue: Catalogue, version_id: int) -> TakenIn | None:
    """What a draft was read from, if anything."""
    with reading(catalogue.engine) as session:
        intake = intake_without_content(session, version_id)
    if intake is None:
        return None

    remarks = map(Remark.stored, json.loads(intake.report))
    return TakenIn(intake, tuple(remarks))


def original_of(catalogue: Catalogue, version_id: int) -> Intake:
    """The original with its content. Raises NotFound."""
    with reading(catalogue.engine) as session:
        intake = intake_of(session, version_id)

    if intake is None:
        raise NotFound("Kladden er ikke indlæst fra en fil.")
    if not intake.size:
        raise NotFound("Originalen er slettet, fordi der stod et CPR-nummer i den.")
    return intake


def _store(
    catalogue: Catalogue,
    original: Original,
    read_text: ReadText,
    wanted: Wanted,
    by: Person,
) -> int:
    snapshot = catalogue.today()
    if wanted.otherwise:  # which says more than the heading of a section
        read_text = replace(read_text, only_heading="")
    recognised = recognise(snapshot, _retitled(read_text, normal(wanted.title).strip()))
    if not (recognised.values["title"] or wanted.slug):
        recognised = _named_otherwise(recognised, normal(wanted.otherwise).strip())
    if not (recognised.values["title"] or wanted.slug):
        raise BadInput("Titel: teksten begynder ikke med en. Skriv den her.", "title")
    _refuse_too_large(
        recognised, "fil" if original.media_type == DOCX_TYPE else "tekst"
    )

    before = _before(snapshot, wanted.slug)
    recognised = _named(recognised, before)

    with transaction(catalogue.engine) as session:
        version = begin_with(session, _content(recognised), wanted.slug, by)
        keys = [row.key for row in rows_of(session, version)]

        intake = Intake(
            version_id=id_of(version),
            name=original.name[-LONGEST_NAME:],
            media_type=original.media_type,
            size=len(original.data),
            sha256=sha256(original.data),
            content=original.data,
            report=json.dumps(
                [asdict(remark) for remark in _remarks(recognised, before, keys)]
            ),
            taken_in_by=by.username,
            at=clock.now(),
        )

        session.add(intake)
        audit.write_entry(
            session,
            actor=by.username,
            event=Event.TAKEN_IN,
            subject=slug_of(session, version),
            detail=f"{intake.name}, SHA-256 {intake.sha256}",
        )

        return id_of(version)


def _retitled(read_text: ReadText, title: str) -> ReadText:
    """The read text with the title that is wanted; that of the text is not dropped
    unseen.
    """
    if not title or title == read_text.title:
        return read_text

    remark = Remark(
        Concern.LEFT_OUT, f"Tekstens egen titel er ikke brugt: «{read_text.title}»."
    )
    return replace(
        read_text,
        title=title,
        remarks=(*read_text.remarks, *([remark] if read_text.title else [])),
    )


def _named_otherwise(recognised: Recognised, title: str) -> Recognised:
    """With the title that a text without one is given, if any."""
    if not title:
        return recognised
    asked = f"Titlen er filens navn, «{title}», da teksten ingen har. Skriv den selv."
    return replace(
        recognised,
        values={**recognised.values, "title": title},
        remarks=(*recognised.remarks, Remark(Concern.DOUBT, asked)),
    )


def _refuse_too_large(recognised: Recognised, parameter: str) -> None:
    """What a person could not save in the form is not taken in either: it would be a
    draft that nobody can mend. Raises BadInput.
    """
    said = [(field, recognised.values[field.name]) for field in CONTENT_FIELDS]
    said += [
        (field, row.values.get(field.name))
        for row in recognised.rows
        for field in ROW_FIELDS
    ]

    for field, value in said:
        why = too_large(value) if isinstance(value, str) else ""
        if why:
            raise BadInput(TOO_LARGE.format(field.label, why), parameter)


def _before(snapshot: Snapshot, slug: str) -> VersionContent | None:
    """The agreement's newest version, if it has one."""
    agreement = snapshot.agreements.get(slug)
    if agreement is None:
        return None
    return published_content(max(agreement.versions, key=lambda v: v.number))


def _named(recognised: Recognised, before: VersionContent | None) -> Recognised:
    """The rows with their lasting names, what is to be asked about those, and what
    the file has no place for.
    """
    rows = [row.values for row in recognised.rows]
    names = lasting_names(rows, before.rows if before else ())
    named = (
        replace(
            row,
            values={**row.values, "key": lasting.key},
            doubts=(*row.doubts, *lasting.doubts),
        )
        for row, lasting in zip(recognised.rows, names, strict=True)
    )
    if before is None:
        return replace(recognised, rows=tuple(named))

    kept, about_rows = with_held(tuple(named), before.rows)
    values, also = values_with_held(recognised, before.values)
    said = (*recognised.remarks, *about_rows, *also)
    return replace(recognised, values=values, rows=kept, remarks=said)


def _content(recognised: Recognised) -> VersionContent:
    return VersionContent(
        values=recognised.values,
        parties=recognised.parties,
        relations=recognised.relations,
        rows=tuple(row.values for row in recognised.rows),
    )


def _remarks(
    recognised: Recognised, before: VersionContent | None, keys: Sequence[str]
) -> Iterator[Remark]:
    """All that was said, what is about a row by its key."""
    yield from recognised.remarks
    if before is not None:
        for sentence, gone in no_longer_said(_content(recognised), before):
            yield Remark(Concern.DOUBT, sentence, "", tuple(map(Piece, gone)))
    for row, key in zip(recognised.rows, keys, strict=True):
        for doubt in row.doubts:
            yield Remark(Concern.DOUBT, doubt, key)
