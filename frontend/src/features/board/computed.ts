// The texts of cells that the server computes: asked for when a row comes into view, many rows at once.

import { queryOptions, useQuery } from "@tanstack/react-query";
import { ask, POST } from "../../api/client";
import { queryClient } from "../../api/queries";

type Texts = Record<string, string>;

/** The server takes no more at once. */
const AT_ONCE = 500;
const SOON = 30;

let waiting = new Map<number, { give: (texts: Texts) => void; fail: (error: unknown) => void }[]>();
let isAsked = false;

const computedQuery = (rowId: number) =>
  queryOptions({ queryKey: ["computed", rowId], queryFn: () => soon(rowId), staleTime: 60_000 });

/** Undefined until it is known. */
export function useComputed(rowId: number, columnId: string): string | undefined {
  return useQuery(computedQuery(rowId)).data?.[columnId];
}

/** What is known already, for copying. */
export function knownText(rowId: number, columnId: string): string {
  return queryClient.getQueryData(computedQuery(rowId).queryKey)?.[columnId] ?? "";
}

function soon(rowId: number): Promise<Texts> {
  if (!isAsked) setTimeout(askForAll, SOON);
  isAsked = true;
  return new Promise((give, fail) => {
    waiting.set(rowId, [...(waiting.get(rowId) ?? []), { give, fail }]);
  });
}

function askForAll(): void {
  const asked = waiting;
  waiting = new Map();
  isAsked = false;
  const ids = [...asked.keys()];
  for (let at = 0; at < ids.length; at += AT_ONCE) void answer(ids.slice(at, at + AT_ONCE), asked);
}

async function answer(ids: number[], asked: typeof waiting): Promise<void> {
  try {
    const found = await ask(POST("/computed", { body: { pulse_ids: ids } }));
    for (const id of ids) for (const { give } of asked.get(id) ?? []) give(found[String(id)] ?? {});
  } catch (error) {
    for (const id of ids) for (const { fail } of asked.get(id) ?? []) fail(error);
  }
}
