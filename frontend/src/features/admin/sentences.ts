// An entry of the audit log, as a sentence.

import type { Schemas } from "../../api/client";
import { texts } from "../../texts";

type Entry = Pick<Schemas["AuditEntry"], "kind" | "actor_id" | "data">;

/** `names` by user id. A kind that has no sentence yet is told by its name. */
export function sentenceOf({ kind, actor_id, data }: Entry, names: Map<number, string>): string {
  const userId = typeof data.user_id === "number" ? data.user_id : actor_id;
  const nameOf = (id: number | null) =>
    id === null ? texts.admin.audit.account : (names.get(id) ?? texts.admin.audit.somebody);
  const actor = nameOf(actor_id);
  const known = texts.admin.audit.events[kind as keyof typeof texts.admin.audit.events];
  if (!known) return texts.admin.audit.unknown(actor, kind);
  return known({ actor, user: nameOf(userId), isOwn: userId === actor_id, data: asTexts(data) });
}

function asTexts(data: Entry["data"]): Record<string, string> {
  const known = Object.entries(data).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
}
