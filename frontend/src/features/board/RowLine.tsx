// A pulse's line, and the line under a group where the next one is added.

import { AddUpdate, Drag, Open } from "@vibe/icons";
import { memo, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { Column, Group, Row } from "../../api/queries";
import { texts } from "../../texts";
import { say } from "../../ui/toasts";
import type { Editing } from "./BoardView";
import { CellContent } from "./Cell";
import { asText, isWritable, typeOf, valueIn } from "./cells/registry";
import type { CellChange } from "./clipboard";
import { useDrag, useRest } from "./dragging";
import { Editor } from "./Editor";
import type { Step } from "./editors/EditorProps";
import type { Edits } from "./edits";
import type { GridColumn, Spot } from "./grid";
import { useFileDrop } from "./useFileDrop";
import type { Names } from "./values";

interface Props {
  boardId: number;
  row: Row;
  color: string;
  columns: GridColumn[];
  names: Names;
  edits: Edits;
  mayEdit: boolean;
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
  onSelect: (id: number, isOn: boolean, isRange: boolean) => void;
  /** What is said to be dragged: this row, or all that are selected. */
  dragLabel: (row: Row) => string;
}

export const RowLine = memo(function RowLine(props: Props) {
  const { row, columns, isSelected, spot, isFirst, mayEdit, markedFrom, markedTo } = props;
  const line = useRef<HTMLDivElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const isRange = useRef(false);
  const edge = useDrag(line, grip, {
    what: { kind: "pulse", id: row.id, groupId: row.group_id },
    edges: ["top", "bottom"],
    isOn: mayEdit && !props.editing,
    label: () => props.dragLabel(row),
  });
  return (
    <div
      ref={line}
      className={isSelected ? "row row-selected" : "row"}
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
          onChange={() => props.onSelect(row.id, !isSelected, isRange.current)}
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

  useEffect(() => {
    if (!hasFocus || isEdited) return;
    cell.current?.focus({ preventScroll: true });
    cell.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [hasFocus, isEdited]);

  const drop = useFileDrop(props.boardId, row, column, mayEdit);

  function edit() {
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

interface NameProps extends Props {
  column: GridColumn;
  isEdited: boolean;
  onRename: () => void;
}

function NameCell({ row, column, editing, isEdited, mayEdit, onRename, onFinish }: NameProps) {
  if (isEdited) {
    return (
      <NameField
        start={editing?.typed ?? row.name}
        onDone={(name, step) =>
          onFinish(row, column, name === undefined ? undefined : { name }, step)
        }
      />
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the cell does the same. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the cell does the same. */}
      <span className="name-text" onClick={mayEdit ? onRename : undefined}>
        {row.name}
      </span>
      <Link
        className="name-open"
        to={`pulses/${row.id}`}
        aria-label={texts.board.open(row.name)}
        tabIndex={-1}
      >
        <Open size="16" />
        {row.updates_count > 0 ? row.updates_count : <AddUpdate size="18" />}
      </Link>
    </>
  );
}

export function NameField({
  start,
  onDone,
}: {
  start: string;
  /** `step` as in EditorProps; where the reader did neither, undefined. */
  onDone: (name: string | undefined, step?: Step) => void;
}) {
  const isDone = useRef(false);
  const finish = (name: string | undefined, step?: Step) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name, step);
  };
  return (
    <input
      className="cell-input"
      // biome-ignore lint/a11y/noAutofocus: the reader asked to edit this name.
      autoFocus
      aria-label={texts.board.rename}
      defaultValue={start}
      maxLength={255}
      onBlur={(event) => finish(event.currentTarget.value, "left")}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { value } = event.currentTarget;
        if (event.key === "Enter") finish(value, "ArrowDown");
        else if (event.key === "Tab") {
          event.preventDefault();
          finish(value, event.shiftKey ? "Shift+Tab" : "Tab");
        } else if (event.key === "Escape") finish(undefined);
      }}
    />
  );
}

interface AddProps {
  group: Group;
  edits: Edits;
  /** Whether a pulse is shown that has just been added. */
  willFit: (row: Row) => Promise<boolean>;
  /** To the group's last pulse, or to what comes after the field. */
  onLeave: (isUp: boolean) => void;
}

export function AddLine({ group, edits, willFit, onLeave }: AddProps) {
  const [name, setName] = useState("");
  async function add() {
    const given = name.trim();
    if (!given) return;
    setName("");
    const row = await edits.add(group.id, given);
    if (!row) setName(given);
    else if (!(await willFit(row))) say(texts.board.addedHidden);
  }
  const line = useRef<HTMLDivElement>(null);
  const isOver = useRest(line, group.id, false);
  return (
    <div ref={line} className="row row-add" role="row" data-edge={isOver ? "top" : undefined}>
      <span className="row-edge" style={{ borderLeftColor: group.color }} role="presentation" />
      <div role="gridcell">
        <input
          className="add-input"
          data-add={group.id}
          aria-label={texts.board.addPulseTo(group.title)}
          placeholder={texts.board.addPulse}
          value={name}
          maxLength={255}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") void add();
            else if (event.key === "Escape") setName("");
            else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
              event.preventDefault();
              onLeave(event.key === "ArrowUp");
            }
          }}
          onBlur={() => void add()}
        />
      </div>
    </div>
  );
}
