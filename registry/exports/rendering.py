"""A file made in a process of its own: python -m registry.exports.rendering FORMAT.

The publication goes in by its standard input, the file comes out by its standard
output. A second of computing would, in the server's own process, be taken from its
readers.
"""

import pickle
import sys

from registry.exports.formats import Export, export_named
from registry.exports.publication import Publication
from registry.processes import run, stand_back

MODULE = "registry.exports.rendering"
# What has fewer blocks is made sooner than a process is begun.
LARGE = 400


class NotMade(Exception):
    """The other process failed: a fault of ours."""


def rendered(export: Export, publication: Publication) -> bytes:
    """The file, made in another process where that is worth while. Raises NotMade."""
    if not export.takes_long or len(publication.document.blocks) < LARGE:
        return export.render(publication)
    done = run(MODULE, export.key, given=pickle.dumps(publication))
    if done.returncode:
        raise NotMade(done.stderr.decode(errors="replace"))
    return done.stdout


def _main(key: str) -> None:
    stand_back()
    # It comes from the process that began this one, and from nobody else.
    publication = pickle.load(sys.stdin.buffer)  # noqa: S301
    sys.stdout.buffer.write(export_named(key).render(publication))


if __name__ == "__main__":
    _main(sys.argv[1])
