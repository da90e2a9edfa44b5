// One cell as it is shown when nobody edits it.

import type { Column, Row } from "../../api/queries";
import { typeOf, valueIn } from "./cells/registry";
import type { Names } from "./values";

interface Props {
  column: Column;
  row: Row;
  names: Names;
  isInButton?: boolean;
}

export function CellContent({ column, row, names, isInButton = false }: Props) {
  const { Content, showsEmpty } = typeOf(column);
  const value = valueIn(column, row);
  if (value === undefined && !showsEmpty) return null;
  return <Content column={column} row={row} names={names} value={value} isInButton={isInButton} />;
}
