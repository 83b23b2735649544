"""Prints the committed documents: `python -m tests.producers.make [--only FAMILY] [--new]`.

Needs the programs that `tools` names. Printing again gives other bytes where a program writes
dates or random names; the gold is the same.
"""

import argparse
import sys
from collections.abc import Sequence

from tests.producers.families import documents
from tests.producers.stock import FILES, GOLD, as_line, keep

LARGEST = 8_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Status 1 where a document could not be printed or all are too large together."""
    parser = argparse.ArgumentParser(prog="python -m tests.producers.make", description=__doc__)
    parser.add_argument("--only", default="", help="families whose name has these words")
    parser.add_argument("--new", action="store_true", help="only those that are not there yet")
    given = parser.parse_args(arguments)
    failed = 0
    wanted = [each for each in documents() if each.family.committed]
    for document in wanted:
        printed = any(FILES.glob(f"{document.name}.pdf*"))
        if given.only not in document.family.name or (given.new and printed):
            continue
        try:
            path = keep(document, document.printed())
        except (RuntimeError, OSError, ValueError) as error:
            failed += 1
            print(f"{document.name}: not printed: {error}")
            continue
        print(f"{path.name}: {path.stat().st_size} bytes", flush=True)
    there = {path.name.split(".pdf")[0] for path in FILES.glob("*.pdf*")}
    lines = [as_line(each) for each in wanted if each.name in there]
    GOLD.write_text("\n".join(lines) + "\n", encoding="utf-8")
    total = sum(path.stat().st_size for path in FILES.iterdir())
    print(f"{len(there)} files, {total} bytes")
    return int(bool(failed) or total > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
