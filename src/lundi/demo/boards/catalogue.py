"""A shoot with an outside photographer."""

from lundi.demo.plan import BLUE, LIME, PURPLE, Board, Column, Group, Note, Thread, unit

CATALOGUE = Board(
    name="Spring catalogue shoot",
    description="Three days of photographs with Studio Palma for the 2027 catalogue.",
    kind="share",
    created="2026-08-24 10:00",
    owner="lena",
    opening="To do",
    team=("maggie", "jack"),
    readers=("ines",),
    columns=(
        Column(title="Who", type="person", choices=("lena", "ines", "ines", "jack"), filled=0.85),
        Column(
            title="Status",
            type="status",
            labels={
                "0": "Preparing",
                "1": "Chosen",
                "2": "Shoot again",
                "3": "Retouching",
                "5": "To do",
            },
        ),
        Column(
            title="Place",
            type="text",
            choices=("Harbourside", "Leigh Woods", "Unit 7", "Clifton", "Stokes Croft", "Studio"),
            hints={
                "Harbourside": "harbour",
                "Studio": "white, flat lay, colour chart, cut open, plan, captions, proofs, selection",
                "Unit 7": "workshop, hands, swap",
                "Leigh Woods": "dog, picnic",
            },
            filled=0.9,
        ),
        Column(title="Shoot day", type="date", filled=0.85),
        Column(title="Retouching", type="timeline", days=(2, 6), filled=0.55),
        Column(
            title="Pictures", type="numeric", unit=unit("shots"), numbers=(2, 40, 2), filled=0.8
        ),
        Column(
            title="Light",
            type="tags",
            choices=("morning", "golden hour", "indoors", "rain", "night"),
            hints={
                "rain": "wet",
                "morning": "five in the",
                "indoors": "white, flat lay, chart, workshop, hands, cut open",
                "golden hour": "harbour, picnic",
            },
        ),
    ),
    groups=(
        Group(
            title="Day 1: families",
            color=LIME,
            first_day="2026-10-12",
            last_day="2026-10-16",
            stages=("Chosen", "Chosen", "Retouching", "Shoot again"),
            pulses="""
            Twins in the Lugger, laughing
            School run on a wet morning
            Grandmother with the Finch
            Picnic on Brandon Hill
            Dog in the box, ears in the wind
            Cover picture: crossing the harbour bridge
            Christmas tree on the rack
            Close-up of the harness
            Family at the front door
            """,
        ),
        Group(
            title="Day 2: work",
            color=BLUE,
            first_day="2026-10-19",
            last_day="2026-10-23",
            stages=("Chosen", "Retouching", "Retouching"),
            pulses="""
            Baker at five in the morning
            Northgate rider at the depot gate
            Plumber with pipes on the Drover
            Gardener loading soil
            Florist with a full box
            Night shot with headlights
            Portraits in the workshop
            Hands truing a wheel
            Powerbox swap in ten seconds
            """,
        ),
        Group(
            title="Day 3: studio and layout",
            color=PURPLE,
            first_day="2026-11-23",
            last_day="2026-12-18",
            stages=("To do", "Preparing", "Preparing", ""),
            pulses="""
            All models from the side, white background
            Colour chart with five frames
            Accessories, flat lay
            Powerbox 900 cut open
            Second try: dog in the box
            Page plan, 48 pages
            Picture rights and releases
            Captions in English and Welsh
            Proofs from the printer
            Final selection with Maggie
            Portrait of Inês for the last page
            """,
        ),
    ),
    archived=("Christmas tree on the rack",),
    told={
        "Cover picture: crossing the harbour bridge": "Chosen",
        "All models from the side, white background": "Preparing",
        "Picture rights and releases": "Preparing",
    },
    threads=(
        Thread(
            pulse="Cover picture: crossing the harbour bridge",
            at="2026-10-28 11:00",
            author="lena",
            html="<p>Inês sent three. My favourite is <strong>number two</strong>: the low sun, the gulls, and nobody looks at the camera.</p>",
            replies=(
                ("maggie", "<p>Number two. No doubt.</p>"),
                ("jack", "<p>The bell is crooked in all of them. Sorry.</p>"),
                ("lena", "<p>Inês straightens it.</p>"),
            ),
            likes=("maggie", "jack"),
        ),
        Thread(
            pulse="All models from the side, white background",
            at="2026-11-17 10:20",
            author="jack",
            html="<p>Four clean bikes stand ready in bay 1 from Tuesday on. Please do not ride them.</p>",
            replies=(("lena", "<p>Promised. Not even to the kettle.</p>"),),
            likes=("lena",),
        ),
        Thread(
            pulse="Picture rights and releases",
            at="2026-11-18 13:45",
            author="lena",
            html="<p>Releases: 14 of 16 signed. The nursery and the baker are still missing, I bring the forms by bike.</p>",
            likes=("maggie",),
        ),
    ),
    remarks=(
        "<p>Pictures are in the gallery, password as always.</p>",
        "<p>Inês suggests an hour later, for the light.</p>",
        "<p>Chosen in the meeting, all agreed.</p>",
    ),
    notes=(
        Note(
            pulse="Page plan, 48 pages",
            at="2026-11-02 16:00",
            author="lena",
            title="Running order",
            content="<p>2 to 5 introduction, 6 to 17 families, 18 to 29 work, 30 to 41 models, 42 to 47 prices and service.</p>",
        ),
    ),
)
