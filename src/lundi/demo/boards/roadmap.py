"""What the bikes will become."""

from lundi.demo.plan import (
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    SEA,
    Board,
    Column,
    Group,
    Note,
    Thread,
    unit,
)

ROADMAP = Board(
    name="Product roadmap",
    description="What we build next, and what we promised to whom. Reviewed every first Monday.",
    kind="public",
    created="2025-11-03 09:15",
    owner="priya",
    co_owner="maggie",
    opening="Idea",
    team=("maggie", "tomasz", "aisha", "lena", "sofia"),
    readers=("ruth",),
    columns=(
        Column(
            title="Owner", type="person", choices=("priya", "tomasz", "aisha", "maggie"), filled=0.9
        ),
        Column(
            title="Stage",
            type="status",
            labels={
                "0": "In design",
                "1": "Shipped",
                "2": "Blocked",
                "3": "Prototype",
                "4": "Testing",
                "8": "Idea",
            },
        ),
        Column(
            title="Model",
            type="text",
            choices=("Finch", "Lugger", "Lugger XL", "Drover", "All models"),
            hints={"All models": "Powerbox, app, firmware, charger, QR, warranty"},
        ),
        Column(title="Timeline", type="timeline", days=(14, 60), filled=0.8),
        Column(title="Launch", type="date", filled=0.7),
        Column(title="Effort", type="numeric", unit=unit("weeks"), numbers=(1, 16, 1)),
        Column(
            title="Themes",
            type="tags",
            choices=("safety", "range", "comfort", "fleet", "cost", "compliance"),
            hints={
                "safety": "alarm, brake, child, light, stand, harness",
                "range": "Powerbox, battery, solar",
                "fleet": "fleet, courier, dealer, logos",
                "cost": "charger, insurance, warranty, spare-part, tyres",
                "comfort": "fork, canopy, bench, cover, seat, rack, walk assist, bag, handlebar, quieter, step",
                "compliance": "leads, feasibility, 120 kg",
            },
        ),
    ),
    groups=(
        Group(
            title="Now: autumn 2026",
            color=GREEN,
            first_day="2026-09-14",
            last_day="2026-12-18",
            stages=("In design", "Prototype", "Testing", "Testing", "Blocked"),
            pulses="""
            Powerbox 900 battery pack
            Hydraulic parking brake for the Drover
            Rain canopy with side zips
            Fold-flat handlebar for lifts and stairs
            Anti-theft alarm with motion sensor
            Low-step frame, size S
            Quieter belt tensioner
            Motor cut-off when the stand is down
            Brighter front light, 120 lux
            Puncture-proof tyres as standard
            Cargo floor rated for 120 kg
            Four-point child harness
            Cable routing through the frame
            """,
        ),
        Group(
            title="Next: spring 2027",
            color=BLUE,
            first_day="2027-01-11",
            last_day="2027-04-30",
            stages=("Idea", "In design", "In design", "Prototype", ""),
            pulses="""
            Dual-battery cradle
            Regenerative braking on the Drover
            Insulated box for food couriers
            Swappable side panels with customer logos
            Indicators in the handlebar ends
            Display readable in full sun
            Walk assist up ramps
            Suspension fork for the Lugger XL
            Rear rack with standard rails
            Dealer diagnostics over Bluetooth
            Fleet key cards instead of keys
            Frame bag with charging port
            Wheelchair platform, feasibility study
            """,
        ),
        Group(
            title="Later",
            color=PURPLE,
            first_day="2027-05-10",
            last_day="2027-12-10",
            stages=("Idea", "Idea", "In design", ""),
            pulses="""
            Lugger with automatic gear hub
            Recycled-aluminium frame
            Solar lid for the cargo box
            Refrigerated box with its own battery
            Subscription for private riders
            Theft insurance inside the app
            Right to repair: public spare-part drawings
            Second-life use of old Powerboxes
            Tilting trike prototype
            Compact charger, 2 A and half the size
            """,
        ),
        Group(
            title="Shipped",
            color=SEA,
            first_day="2025-12-01",
            last_day="2026-09-11",
            stages=("Shipped",),
            pulses="""
            Powerbox 700 with service hatch
            Finch longtail, first series
            Double kickstand that one hand can lift
            Automatic rear light
            Over-the-air firmware updates
            Larkspur Ride app 2.0
            Wider steering angle for the Lugger
            Rain cover for two children
            Drover with pallet-sized bed
            Lockable battery bay
            Torque sensor instead of cadence sensor
            Tool-free wheel removal
            Second bench for the Lugger XL
            New paint: Estuary Blue
            QR code on every frame
            Ten-year frame warranty
            Charger with UK and EU leads
            """,
        ),
        Group(
            title="Parked ideas",
            color=ORANGE,
            first_day="2025-12-01",
            last_day="2026-03-31",
            stages=("Idea", "Blocked"),
            archived=True,
            pulses="""
            Voice control while riding
            Built-in air pump
            Folding cargo trailer
            Crypto rewards for kilometres
            """,
        ),
    ),
    archived=("Theft insurance inside the app",),
    told={
        "Powerbox 900 battery pack": "Testing",
        "Hydraulic parking brake for the Drover": "Testing",
        "Four-point child harness": "Prototype",
    },
    threads=(
        Thread(
            pulse="Powerbox 900 battery pack",
            at="2026-10-06 09:40",
            author="priya",
            html="<p>First pack from the new cells: <strong>912 Wh</strong> at 20 °C, 843 Wh at 0 °C. That is the winter range we promised Northgate.</p><p>Still open: the connector gets to 61 °C at full load.</p>",
            replies=(
                (
                    "tomasz",
                    "<p>I can give you 4 mm more clearance behind the plug. Drawing by Thursday.</p>",
                ),
                (
                    "aisha",
                    "<p>And I can ramp the current down from 58 °C on. The rider won't notice.</p>",
                ),
            ),
            likes=("maggie", "tomasz", "sofia"),
        ),
        Thread(
            pulse="Powerbox 900 battery pack",
            at="2026-11-17 15:05",
            author="tomasz",
            html="<p>UN 38.3 transport test <strong>passed</strong>. Certificate is on its way, so we can ship packs by air again.</p>",
            replies=(("maggie", "<p>Wonderful. Cake on Monday.</p>"),),
            likes=("maggie", "priya", "aisha", "lena"),
            announcement=True,
        ),
        Thread(
            pulse="Hydraulic parking brake for the Drover",
            at="2026-11-12 11:20",
            author="tomasz",
            html="<p>The test rig is at 20,000 pulls, no loss of pressure. Plan:</p><ol><li>50,000 pulls until Friday</li><li>Salt spray next week</li><li>Three Drovers at Northgate in December</li></ol>",
            replies=(
                ("sofia", "<p>Callum asks for Avonmouth first, they have the steepest ramp.</p>"),
            ),
            likes=("priya", "sofia"),
        ),
        Thread(
            pulse="Four-point child harness",
            at="2026-10-22 14:10",
            author="maggie",
            html="<p>Two parents at the open day asked for a buckle that a four-year-old can <em>not</em> open. Worth a look before we order 500?</p>",
            replies=(
                (
                    "priya",
                    "<p>Yes. I have asked for samples of the covered one, 1.10 more a piece.</p>",
                ),
            ),
            likes=("lena",),
        ),
        Thread(
            pulse="Dual-battery cradle",
            at="2026-11-19 10:30",
            author="sofia",
            html="<p>Three fleets asked for this within a week. With two Powerboxes a courier skips the swap at lunch: about 25 minutes a day each.</p>",
            likes=("maggie", "priya"),
        ),
        Thread(
            pulse="Right to repair: public spare-part drawings",
            at="2026-09-03 16:45",
            author="lena",
            html="<p>The repair cafés would <em>love</em> this, and so would the press. Could we begin with the kickstand and the box hinges?</p>",
            replies=(("tomasz", "<p>Those two have clean drawings, yes.</p>"),),
            likes=("tomasz", "maggie"),
        ),
    ),
    remarks=(
        "<p>Moved by two weeks: the supplier closes for stocktaking.</p>",
        "<p>Drawings are in review. Comments until Friday, please.</p>",
        "<p>Rode it to work and back for a week: solid, no rattles.</p>",
        "<p>Cost estimate is in: within budget if we order 200.</p>",
        "<p>Agreed in the roadmap review: stays where it is.</p>",
    ),
    notes=(
        Note(
            pulse="Powerbox 900 battery pack",
            at="2026-09-21 10:00",
            author="priya",
            title="Cell specification",
            content="<h3>What we ordered</h3><ul><li>21700 cells, 5.0 Ah, 10S5P</li><li>Charge: 4 A, 0 to 45 °C</li><li>Discharge: 25 A, 40 A for 10 s</li></ul><p>Sample report: see the update of 6 October.</p>",
            owners_only=True,
        ),
        Note(
            pulse="Low-step frame, size S",
            at="2026-10-01 13:30",
            author="tomasz",
            title="Measurements of the test riders",
            content="<p>1.52 m to 1.63 m; inside leg from 69 cm. Step-over should stay below <strong>38 cm</strong>.</p>",
        ),
    ),
)
