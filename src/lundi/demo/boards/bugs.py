"""What breaks on the road."""

from lundi.demo.plan import (
    BLUE,
    BRIGHT_GREEN,
    ORANGE,
    RED,
    Board,
    Column,
    Group,
    Note,
    Thread,
    unit,
)

BUGS = Board(
    name="Bugs and returns",
    description="Everything that riders and dealers report. Answer within one working day.",
    kind="public",
    created="2026-01-12 13:00",
    owner="sofia",
    co_owner="priya",
    opening="New",
    team=("priya", "tomasz", "aisha", "jack"),
    readers=("daniel",),
    columns=(
        Column(
            title="Owner", type="person", choices=("tomasz", "aisha", "jack", "sofia"), filled=0.8
        ),
        Column(
            title="Status",
            type="status",
            labels={
                "0": "Investigating",
                "1": "Fixed",
                "2": "Can't reproduce",
                "3": "Waiting for parts",
                "5": "New",
                "8": "Won't fix",
            },
        ),
        Column(
            title="Severity",
            type="status",
            labels={"2": "Safety", "7": "Annoying", "9": "Cosmetic", "10": "Stops the ride"},
            choices=(
                "Safety",
                "Annoying",
                "Annoying",
                "Annoying",
                "Cosmetic",
                "Cosmetic",
                "Stops the ride",
            ),
            filled=0.9,
        ),
        Column(
            title="Model",
            type="text",
            choices=("Finch", "Lugger", "Lugger XL", "Drover", "Powerbox 700"),
            hints={
                "Powerbox 700": "battery, charg",
                "Lugger XL": "child, harness, third, bench",
                "Drover": "pallet, ramps",
                "Lugger": "box, rain cover",
            },
            filled=0.9,
        ),
        Column(title="Reported", type="date", of_creation=True, filled=0.95),
        Column(
            title="Bikes affected",
            type="numeric",
            unit=unit("bikes"),
            numbers=(1, 24, 1),
            filled=0.7,
        ),
        Column(title="Repair window", type="timeline", days=(2, 10), filled=0.4),
        Column(
            title="Where",
            type="tags",
            choices=("brakes", "motor", "frame", "battery", "box", "display", "wheels"),
            hints={
                "brakes": "brake",
                "motor": "motor, assist, error, speed",
                "battery": "battery, Powerbox, charg, USB",
                "display": "display, app, light, clock, alarm, Bluetooth, trip",
                "wheels": "wheel, tyre, axle, pedal, belt, mudguard",
                "frame": "frame, paint, head tube, steering, seat, saddle, stand, grip, handlebar, scratches, blue",
                "box": "box, bench, harness, rain cover, child",
            },
            filled=0.9,
        ),
    ),
    groups=(
        Group(
            title="New this week",
            color=RED,
            lead=0,
            first_day="2026-11-16",
            last_day="2026-11-20",
            stages=("New", "New", "Investigating", ""),
            pulses="""
            Belt squeals after the first cold night
            Display fogs up on the inside
            Left grip turns when it rains
            Key sticks in the battery bay
            Parking brake lever has play
            Box lid rattles on cobbles
            App shows the bike in the harbour
            Rear light stays on after parking
            Motor hums at a standstill
            Bell falls off its clamp
            Charging flap hangs open
            """,
        ),
        Group(
            title="In work",
            color=ORANGE,
            lead=0,
            first_day="2026-10-05",
            last_day="2026-11-13",
            stages=(
                "Investigating",
                "Investigating",
                "Waiting for parts",
                "Waiting for parts",
                "Can't reproduce",
            ),
            pulses="""
            Steering cable wears through its sleeve
            Powerbox shows 100 percent and dies at 40
            Stand spring breaks after a winter
            Brake pads glaze on long descents
            Front wheel creaks when turning left
            Assist cuts out on level 5
            Child bench bolt works loose
            Charger clicks but does not charge
            Mudguard touches the tyre with two children
            Paint flakes at the head tube
            Speed sensor magnet slips
            Rain cover zip jams in the cold
            Headlight dims at low battery
            Seat post sinks under 100 kg
            Display freezes after an update
            Rear axle nut has the wrong torque
            Motor cover loses a screw
            """,
        ),
        Group(
            title="Fixed",
            color=BRIGHT_GREEN,
            lead=0,
            first_day="2026-01-12",
            last_day="2026-10-30",
            stages=("Fixed",),
            pulses="""
            Pedal thread strips on the Finch
            Battery bay lets water in
            Trip distance doubles after midnight
            Horn button sends two honks
            Wheel nuts rust within weeks
            Box floor bends under 80 kg
            Alarm goes off in the lift
            Bluetooth drops in a pocket
            Saddle clamp slips
            Rear rack rail is too thick for bags
            Walk assist is too fast on ramps
            Clock loses ten minutes a week
            Handlebar tape peels in the sun
            Battery key breaks in the lock
            Brake light reacts late
            Steering damper squeaks
            Belt jumps under full load
            USB port too weak for phones
            Display unreadable with sunglasses
            Kickstand leaves dents in parquet
            Harness strap frays at the slot
            Error 14 on every first start
            """,
        ),
        Group(
            title="Won't fix",
            color=BLUE,
            lead=0,
            first_day="2026-02-02",
            last_day="2026-09-25",
            stages=("Won't fix", "Can't reproduce"),
            pulses="""
            Estuary Blue looks green on old phones
            Third-party charger gets hot
            No mount for a fourth child
            App does not run on a 2014 tablet
            Wants the bell to sound like a tram
            Scratches from a garden gate
            Trailer coupling of another make
            Rides slower with flat tyres
            Old key does not fit the new lock
            Bike remembers the former owner
            """,
        ),
    ),
    archived=("Wants the bell to sound like a tram", "Scratches from a garden gate"),
    told={
        "Steering cable wears through its sleeve": "Waiting for parts",
        "Powerbox shows 100 percent and dies at 40": "Investigating",
        "Parking brake lever has play": "Investigating",
        "App shows the bike in the harbour": "Investigating",
    },
    threads=(
        Thread(
            pulse="Steering cable wears through its sleeve",
            at="2026-11-04 09:05",
            author="jack",
            html="<p>Fourth Lugger XL with this, all between 4,000 and 5,000 km. The sleeve touches the box at full lock, see the shiny spot.</p>",
            replies=(
                (
                    "tomasz",
                    "<p>The clip sits 15 mm too far forward since March. I move it back and send you 30 clips.</p>",
                ),
                (
                    "sofia",
                    "<p>I write to all 24 owners from that series. Free fix at the next service.</p>",
                ),
            ),
            likes=("sofia", "priya", "tomasz"),
        ),
        Thread(
            pulse="Powerbox shows 100 percent and dies at 40",
            at="2026-10-27 15:40",
            author="sofia",
            html="<p>Two customers, same week. Both packs were stored in an unheated shed.</p>",
            replies=(
                (
                    "aisha",
                    "<p>The gauge in sprint 23 should fix it. Can they take a test build?</p>",
                ),
                ("sofia", "<p>Both said yes.</p>"),
            ),
            likes=("aisha",),
        ),
        Thread(
            pulse="Parking brake lever has play",
            at="2026-11-19 11:50",
            author="sofia",
            html="<p>Reported by <strong>Northgate</strong>, bike 11 at Avonmouth. They parked it for now. <strong>Please look today.</strong></p>",
            replies=(
                ("jack", "<p>On my way, with a spare lever.</p>"),
                ("jack", "<p>Pin was not pressed in fully. Checked the other ten: all fine.</p>"),
            ),
            likes=("sofia", "priya"),
        ),
        Thread(
            pulse="Belt squeals after the first cold night",
            at="2026-11-17 08:30",
            author="jack",
            html="<p>As every November. A drop of silicone helps, but the new tensioner should end it for good.</p>",
            likes=("tomasz",),
        ),
        Thread(
            pulse="Battery bay lets water in",
            at="2026-06-23 14:00",
            author="tomasz",
            html="<p>New seal fitted to all bikes from frame 2600 on; tested for an hour under the shower.</p>",
            replies=(("sofia", "<p>No more reports for three weeks. Closing.</p>"),),
            likes=("sofia", "jack"),
        ),
        Thread(
            pulse="App shows the bike in the harbour",
            at="2026-11-18 12:20",
            author="sofia",
            html="<p>Rider swears it is in her hallway. Screenshot is beautiful, though.</p>",
            replies=(("aisha", "<p>Position without a fix. I hide it below four satellites.</p>"),),
            likes=("aisha", "priya", "jack"),
        ),
    ),
    remarks=(
        "<p>Asked the rider for a photo and the frame number.</p>",
        "<p>Seen it here as well, happens only when it is wet.</p>",
        "<p>Spare part ordered, arrives on Wednesday.</p>",
        "<p>Swapped under warranty, rider is happy.</p>",
        "<p>Could be the same cause as last month. Checking.</p>",
        "<p>Three more reports from dealers.</p>",
    ),
    notes=(
        Note(
            pulse="Steering cable wears through its sleeve",
            at="2026-11-05 10:00",
            author="sofia",
            title="Letter to the owners",
            content="<p>Dear rider,</p><p>we found a clip on your Lugger XL that should sit a little further back. It is a ten-minute job, and of course free. Please bring your bike before Christmas, or ask us to come by.</p>",
        ),
    ),
)
