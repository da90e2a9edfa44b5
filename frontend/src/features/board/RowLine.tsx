// A pulse's line, or a subitem's.

import { Drag } from "@vibe/icons";
import { memo, useEffect, useRef } from "react";
import type { Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { CellContent } from "./Cell";
import { asText, isWritable, typeOf, valueIn } from "./cells/registry";
import type { CellChange } from "./clipboard";
import { type Dragged, useDrag } from "./dragging";
import { Editor } from "./Editor";
import type { Step } from "./editors/EditorProps";
import type { Edits } from "./edits";
import type { GridColumn, Spot } from "./grid";
import { NameCell } from "./NameCell";
import type { Editing } from "./Table";
import { useFileDrop } from "./useFileDrop";
import type { Names } from "./values";

export interface Props {
  boardId: number;
  row: Row;
  color: string;
  columns: GridColumn[];
  names: Names;
  edits: Edits;
  mayEdit: boolean;
  /** Whether the reader may add pulses, and subitems. */
  mayArrange: boolean;
  /** How many there are; undefined of a subitem itself. */
  subitems: number | undefined;
  isUnfolded: boolean;
  isSelected: boolean;
  /** The column of the cell that has the focus, if it is in this row. */
  spot: string | undefined;
  /** Where Tab enters the table as long as no cell had the focus. */
  isFirst: boolean;
  editing: Editing | undefined;
  /** The first and last marked column of this row, where several cells are marked. */
  markedFrom: number;
  markedTo: number;
  onSpot: (spot: Spot) => void;
  onEdit: (editing: Editing | undefined) => void;
  onFinish: (
    row: Row,
    column: Column,
    change: CellChange["change"] | undefined,
    step?: Step,
  ) => void;
  onSelect: (row: Row, isOn: boolean, isRange: boolean) => void;
  /** Shows the subitems of a pulse, or hides them again. */
  onUnfold: (pulseId: number, isUnfolded: boolean) => void;
  /** Leads to where a subitem is added. */
  onAddTo: (pulseId: number) => void;
  /** What is said to be dragged: this row, or all that are selected. */
  dragLabel: (row: Row) => string;
}

export const RowLine = memo(function RowLine(props: Props) {
  const { row, columns, isSelected, spot, isFirst, mayEdit, markedFrom, markedTo } = props;
  const line = useRef<HTMLDivElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const isRange = useRef(false);
  const edge = useDrag(line, grip, {
    what: draggedAs(row),
    edges: ["top", "bottom"],
    isOn: mayEdit && !props.editing,
    label: () => props.dragLabel(row),
  });
  return (
    <div
      ref={line}
      className={`row${isSelected ? " row-selected" : ""}${row.parent_id ? " row-under" : ""}`}
      role="row"
      aria-selected={isSelected}
      data-pulse={row.id}
      data-edge={edge}
    >
      <span
        ref={grip}
        className="row-edge"
        role="gridcell"
        style={{ borderLeftColor: props.color }}
        onClickCapture={(event) => {
          isRange.current = event.shiftKey;
        }}
      >
        {mayEdit && <Drag className="row-grip" size="14" aria-hidden />}
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={texts.board.select(row.name)}
          onChange={() => props.onSelect(row, !isSelected, isRange.current)}
          disabled={!mayEdit}
        />
      </span>
      {columns.map((column, index) => (
        <Cell
          key={column.id}
          {...props}
          column={column}
          isMarked={index >= markedFrom && index <= markedTo}
          hasFocus={spot === column.id}
          isEntry={spot === column.id || (isFirst && index === 0)}
        />
      ))}
    </div>
  );
});

function draggedAs({ id, group_id: groupId, parent_id }: Row): Dragged {
  return parent_id
    ? { kind: "subitem", id, groupId, parentId: parent_id }
    : { kind: "pulse", id, groupId };
}

interface CellProps extends Props {
  column: GridColumn;
  isMarked: boolean;
  hasFocus: boolean;
  isEntry: boolean;
}

function Cell({ column, isMarked, hasFocus, isEntry, ...props }: CellProps) {
  const { row, editing, mayEdit } = props;
  const cell = useRef<HTMLDivElement>(null);
  const isEdited = editing?.column === column.id;
  const isName = column.type === "name";
  const { align, isTyped, toggled } = typeOf(column);
  const text = isName ? "" : asText(column, row, props.names);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same element may show another row by and by.
  useEffect(() => {
    if (!hasFocus || isEdited) return;
    cell.current?.focus({ preventScroll: true });
    cell.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [hasFocus, isEdited, row.id]);

  const drop = useFileDrop(props.boardId, row, column, mayEdit);

  function edit() {
    if (column.type === "subtasks") props.onUnfold(row.id, !props.isUnfolded);
    if (!mayEdit || !isWritable(column)) return;
    if (toggled) {
      const value = toggled(valueIn(column, row), props.names);
      void props.edits.setValue(row, column, { value });
    } else props.onEdit({ row: row.id, column: column.id, typed: undefined });
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table hears the keys of all its cells.
    <div
      ref={cell}
      {...drop}
      className={`cell cell-of-${column.type}${isMarked ? " cell-marked" : ""}`}
      role="gridcell"
      aria-selected={isMarked}
      tabIndex={isEntry ? 0 : -1}
      aria-label={isName ? undefined : text ? `${column.title}: ${text}` : column.title}
      data-column={column.id}
      data-align={align}
      style={{ width: column.width }}
      onFocus={() => hasFocus || props.onSpot({ row: row.id, column: column.id })}
      onClick={() => !isName && !isEdited && edit()}
      onDoubleClick={() => isName && !isEdited && edit()}
    >
      {isName ? (
        <NameCell {...props} column={column} isEdited={isEdited} onRename={edit} />
      ) : (
        <>
          {!(isEdited && isTyped) && <CellContent column={column} row={row} names={props.names} />}
          {isEdited && (
            <Editor
              boardId={props.boardId}
              column={column}
              row={row}
              names={props.names}
              anchor={cell.current}
              typed={editing.typed}
              onDone={(change, step) => props.onFinish(row, column, change, step)}
            />
          )}
        </>
      )}
    </div>
  );
}
