// One line of the table, of whichever kind.

import { useCallback, useRef } from "react";
import type { Board, Column, Group, Row } from "../../api/queries";
import { texts } from "../../texts";
import type { Editing } from "./BoardView";
import { ColumnHeads } from "./ColumnHeads";
import type { Choices } from "./choices";
import type { CellChange } from "./clipboard";
import type { Step } from "./editors/EditorProps";
import type { Edits } from "./edits";
import { GroupHead } from "./GroupHead";
import type { GridColumn, Line } from "./grid";
import { AddLine, RowLine } from "./RowLine";
import { mayEditRow } from "./rights";
import { SummaryLine } from "./Summary";
import type { Marked } from "./useRange";
import type { Names } from "./values";

interface Props {
  line: Line;
  board: Board;
  columns: GridColumn[];
  rows: Row[];
  names: Names;
  edits: Edits;
  mayEdit: boolean;
  choices: Choices;
  choose: (change: Partial<Choices>) => void;
  range: Marked;
  editing: Editing | undefined;
  selected: ReadonlySet<number>;
  /** Whether the search and the filters let a row be shown that has just been added. */
  willFit: (row: Row) => Promise<boolean>;
  onEdit: (editing: Editing | undefined) => void;
  onFinish: (
    row: Row,
    column: Column,
    change: CellChange["change"] | undefined,
    step?: Step,
  ) => void;
  onSelect: (ids: number[], isOn: boolean) => void;
}

const NOTHING = -1;

export function GridLine(props: Props) {
  const { line, board, columns, mayEdit, choices, choose } = props;
  switch (line.kind) {
    case "group":
      return (
        <GroupHead
          line={line}
          board={board}
          mayEdit={mayEdit}
          onFold={() => choose({ closed: toggled(choices.closed, line.group.id) })}
        />
      );
    case "heads":
      return (
        <ColumnHeads
          board={board}
          columns={columns}
          color={line.group.color}
          mayEdit={mayEdit}
          choices={choices}
          choose={choose}
        />
      );
    case "row":
      return <Pulse {...props} line={line} />;
    case "add":
      return mayEdit ? <Add {...props} group={line.group} /> : null;
    case "summary":
      return <SummaryLine columns={columns} rows={line.rows} />;
  }
}

function Add({ group, edits, willFit, range, rows, columns }: Props & { group: Group }) {
  const own = rows.filter((row) => row.group_id === group.id);
  const column = range.spot?.column ?? columns[0]?.id ?? "name";
  function leave(isUp: boolean) {
    const last = own.at(-1);
    const to = isUp || !last ? last : rows[rows.indexOf(last) + 1];
    if (to) range.goTo({ row: to.id, column });
  }
  return <AddLine group={group} edits={edits} willFit={willFit} onLeave={leave} />;
}

function Pulse(props: Props & { line: Extract<Line, { kind: "row" }> }) {
  const { line, rows, columns, range, editing, selected, onSelect } = props;
  const { row } = line;
  const now = useRef({ rows, selected });
  now.current = { rows, selected };

  const select = useCallback(
    (id: number, isOn: boolean, isRange: boolean) => {
      onSelect(isRange ? upTo(id, now.current.rows, now.current.selected) : [id], isOn);
    },
    [onSelect],
  );
  const dragLabel = useCallback(
    (dragged: Row) =>
      now.current.selected.has(dragged.id) && now.current.selected.size > 1
        ? texts.board.pulses(now.current.selected.size)
        : dragged.name,
    [],
  );
  const at = range.isWide && range.range ? rows.indexOf(row) : NOTHING;
  const isMarked = range.range && at >= range.range.top && at <= range.range.bottom && at >= 0;
  return (
    <RowLine
      boardId={props.board.id}
      row={row}
      color={line.group.color}
      columns={columns}
      names={props.names}
      edits={props.edits}
      mayEdit={mayEditRow(props.board, row)}
      isSelected={selected.has(row.id)}
      spot={range.spot?.row === row.id ? range.spot.column : undefined}
      isFirst={!range.range && row === rows[0]}
      editing={editing?.row === row.id ? editing : undefined}
      markedFrom={isMarked && range.range ? range.range.left : NOTHING}
      markedTo={isMarked && range.range ? range.range.right : NOTHING}
      onSpot={range.focused}
      onEdit={props.onEdit}
      onFinish={props.onFinish}
      onSelect={select}
      dragLabel={dragLabel}
    />
  );
}

/** From the nearest selected row above, else below, to this one. */
function upTo(id: number, rows: Row[], selected: ReadonlySet<number>): number[] {
  const at = rows.findIndex((row) => row.id === id);
  for (let distance = 1; distance < rows.length; distance += 1) {
    for (const other of [at - distance, at + distance]) {
      const row = rows[other];
      if (row && selected.has(row.id)) {
        return rows.slice(Math.min(at, other), Math.max(at, other) + 1).map((one) => one.id);
      }
    }
  }
  return [id];
}

function toggled(all: string[], one: string): string[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}
