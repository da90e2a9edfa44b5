// What can be done with a column.

import { texts } from "../../texts";
import { arrange } from "../views/arranging";
import { useTypes } from "../views/useTypes";
import type { HeadProps } from "./ColumnHeads";
import { typeOf } from "./cells/registry";
import type { GridColumn } from "./grid";
import { deleteColumn, idBefore } from "./structure";

interface Props extends HeadProps {
  column: GridColumn;
  onRename: () => void;
  onSettings: () => void;
  onClose: () => void;
}

export function ColumnMenu({
  board,
  column,
  mayEdit,
  choices,
  choose,
  onRename,
  onSettings,
  onClose,
}: Props) {
  const isFixed = column.type === "name";
  const mayChange = mayEdit && !isFixed;
  const before = idBefore(board.columns, column.id);
  const beforeThat = before && idBefore(board.columns, before);
  const next = board.columns[board.columns.findIndex((one) => one.id === column.id) + 1];
  const item = (text: string, act: () => void) => (
    <button
      type="button"
      className="menu-item"
      onClick={() => {
        onClose();
        act();
      }}
    >
      {text}
    </button>
  );
  const sorts = useTypes().get(column.type)?.sorts;
  const sortBy = (direction: "asc" | "desc") =>
    choose({ sort: [{ column_id: column.id, direction }] });
  const place = (afterId: string) => arrange(board, choices, choose, column.id, afterId);
  return (
    <>
      {sorts && item(texts.board.sortUp, () => sortBy("asc"))}
      {sorts && item(texts.board.sortDown, () => sortBy("desc"))}
      {choices.sort.length > 0 && item(texts.board.unsort, () => choose({ sort: [] }))}
      {!isFixed &&
        item(texts.board.hideColumn, () => choose({ hidden: [...choices.hidden, column.id] }))}
      {isFixed &&
        choices.hidden.length > 0 &&
        item(texts.board.showAllColumns, () => choose({ hidden: [] }))}
      {mayChange && item(texts.board.rename, onRename)}
      {mayChange && typeOf(column).Settings && item(settingsText(column.type), onSettings)}
      {mayChange && beforeThat && item(texts.board.moveLeft, () => place(beforeThat))}
      {mayChange && next && item(texts.board.moveRight, () => place(next.id))}
      {mayChange && item(texts.board.deleteColumn, () => void deleteColumn(board.id, column))}
    </>
  );
}

function settingsText(type: string): string {
  if (type === "numeric") return texts.board.setUnit;
  return type === "status" || type === "dropdown" ? texts.board.editLabels : texts.cells.settings;
}
