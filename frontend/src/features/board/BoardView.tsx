// The table: head, groups, rows. Only the lines on the screen are rendered; the keyboard goes everywhere.

import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Board, Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { Archived } from "./Archived";
import { BoardHead } from "./BoardHead";
import { countOfFilters, filterOf, orderOf } from "./choices";
import type { Edits } from "./edits";
import { GridLine } from "./GridLine";
import {
  gridColumns,
  HEIGHTS,
  type Line,
  led,
  linesOf,
  rowsByGroup,
  rowsOf,
  type Spot,
} from "./grid";
import { SelectionBar } from "./SelectionBar";
import { Toolbar } from "./Toolbar";
import { useChoices } from "./useChoices";
import { useGridDrops } from "./useGridDrops";
import { useGridKeys } from "./useGridKeys";
import { useRange } from "./useRange";
import type { Change, Names } from "./values";

const SPARE_LINES = 12;
const EDGE_WIDTH = 44;
const END_WIDTH = 56;

interface Props {
  board: Board;
  names: Names;
  edits: Edits;
  mayEdit: boolean;
}

export interface Editing extends Spot {
  typed: string | undefined;
}

export function BoardView({ board, names, edits, mayEdit }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [choices, choose] = useChoices(board);
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<Editing>();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());

  const columns = useMemo(() => gridColumns(board, choices), [board, choices]);
  const isFiltered = search.trim() !== "" || countOfFilters(choices) > 0;
  const byGroup = useMemo(() => {
    const fits = filterOf(choices, search, board.columns, names);
    return rowsByGroup(board, fits, orderOf(choices, board.columns, names));
  }, [board, choices, search, names]);
  const lines = useMemo(
    () => linesOf(board, byGroup, choices.closed, isFiltered),
    [board, byGroup, choices.closed, isFiltered],
  );
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[(lines[index] as Line).kind],
    getItemKey: (index) => (lines[index] as Line).key,
    overscan: SPARE_LINES,
  });
  const width = columns.reduce((sum, column) => sum + column.width, EDGE_WIDTH + END_WIDTH);

  const show = useCallback(
    (row: number) => {
      const index = lines.findIndex((line) => line.kind === "row" && line.row.id === row);
      if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
    },
    [lines, virtual],
  );
  const range = useRange(rows, columns, show);
  const { goTo } = range;

  const finish = useCallback(
    (row: Row, column: Column, change: Change | undefined, step?: string) => {
      setEditing(undefined);
      if (change) void edits.setValue(row, column, change);
      const from = { row: row.id, column: column.id };
      goTo((step && led(step, false, from, rows, columns)) || from);
    },
    [edits, goTo, rows, columns],
  );

  const select = useCallback(
    (ids: number[], isOn: boolean) =>
      setSelected((before) => {
        const after = new Set(before);
        for (const id of ids) {
          if (isOn) after.add(id);
          else after.delete(id);
        }
        return after;
      }),
    [],
  );

  const keyed = useGridKeys({
    scroller,
    board,
    rows,
    columns,
    names,
    edits,
    mayEdit,
    editing,
    range,
    byGroup: choices.sort ? undefined : byGroup,
    onEdit: setEditing,
    onSelect: (id) => select([id], !selected.has(id)),
    onEscape: () => setSelected(new Set()),
  });
  useGridDrops({ scroller, board, byGroup, selected, edits, isSorted: choices.sort !== null });

  return (
    <section className="board">
      <BoardHead board={board} names={names} />
      <Toolbar
        board={board}
        names={names}
        mayEdit={mayEdit}
        choices={choices}
        choose={choose}
        search={search}
        onSearch={setSearch}
      />
      {board.state !== "active" && <Archived board={board} />}
      {rows.length === 0 && (
        <p className="board-empty quiet">
          {isFiltered ? texts.board.nothingFound : texts.board.empty}
        </p>
      )}
      <div
        ref={scroller}
        className="board-scroller"
        role="grid"
        tabIndex={-1}
        aria-label={board.name}
        aria-rowcount={rows.length}
        aria-multiselectable="true"
        onKeyDown={keyed}
        onPointerDown={range.press}
        onPointerOver={range.drag}
      >
        <div className="board-lines" style={{ height: virtual.getTotalSize(), minWidth: width }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index] as Line;
            return (
              <div
                key={item.key}
                className={`line line-${line.kind}`}
                role="presentation"
                style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              >
                <GridLine
                  line={line}
                  board={board}
                  columns={columns}
                  rows={rows}
                  names={names}
                  edits={edits}
                  mayEdit={mayEdit}
                  choices={choices}
                  choose={choose}
                  range={range}
                  editing={editing}
                  selected={selected}
                  onEdit={setEditing}
                  onFinish={finish}
                  onSelect={select}
                />
              </div>
            );
          })}
        </div>
      </div>
      {selected.size > 0 && (
        <SelectionBar
          board={board}
          rows={rows.filter((row) => selected.has(row.id))}
          edits={edits}
          onDone={() => setSelected(new Set())}
        />
      )}
    </section>
  );
}
