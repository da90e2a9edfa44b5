// The table: head, groups, rows. Only the lines on the screen are rendered; the keyboard goes everywhere.

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Board, Column, Group, Row } from "../../api/queries";
import { texts } from "../../texts";
import { arrange } from "../views/arranging";
import { queryOf } from "../views/query";
import { arranged, type View } from "../views/shown";
import { useFound } from "../views/useFound";
import { useShown } from "../views/useShown";
import { ViewTabs } from "../views/ViewTabs";
import { Archived } from "./Archived";
import { BoardHead } from "./BoardHead";
import { ColumnHeads } from "./ColumnHeads";
import type { CellChange } from "./clipboard";
import type { Step } from "./editors/EditorProps";
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
import { useGridDrops } from "./useGridDrops";
import { useGridKeys } from "./useGridKeys";
import { useRange } from "./useRange";
import type { Names } from "./values";

const SPARE_LINES = 12;
const EDGE_WIDTH = 44;
const END_WIDTH = 56;

interface Props {
  board: Board;
  /** Undefined for the main table. */
  view: View | undefined;
  names: Names;
  edits: Edits;
  mayEdit: boolean;
}

export interface Editing extends Spot {
  typed: string | undefined;
}

export function BoardView({ board: given, view, names, edits, mayEdit }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useShown(given, view);
  const { choices, choose } = seen;
  const board = useMemo(() => arranged(given, choices.order), [given, choices.order]);
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<Editing>();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());

  const columns = useMemo(() => gridColumns(board, choices), [board, choices]);
  const found = useFound(board, queryOf(choices, board, search));
  const { isFiltered } = found;
  const byGroup = useMemo(() => rowsByGroup(board, found.fits, found.order), [board, found]);
  const lines = useMemo(
    () => linesOf(board, byGroup, choices.closed, isFiltered),
    [board, byGroup, choices.closed, isFiltered],
  );
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const [keptRow, setKeptRow] = useState<number>();
  const kept = lines.findIndex((line) => line.kind === "row" && line.row.id === keptRow);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[(lines[index] as Line).kind],
    getItemKey: (index) => (lines[index] as Line).key,
    overscan: SPARE_LINES,
    // What has the focus stays there when it is scrolled away.
    rangeExtractor: (visible) => {
      const shown = defaultRangeExtractor(visible);
      return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b);
    },
  });
  const top = (virtual.scrollOffset ?? 0) + HEIGHTS.heads;
  const under = virtual.getVirtualItems().find((item) => item.end > top);
  const stuck = under && top > HEIGHTS.heads ? stuckGroup(lines[under.index]) : undefined;
  const width = columns.reduce((sum, column) => sum + column.width, EDGE_WIDTH + END_WIDTH);

  const show = useCallback(
    (row: number) => {
      const index = lines.findIndex((line) => line.kind === "row" && line.row.id === row);
      if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
    },
    [lines, virtual],
  );
  const range = useRange(rows, columns, show);
  const { goTo, leave } = range;
  useEffect(() => setKeptRow(range.spot?.row), [range.spot?.row]);

  const finish = useCallback(
    (row: Row, column: Column, change: CellChange["change"] | undefined, step?: Step) => {
      setEditing(undefined);
      if (change) void edits.setMany([{ row, column, change }]);
      if (step === "left") {
        leave();
        return;
      }
      const from = { row: row.id, column: column.id };
      const key = step === "Shift+Tab" ? "Tab" : step;
      goTo((key && led(key, step === "Shift+Tab", from, rows, columns)) || from);
    },
    [edits, goTo, leave, rows, columns],
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
    byGroup: choices.sort.length ? undefined : byGroup,
    onEdit: setEditing,
    onSelect: (id) => select([id], !selected.has(id)),
    onEscape: () => setSelected(new Set()),
  });
  useGridDrops({
    scroller,
    board,
    byGroup,
    selected,
    edits,
    isSorted: choices.sort.length > 0,
    onPlaceColumn: (id, after) => arrange(board, choices, choose, id, after),
  });

  return (
    <section className="board">
      <BoardHead board={board} names={names} />
      <ViewTabs {...{ board, view, seen, mayEdit }} />
      <Toolbar
        {...{ board, names, mayEdit, seen, search }}
        onSearch={setSearch}
        problem={found.problem}
      />
      {board.state !== "active" && <Archived board={board} />}
      <Emptiness
        board={board}
        isFiltered={isFiltered && !found.isWaiting}
        shown={[...byGroup.values()].flat().length}
      />
      <div
        ref={scroller}
        className="board-scroller"
        style={{ scrollPaddingLeft: EDGE_WIDTH + (columns[0]?.width ?? 0) }}
        role="grid"
        tabIndex={-1}
        aria-label={board.name}
        aria-busy={found.isWaiting}
        aria-rowcount={rows.length}
        aria-multiselectable="true"
        onKeyDown={keyed}
        onPointerDown={range.press}
        onPointerOver={range.drag}
      >
        {stuck && (
          <div className="stuck" role="presentation" style={{ minWidth: width }}>
            <ColumnHeads
              board={board}
              columns={columns}
              color={stuck.color}
              mayEdit={mayEdit}
              choices={choices}
              choose={choose}
            />
          </div>
        )}
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
                  willFit={found.willFit}
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
          rows={[...rowsByGroup(board, (row) => selected.has(row.id)).values()].flat()}
          edits={edits}
          onDone={() => setSelected(new Set())}
        />
      )}
    </section>
  );
}

/** Whose column titles are to stay over a line at the top of the window. */
function stuckGroup(line: Line | undefined): Group | undefined {
  return line?.kind === "row" || line?.kind === "add" ? line.group : undefined;
}

function Emptiness(props: { board: Board; isFiltered: boolean; shown: number }) {
  const { board, isFiltered, shown } = props;
  const text =
    board.groups.length === 0
      ? texts.board.noGroups
      : board.rows.length === 0
        ? texts.board.empty
        : isFiltered && shown === 0
          ? texts.board.nothingFound
          : undefined;
  return text ? <p className="board-empty quiet">{text}</p> : null;
}
