"""For each column type, what clients send and what they then read."""

from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from lundi.domains.column_types.column_type import Around, Facts, Person

FACTS = Facts(
    pulse_id=123,
    created_at=1_612_080_000_000_000,
    updated_at=1_612_080_001_500_000,
    creator_id=1,
    updated_by=2,
    number=7,
)
AROUND = Around(
    users={1: Person("John Doe", 1, "", False)},
    teams={2: "Team Alpha", 51166: "Cooks"},
    tags={19038090: "open", 2: "late"},
    facts=FACTS,
)
STATUS = {"labels": {"0": "Working on it", "1": "Done", "2": "Stuck", "101": "1"}}
DROPDOWN = {"labels": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}, {"id": 3, "name": "b, c"}]}
SETTINGS: dict[str, dict[str, Any]] = {
    "status": STATUS,
    "dropdown": DROPDOWN,
    "numeric": {"unit": {"symbol": "$", "direction": "left"}},
    "rating": {"max": 5},
}


class Example(msgspec.Struct, frozen=True):
    type: str
    given: list[Any]
    """Objects or simple strings; each means the same."""
    stored: Any
    value: Any
    text: str | None
    fields: dict[str, Any]

    @property
    def around(self) -> Around:
        return around(self.type)


def around(type_name: str) -> Around:
    return msgspec.structs.replace(AROUND, settings=SETTINGS.get(type_name, {}))


LOCATION = {"lat": 29.9, "lng": 31.1, "address": "Giza Pyramid"}
NO_PLACE = dict.fromkeys(
    [
        *("city", "city_short", "country", "country_short", "place_id"),
        *("street", "street_number", "street_number_short", "street_short"),
    ]
)
DATE = {"date": "2023-06-11", "time": "13:25:00"}
WEEK = {"startDate": "2019-06-10", "endDate": "2019-06-16"}
PHONE = {"phone": "+12025550169", "countryShortName": "US"}
PEOPLE = [{"id": 1, "kind": "person"}, {"id": 2, "kind": "team"}]
DONE = {"color": "#00c875", "border": "#00B461"}
COUNTRY = {"countryCode": "US", "countryName": "United States"}

