import { expect, test } from "vitest";
import { sentenceOf } from "./sentences";

const names = new Map([
  [1, "Maggie Okafor"],
  [2, "Priya Raman"],
]);

test.each([
  ["SignedIn", 1, { user_id: 1, address: "127.0.0.1" }, "Maggie Okafor signed in from 127.0.0.1"],
  ["SignedOut", 1, { user_id: 1, everywhere: false }, "Maggie Okafor signed out"],
  [
    "SignedOut",
    1,
    { user_id: 2, everywhere: true },
    "Maggie Okafor signed Priya Raman out everywhere",
  ],
  ["TokenRotated", 1, { user_id: null }, "Maggie Okafor made a new company token"],
  ["TokenRotated", 2, { user_id: 2 }, "Priya Raman made a new personal token"],
  [
    "UserChanged",
    1,
    { user_id: 2, fields: ["name", "title"] },
    "Maggie Okafor changed Priya Raman’s name, title",
  ],
  [
    "UserAdded",
    null,
    { user_id: 2, role: "member" },
    "The command line added Priya Raman as member",
  ],
  [
    "UserInvited",
    1,
    { email: "a@b.example", role: "guest" },
    "Maggie Okafor invited a@b.example as guest",
  ],
  ["SomethingNew", 1, {}, "Maggie Okafor: SomethingNew"],
])("%s by %s", (kind, actor_id, data, sentence) => {
  expect(sentenceOf({ kind, actor_id, data }, names)).toBe(sentence);
});
