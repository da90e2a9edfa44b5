// A board: its head, what is shown of it and in which order, and the table itself.

import { useMemo, useState } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Archived } from "./Archived";
import { BoardHead } from "./BoardHead";
import { countOfFilters, filterOf, orderOf } from "./choices";
import type { Edits } from "./edits";
import { gridColumns, rowsByGroup } from "./grid";
import { SelectionBar } from "./SelectionBar";
import type { Subitems } from "./subitems/useSubitems";
import { Table } from "./Table";
import { Toolbar } from "./Toolbar";
import { useChoices } from "./useChoices";
import { useSelection } from "./useSelection";
import type { Names } from "./values";

interface Props {
  board: Board;
  names: Names;
  edits: Edits;
  subitems: Subitems;
  mayEdit: boolean;
}

export function BoardView({ board, names, edits, subitems, mayEdit }: Props) {
  const [choices, choose] = useChoices(board);
  const [search, setSearch] = useState("");
  const selection = useSelection();

  const columns = useMemo(() => gridColumns(board, choices), [board, choices]);
  const isFiltered = search.trim() !== "" || countOfFilters(choices) > 0;
  const fits = useMemo(
    () => filterOf(choices, search, board.columns, names),
    [choices, search, board.columns, names],
  );
  const byGroup = useMemo(
    () => rowsByGroup(board, fits, orderOf(choices, board.columns, names)),
    [board, choices, names, fits],
  );
  const items = useMemo(
    () => ({ board, columns, choices, choose, names, edits }),
    [board, columns, choices, choose, names, edits],
  );

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
      <Emptiness
        board={board}
        isFiltered={isFiltered}
        shown={[...byGroup.values()].flat().length}
      />
      <Table
        items={items}
        subitems={subitems}
        byGroup={byGroup}
        isFiltered={isFiltered}
        fits={fits}
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
          onDone={selection.deselect}
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
