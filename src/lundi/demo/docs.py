"""What the people of the demo company have written down: a doc beside the boards, and descriptions of pulses."""

from lundi.core.work import Work
from lundi.demo.moments import moment
from lundi.demo.story import Act, Made, Step
from lundi.domains.docs.actions import create_doc
from lundi.domains.docs.block_actions import add_markdown
from lundi.domains.docs.descriptions import write_description

RELEASES = """
Sprints end on a Friday at three. What is in by then goes out on Monday, region by region. Ask **Aisha** if in doubt.

## Before the freeze

- [x] The build is green on all three boards
- [x] Release notes are written in plain words
- [ ] The range test has run overnight
- [ ] Support has seen the list of changes

## On Monday

1. Sign the images with the new key
2. Offer them to our own bikes
3. After two quiet hours, offer them to everybody
   - first to bikes that are charging
   - then to all others

> Nobody ships on a Friday, whatever it is.

| Region | Who watches | From |
| --- | --- | --- |
| Britain and Ireland | Priya | 9:00 |
| Netherlands | Sofia | 10:00 |
| Everywhere else | Tomasz | 14:00 |
"""
ALARM = """
A lorry that passes makes the bike tremble for about **two seconds**; somebody who lifts it makes it tilt. We wait for the tilt.

- [x] Record twenty lorries on Feeder Road
- [ ] Find the lowest angle that no lorry reaches
- [ ] Try it in the rain
"""


def doc_steps() -> list[Step]:
    return [
        Step(moment("2026-11-17 10:12"), "priya", _doc("How we release firmware", RELEASES)),
        Step(
            moment("2026-11-18 15:40"),
            "tomasz",
            _description("Firmware sprints", "Alarm: ignore a passing lorry", ALARM),
        ),
    ]


def _doc(name: str, markdown: str) -> Act:
    async def write(work: Work, made: Made) -> None:
        doc = await create_doc(work, name=name)
        await add_markdown(work, doc.id, markdown)

    return write


def _description(board: str, pulse: str, markdown: str) -> Act:
    async def write(work: Work, made: Made) -> None:
        await write_description(work, made.pulses[board, pulse], markdown)

    return write