WRITTEN = [
    Example("text", ["hello"], "hello", "hello", "hello", {}),
    Example("text", [5, "5"], "5", "5", "5", {}),
    Example(
        "long_text", [{"text": "a\nb"}, "a\nb"], {"text": "a\nb"}, {"text": "a\nb"}, "a\nb", {}
    ),
    Example(
        "numeric",
        ["12.5", 12.5, "+012.5"],
        "12.5",
        "12.5",
        "12.5",
        {"number": 12.5, "symbol": "$", "direction": "left"},
    ),
    Example(
        "status",
        [{"label": "Done"}, {"label": "done"}, {"index": 1}, {"index": "1"}, "Done"],
        {"index": 1, "update_id": None},
        {"index": 1, "post_id": None},
        "Done",
        {"index": 1, "label": "Done", "is_done": True, "label_style": DONE, "update_id": None},
    ),
    Example(
        "status",
        [{"index": 5}, "5"],
        {"index": 5, "update_id": None},
        {"index": 5, "post_id": None},
        None,
        {
            "index": 5,
            "label": None,
            "is_done": False,
            "label_style": {"color": "#c4c4c4", "border": "#B0B0B0"},
            "update_id": None,
        },
    ),
    Example(
        "dropdown",
        [{"labels": ["A", "B"]}, {"ids": [1, 2]}, {"ids": ["1", "2"]}, "A,B", "1,2", "a, B"],
        {"ids": [1, 2]},
        {"ids": [1, 2]},
        "A, B",
        {"values": [{"id": 1, "label": "A"}, {"id": 2, "label": "B"}]},
    ),
    Example(
        "date",
        [{"date": "2023-06-11"}, "2023-06-11", {"date": "2023-06-11", "time": "", "icon": None}],
        "2023-06-11",
        {"date": "2023-06-11", "icon": None},
        "2023-06-11",
        {"date": "2023-06-11", "time": None, "icon": None},
    ),
    Example(
        "date",
        [DATE, "2023-06-11 13:25", "2023-06-11T13:25:00Z"],
        DATE,
        {**DATE, "icon": None},
        "2023-06-11 13:25",
        {**DATE, "icon": None},
    ),
    Example(
        "person",
        [{"personsAndTeams": PEOPLE}, {"personsAndTeams": [*PEOPLE, {"id": "1"}]}],
        {"people": PEOPLE},
        {"personsAndTeams": PEOPLE},
        "John Doe, Team Alpha",
        {"persons_and_teams": PEOPLE},
    ),
    Example(
        "person",
        ["1, 3"],
        {"people": [{"id": 1, "kind": "person"}, {"id": 3, "kind": "person"}]},
        {"personsAndTeams": [{"id": 1, "kind": "person"}, {"id": 3, "kind": "person"}]},
        "John Doe",
        {"persons_and_teams": [{"id": 1, "kind": "person"}, {"id": 3, "kind": "person"}]},
    ),
    Example(
        "team",
        [{"team_id": 51166}],
        {"team_id": 51166},
        {"team_id": 51166},
        "Cooks",
        {"team_id": 51166},
    ),
    Example(
        "checkbox",
        [{"checked": "true"}, {"checked": True}, True, "true", "v"],
        True,
        {"checked": True},
        "v",
        {"checked": True},
    ),
    Example(
        "timeline",
        [
            {"from": "2019-06-03", "to": "2019-06-07"},
            "2019-06-03 2019-06-07",
            "2019-06-03 - 2019-06-07",
        ],
        {"from": "2019-06-03", "to": "2019-06-07"},
        {"from": "2019-06-03", "to": "2019-06-07"},
        "2019-06-03 - 2019-06-07",
        {"from": "2019-06-03", "to": "2019-06-07", "visualization_type": None},
    ),
    Example(
        "timeline",
        [{"from": "2019-06-03", "to": "2019-06-03", "visualization_type": "milestone"}],
        {"from": "2019-06-03", "to": "2019-06-03", "visualization_type": "milestone"},
        {"from": "2019-06-03", "to": "2019-06-03", "visualization_type": "milestone"},
        "2019-06-03 - 2019-06-03",
        {"from": "2019-06-03", "to": "2019-06-03", "visualization_type": "milestone"},
    ),
    Example(
        "week",
        [{"week": WEEK}, WEEK, "2019-06-10 - 2019-06-16"],
        {"from": "2019-06-10", "to": "2019-06-16"},
        {"week": WEEK},
        "2019-06-10 - 2019-06-16",
        {"start_date": "2019-06-10", "end_date": "2019-06-16"},
    ),
    Example(
        "hour",
        [{"hour": 16, "minute": 42}, "16:42", "04:42 PM"],
        {"hour": 16, "minute": 42},
        {"hour": 16, "minute": 42},
        "04:42 PM",
        {"hour": 16, "minute": 42},
    ),
    Example(
        "hour",
        [{"hour": 0}, "0:00", "12:00 am"],
        {"hour": 0, "minute": 0},
        {"hour": 0, "minute": 0},
        "12:00 AM",
        {"hour": 0, "minute": 0},
    ),
    Example("rating", [{"rating": 5}, {"rating": "5"}, "5"], 5, {"rating": 5}, "5", {"rating": 5}),
    Example(
        "email",
        [{"email": "a@b.c", "text": "Display text"}, "a@b.c Display text"],
        {"email": "a@b.c", "text": "Display text"},
        {"email": "a@b.c", "text": "Display text"},
        "Display text",
        {"email": "a@b.c", "label": "Display text"},
    ),
    Example(
        "link",
        [{"url": "https://a.b/c?d", "text": "The page"}, "https://a.b/c?d The page"],
        {"url": "https://a.b/c?d", "text": "The page"},
        {"url": "https://a.b/c?d", "text": "The page"},
        "The page - https://a.b/c?d",
        {"url": "https://a.b/c?d", "url_text": "The page"},
    ),
    Example(
        "link",
        [{"url": "mailto:a@b.c"}, "mailto:a@b.c"],
        {"url": "mailto:a@b.c", "text": ""},
        {"url": "mailto:a@b.c", "text": ""},
        "mailto:a@b.c",
        {"url": "mailto:a@b.c", "url_text": ""},
    ),
    Example(
        "phone",
        [
            PHONE,
            {"phone": "12025550169", "countryShortName": "us"},
            {"phone": 2025550169, "countryShortName": "US"},
            *("+12025550169 US", "(202) 555-0169 US", "12025550169"),
        ],
        {"phone": "+12025550169", "country": "US"},
        PHONE,
        "+12025550169",
        {"phone": "+12025550169", "country_short_name": "US"},
    ),
    Example(
        "location",
        [LOCATION, {**LOCATION, "lat": "29.9", "lng": "31.1"}, "29.9 31.1 Giza Pyramid"],
        LOCATION,
        LOCATION,
        "Giza Pyramid",
        {**LOCATION, **NO_PLACE},
    ),
    Example(
        "country",
        [COUNTRY, {"countryCode": "us"}, {"countryName": "united states"}, "US", "United States"],
        "US",
        COUNTRY,
        "United States",
        {"country": {"code": "US", "name": "United States"}},
    ),
    Example(
        "world_clock",
        [{"timezone": "Europe/London"}, "Europe/London", "europe/london"],
        "Europe/London",
        {"timezone": "Europe/London"},
        "Europe/London",
        {"timezone": "Europe/London"},
    ),
    Example(
        "color_picker",
        [{"color": "#037f4c"}, {"color": {"hex": "#037F4C"}}, "#037f4c"],
        "#037f4c",
        {"color": {"hex": "#037f4c"}},
        "#037f4c",
        {"color": "#037f4c"},
    ),
    Example(
        "tags",
        [{"tag_ids": [19038090, 2]}, {"tag_ids": ["19038090", 2, 2]}, "19038090, 2"],
        {"tag_ids": [19038090, 2]},
        {"tag_ids": [19038090, 2]},
        "open, late",
        {"tag_ids": [19038090, 2]},
    ),
    Example(
        "board_relation",
        [{"item_ids": [1, "2"]}, {"linkedPulseIds": [{"linkedPulseId": 1}, {"linkedPulseId": 2}]}],
        {"item_ids": [1, 2]},
        None,
        None,
        {"linked_item_ids": [1, 2]},
    ),
    Example(
        "dependency",
        [{"item_ids": [3]}],
        {"item_ids": [3]},
        None,
        None,
        {"linked_item_ids": [3]},
    ),
    Example("name", ["New name"], "New name", "New name", "New name", {}),
]

