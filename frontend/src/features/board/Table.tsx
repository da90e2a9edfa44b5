// The lines of the table. Only those on the screen are rendered; the keyboard goes everywhere.

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Column, Row } from "../../api/queries";
import { ColumnHeads } from "./ColumnHeads";
import type { CellChange } from "./clipboard";
import type { Step } from "./editors/EditorProps";
import { GridLine } from "./GridLine";
import { HEIGHTS, type Line, led, linesOf, rowIn, rowsOf, type Spot } from "./grid";
import type { Sections } from "./sections";
import { blocksOf, type Side } from "./side";
import { withSubitems } from "./subitems/lines";
import { SubitemHeads } from "./subitems/SubitemHeads";
import { useFolding } from "./subitems/useFolding";
import { useSubitemSide } from "./subitems/useSubitemSide";
import type { Subitems } from "./subitems/useSubitems";
import { useGridDrops } from "./useGridDrops";
import { useGridKeys } from "./useGridKeys";
import { usePlaces } from "./usePlaces";
import { useRange } from "./useRange";

const SPARE_LINES = 8;
const EDGE_WIDTH = 44;
const END_WIDTH = 56;

export interface Editing extends Spot {
  typed: string | undefined;
}

interface Props {
  items: Side;
  subitems: Subitems;
  sections: Sections;
  isFiltered: boolean;
  /** What the filters find isn't known yet. */
  isWaiting: boolean;
  /** Whether a pulse is shown that has just been added. */
  willFit: (row: Row) => Promise<boolean>;
  selected: ReadonlySet<number>;
  onSelect: (rows: Row[], isOn: boolean) => void;
  onEscape: () => void;
}

export function Table(props: Props) {
  const { items, subitems, sections, isFiltered, selected, onSelect } = props;
  const { board, choices, columns } = items;
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing>();
  const side = useSubitemSide(items, subitems);
  const folding = useFolding(board, subitems.counts);
  const { unfolded } = folding;

  const lines = useMemo(
    () =>
      withSubitems(linesOf(sections, choices.closed, isFiltered), {
        unfolded,
        side,
        under: subitems.under,
        board,
      }),
    [board, sections, choices.closed, isFiltered, unfolded, side, subitems.under],
  );
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const blockOf = useMemo(() => blocksOf(lines, items, side), [lines, items, side]);
  const columnsOf = useCallback(
    (row: Row) => blockOf(row.id)?.side.columns ?? columns,
    [blockOf, columns],
  );

  const [keptRow, setKeptRow] = useState<number>();
  const kept = lines.findIndex((line) => rowIn(line)?.id === keptRow);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[(lines[index] as Line).kind],
    getItemKey: useCallback((index: number) => (lines[index] as Line).key, [lines]),
    overscan: SPARE_LINES,
    // What has the focus stays there when it is scrolled away.
    rangeExtractor: (visible) => {
      const shown = defaultRangeExtractor(visible);
      return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b);
    },
  });
  const placed = usePlaces(virtual.getVirtualItems(), lines, virtual.isScrolling);
  const top = (virtual.scrollOffset ?? 0) + HEIGHTS.heads;
  const under = virtual.getVirtualItems().find((item) => item.end > top);
  const width = Math.max(widthOf(items), side ? widthOf(side) : 0);

  const showLine = useCallback(
    (isWanted: (line: Line) => boolean) => {
      const index = lines.findIndex(isWanted);
      if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
    },
    [lines, virtual],
  );
  const show = useCallback(
    (row: number) => showLine((line) => rowIn(line)?.id === row),
    [showLine],
  );
  const range = useRange(blockOf, show);
  const { goTo, leave } = range;
  useEffect(() => setKeptRow(range.spot?.row), [range.spot?.row]);
  const { addingTo } = folding;
  useEffect(() => {
    if (addingTo) showLine((line) => line.kind === "subadd" && line.parent.id === addingTo);
  }, [addingTo, showLine]);

  const now = useRef({ rows, blockOf, columnsOf, goTo });
  now.current = { rows, blockOf, columnsOf, goTo };
  // The same for as long as the table is there, so that no row is rendered for a change of another.
  const finish = useCallback(
    (row: Row, column: Column, change: CellChange["change"] | undefined, step?: Step) => {
      const { rows, blockOf, columnsOf, goTo } = now.current;
      setEditing(undefined);
      if (change) void blockOf(row.id)?.side.edits.setMany([{ row, column, change }]);
      if (step === "left") {
        leave();
        return;
      }
      const from = { row: row.id, column: column.id };
      const key = step === "Shift+Tab" ? "Tab" : step;
      goTo((key && led(key, step === "Shift+Tab", from, rows, columnsOf)) || from);
    },
    [leave],
  );

  const keyed = useGridKeys({
    scroller,
    lines,
    rows,
    blockOf,
    columnsOf,
    editing,
    range,
    isGrouped: sections.column !== undefined,
    onEdit: setEditing,
    onSelect: (row) => onSelect([row], !selected.has(row.id)),
    onEscape: props.onEscape,
    onUnfold: folding.unfold,
  });
  useGridDrops({ scroller, items, subitems: side, blockOf, sections, selected });

  return (
    <div
      ref={scroller}
      className="board-scroller"
      style={{ scrollPaddingLeft: EDGE_WIDTH + (columns[0]?.width ?? 0) }}
      role="grid"
      tabIndex={-1}
      aria-label={board.name}
      aria-busy={props.isWaiting}
      aria-rowcount={rows.length}
      aria-multiselectable="true"
      onKeyDown={keyed}
      onPointerDown={range.press}
      onPointerOver={range.drag}
    >
      {under && top > HEIGHTS.heads && (
        <StuckHeads line={lines[under.index] as Line} items={items} subitems={side} width={width} />
      )}
      <div className="board-lines" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {placed.map(({ place, item, line }) => (
          <div
            key={place}
            className={`line line-${line.kind}`}
            role="presentation"
            style={{ transform: `translateY(${item.start}px)`, height: item.size }}
          >
            <GridLine
              line={line}
              lines={lines}
              rows={rows}
              items={items}
              subitems={side}
              sections={sections}
              blockOf={blockOf}
              counts={subitems.counts}
              folding={folding}
              range={range}
              editing={editing}
              selected={selected}
              willFit={props.willFit}
              onEdit={setEditing}
              onFinish={finish}
              onSelect={onSelect}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

const widthOf = ({ columns }: Side): number =>
  columns.reduce((sum, column) => sum + column.width, EDGE_WIDTH + END_WIDTH);

interface StuckProps {
  line: Line;
  items: Side;
  subitems: Side | undefined;
  width: number;
}

/** The column titles of the line at the top of the window stay over it. */
function StuckHeads({ line, items, subitems, width }: StuckProps) {
  const isUnder = line.kind === "subitem" || line.kind === "subadd";
  if (!isUnder && line.kind !== "row" && line.kind !== "add" && line.kind !== "subheads")
    return null;
  return (
    <div className="stuck" role="presentation" style={{ minWidth: width }}>
      {isUnder && subitems ? (
        <SubitemHeads side={subitems} color={line.group.color} parent={line.parent} />
      ) : (
        <ColumnHeads side={items} color={line.group.color} />
      )}
    </div>
  );
}
