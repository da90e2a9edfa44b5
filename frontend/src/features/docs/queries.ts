// Docs as the server tells them, and changes to them.

import { queryOptions } from "@tanstack/react-query";
import { ask, DELETE, GET, POST, PUT } from "../../api/client";
import { docsQuery, queryClient } from "../../api/queries";
import type { Place } from "../places/tree";
import type { Doc, Server } from "./saver";

// What an editor has saved since isn't in here: it is read anew when it is opened again.
const UNTIL_CLOSED = { gcTime: 0 };

export const docQuery = (id: number) =>
  queryOptions({ queryKey: ["doc", id], queryFn: () => askForDoc(id), ...UNTIL_CLOSED });

export const descriptionQuery = (pulseId: number) =>
  queryOptions({
    queryKey: ["description", pulseId],
    queryFn: () => ask(GET("/pulses/{pulse_id}/description", { params: ofPulse(pulseId) })),
    ...UNTIL_CLOSED,
  });

export const serverOf = (id: number): Server => ({
  save: (body) => ask(PUT("/docs/{doc_id}/blocks", { params: ofDoc(id), body })),
  read: () => askForDoc(id),
});

export async function createDoc(name: string, kind: "public" | "private" | "share", place: Place) {
  const doc = await ask(POST("/docs", { body: { name, kind, ...place } }));
  await refreshDocs();
  return doc;
}

export async function createDocInCell(pulseId: number, columnId: string) {
  const path = { pulse_id: pulseId, doc_column_id: columnId };
  return await ask(POST("/pulses/{pulse_id}/docs/{doc_column_id}", { params: { path } }));
}

export async function renameDoc(id: number, name: string): Promise<void> {
  await ask(PUT("/docs/{doc_id}", { params: ofDoc(id), body: { name } }));
  await Promise.all([refreshDocs(), queryClient.invalidateQueries(docQuery(id))]);
}

export async function deleteDoc(id: number): Promise<void> {
  await ask(DELETE("/docs/{doc_id}", { params: ofDoc(id) }));
  await refreshDocs();
}

/** Empty, where there was none. */
export async function beginDescription(pulseId: number): Promise<void> {
  const doc = await ask(POST("/pulses/{pulse_id}/description", { params: ofPulse(pulseId) }));
  queryClient.setQueryData(descriptionQuery(pulseId).queryKey, doc);
}

const askForDoc = (id: number): Promise<Doc> => ask(GET("/docs/{doc_id}", { params: ofDoc(id) }));
const refreshDocs = () => queryClient.invalidateQueries(docsQuery);
const ofDoc = (id: number) => ({ path: { doc_id: id } });
const ofPulse = (id: number) => ({ path: { pulse_id: id } });
