import { expect, test } from "vitest";
import { compareActions, titleOf } from "./operations";

test("a method is written as a word", () => {
  expect(["GET", "put", "Post", "delete"].map(titleOf)).toEqual(["Get", "Put", "Post", "Delete"]);
});

test("a resource comes before what is below it, and Get before Delete", () => {
  const inOrder = [
    ["get", "/boards.json"],
    ["post", "/boards.json"],
    ["get", "/boards/{board_id}.json"],
    ["delete", "/boards/{board_id}.json"],
    ["get", "/boards/{board_id}/groups.json"],
    ["post", "/boards/{board_id}/groups/{group_id}/move.json"],
    ["get", "/boards/{board_id}/pulses.json"],
  ].map(([method = "", path = ""]) => ({ method, path }));
  expect([...inOrder].reverse().sort(compareActions)).toEqual(inOrder);
});
