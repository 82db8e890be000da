"""`python -m tests.fakes.origin FOLDER`: serve the pages (*.html) of a folder; the address is printed first."""

import asyncio
import sys
from pathlib import Path

from tests.fakes.origin.server import Origin


async def main(pages: list[bytes]) -> None:
    async with Origin(pages).serve() as origin:
        sys.stdout.write(f"{origin.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


asyncio.run(main([path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.html"))]))
