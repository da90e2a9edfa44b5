// One line of the table, of whichever kind.

import { useCallback, useRef } from "react";
import type { Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { AddLine } from "./AddLine";
import { ColumnHeads } from "./ColumnHeads";
import type { CellChange } from "./clipboard";
import type { Step } from "./editors/EditorProps";
import { GroupHead } from "./GroupHead";
import { type Line, rowBeside } from "./grid";
import { RowLine } from "./RowLine";
import { mayEditRow } from "./rights";
import { SummaryLine } from "./Summary";
import { canJoin, changesInto, type Section, type Sections } from "./sections";
import type { Block, BlockOf, Side } from "./side";
import { AddSubitem } from "./subitems/AddSubitem";
import { SubitemHeads } from "./subitems/SubitemHeads";
import type { Folding } from "./subitems/useFolding";
import type { Editing } from "./Table";
import type { Marked } from "./useRange";

interface Props {
  line: Line;
  lines: Line[];
  /** All that are shown. */
  rows: Row[];
  items: Side;
  subitems: Side | undefined;
  sections: Sections;
  blockOf: BlockOf;
  /** Of subitems, by the pulse that they are under. */
  counts: ReadonlyMap<number, number>;
  folding: Folding;
  range: Marked;
  editing: Editing | undefined;
  selected: ReadonlySet<number>;
  /** Whether a pulse is shown that has just been added. */
  willFit: (row: Row) => Promise<boolean>;
  onEdit: (editing: Editing | undefined) => void;
  onFinish: (
    row: Row,
    column: Column,
    change: CellChange["change"] | undefined,
    step?: Step,
  ) => void;
  onSelect: (rows: Row[], isOn: boolean) => void;
}

const NOTHING = -1;

export function GridLine(props: Props) {
  const { line, lines, items, subitems, sections, range, blockOf } = props;
  const { board, choices, choose, edits, names } = items;
  const { column } = sections;
  async function addTo(section: Section, name: string): Promise<Row | undefined> {
    if (!column) return await edits.add(section.id, name);
    const [group] = board.groups;
    const row = group && (await edits.add(group.id, name));
    if (row) await edits.setMany(changesInto(section, column, [row], names));
    return row;
  }
  function leave(isUp: boolean) {
    const to = rowBeside(lines, line.key, isUp);
    const columns = (to && blockOf(to.id)?.side.columns) ?? [];
    const column = columns.find((one) => one.id === range.spot?.column) ?? columns[0];
    if (to && column) range.goTo({ row: to.id, column: column.id });
  }
  switch (line.kind) {
    case "group":
      return (
        <GroupHead
          line={line}
          board={board}
          mayEdit={board.may_write && !column}
          onFold={() => choose({ closed: toggled(choices.closed, line.group.id) })}
        />
      );
    case "heads":
      return <ColumnHeads side={items} color={line.group.color} />;
    case "row":
    case "subitem": {
      const block = blockOf(line.row.id);
      return block ? <Pulse {...props} line={line} block={block} /> : null;
    }
    case "subheads":
      return (
        subitems && <SubitemHeads side={subitems} color={line.group.color} parent={line.parent} />
      );
    case "subadd":
      return (
        <AddSubitem
          id={line.key}
          items={items}
          parent={line.parent}
          color={line.group.color}
          folding={props.folding}
          onLeave={leave}
        />
      );
    case "add":
      return board.may_write && (!column || canJoin(column)) ? (
        <AddLine
          id={line.key}
          group={line.group}
          onAdd={(name) => addTo(line.group, name)}
          willFit={props.willFit}
          onLeave={leave}
        />
      ) : null;
    case "summary":
      return <SummaryLine columns={items.columns} rows={line.rows} />;
  }
}

interface PulseProps extends Props {
  line: Extract<Line, { row: Row }>;
  block: Block;
}

function Pulse(props: PulseProps) {
  const { line, rows, block, range, editing, selected, folding, onSelect } = props;
  const { row } = line;
  const { board, columns, names, edits } = block.side;
  const now = useRef({ rows: block.rows, selected });
  now.current = { rows: block.rows, selected };

  const select = useCallback(
    (one: Row, isOn: boolean, isRange: boolean) => {
      onSelect(isRange ? upTo(one, now.current.rows, now.current.selected) : [one], isOn);
    },
    [onSelect],
  );
  const dragLabel = useCallback((dragged: Row) => {
    const { size } = now.current.selected;
    if (!now.current.selected.has(dragged.id) || size < 2) return dragged.name;
    return dragged.parent_id ? texts.subitems.count(size) : texts.board.pulses(size);
  }, []);
  const isIn = range.isWide && range.spot && props.blockOf(range.spot.row) === block;
  const at = isIn ? block.rows.indexOf(row) : NOTHING;
  const isMarked = range.range && at >= range.range.top && at <= range.range.bottom && at >= 0;
  return (
    <RowLine
      boardId={board.id}
      row={row}
      color={line.group.color}
      columns={columns}
      names={names}
      edits={edits}
      mayEdit={mayEditRow(board, row)}
      mayArrange={board.may_write}
      subitems={line.kind === "row" ? (props.counts.get(row.id) ?? 0) : undefined}
      isUnfolded={line.kind === "row" && folding.unfolded.has(row.id)}
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
      onUnfold={folding.unfold}
      onAddTo={folding.addTo}
      dragLabel={dragLabel}
    />
  );
}

/** From the nearest selected row above, else below, to this one. */
function upTo(row: Row, rows: Row[], selected: ReadonlySet<number>): Row[] {
  const at = rows.findIndex((one) => one.id === row.id);
  for (let distance = 1; distance < rows.length; distance += 1) {
    for (const other of [at - distance, at + distance]) {
      const found = rows[other];
      if (found && selected.has(found.id)) {
        return rows.slice(Math.min(at, other), Math.max(at, other) + 1);
      }
    }
  }
  return [row];
}

function toggled(all: string[], one: string): string[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}
