"""What the system says of a file or a disk, in Danish: its own words are English."""

import errno

WORDS = {
    errno.EACCES: "programmet må ikke",
    errno.EPERM: "programmet må ikke",
    errno.ENOENT: "det findes ikke",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EISDIR: "det er en mappe",
    errno.EEXIST: "det findes allerede",
    errno.ENOTEMPTY: "mappen er ikke tom",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "linket fører tilbage til sig selv",
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "der må ikke bruges mere af disken",
    errno.EFBIG: "filen må ikke blive så stor",
    errno.EROFS: "disken kan kun læses",
    errno.EIO: "disken svarer ikke, som den skal",
    errno.EMFILE: "programmet har for mange filer åbne",
    errno.ENFILE: "systemet har for mange filer åbne",
}


def in_danish(error: OSError) -> str:
    """Why the system refused, without a full stop; its number where it has no words."""
    return WORDS.get(error.errno or 0, f"systemets fejl nr. {error.errno}")
