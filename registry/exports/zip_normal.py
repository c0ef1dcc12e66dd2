"""The same ZIP file whoever makes it: sorted names, stored, one date."""

import io
import zipfile

# The first date that the format can hold.
FIXED = (1980, 1, 1, 0, 0, 0)


def normalised(packed: bytes) -> bytes:
    """The archive with the same files, but nothing in it of when, where and in what
    order.

    They are stored, not compressed: two versions of zlib do not compress to the same
    bytes.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as after,
    ):
        for name in sorted(before.namelist()):
            member = zipfile.ZipInfo(name, FIXED)
            member.create_system = 3
            member.external_attr = 0o644 << 16
            after.writestr(member, before.read(name))

    return out.getvalue()
