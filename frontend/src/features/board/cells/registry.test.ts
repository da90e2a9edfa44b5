import { expect, test } from "vitest";
import { type Column, queryClient } from "../../../api/queries";
import { texts } from "../../../texts";
import { COLUMNS, NAMES, named, ROWS, row } from "../testing/board";
import {
  asText,
  bodyOf,
  CELL_TYPES,
  cleared,
  fromText,
  isWritable,
  type TypeName,
  typeOf,
} from "./registry";

const of = (type: string, settings = {}): Column => ({ id: "c", title: "C", type, settings });
const column = (id: string) => COLUMNS.find((one) => one.id === id) as Column;
const labels = [
  { id: 1, name: "Red" },
  { id: 2, name: "Blue, light" },
];

test.each<[Column, string, unknown]>([
  [of("text"), "hi", "hi"],
  [of("long_text"), "hi", { text: "hi" }],
  [of("numeric"), "1 200.5", "1200.5"],
  [of("date"), "24.12.2026", "2026-12-24"],
  [of("timeline"), "2026-12-01 – 2026-12-05", { from: "2026-12-01", to: "2026-12-05" }],
  [of("week"), "2026-11-25", { from: "2026-11-23", to: "2026-11-29" }],
  [of("person"), "ANN LEE", named(7)],
  [of("person"), "Bob Roy, ann@party.example", named(8, 7)],
  [of("person"), "bakers", { people: [{ id: 5, kind: "team" }] }],
  [of("team"), "bakers", { team_id: 5 }],
  [column("stage"), "done", { index: 1, update_id: null }],
  [of("dropdown", { labels }), "red", { ids: [1] }],
  [of("dropdown", { labels }), "Blue, light", { ids: [2] }],
  [of("tags"), "Sweet, sour", { tag_ids: [3], new_names: ["sour"] }],
  [of("checkbox"), "v", true],
  [of("checkbox"), "no", undefined],
  [of("rating"), "4", 4],
  [of("email"), "a@b.example Ann Lee", { email: "a@b.example", text: "Ann Lee" }],
  [of("phone"), "202 555 0169 us", { phone: "202 555 0169", country: "US" }],
  [of("link"), "a.example/b Our page", { url: "https://a.example/b", text: "Our page" }],
  [of("location"), "59.91 10.75 Oslo", { lat: 59.91, lng: 10.75, address: "Oslo" }],
  [of("country"), "norway", "NO"],
  [of("world_clock"), "europe/oslo", "Europe/Oslo"],
  [of("hour"), "4:42 pm", { hour: 16, minute: 42 }],
  [of("color_picker"), "037F4C", "#037f4c"],
  [of("text"), " ", undefined],
])("in $type the text %j is understood", (there, text, value) => {
  expect(fromText(there, text, NAMES)).toEqual({ value });
});

test.each<[Column, string]>([
  [of("numeric"), "a lot"],
  [of("date"), "someday"],
  [of("timeline"), "2026-12-05 – 2026-12-01"],
  [of("person"), "Nobody"],
  [of("team"), "Nobody"],
  [column("stage"), "Unknown"],
  [of("dropdown", { labels }), "Green"],
  [of("rating", { max: 3 }), "4"],
  [of("email"), "a"],
  [of("location"), "Oslo"],
  [of("location"), "91 0"],
  [of("country"), "Atlantis"],
  [of("world_clock"), "Mars"],
  [of("hour"), "25:00"],
  [of("color_picker"), "red"],
  [of("creation_log"), "today"],
])("in $type the text %j is refused with a sentence", (there, text) => {
  expect(() => fromText(there, text, NAMES)).toThrow(/\w+ .*\w/);
});

