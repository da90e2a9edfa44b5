"""A customer's project, shared with the customer."""

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

NORTHGATE = Board(
    name="Northgate fleet rollout",
    description="Forty Drovers for four depots of Northgate Parcels. Shared with Callum: he sees all that is written here.",
    kind="share",
    created="2026-05-11 13:00",
    owner="sofia",
    co_owner="maggie",
    opening="Not yet",
    team=("maggie", "jack", "aisha", "daniel"),
    readers=("callum",),
    columns=(
        Column(
            title="Responsible",
            type="person",
            choices=("sofia", "jack", "aisha", "callum", "callum"),
            filled=0.85,
        ),
        Column(
            title="Status",
            type="status",
            labels={
                "0": "Under way",
                "1": "Done",
                "2": "Blocked",
                "3": "Waiting for Northgate",
                "5": "Not yet",
            },
        ),
        Column(title="Timeline", type="timeline", days=(2, 14), filled=0.8),
        Column(title="Due date", type="date", filled=0.8),
        Column(title="Bikes", type="numeric", unit=unit("bikes"), numbers=(1, 12, 1), filled=0.5),
        Column(
            title="Contact",
            type="text",
            choices=(
                "Callum Fraser",
                "Depot office",
                "Facilities",
                "Works council",
                "IT service desk",
            ),
            filled=0.75,
        ),
        Column(
            title="Tags",
            type="tags",
            choices=("site", "training", "paperwork", "charging", "software"),
            hints={
                "charging": "power, charg",
                "training": "training, recruitment, riders",
                "paperwork": "permit, agreement, insurance, letter, price, order, meeting, recycling",
                "software": "fleet page, data, key, text, figures",
                "site": "delivery, visit, yard, ramp, parking, floor, test, routes, walk",
            },
            filled=0.8,
        ),
    ),
    groups=(
        Group(
            title="Avonmouth",
            color=BRIGHT_GREEN,
            first_day="2026-06-08",
            last_day="2026-10-30",
            stages=("Done",),
            pulses="""
            Walk through the yard with the depot manager
            Power supply for twelve chargers
            Floor markings for the bike bays
            Delivery of bikes 1 to 4
            Delivery of bikes 5 to 8
            Delivery of bikes 9 to 11
            Training for the morning shift
            Training for the evening shift
            Depot on the fleet page
            Spare-part cupboard, first filling
            Fire officer's visit
            """,
        ),
        Group(
            title="Bath",
            color=ORANGE,
            first_day="2026-10-26",
            last_day="2026-12-18",
            stages=(
                "Under way",
                "Under way",
                "Waiting for Northgate",
                "Not yet",
                "Done",
                "Blocked",
            ),
            pulses="""
            Permit for the bus gates
            Power supply for eight chargers
            Ramp to the lower yard
            Routes through the old town
            Delivery of bikes 12 to 14
            Parking brake test on Lansdown Hill
            Training for the first riders
            Covered parking for ten bikes
            Letter to the neighbours
            Winter tyres, yes or no
            """,
        ),
        Group(
            title="Cardiff and Exeter",
            color=BLUE,
            first_day="2027-01-11",
            last_day="2027-04-16",
            stages=("Not yet", "Not yet", "Waiting for Northgate", ""),
            pulses="""
            Site visit in Cardiff
            Site visit in Exeter
            Charging room, Cardiff
            Charging room, Exeter
            Rider recruitment with the job centre
            Welsh text for the displays
            Delivery plan for eighteen bikes
            Trailer test on the quay
            Local service partner in Exeter
            """,
        ),
        Group(
            title="Contract and service",
            color=PURPLE,
            first_day="2026-05-18",
            last_day="2026-12-18",
            stages=("Done", "Done", "Under way", "Waiting for Northgate"),
            pulses="""
            Framework agreement signed
            Insurance certificate for all bikes
            Service every 2,000 km, price per bike
            Monthly figures for Northgate's board
            Key cards for drivers
            Data protection: what the bikes record
            Replacement bike within 24 hours
            Recycling of used batteries
            Emergency number outside office hours
            Review meeting, November
            Order for the second twenty bikes
            """,
        ),
    ),
    archived=("Winter tyres, yes or no",),
    told={
        "Parking brake test on Lansdown Hill": "Waiting for Northgate",
        "Power supply for eight chargers": "Waiting for Northgate",
        "Review meeting, November": "Done",
        "Data protection: what the bikes record": "Done",
    },
    threads=(
        Thread(
            pulse="Parking brake test on Lansdown Hill",
            at="2026-11-19 14:30",
            author="jack",
            html="<p>Three Drovers with the new brake, 150 kg each, twenty minutes on the steepest bit: none moved by a hair. Callum watched.</p>",
            replies=(("sofia", "<p>Callum, may we call this accepted?</p>"),),
            likes=("sofia", "maggie"),
        ),
        Thread(
            pulse="Power supply for eight chargers",
            at="2026-11-16 09:50",
            author="sofia",
            html="<p><strong>Waiting for Northgate:</strong> the electrician needs the landlord's signature before he opens the street. Without it the date of 7 December is lost.</p>",
            replies=(
                ("maggie", "<p>I spoke to Callum on the phone: the signature comes on Monday.</p>"),
            ),
        ),
        Thread(
            pulse="Review meeting, November",
            at="2026-11-12 17:20",
            author="sofia",
            html="<p>Minutes in short:</p><ul><li>Avonmouth: 11 bikes, 98.4 % ready on every morning of October</li><li>Bath starts on 7 December with three bikes</li><li>Northgate decides on the second twenty by <strong>15 December</strong></li></ul>",
            replies=(("daniel", "<p>I reserve frames for January, no cost until they sign.</p>"),),
            likes=("maggie", "daniel", "jack"),
        ),
        Thread(
            pulse="Data protection: what the bikes record",
            at="2026-10-08 11:15",
            author="aisha",
            html="<p>Two pages for the works council: position only while the bike is unlocked, no rider names, gone after 24 months.</p>",
            replies=(("sofia", "<p>They had one question, about the depot page. Answered.</p>"),),
            likes=("sofia",),
        ),
        Thread(
            pulse="Delivery of bikes 9 to 11",
            at="2026-10-30 16:10",
            author="jack",
            html="<p>All three are at Avonmouth, charged and on the fleet page. Keys are with the shift lead.</p>",
            likes=("sofia", "maggie", "aisha"),
        ),
    ),
    remarks=(
        "<p>Confirmed with the depot by phone.</p>",
        "<p>Papers are with Northgate's office.</p>",
        "<p>Done on site this morning.</p>",
        "<p>One question left, see the note.</p>",
        "<p>Moved by a week at the depot's wish.</p>",
    ),
    notes=(
        Note(
            pulse="Training for the first riders",
            at="2026-11-09 10:30",
            author="sofia",
            title="Half a day, step by step",
            content="<ol><li>Check before the ride, 15 min</li><li>Empty bike in the yard, 45 min</li><li>150 kg, braking and bends, 60 min</li><li>Two real rounds with a guide</li></ol>",
        ),
        Note(
            pulse="Service every 2,000 km, price per bike",
            at="2026-06-15 09:00",
            author="sofia",
            title="What is included",
            content="<p>Labour, brake pads, belt check and a software update. Tyres are charged separately.</p>",
            owners_only=True,
        ),
    ),
)
