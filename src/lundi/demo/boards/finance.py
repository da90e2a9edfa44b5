"""Money: only for those who answer for it."""

from lundi.demo.plan import BLUE, BRIGHT_GREEN, RED, Board, Column, Group, Note, Thread, unit

FINANCE = Board(
    name="Finance",
    description="Taxes, bills and loans. Ben looks in every Tuesday.",
    kind="private",
    created="2025-12-01 09:00",
    owner="daniel",
    co_owner="maggie",
    opening="Open",
    team=("maggie",),
    readers=("ben", "ruth"),
    columns=(
        Column(
            title="Responsible", type="person", choices=("daniel", "daniel", "maggie"), filled=0.9
        ),
        Column(
            title="Status",
            type="status",
            labels={
                "0": "In work",
                "1": "Paid",
                "2": "Overdue",
                "3": "With Ben",
                "5": "Open",
                "6": "Filed",
            },
        ),
        Column(
            title="Reference",
            type="text",
            choices=("see bank file", "standing order", "contract 2024", "HMRC", "by e-mail"),
            hints={
                "HMRC": "VAT, tax",
                "see bank file": "Payroll",
                "standing order": "rent of",
                "contract 2024": "loan, lease, leasing",
            },
            filled=0.7,
        ),
        Column(title="Due", type="date", filled=0.95),
        Column(title="Period", type="timeline", days=(28, 90), filled=0.6),
        Column(
            title="Amount",
            type="numeric",
            unit=unit("£", "left"),
            numbers=(240, 48000, 35),
            filled=0.9,
        ),
        Column(
            title="Kind",
            type="tags",
            choices=("tax", "supplier", "loan", "rent", "grant", "payroll"),
            hints={
                "tax": "VAT, tax, accounts",
                "payroll": "Payroll",
                "rent": "rent of, lease, leasing",
                "loan": "loan",
                "grant": "grant",
                "supplier": "cells, paint shop, motors, frame maker, insurance, stand, crash, trade mark",
            },
            filled=0.9,
        ),
    ),
    groups=(
        Group(
            title="This month",
            color=RED,
            first_day="2026-11-09",
            last_day="2026-11-30",
            stages=("In work", "Open", "With Ben", "Overdue", "Paid"),
            pulses="""
            Payroll November
            Cells for 300 Powerboxes, second instalment
            Rent of Unit 7, December
            Corporation tax, payment on account
            Paint shop, October invoices
            Insurance of the demo fleet
            Reminder to Wessex Water
            """,
        ),
        Group(
            title="Coming",
            color=BLUE,
            first_day="2026-12-01",
            last_day="2027-03-31",
            stages=("Open", "Open", "In work", ""),
            pulses="""
            Payroll December with bonus
            VAT return, fourth quarter 2026
            Year-end stocktaking
            Budget 2027, second draft
            Loan review with the Ethical Bank
            Innovation grant, final report
            Lease of the second hall
            Price increase of the frame maker
            """,
        ),
        Group(
            title="Settled",
            color=BRIGHT_GREEN,
            first_day="2026-01-05",
            last_day="2026-10-30",
            stages=("Paid", "Paid", "Filed"),
            pulses="""
            VAT return, first quarter 2026
            VAT return, second quarter 2026
            VAT return, third quarter 2026
            Annual accounts 2025
            Innovation grant, first half
            Bank loan for the paint booth
            Stand at the Bike Fair, deposit
            Payroll October
            Motors, spring delivery
            Trade mark Larkspur, ten years
            Crash test laboratory
            Two welding stations, leasing
            """,
        ),
    ),
    archived=("Trade mark Larkspur, ten years",),
    told={
        "Reminder to Wessex Water": "Overdue",
        "Budget 2027, second draft": "With Ben",
        "VAT return, third quarter 2026": "Filed",
    },
    threads=(
        Thread(
            pulse="Reminder to Wessex Water",
            at="2026-11-18 09:10",
            author="daniel",
            html="<p><strong>Overdue</strong> by 19 days. Second reminder went out, this time to a person and not to a mailbox.</p>",
            replies=(
                ("maggie", "<p>I meet their head of fleet on Thursday and mention it kindly.</p>"),
            ),
            likes=("maggie",),
        ),
        Thread(
            pulse="Budget 2027, second draft",
            at="2026-11-17 15:30",
            author="daniel",
            html="<table><thead><tr><th>Item</th><th>2026</th><th>2027</th></tr></thead><tbody><tr><td>Bikes sold</td><td>412</td><td>560</td></tr><tr><td>Revenue, thousand £</td><td>2,290</td><td>3,150</td></tr><tr><td>People</td><td>10</td><td>13</td></tr></tbody></table><p>Ben checks the wage lines on Tuesday.</p>",
            replies=(
                (
                    "maggie",
                    "<p>560 is brave without the second Northgate order. Please show me 480 too.</p>",
                ),
            ),
            likes=("maggie",),
        ),
        Thread(
            pulse="VAT return, third quarter 2026",
            at="2026-10-27 11:00",
            author="daniel",
            html="<p>Filed and paid, receipt is in the folder.</p>",
            likes=("maggie",),
        ),
    ),
    remarks=(
        "<p>Checked against the bank statement.</p>",
        "<p>Ben has it for Tuesday.</p>",
        "<p>Paid this morning.</p>",
    ),
    notes=(
        Note(
            pulse="Budget 2027, second draft",
            at="2026-11-10 08:50",
            author="daniel",
            title="Assumptions",
            content="<p>Average price £5,620, motors 4 % dearer, one new mechanic and one developer from <strong>February</strong>.</p>",
            owners_only=True,
        ),
    ),
)