SESSION = {
    "id": 1,
    "started_at": 5,
    "started_user_id": 1,
    "ended_at": 10_000_005,
    "ended_user_id": 2,
}
TRACKED = {"running": False, "started_at": None, "duration": 3_610, "history": [SESSION]}
BY_HAND = {
    f"manually_entered_{end}_{part}": False for end in ("start", "end") for part in ("date", "time")
}
MADE = {"created_at": 1_000_000, "creator_id": 1}
ASSET = {"kind": "asset", "asset_id": 9, "name": "a.png", "is_image": True, **MADE}
LINKED = {"kind": "link", "url": "https://a.b", "name": "b", **MADE}
DOC = {"kind": "doc", "doc_id": 4, "name": "Plan", **MADE}
SHOWN_FILE = {"createdAt": 1000, "createdBy": 1}
SHOWN_DOC = {"files": [{**SHOWN_FILE, "name": "Plan", "fileType": "DOC", "docId": 4}]}

READ = [
    Example(
        "file",
        [],
        {"files": [ASSET, LINKED]},
        {
            "files": [
                {
                    **SHOWN_FILE,
                    "name": "a.png",
                    "fileType": "ASSET",
                    "assetId": 9,
                    "isImage": "true",
                },
                {**SHOWN_FILE, "name": "b", "fileType": "LINK", "linkToFile": "https://a.b"},
            ]
        },
        "https://a.b",
        {"files": [ASSET, LINKED]},
    ),
    Example("doc", [], {"files": [DOC]}, SHOWN_DOC, "", {"file": DOC}),
    Example("direct_doc", [], {"files": [DOC]}, SHOWN_DOC, "", {"file": DOC}),
    Example(
        "vote",
        [],
        {"voters": [1, 2]},
        {"votersIds": [1, 2]},
        "2",
        {"vote_count": 2, "voter_ids": [1, 2]},
    ),
    Example(
        "time_tracking",
        [],
        TRACKED,
        {"running": "false", "startDate": None, "duration": 3_610},
        "01:00:10",
        {
            **TRACKED,
            "history": [
                {
                    **SESSION,
                    **BY_HAND,
                    "created_at": 5,
                    "updated_at": 10_000_005,
                    "status": "active",
                }
            ],
        },
    ),
    Example("button", [], None, None, "", {"color": None, "label": None}),
    Example(
        "creation_log",
        [],
        None,
        {"created_at": "2021-01-31T08:00:00Z", "creator_id": 1},
        "2021-01-31 08:00:00 UTC",
        {"created_at": FACTS.created_at, "creator_id": 1},
    ),
    Example(
        "last_updated",
        [],
        None,
        {"updated_at": "2021-01-31T08:00:01Z", "updater_id": 2},
        "2021-01-31 08:00:01 UTC",
        {"updated_at": FACTS.updated_at, "updater_id": 2},
    ),
    Example("item_id", [], None, {"item_id": 123}, "123", {"item_id": 123}),
    Example("auto_number", [], None, None, "7", {}),
    Example("progress", [], 40, None, "40%", {}),
    Example("subtasks", [], {}, None, None, {}),
    Example("mirror", [], None, None, None, {}),
    Example("formula", [], None, None, None, {}),
    Example("last_post", [], None, None, "", {}),
]

ZONES = [(UTC, "2023-06-11 13:25"), (ZoneInfo("Asia/Tokyo"), "2023-06-11 22:25")]
