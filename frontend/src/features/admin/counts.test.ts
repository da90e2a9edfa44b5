import { expect, it } from "vitest";
import { addedUp } from "./counts";

it("adds up what has the same key, and leaves out what has no requests", () => {
  const counted = [
    { client: "curl/8", version: "v1", calls: 2 },
    { client: "curl/8", version: "2026-07", calls: 1 },
    { client: "curl/8", version: "v1", calls: 3 },
    { client: "node", version: "v1", calls: 0 },
  ];
  expect(addedUp(counted, ({ client, version }) => `${client} ${version}`)).toEqual([
    { client: "curl/8", version: "v1", calls: 5 },
    { client: "curl/8", version: "2026-07", calls: 1 },
  ]);
});
