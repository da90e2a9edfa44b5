"""What the world hears of Larkspur, and when."""

from lundi.demo.plan import BLUE, ORANGE, SEA, VIOLET, Board, Column, Group, Note, Thread, unit

MARKETING = Board(
    name="Marketing calendar",
    description="Campaigns, fairs, posts and press. What is not here does not go out.",
    kind="public",
    created="2026-01-05 09:30",
    owner="lena",
    opening="Planned",
    team=("maggie", "sofia", "priya", "daniel"),
    readers=("ruth",),
    columns=(
        Column(
            title="Owner", type="person", choices=("lena", "lena", "sofia", "maggie"), filled=0.9
        ),
        Column(
            title="Status",
            type="status",
            labels={
                "0": "In the making",
                "1": "Live",
                "2": "Cancelled",
                "3": "Waiting for approval",
                "4": "Planned",
                "6": "Finished",
            },
        ),
        Column(
            title="Channel",
            type="text",
            choices=("Newsletter", "Instagram", "Fair", "Press", "Website", "Print"),
            hints={
                "Instagram": "video, contest, portrait, film, ambassadors, parade, ride",
                "Press": "interview, reply, radio, podcast, launch",
                "Print": "catalogue, poster, cards, vouchers, price list, wrap",
                "Website": "photos, website, map, guide, opening hours, sums",
            },
            filled=0.9,
        ),
        Column(title="Goes live", type="date", filled=0.9),
        Column(title="Runs", type="timeline", days=(2, 28), filled=0.6),
        Column(
            title="Budget",
            type="numeric",
            unit=unit("£", "left"),
            numbers=(100, 4800, 50),
            filled=0.65,
        ),
        Column(
            title="Campaign",
            type="tags",
            choices=("winter", "families", "fleets", "open day", "hiring", "repair"),
            hints={
                "winter": "advent, winter, Christmas, warm, carol, holidays, Powerbox",
                "fleets": "fleet, Drover, commuters, Green Commute",
                "families": "school, nurser, picnic, second car, Finch",
                "open day": "open workshop, test ride, fair",
                "repair": "repair, service, warranty, Black Friday",
                "hiring": "film, portrait, ambassadors",
            },
        ),
    ),
    groups=(
        Group(
            title="November",
            color=ORANGE,
            first_day="2026-11-02",
            last_day="2026-11-30",
            stages=("Live", "Live", "In the making", "Waiting for approval", "Finished"),
            pulses="""
            Bike Fair Birmingham: stand and demo rides
            Winter range test on the Mendips, video
            Newsletter: five ways to keep warm on a cargo bike
            Portrait of the week: Jo delivers bread
            Price list 2027 for dealers
            Black Friday: we close the shop and repair for free
            Interview with Cycling Weekly
            New photos for the Drover page
            Advent raffle, announcement
            Fleet case study: Bristol Food Union
            Map of all charging lockers
            """,
        ),
        Group(
            title="December",
            color=BLUE,
            first_day="2026-12-01",
            last_day="2026-12-23",
            stages=("Planned", "Planned", "In the making", "Waiting for approval", ""),
            pulses="""
            Advent raffle: a small prize every day
            Newsletter: the year in kilometres
            Carol ride through Bedminster
            Gift vouchers for a first service
            Last order day for Christmas
            Powerbox 900 teaser
            Thank-you cards to our first hundred riders
            Radio spot, BBC Bristol
            Cargo bike or second car: the sums
            Opening hours over the holidays
            """,
        ),
        Group(
            title="First quarter 2027",
            color=VIOLET,
            first_day="2027-01-04",
            last_day="2027-03-31",
            stages=("Planned", "Planned", ""),
            pulses="""
            Launch of the Powerbox 900
            Spring catalogue goes to print
            School-run challenge with ten schools
            Open workshop Saturday, March
            Test ride tour: Bath, Cardiff, Exeter
            Trade press day in Unit 7
            New website for fleets
            Film: how a frame is made
            Rider ambassadors, second round
            Podcast with the repair cafés
            Campaign with the Green Commute scheme
            Sponsoring the Bristol Half Marathon bag drop
            """,
        ),
        Group(
            title="Done this year",
            color=SEA,
            first_day="2026-01-12",
            last_day="2026-10-30",
            stages=("Finished", "Finished", "Finished", "Cancelled"),
            pulses="""
            Launch of the Finch
            Spring catalogue 2026
            Open workshop Saturday, May
            Summer of picnics, photo contest
            Larkspur Ride 2.0 in the app stores
            Cargo race at Queen Square
            Bike Week breakfast for commuters
            Newsletter: ten-year frame warranty
            Drover in front of the city hall
            Van wrap in Estuary Blue
            Poster in the railway station
            Test bikes for the nurseries
            Reply to the Guardian column
            Autumn service voucher
            Guide: insurance for cargo bikes
            Halloween lights parade
            """,
        ),
    ),
    archived=("Poster in the railway station",),
    told={
        "Bike Fair Birmingham: stand and demo rides": "Live",
        "Black Friday: we close the shop and repair for free": "Waiting for approval",
        "Powerbox 900 teaser": "In the making",
        "Fleet case study: Bristol Food Union": "Live",
        "Launch of the Finch": "Finished",
    },
    threads=(
        Thread(
            pulse="Bike Fair Birmingham: stand and demo rides",
            at="2026-11-19 18:10",
            author="lena",
            html="<p>Day one: <strong>143 demo rides</strong>, 31 of them on the Drover. Two dealers from Leeds and Norwich want to talk. My voice is gone.</p>",
            replies=(
                (
                    "maggie",
                    "<p>Brilliant! Tea with honey, and let Sofia do the talking tomorrow.</p>",
                ),
                ("sofia", "<p>I am on the 7:30 train with 200 more leaflets.</p>"),
            ),
            likes=("maggie", "sofia", "priya", "daniel"),
        ),
        Thread(
            pulse="Black Friday: we close the shop and repair for free",
            at="2026-11-16 10:00",
            author="lena",
            html="<p>Text for approval:</p><blockquote>On Friday we sell nothing. Bring whatever has two or three wheels, and we mend it with you.</blockquote>",
            replies=(
                ("maggie", "<p>I love it. Approved.</p>"),
                ("sofia", "<p>Jack asks for a limit: 40 bikes, first come first served.</p>"),
            ),
            likes=("maggie", "sofia"),
        ),
        Thread(
            pulse="Powerbox 900 teaser",
            at="2026-11-18 09:30",
            author="priya",
            html="<p>Please no range figure before the winter test is through. <em>&quot;More&quot;</em> is all we know for certain.</p>",
            replies=(("lena", "<p>Understood: &quot;Further. Even in January.&quot;</p>"),),
            likes=("lena", "maggie"),
        ),
        Thread(
            pulse="Fleet case study: Bristol Food Union",
            at="2026-11-10 14:20",
            author="sofia",
            html="<p>They gave us their figures: 11 vans less, 34 tonnes of CO<sub>2</sub> a year, and deliveries 12 minutes faster in the centre.</p>",
            likes=("lena", "maggie"),
        ),
        Thread(
            pulse="Launch of the Finch",
            at="2026-03-27 16:00",
            author="lena",
            html="<p>Wrap-up: 2,300 visits on the launch day, 61 test rides booked, 9 sold within the week. Best so far.</p>",
            likes=("maggie", "priya"),
        ),
    ),
    remarks=(
        "<p>First draft is in the shared folder.</p>",
        "<p>Printer confirmed the date.</p>",
        "<p>Numbers after one week: better than last year.</p>",
        "<p>Needs one good photo, otherwise ready.</p>",
        "<p>Approved, thanks everyone.</p>",
    ),
    notes=(
        Note(
            pulse="Bike Fair Birmingham: stand and demo rides",
            at="2026-11-12 11:00",
            author="lena",
            title="Packing list",
            content="<ul><li>2 Luggers, 1 Finch, 1 Drover, 6 Powerboxes</li><li>Helmets in four sizes</li><li>Banner, tablecloth, 400 leaflets</li><li>Tool box and puncture kit</li></ul>",
        ),
        Note(
            pulse="Spring catalogue goes to print",
            at="2026-10-29 15:00",
            author="lena",
            title="Print run",
            content="<p>6,000 copies, 48 pages, uncoated recycled paper. Files by <strong>12 February</strong>.</p>",
        ),
    ),
)
