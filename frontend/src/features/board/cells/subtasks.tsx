import { Subitems } from "@vibe/icons";
import { plural } from "../../../texts/plural";
import { cellType } from "./CellType";

const shown = ({ item_ids }: { item_ids: number[] }) =>
  plural(item_ids.length, "subitem", "subitems");

/** The pulses under a pulse. */
export const subtasks = cellType<{ item_ids: number[] }>({
  icon: Subitems,
  width: 160,
  Content: ({ value }) => <span className="cell-text">{shown(value)}</span>,
  textOf: shown,
  keyOf: (value) => value.item_ids.length,
  isComing: true,
});
