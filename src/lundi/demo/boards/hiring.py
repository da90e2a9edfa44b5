"""Who might join: only for those who decide."""

from lundi.demo.plan import (
    BLUE,
    BRIGHT_GREEN,
    ORANGE,
    PURPLE,
    Board,
    Column,
    Group,
    Note,
    Thread,
    unit,
)

HIRING = Board(
    name="Hiring",
    description="Candidates and what we think of them. Private, for obvious reasons.",
    kind="private",
    created="2026-02-09 09:00",
    owner="daniel",
    co_owner="maggie",
    opening="Applied",
    team=("maggie", "priya"),
    readers=("ruth",),
    columns=(
        Column(
            title="Talks to them", type="person", choices=("daniel", "maggie", "priya"), filled=0.85
        ),
        Column(
            title="Stage",
            type="status",
            labels={
                "0": "Interview",
                "1": "Hired",
                "2": "Declined",
                "3": "Trial day",
                "4": "Offer",
                "5": "Applied",
                "8": "Withdrew",
            },
        ),
        Column(
            title="Came through",
            type="text",
            choices=("Website", "Jack knows them", "Job centre", "LinkedIn", "Bike Fair"),
            filled=0.8,
        ),
        Column(title="Next talk", type="date", filled=0.65),
        Column(title="Trial days", type="timeline", days=(1, 2), filled=0.35),
        Column(
            title="Salary wish",
            type="numeric",
            unit=unit("£", "left"),
            numbers=(27000, 52000, 500),
            filled=0.6,
        ),
        Column(
            title="Strengths",
            type="tags",
            choices=("electronics", "customers", "team lead", "CAD", "driving licence", "Welsh"),
            filled=0.75,
        ),
    ),
    groups=(
        Group(
            title="Bicycle mechanic, full time",
            color=ORANGE,
            first_day="2026-10-26",
            last_day="2026-12-11",
            stages=("Applied", "Interview", "Trial day", "Offer", "Declined"),
            pulses="""
            Gwen Parry
            Luca Ferraro
            Dev Malhotra
            Stella Novotná
            Marcus Hale
            Ewa Kaczmarek
            Finn O'Dowd
            Abigail Stone
            Theo Papadakis
            """,
        ),
        Group(
            title="Embedded developer",
            color=BLUE,
            first_day="2026-11-02",
            last_day="2027-01-15",
            stages=("Applied", "Applied", "Interview", "Withdrew", "Declined"),
            pulses="""
            Noor van Dijk
            Samuel Asante
            Chiara Bellini
            Owen Griffiths
            Hye-jin Park
            Mateus Rocha
            Zainab Siddiqui
            Erik Sandberg
            """,
        ),
        Group(
            title="Fleet support, part time",
            color=PURPLE,
            first_day="2026-11-09",
            last_day="2026-12-18",
            stages=("Applied", "Interview", "Interview", ""),
            pulses="""
            Tanya Mbeki
            Joe Hartley
            Carmen Ruiz
            Bethan Llewellyn
            Viktor Hruska
            Amara Diallo
            Polly Fairweather
            """,
        ),
        Group(
            title="Decided",
            color=BRIGHT_GREEN,
            first_day="2026-02-16",
            last_day="2026-09-30",
            stages=("Hired", "Declined", "Declined", "Withdrew"),
            pulses="""
            Nathan Brook
            Lucia Serrano
            Rhys Morgan
            Imogen Hart
            Karim Aziz
            Katya Orlova
            Ben Whitcombe
            Siobhan Kelly
            """,
        ),
    ),
    told={"Gwen Parry": "Offer", "Noor van Dijk": "Interview", "Bethan Llewellyn": "Interview"},
    threads=(
        Thread(
            pulse="Gwen Parry",
            at="2026-11-18 17:00",
            author="maggie",
            html="<p>Trial day with Jack: rebuilt a hub without asking once, and explained it to a customer on the way. <strong>I would make an offer.</strong></p>",
            replies=(
                ("daniel", "<p>Agreed. Start on 4 January?</p>"),
                ("maggie", "<p>Yes, please write to her.</p>"),
            ),
            likes=("daniel", "priya"),
        ),
        Thread(
            pulse="Noor van Dijk",
            at="2026-11-13 12:30",
            author="priya",
            html="<p>Very good talk. Wrote the battery gauge of a scooter maker, and asked better questions than I did. Salary is above our range, though.</p>",
            replies=(("maggie", "<p>Let us look at four days a week.</p>"),),
            likes=("maggie",),
        ),
        Thread(
            pulse="Bethan Llewellyn",
            at="2026-11-19 10:00",
            author="daniel",
            html="<p>Speaks Welsh, knows parcel depots, free from January. Second talk on Tuesday, with Sofia.</p>",
            likes=("maggie",),
        ),
    ),
    remarks=(
        "<p>Invited for next week.</p>",
        "<p>References are good.</p>",
        "<p>Asked for two more days to decide.</p>",
        "<p>Friendly no, we keep the papers for a year.</p>",
    ),
    notes=(
        Note(
            pulse="Noor van Dijk",
            at="2026-11-13 14:00",
            author="priya",
            title="Questions for the second talk",
            content="<ul><li>How would you test a charge cut-off?</li><li>When did you last delete code?</li><li>Remote from Utrecht: how often here?</li></ul>",
            owners_only=True,
        ),
    ),
)
