"""Every bike that is on order: whose it is and how far it has come."""

from lundi.demo.plan import (
    BLUE,
    BRIGHT_GREEN,
    ORANGE,
    WINE,
    Board,
    Column,
    Group,
    Note,
    Thread,
    unit,
)

BUILD_QUEUE = Board(
    name="Build queue",
    description="One pulse a bike, in the order they leave the workshop. Jack decides the order.",
    kind="public",
    created="2025-11-17 08:30",
    owner="jack",
    co_owner="daniel",
    opening="Ordered",
    team=("daniel", "sofia", "tomasz", "maggie"),
    columns=(
        Column(title="Mechanic", type="person", choices=("jack", "jack", "tomasz"), filled=0.75),
        Column(
            title="Stage",
            type="status",
            labels={
                "0": "Assembly",
                "1": "Handed over",
                "2": "Missing parts",
                "3": "Paint",
                "4": "Test ride",
                "5": "Ordered",
                "9": "Ready to collect",
            },
        ),
        Column(
            title="Colour",
            type="text",
            choices=("Estuary Blue", "Moss", "Signal Red", "Raw aluminium", "Cream"),
            filled=0.9,
        ),
        Column(title="In the workshop", type="timeline", days=(3, 9), filled=0.7),
        Column(title="Promised for", type="date", filled=0.95),
        Column(
            title="Price",
            type="numeric",
            unit=unit("£", "left"),
            hints={
                "0": "steering clip",
                "240": " of ",
                "6290": "Lugger XL",
                "5390": "Lugger",
                "4190": "Finch",
                "7490": "Drover",
            },
            numbers=(3890, 8450, 40),
            filled=0.95,
        ),
        Column(
            title="Extras",
            type="tags",
            choices=(
                "second battery",
                "rain cover",
                "child bench",
                "logo panels",
                "alarm",
                "trailer hitch",
            ),
            filled=0.7,
        ),
    ),
    groups=(
        Group(
            title="In the workshop",
            color=ORANGE,
            first_day="2026-11-16",
            last_day="2026-12-04",
            stages=(
                "Assembly",
                "Assembly",
                "Paint",
                "Test ride",
                "Missing parts",
                "Ready to collect",
            ),
            pulses="""
            Lugger XL for Bristol Food Union, no. 12
            Lugger XL for Bristol Food Union, no. 13
            Finch for Hannah Whitlock
            Drover for Avon Plumbing
            Lugger for the Ashton Vale nursery
            Finch for Omar Haddad
            Lugger XL for the Adeyemi family
            Drover for the Botanic Garden
            Lugger for Morag Sinclair
            Finch for Peter and Wen Li
            Lugger for Sourdough & Sons
            Drover for City Parks, no. 3
            Finch for the Bedminster midwives
            """,
        ),
        Group(
            title="Ordered",
            color=BLUE,
            first_day="2026-12-07",
            last_day="2027-02-19",
            stages=("Ordered", "Ordered", "Ordered", "Missing parts", ""),
            pulses="""
            Lugger XL for Bristol Food Union, no. 14
            Finch for Grace Obi
            Lugger for the Tyndall practice nurses
            Drover for Northgate Parcels, Bath no. 1
            Drover for Northgate Parcels, Bath no. 2
            Drover for Northgate Parcels, Bath no. 3
            Lugger for Elin Roberts
            Finch for Yusuf Demir
            Lugger XL for the Kaur family
            Lugger for Clifton Flowers
            Finch for Annika Lind
            Drover for the Harbour Market
            Lugger XL for Little Acorns childminders
            Finch for Sam Pritchard
            Lugger for the Knowle West library
            Drover for Wessex Water, trial bike
            """,
        ),
        Group(
            title="Handed over",
            color=BRIGHT_GREEN,
            first_day="2026-08-03",
            last_day="2026-11-13",
            stages=("Handed over",),
            pulses="""
            Lugger XL for Bristol Food Union, no. 10
            Lugger XL for Bristol Food Union, no. 11
            Drover for Northgate Parcels, Avonmouth no. 9
            Drover for Northgate Parcels, Avonmouth no. 10
            Drover for Northgate Parcels, Avonmouth no. 11
            Finch for Rosa Calderón
            Lugger for the Totterdown bakery
            Lugger for Ian and Fay Thompson
            Finch for Kwame Boateng
            Lugger XL for St Werburghs school
            Drover for City Parks, no. 1
            Drover for City Parks, no. 2
            Finch for Mei Tan
            Lugger for Dr Alice Moreton
            Lugger for the window cleaner Huw Rees
            Finch for Jonas Eklund
            Lugger XL for the Novak family
            Drover for Bath Spa laundry
            Finch for Beatrice Lowe
            Lugger for Redland Books
            """,
        ),
        Group(
            title="Back for service",
            color=WINE,
            first_day="2026-11-09",
            last_day="2026-12-11",
            stages=("Assembly", "Missing parts", "Test ride", "Ready to collect"),
            pulses="""
            Lugger of Clare Ashby, 5,000 km service
            Finch of Tom Barrow, new belt
            Drover of Avon Plumbing, bent fork
            Lugger XL of the Price family, steering clip
            Lugger XL of Little Acorns, steering clip
            Finch of Nadia Petrova, winter check
            Lugger of the Severn Brewery, new floor
            Drover of City Parks, brake pads
            """,
        ),
    ),
    archived=("Finch for Beatrice Lowe",),
    told={
        "Drover for Avon Plumbing": "Missing parts",
        "Lugger for the Ashton Vale nursery": "Paint",
        "Lugger XL for Bristol Food Union, no. 12": "Assembly",
        "Lugger XL of the Price family, steering clip": "Ready to collect",
    },
    threads=(
        Thread(
            pulse="Drover for Avon Plumbing",
            at="2026-11-18 08:15",
            author="jack",
            html="<p><strong>Missing parts:</strong> pipe rack did not come with Monday's delivery. Everything else is on the bike.</p>",
            replies=(
                ("daniel", "<p>It left Leeds yesterday, should be here by noon tomorrow.</p>"),
                ("sofia", "<p>I tell them Tuesday, to be safe.</p>"),
            ),
            likes=("sofia",),
        ),
        Thread(
            pulse="Lugger for the Ashton Vale nursery",
            at="2026-11-17 16:40",
            author="sofia",
            html="<p>They ask for four benches and a <em>sunflower</em> on the box. Can we paint one?</p>",
            replies=(
                ("jack", "<p>Tomasz draws, I mask. Half a day.</p>"),
                ("tomasz", "<p>Already sketched it.</p>"),
            ),
            likes=("jack", "daniel", "tomasz"),
        ),
        Thread(
            pulse="Lugger XL for Bristol Food Union, no. 12",
            at="2026-11-13 13:30",
            author="daniel",
            html="<p>Logo panels for numbers 12 to 14 have arrived, they lie on the upper shelf in bay 2.</p>",
            likes=("jack",),
        ),
        Thread(
            pulse="Lugger XL of the Price family, steering clip",
            at="2026-11-19 09:00",
            author="jack",
            html="<p>Done in nine minutes. Sleeve was fine, clip moved back. Ready to collect.</p>",
            replies=(("sofia", "<p>Called them, they come on Saturday.</p>"),),
            likes=("sofia", "tomasz"),
        ),
        Thread(
            pulse="Drover for Northgate Parcels, Avonmouth no. 11",
            at="2026-10-30 17:00",
            author="jack",
            html="<p>Handed over with the other two. That makes eleven in Avonmouth!</p>",
            likes=("sofia", "daniel", "maggie"),
        ),
    ),
    remarks=(
        "<p>Frame is back from the painter.</p>",
        "<p>Test ride done, 12 km, nothing to complain about.</p>",
        "<p>Customer changed the colour, no problem yet.</p>",
        "<p>Wheels are trued, brakes bled.</p>",
        "<p>Deposit received.</p>",
        "<p>Moved up by two places, as agreed with Sofia.</p>",
    ),
    notes=(
        Note(
            pulse="Lugger for the Ashton Vale nursery",
            at="2026-11-10 09:45",
            author="sofia",
            title="What the nursery wants",
            content="<p>Six children, the smallest is two. <strong>Four-point harness on every seat</strong>, rain cover, alarm. Collected by Mrs Bright.</p>",
        ),
    ),
)
