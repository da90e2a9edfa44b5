// What opens in a cell that is edited, by the type of its column.

import type { Column, Row } from "../../api/queries";
import { asText, fromText, typeOf, valueIn } from "./cells/registry";
import type { Change, Step } from "./editors/EditorProps";
import type { Names } from "./values";

interface Props {
  boardId: number;
  column: Column;
  row: Row;
  names: Names;
  anchor: HTMLElement | null;
  typed: string | undefined;
  onDone: (change: Change | undefined, step?: Step) => void;
}

export function Editor(props: Props) {
  const { column, row, names } = props;
  const { Editor: Own } = typeOf(column);
  if (!Own) return null;
  return (
    <Own
      {...props}
      value={valueIn(column, row)}
      text={asText(column, row, names)}
      read={(text) => fromText(column, text, names).value}
    />
  );
}
