import { describe, expect, it } from "vitest";
import { type Board, sceneOf, valuesFor } from "./scene";

const column = (id: string, type: string, settings: object = {}) => ({
  id,
  type,
  settings_str: JSON.stringify(settings),
});

function board(id: string, given: Partial<Board> = {}): Board {
  return {
    id,
    name: `Board ${id}`,
    type: "board",
    columns: [],
    groups: [{ id: "topics" }],
    items_page: { items: [{ id: `${id}0`, name: "Cake" }] },
    ...given,
  };
}

describe("the values of the examples", () => {
  it("are of types that a text, a number, a date or a label says", () => {
    expect(
      valuesFor([
        column("name", "name"),
        column("words", "text"),
        column("more", "text"),
        column("state", "status", { labels: { "5": "", "2": "Done" } }),
        column("plain", "status"),
        column("sum", "numbers"),
        column("done", "checkbox"),
      ]),
    ).toEqual({ words: "Written by the API", state: { index: 2 }, sum: "42" });
  });
});

describe("the board that the examples are about", () => {
  it("is one with an item, and with a column to change where there is one", () => {
    const empty = board("1", { items_page: { items: [] } });
    const plain = board("2");
    const below = board("3", { type: "sub_items_board", columns: [column("words", "text")] });
    const rich = board("4", { columns: [column("words", "text")] });
    expect(sceneOf([empty, plain, below, rich])?.board).toBe("4");
    expect(sceneOf([empty, plain, below])).toEqual({
      board: "2",
      boardName: "Board 2",
      group: "topics",
      item: "20",
      itemName: "Cake",
      values: {},
    });
    expect(sceneOf([empty, below])).toBeUndefined();
  });
});