test.each<[Column, unknown]>([
  [of("long_text"), { text: "a" }],
  [of("date"), "2026-01-02"],
  [of("date"), { date: "2026-01-02", time: "10:30:00" }],
  [of("person"), named(7, 8)],
  [of("person"), { people: [{ id: 5, kind: "team" }] }],
  [of("team"), { team_id: 5 }],
  [of("dropdown", { labels }), { ids: [2] }],
  [of("checkbox"), true],
  [of("rating"), 3],
  [of("email"), { email: "a@b.example", text: "a@b.example" }],
  [of("email"), { email: "a@b.example", text: "Ann" }],
  [of("link"), { url: "https://a.example", text: "" }],
  [of("location"), { lat: -1.5, lng: 2, address: "Here 5" }],
  [of("country"), "NO"],
  [of("world_clock"), "Europe/Oslo"],
  [of("hour"), { hour: 0, minute: 5 }],
  [of("week"), { from: "2026-11-23", to: "2026-11-29" }],
  [of("color_picker"), "#037f4c"],
])("what is copied from $type can be pasted", (there, value) => {
  const text = asText(there, row(1, "now", "x", { c: value }), NAMES);
  expect(fromText(there, text, NAMES)).toEqual({ value });
});

test("what is copied from a whole row can be pasted", () => {
  for (const one of ROWS) {
    for (const there of COLUMNS.filter((other) => other.id in one.values)) {
      const { value } = fromText(there, asText(there, one, NAMES), NAMES);
      expect(value).toMatchObject(one.values[there.id] as object);
    }
  }
});

test("all people of a cell are named, as events told of them before and now", () => {
  const textOf = (owner: unknown) => asText(column("owner"), row(9, "now", "x", { owner }), NAMES);
  expect(textOf(named(7, 8))).toBe("Ann Lee, Bob Roy");
  expect(textOf({ people: [{ id: 5, kind: "team" }] })).toBe("Bakers");
  expect(textOf({ user_id: 7 })).toBe("Ann Lee");
});

test("values are sent as the server takes them", () => {
  const sent = (type: string, value: unknown) => bodyOf(of(type), { value }, NAMES);
  expect(sent("text", undefined)).toEqual({ type: "value", value: null });
  expect(sent("status", { index: 1, update_id: 4 })).toEqual({ type: "status", index: 1 });
  expect(sent("tags", { tag_ids: [3], new_names: ["sour"] })).toEqual({
    type: "tags",
    names: ["sweet", "sour"],
  });
  expect(sent("tags", undefined)).toEqual({ type: "tags", names: null });
  expect(sent("person", named(7))).toEqual({
    type: "value",
    value: { personsAndTeams: [{ id: 7, kind: "person" }] },
  });
  expect(sent("vote", { voters: [8, 7] })).toEqual({ type: "vote", votes: true });
  expect(sent("vote", { voters: [8] })).toEqual({ type: "vote", votes: false });
});

test("a vote is one's own", () => {
  const { toggled } = typeOf(of("vote"));
  expect(toggled?.({ voters: [8] }, NAMES)).toEqual({ voters: [8, 7] });
  expect(toggled?.({ voters: [8, 7] }, NAMES)).toEqual({ voters: [8] });
  expect(toggled?.({ voters: [7] }, NAMES)).toBeUndefined();
  const both = row(1, "now", "x", { c: { voters: [7, 8] } });
  expect(cleared(of("vote"), both, NAMES)).toEqual({ value: { voters: [8] } });
});

test("what a pulse knows itself is shown and not written", () => {
  expect(asText(of("item_id"), row(12, "now", "x"), NAMES)).toBe("12");
  for (const type of ["item_id", "creation_log", "last_updated", "button", "formula"])
    expect(isWritable(of(type))).toBe(false);
});

test("what can't be written yet is shown as far as it is known", () => {
  const shown = (type: string, value: unknown) =>
    asText(of(type), row(1, "now", "x", { c: value }), NAMES);
  expect(shown("file", { files: [{ name: "a.png" }, { name: "b.pdf" }] })).toBe("a.png, b.pdf");
  expect(shown("time_tracking", { running: false, duration: 3725 })).toBe("01:02:05");
  expect(shown("auto_number", undefined)).toBe("1");
  expect(shown("unheard_of", { a: 1 })).toBe("");
});

test("what the server computes is known once it was asked for", () => {
  const there = row(1, "now", "x");
  expect(asText(of("formula"), there, NAMES)).toBe("");
  queryClient.setQueryData(["computed", 1], { c: "12" });
  expect(asText(of("formula"), there, NAMES)).toBe("12");
});

test("every type is called something", () => {
  const types = Object.keys(CELL_TYPES) as TypeName[];
  expect(types.filter((type) => !texts.cells.types[type])).toEqual([]);
});
