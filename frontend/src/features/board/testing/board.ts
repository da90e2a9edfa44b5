// A small board for the tests of the grid's logic.

import type { Board, Column, Row, User } from "../../../api/queries";
import type { Names } from "../values";

const column = (id: string, type: string, settings = {}): Column => ({
  id,
  title: id[0]?.toUpperCase() + id.slice(1),
  type,
  settings,
});

export const COLUMNS: Column[] = [
  column("name", "name"),
  column("owner", "person"),
  column("stage", "status", { labels: { "0": "Working", "1": "Done" } }),
  column("hours", "numeric", { unit: { symbol: "h", direction: "right" } }),
  column("due", "date"),
  column("period", "timeline"),
  column("topics", "tags"),
  column("remark", "text"),
  column("said", "last_post"),
];

export const row = (id: number, group_id: string, name: string, values = {}): Row => ({
  id,
  group_id,
  position: `a${id}`,
  name,
  values,
  updates_count: 0,
  created_at: 0,
  updated_at: 0,
  creator_id: null,
});

export const named = (...ids: number[]) => ({
  people: ids.map((id) => ({ id, kind: "person" as const })),
});

export const ROWS: Row[] = [
  row(1, "now", "Cake", { owner: named(7), stage: { index: 1 }, hours: "2.5" }),
  row(2, "now", "Balloons", { stage: { index: 0 }, hours: "10", remark: "red ones" }),
  row(3, "now", "Candles", { owner: named(8), due: "2026-11-30" }),
  row(4, "later", "Thank-you cards", { period: { from: "2026-12-01", to: "2026-12-05" } }),
];

export const BOARD = {
  id: 1,
  name: "Party",
  groups: [
    { id: "now", title: "Now", color: "#037f4c", position: "a" },
    { id: "later", title: "Later", color: "#fdab3d", position: "b" },
  ],
  columns: COLUMNS,
  rows: ROWS,
} as unknown as Board;

const user = (id: number, name: string, email: string) => ({ id, name, email }) as User;

export const NAMES: Names = {
  users: new Map([
    [7, user(7, "Ann Lee", "ann@party.example")],
    [8, user(8, "Bob Roy", "bob@party.example")],
  ]),
  teams: new Map([[5, { id: 5, name: "Bakers", is_guest_team: false, members: [] }]]),
  me: 7,
  tags: new Map([[3, { id: 3, name: "sweet", color: "#fff" }]]),
};
