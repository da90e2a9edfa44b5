"""The software of controller, display and app, two weeks at a time."""

from lundi.demo.plan import (
    BLUE,
    BRIGHT_GREEN,
    ORANGE,
    PURPLE,
    VIOLET,
    Board,
    Column,
    Group,
    Note,
    Thread,
)

FIRMWARE = Board(
    name="Firmware sprints",
    description="Controller, display, app and cloud. Sprints of two weeks, demo every second Friday at 3 pm.",
    kind="public",
    created="2026-06-01 09:00",
    owner="aisha",
    co_owner="priya",
    opening="Ready to start",
    team=("priya", "tomasz", "sofia"),
    readers=("daniel", "maggie"),
    columns=(
        Column(
            title="Owner", type="person", choices=("aisha", "aisha", "priya", "tomasz"), filled=0.85
        ),
        Column(
            title="Status",
            type="status",
            labels={
                "0": "Working on it",
                "1": "Done",
                "2": "Stuck",
                "3": "In review",
                "6": "Ready to start",
            },
        ),
        Column(
            title="Priority",
            type="status",
            labels={"2": "Urgent", "7": "High", "9": "Medium", "10": "Low"},
            choices=("Urgent", "High", "High", "Medium", "Medium", "Medium", "Low"),
            filled=0.85,
        ),
        Column(title="Points", type="numeric", numbers=(1, 8, 1), filled=0.8),
        Column(title="Due date", type="date", filled=0.75),
        Column(
            title="Repository",
            type="text",
            choices=("controller", "display", "ride-app", "cloud"),
            hints={
                "cloud": "cloud, fleet, mail, spreadsheet, passkey",
                "ride-app": "app, trip, phone, map, widget, share, help page, account",
                "display": "gauge, digits, show, clock, error codes, daylight",
                "controller": "alarm, motor, sensor, brake, battery, signals, key-card, stand, charge, torque, controller, fault",
            },
            filled=0.9,
        ),
        Column(title="Worked on", type="timeline", days=(1, 6), filled=0.6),
        Column(
            title="Tags",
            type="tags",
            choices=("safety", "battery", "bluetooth", "tests", "app store", "tech debt"),
            hints={
                "battery": "battery, pack, charge",
                "bluetooth": "Bluetooth, phone, sync",
                "tests": "test, calibrate",
                "app store": "app, widget, passkey",
                "safety": "alarm, brake, fault, 58 °C, theft",
                "tech debt": "crash, split, flicker, retry, log",
            },
        ),
    ),
    groups=(
        Group(
            title="Sprint 24 (this one)",
            color=BLUE,
            first_day="2026-11-16",
            last_day="2026-11-27",
            stages=(
                "Working on it",
                "Working on it",
                "In review",
                "Ready to start",
                "Stuck",
                "Done",
            ),
            pulses="""
            Ramp the motor current down above 58 °C
            Show remaining range in miles
            Pair a second phone with one bike
            Keep the clock through a battery swap
            Retry a broken update download
            Alarm: ignore a passing lorry
            Warn before the pack goes below 0 °C
            Key-card reader driver
            Trip list loads without flicker
            Sign releases with the new key
            Brake light on regenerative braking
            Log the last minute before a fault
            Test bench runs every night
            Dark mode for the trip map
            Shorter beep when the alarm is armed
            """,
        ),
        Group(
            title="Sprint 23",
            color=BRIGHT_GREEN,
            first_day="2026-11-02",
            last_day="2026-11-13",
            stages=("Done", "Done", "Done", "Done", "In review"),
            pulses="""
            Walk assist stops when the brake is touched
            Battery gauge without jumps
            Bluetooth name shows the frame number
            Support for the 120 lux front light
            Remember the last assist level
            Faster start of the display
            Translate error codes into sentences
            Cloud: keep trips for 24 months
            Crash when the trip has no points
            Stand sensor: debounce by 200 ms
            Report odometer with every sync
            Fleet page lists bikes by depot
            Update the battery-swap help page
            """,
        ),
        Group(
            title="Backlog",
            color=PURPLE,
            first_day="2026-11-30",
            last_day="2027-02-26",
            stages=("Ready to start", "", ""),
            pulses="""
            Diagnostics mode for dealers
            Export trips as GPX
            Geofence for depot yards
            Speed limit per fleet
            Share a ride with a link
            Widget with the battery level
            Watch app, first look
            Charge to 80 percent overnight
            Learn the rider's usual hills
            Offline maps for the trip view
            Theft mode with live position
            Sound when the alarm is armed
            Screen reader labels in the app
            Weekly mail to fleet managers
            Delete my account from the app
            Calibrate the torque sensor in the field
            Second language on the display
            Import bikes from a spreadsheet
            Automatic daylight detection
            Split the controller into two tasks
            """,
        ),
        Group(
            title="Sprint 22",
            color=VIOLET,
            first_day="2026-10-19",
            last_day="2026-10-30",
            stages=("Done",),
            pulses="""
            Alarm with motion sensor, first version
            Charge limit for cold batteries
            Larger speed digits
            Cloud: rate limit for fleets
            Fix the wrong average after midnight
            Turn signals blink in step
            App asks for Bluetooth only when needed
            Crash report from the display
            Log in with a passkey
            Battery health in percent
            Fewer wake-ups in the night
            Unit tests for the torque filter
            Show who rode the bike last
            """,
        ),
        Group(
            title="Sprint 12",
            color=ORANGE,
            first_day="2026-06-01",
            last_day="2026-06-12",
            stages=("Done", "Done", "Stuck"),
            archived=True,
            pulses="""
            Port the display to the new toolchain
            Torque sensor zero at start
            Cloud moves to Dublin
            Old app: last release
            Cadence filter, second try
            """,
        ),
    ),
    archived=("Watch app, first look",),
    told={
        "Alarm: ignore a passing lorry": "Working on it",
        "Ramp the motor current down above 58 °C": "In review",
        "Sign releases with the new key": "Stuck",
        "Test bench runs every night": "Done",
        "Battery gauge without jumps": "Done",
        "Translate error codes into sentences": "Done",
    },
    threads=(
        Thread(
            pulse="Alarm: ignore a passing lorry",
            at="2026-11-18 10:15",
            author="aisha",
            html="<p>Recorded 40 minutes beside the A4 this morning. A lorry is 4 to 9 Hz, lifting the bike is below 2 Hz, so a simple band filter is enough:</p><pre><code>armed &amp;&amp; energy(0.3, 2.0) &gt; 0.18</code></pre>",
            replies=(
                ("tomasz", "<p>What about somebody sawing the lock?</p>"),
                ("aisha", "<p>Way above 30 Hz, we catch that separately.</p>"),
                ("priya", "<p>Nice and small. Let's ship it to our own bikes first.</p>"),
            ),
            likes=("priya", "tomasz"),
        ),
        Thread(
            pulse="Ramp the motor current down above 58 °C",
            at="2026-11-17 09:20",
            author="aisha",
            html="<p>In review. On the bench the connector now stays at <strong>57.6 °C</strong> instead of 61 °C, and climbing Park Street takes 3 seconds longer.</p>",
            replies=(("priya", "<p>Reviewed, two remarks, both small.</p>"),),
            likes=("tomasz",),
        ),
        Thread(
            pulse="Sign releases with the new key",
            at="2026-11-19 16:30",
            author="priya",
            html="<p><strong>Stuck:</strong> the hardware token for the backup key has not arrived. I won't rotate with a single copy.</p>",
            replies=(("aisha", "<p>Agreed. Nothing else waits for it.</p>"),),
        ),
        Thread(
            pulse="Test bench runs every night",
            at="2026-11-20 08:45",
            author="tomasz",
            html="<p>Third green night in a row: 212 tests, 41 minutes. The relay that stuck on Monday is replaced.</p>",
            likes=("aisha", "priya"),
        ),
        Thread(
            pulse="Battery gauge without jumps",
            at="2026-11-11 13:00",
            author="aisha",
            html="<p>Demo for Friday is ready: same ride, old and new gauge side by side. No more falling from 31 to 12 percent on the last hill.</p>",
            replies=(("sofia", "<p>Half of our support calls, gone. Thank you!</p>"),),
            likes=("sofia", "priya", "tomasz"),
        ),
        Thread(
            pulse="Translate error codes into sentences",
            at="2026-11-05 11:30",
            author="sofia",
            html="<p>I put the 34 codes into plain English. <em>E21</em> is now &quot;The motor is too warm. Wait five minutes.&quot;</p>",
            replies=(
                ("aisha", "<p>All in. Two were too long for the display, I shortened them.</p>"),
            ),
            likes=("aisha",),
        ),
    ),
    remarks=(
        "<p>Merged. It goes out with Friday's build.</p>",
        "<p>Reproduced on the bench, fix follows.</p>",
        "<p>Needs a second pair of eyes before it goes to customers.</p>",
        "<p>Split in two, this one is the smaller half.</p>",
        "<p>Runs on my own bike since this morning.</p>",
        "<p>Not before the display driver is done.</p>",
    ),
    notes=(
        Note(
            pulse="Test bench runs every night",
            at="2026-11-16 17:10",
            author="tomasz",
            title="How to reset the bench",
            content="<ol><li>Switch off the load at the wall</li><li>Wait for the fan to stop</li><li>Press the green button for three seconds</li></ol><p>If the relay clicks twice, call Tomasz.</p>",
        ),
        Note(
            pulse="Sign releases with the new key",
            at="2026-11-16 09:30",
            author="priya",
            title="Who holds which key",
            content="<p>Primary: safe in Unit 7. Backup: with Maggie. <strong>Never</strong> on a laptop.</p>",
            owners_only=True,
        ),
    ),
)
