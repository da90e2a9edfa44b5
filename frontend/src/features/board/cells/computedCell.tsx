// Cells whose text the server finds: nothing is stored in them, or only ids.

import { knownText, useComputed } from "../computed";
import { type CellType, cellType, type Icon } from "./CellType";

/** The value is the row's id. */
export const computedCell = (icon: Icon, more: Partial<CellType<number>> = {}) =>
  cellType<number>({
    icon,
    width: 160,
    ofRow: (row) => row.id,
    Content: ({ value, column }) => <Computed rowId={value} columnId={column.id} />,
    textOf: (value, { column }) => knownText(value, column.id),
    ...more,
  });

function Computed({ rowId, columnId }: { rowId: number; columnId: string }) {
  const text = useComputed(rowId, columnId);
  return text ? (
    <span className="cell-text" title={text}>
      {text}
    </span>
  ) : null;
}
