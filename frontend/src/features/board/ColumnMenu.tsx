// What can be done with a column.

import { texts } from "../../texts";
import type { HeadProps } from "./ColumnHeads";
import { typeOf } from "./cells/registry";
import type { GridColumn } from "./grid";
import { deleteColumn, idBefore, placeColumn } from "./structure";

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
  const sortBy = (isDescending: boolean) => choose({ sort: { column: column.id, isDescending } });
  return (
    <>
      {item(texts.board.sortUp, () => sortBy(false))}
      {item(texts.board.sortDown, () => sortBy(true))}
      {choices.sort && item(texts.board.unsort, () => choose({ sort: null }))}
      {!isFixed &&
        item(texts.board.hideColumn, () => choose({ hidden: [...choices.hidden, column.id] }))}
      {isFixed &&
        choices.hidden.length > 0 &&
        item(texts.board.showAllColumns, () => choose({ hidden: [] }))}
      {mayChange && item(texts.board.rename, onRename)}
      {mayChange && typeOf(column).Settings && item(settingsText(column.type), onSettings)}
      {mayChange &&
        beforeThat &&
        item(texts.board.moveLeft, () => void placeColumn(board, column.id, beforeThat))}
      {mayChange &&
        next &&
        item(texts.board.moveRight, () => void placeColumn(board, column.id, next.id))}
      {mayChange && item(texts.board.deleteColumn, () => void deleteColumn(board.id, column))}
    </>
  );
}

function settingsText(type: string): string {
  if (type === "numeric") return texts.board.setUnit;
  return type === "status" || type === "dropdown" ? texts.board.editLabels : texts.cells.settings;
}
