import { Dependency } from "@vibe/icons";
import { plural } from "../../../texts/plural";
import { cellType } from "./CellType";

const shown = ({ item_ids }: { item_ids: number[] }) => plural(item_ids.length, "pulse", "pulses");

/** Pulses of the same board that come before. */
export const dependency = cellType<{ item_ids: number[] }>({
  icon: Dependency,
  width: 160,
  Content: ({ value }) => <span className="cell-text">{shown(value)}</span>,
  textOf: shown,
  keyOf: (value) => value.item_ids.length,
  isComing: true,
});
