// A board: its head, what is shown of it and in which order, and the table itself.

import { useMemo, useState } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { queryOf } from "../views/query";
import { arranged, type View } from "../views/shown";
import { useFound } from "../views/useFound";
import { useShown } from "../views/useShown";
import { ViewTabs } from "../views/ViewTabs";
import { Archived } from "./Archived";
import { BoardHead } from "./BoardHead";
import type { Edits } from "./edits";
import { gridColumns, rowsByGroup } from "./grid";
import { SelectionBar } from "./SelectionBar";
import { ownGroups, sectionsBy } from "./sections";
import type { Subitems } from "./subitems/useSubitems";
import { Table } from "./Table";
import { Toolbar } from "./Toolbar";
import { useSelection } from "./useSelection";
import type { Names } from "./values";

interface Props {
  board: Board;
  /** Undefined for the main table. */
  view: View | undefined;
  names: Names;
  edits: Edits;
  subitems: Subitems;
  mayEdit: boolean;
}

export function BoardView({ board: given, view, names, edits, subitems, mayEdit }: Props) {
  const seen = useShown(given, view);
  const { choices, choose } = seen;
  // Only what changes is made anew: a row is rendered again where one of its columns is another.
  const ordered = useMemo(
    () => arranged(given.columns, choices.order),
    [given.columns, choices.order],
  );
  const board = useMemo(() => ({ ...given, columns: ordered }), [given, ordered]);
  const [search, setSearch] = useState("");
  const selection = useSelection();

  const columns = useMemo(() => gridColumns(ordered, choices), [ordered, choices]);
  const found = useFound(board, queryOf(choices, board, search));
  const { isFiltered } = found;
  const byGroup = useMemo(() => rowsByGroup(board, found.fits, found.order), [board, found]);
  const by = choices.grouped_by;
  const sections = useMemo(() => {
    const column = by && board.columns.find(({ id }) => id === by.column_id);
    if (!column) return ownGroups(board, byGroup);
    const rows = [...byGroup.values()].flat();
    // Positions are those within the board's groups, where nothing else is asked for.
    if (choices.sort.length > 0) rows.sort(found.order);
    return sectionsBy(column, by, rows, names);
  }, [board, byGroup, by, choices.sort, found, names]);
  const items = useMemo(
    () => ({ board, columns, choices, choose, names, edits }),
    [board, columns, choices, choose, names, edits],
  );

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
      <Table
        items={items}
        subitems={subitems}
        sections={sections}
        isFiltered={isFiltered}
        isWaiting={found.isWaiting}
        willFit={found.willFit}
        selected={selection.ids}
        onSelect={selection.select}
        onEscape={selection.deselect}
      />
      {selection.ids.size > 0 && (
        <SelectionBar
          {...(selection.isOfSubitems && subitems.board
            ? { board: subitems.board, edits: subitems.edits }
            : { board, edits })}
          selected={selection.ids}
          onDone={selection.release}
          onClear={selection.deselect}
        />
      )}
    </section>
  );
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
