// How one reader wants to see a board: filters, order, hidden columns, widths, closed groups. Kept by the server for each of them.

import type { Schemas } from "../../api/client";
import type { Board } from "../../api/queries";
import { type Asked, about, type By, isRules, NO_RULES, NOBODY, ruleOf } from "../views/query";

/** What a view keeps too, besides those who were picked. */
export type Shown = Asked & Pick<Schemas["Shown"], "hidden" | "order" | "grouped_by">;

export interface Choices extends Shown {
  /** By column id, in pixels. */
  widths: Record<string, number>;
  closed: string[];
  /** The same of the board's subitems. */
  subitems: Partial<Choices> | null;
}

export const WIDEST = 900;
export const NARROWEST = 60;

export const AS_IT_IS: Choices = {
  filter: NO_RULES,
  people: [],
  sort: [],
  hidden: [],
  order: [],
  grouped_by: null,
  widths: {},
  closed: [],
  subitems: null,
};

/** As they were kept before filters were those of the query engine. */
interface OldChoices {
  /** User ids; 0 for pulses without a person. */
  people: number[];
  /** By column id: the indexes to show. */
  statuses: Record<string, number[]>;
  /** By column id: what the text must hold. */
  texts: Record<string, string>;
  sort: { column: string; isDescending: boolean } | null;
}

/** Of what was kept, all that is still of use: columns and groups may have gone since. */
export function choicesFrom(kept: unknown, board: Board): Choices {
  if (!isObject(kept)) return AS_IT_IS;
  const { statuses, texts } = kept as Partial<OldChoices>;
  const given = { ...AS_IT_IS, ...kept, ...(statuses && texts ? renewed(kept, board) : {}) };
  const filter = isRules(given.filter) ? given.filter : NO_RULES;
  const { people, sort, hidden, order, grouped_by, widths, closed } = given as Choices;
  const subitems = isObject(given.subitems) ? given.subitems : null;
  const shown = { filter, people, sort, hidden, order, grouped_by };
  return pruned({ ...shown, widths, closed, subitems }, board);
}

/** Without what is about columns that are not there any more. */
export function pruned(choices: Choices, { columns }: Pick<Board, "columns">): Choices {
  const known = new Set(columns.map((column) => column.id));
  const isThere = (id: string) => known.has(id) || id === "group" || id.startsWith("__");
  const widths = Object.entries(choices.widths).filter(([id]) => known.has(id));
  const { grouped_by: by } = choices;
  return {
    ...choices,
    filter: about(choices.filter, isThere),
    sort: choices.sort.filter((by) => isThere(by.column_id)),
    hidden: choices.hidden.filter((id) => known.has(id)),
    grouped_by: by && known.has(by.column_id) ? by : null,
    widths: Object.fromEntries(widths),
  };
}

function renewed(kept: object, board: Board): Asked {
  const { people = [], statuses = {}, texts = {}, sort } = kept as Partial<OldChoices>;
  const typeOf = (id: string) => board.columns.find((column) => column.id === id)?.type;
  const holds = (id: string) => (typeOf(id) === "location" ? "contains_terms" : "contains_text");
  const direction: By["direction"] = sort?.isDescending ? "desc" : "asc";
  return {
    filter: {
      ...NO_RULES,
      rules: [
        ...Object.entries(statuses).map(([id, indexes]) => ruleOf(id, "any_of", indexes)),
        ...Object.entries(texts).map(([id, text]) => ruleOf(id, holds(id), [text])),
      ],
    },
    people: people.map((id) => (id ? `person-${id}` : NOBODY)),
    sort: sort ? [{ column_id: sort.column, direction }] : [],
  };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
