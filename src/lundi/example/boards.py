"""Three boards that anyone understands."""

from lundi.example.plan import Board, Column, Group

GREEN, ORANGE, BLUE, PURPLE = "#037f4c", "#fdab3d", "#579bfc", "#a25ddc"
PRIORITIES = {"0": "Medium", "2": "High", "5": "Low"}

PRODUCT_LAUNCH = Board(
    name="Product launch",
    description="Everything that has to happen until the new product is out, and a little after.",
    columns=(
        Column(title="Owner", type="person"),
        Column(title="Status", type="status"),
        Column(title="Schedule", type="timeline"),
        Column(title="Due", type="date"),
        Column(
            title="Budget",
            type="numeric",
            unit={"symbol": "custom", "custom_unit": "$", "direction": "left"},
        ),
        Column(title="Tags", type="tags"),
    ),
    groups=(
        Group(
            title="Planning",
            color=BLUE,
            pulses="""
            Talk to ten customers       | me | Done          | -30 to -18 | -18 | 400  | research
            Agree on the launch date    | me | Done          | -20 to -19 | -19 |      |
            Set the price               | me | Done          | -16 to -10 | -10 |      | research, sales
            Write the launch plan       | me | Working on it | -6 to 1    | 1   |      |
            """,
        ),
        Group(
            title="Getting ready",
            color=ORANGE,
            pulses="""
            Design the landing page     | me | Working on it | -5 to 4    | 4   | 1800 | website
            Write the landing page      |    | Stuck         | -2 to 6    | 6   |      | website, press
            Record a two minute demo    | me | Working on it | -1 to 8    | 8   | 950  | video
            Brief the support team      |    |               | 6 to 7     | 7   |      | support
            Prepare the press kit       |    |               | 5 to 11    | 11  | 300  | press
            """,
        ),
        Group(
            title="Launch week",
            color=GREEN,
            pulses="""
            Send the announcement       | me |               | 14 to 14   | 14  |      | press
            Switch the website over     |    |               | 14 to 14   | 14  |      | website
            Answer the first questions  | me |               | 14 to 18   | 18  |      | support
            Thank everybody             | me |               | 18 to 18   | 18  | 250  |
            """,
        ),
    ),
    updates={
        "Write the launch plan": "<p>The first draft is here. What is missing?</p>",
        "Write the landing page": "<p>Waiting for the product's final name before this can go on.</p>",
        "Set the price": "<p>Decided: <b>one price for everybody</b>. It keeps the page short.</p>",
    },
)

TEAM_TASKS = Board(
    name="Team tasks",
    description="What the team does this week and next. Drag a pulse to another group to plan it.",
    columns=(
        Column(title="Owner", type="person"),
        Column(title="Status", type="status"),
        Column(title="Priority", type="status", labels=PRIORITIES),
        Column(title="Due", type="date"),
        Column(
            title="Hours",
            type="numeric",
            unit={"symbol": "custom", "custom_unit": "h", "direction": "right"},
        ),
        Column(title="Tags", type="tags"),
    ),
    groups=(
        Group(
            title="This week",
            color=GREEN,
            pulses="""
            Prepare Monday's meeting        | me | Done          | Medium | -1 | 1  | meeting
            Update the team's handbook      | me | Working on it | Medium | 2  | 3  | writing
            Interview two applicants        | me | Working on it | High   | 3  | 4  | hiring
            Order new laptops               |    | Stuck         | High   | 1  | 1  | office
            Review last month's numbers     | me |               | Medium | 4  | 2  |
            """,
        ),
        Group(
            title="Next week",
            color=BLUE,
            pulses="""
            Plan the next quarter           | me |               | High   | 9  | 6  | meeting
            Clean up the shared folders     |    |               | Low    | 10 | 2  | office
            Write the newsletter            |    |               | Medium | 11 | 3  | writing
            Book the summer outing          | me |               | Low    | 12 | 1  |
            """,
        ),
        Group(
            title="Later",
            color=PURPLE,
            pulses="""
            Find a new coffee supplier      |    |               | Low    |    | 1  | office
            Try out a four day week         |    |               |        |    |    |
            Collect ideas for the offsite   | me |               | Low    | 40 | 2  | meeting
            Retire the old printer          |    |               | Low    |    | 1  | office
            """,
        ),
    ),
    updates={
        "Order new laptops": "<p>The supplier has none before the end of the month. Does anybody know another one?</p>",
        "Update the team's handbook": "<p>Holidays and travel are done, the rest follows tomorrow.</p>",
    },
)

CUSTOMER_REQUESTS = Board(
    name="Customer requests",
    description="What customers ask for, and what becomes of it.",
    columns=(
        Column(title="Looked after by", type="person"),
        Column(
            title="Stage",
            type="status",
            labels={"0": "Looking into it", "1": "Solved", "2": "Waiting", "5": "New"},
        ),
        Column(title="Priority", type="status", labels=PRIORITIES),
        Column(title="Received", type="date"),
        Column(title="Asked by", type="numeric"),
        Column(title="Tags", type="tags"),
    ),
    groups=(
        Group(
            title="Open",
            color=ORANGE,
            pulses="""
            Export the report as a spreadsheet   | me | Looking into it | High   | -2  | 14 | reports
            The invoice shows the old address    | me | Looking into it | High   | -1  | 1  | billing
            Dark colours for the evening         |    | New             | Low    | -3  | 22 | design
            Sign in with the company's account   |    | Waiting         | Medium | -9  | 8  | security
            A reminder a day before              |    | New             | Medium | 0   | 5  |
            Longer names for projects            |    | New             | Low    | -4  | 3  | design
            Pay by bank transfer                 | me | Waiting         | Medium | -12 | 6  | billing
            """,
        ),
        Group(
            title="Solved",
            color=GREEN,
            pulses="""
            The mail with the receipt came twice | me | Solved          | High   | -15 | 4  | billing
            Sort the list by date                | me | Solved          | Medium | -21 | 11 | reports
            Print a single page                  |    | Solved          | Low    | -24 | 2  | reports
            A second person for the contract     | me | Solved          | Medium | -28 | 1  |
            Larger text on the phone             | me | Solved          | Medium | -33 | 9  | design
            The help page could not be found     |    | Solved          | High   | -35 | 3  |
            """,
        ),
    ),
    updates={
        "Export the report as a spreadsheet": "<p>A first version is ready to be tried. Three of those who asked will look at it this week.</p>",
        "Pay by bank transfer": "<p>The bank needs a signature from us; the form is on its way.</p>",
        "Larger text on the phone": "<p>Out since Tuesday, and the first thanks have come in already.</p>",
    },
)

BOARDS = (PRODUCT_LAUNCH, TEAM_TASKS, CUSTOMER_REQUESTS)
