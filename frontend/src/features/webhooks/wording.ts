// What a webhook waits for, in words.

import type { Schemas } from "../../api/client";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";

export type EventName = keyof typeof texts.webhooks.events;

export const labelsOf = (column: { settings: Record<string, unknown> } | undefined) =>
  (column?.settings.labels ?? {}) as Record<string, string>;

/** Of events that can't be chosen here, their name. */
export const eventText = (event: string) =>
  texts.webhooks.events[event as EventName] ?? event.replaceAll("_", " ");

/** The column, status or group it is about. */
export function about({ config }: Schemas["ShownWebhook"], board: Board): string {
  const { columnId, columnValue, groupId } = (config ?? {}) as {
    columnId?: string;
    columnValue?: { index?: number };
    groupId?: string;
  };
  const column = board.columns.find((one) => one.id === columnId);
  const index = columnValue?.index;
  const parts = [
    columnId && (column?.title ?? columnId),
    index !== undefined && (labelsOf(column)[index] ?? String(index)),
    groupId && (board.groups.find((one) => one.id === groupId)?.title ?? groupId),
  ];
  return parts.filter(Boolean).join(" → ");
}
