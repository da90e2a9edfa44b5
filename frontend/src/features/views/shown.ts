// What a view keeps, and what of it the reader has changed for themselves. Nothing in here knows React or the server.

import type { Schemas } from "../../api/client";
import type { Column } from "../../api/queries";
import type { Choices, Shown } from "../board/choices";
import { completed, withPeople } from "./query";

export type View = Schemas["View"];
type Kept = Schemas["Shown"];

const OF_VIEWS: readonly string[] = [
  "filter",
  "people",
  "sort",
  "hidden",
  "order",
  "grouped_by",
] satisfies (keyof Shown)[];

/** As it is shown to who has changed nothing. */
export function shownBy({ shown, filter_user_id, filter_team_id }: View): Shown {
  const people = [
    ...(filter_user_id === null ? [] : [`person-${filter_user_id}`]),
    ...(filter_team_id === null ? [] : [`team-${filter_team_id}`]),
  ];
  return { ...shown, hidden: shown.hidden.filter((id) => id !== "name"), people };
}

/** Of a change what is about pulses and columns, and the rest, which is the reader's in all views. */
export function parted(change: Partial<Choices>): [Partial<Shown>, Partial<Choices>] {
  const isShown = (name: string) => OF_VIEWS.includes(name);
  const all = Object.entries(change);
  return [
    Object.fromEntries(all.filter(([name]) => isShown(name))),
    Object.fromEntries(all.filter(([name]) => !isShown(name))),
  ];
}

/** As a view keeps it: who was picked becomes a part of the filter. */
export function toKeep(
  { filter, people, sort, hidden, order, grouped_by }: Shown,
  columns: Column[],
): Kept {
  const asked = withPeople(completed(filter), people, columns);
  return { filter: asked, sort, hidden, order, grouped_by };
}

/** Whether the reader sees something else than the view keeps. */
export function isChanged(now: Shown, view: View): boolean {
  return compared(now) !== compared(shownBy(view));
}

function compared({ filter, people, sort, hidden, order, grouped_by: by }: Shown): string {
  const grouped = by && [by.column_id, by.direction, by.hides_empty];
  return JSON.stringify([
    completed(filter),
    people.toSorted(),
    sort,
    hidden.toSorted(),
    order,
    grouped,
  ]);
}

/** In that order, those that aren't named last. */
export function arranged(columns: Column[], order: string[]): Column[] {
  if (order.length === 0) return columns;
  const place = ({ id, type }: Column) =>
    type === "name" ? -1 : order.includes(id) ? order.indexOf(id) : order.length;
  return columns.toSorted((one, other) => place(one) - place(other));
}
