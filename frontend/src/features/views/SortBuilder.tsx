// By which columns pulses are sorted: the first one, then the next where they are the same.

import { Button, IconButton } from "@vibe/core";
import { Add, CloseSmall } from "@vibe/icons";
import { useRef, useState } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { sortedColumns } from "./operands";
import type { By } from "./query";
import { ColumnSelect } from "./RuleLine";
import { useTypes } from "./useTypes";
import "./filters.css";

interface Props {
  board: Board;
  sort: By[];
  onChange: (sort: By[]) => void;
}

export function SortBuilder({ board, sort, onChange }: Props) {
  const types = useTypes();
  const add = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<number>();
  const columns = sortedColumns(board, types);
  const isTaken = (id: string) => sort.some((by) => by.column_id === id);
  const free = columns.find(({ id }) => !isTaken(id));
  const titleOf = ({ column_id }: By) =>
    columns.find(({ id }) => id === column_id)?.title ?? texts.views.columnGone;
  const set = (index: number, change: Partial<By>) =>
    onChange(sort.map((by, place) => (place === index ? { ...by, ...change } : by)));

  if (types.size === 0) return null;
  return (
    <div className="sort-builder">
      {sort.length === 0 && <p className="quiet">{texts.board.ownOrder}</p>}
      {sort.map((by, index) => (
        <fieldset key={by.column_id} className="sort-line" aria-label={titleOf(by)}>
          <span className="rule-join">{index === 0 ? texts.views.sortBy : texts.views.thenBy}</span>
          <ColumnSelect
            columns={columns.filter(({ id }) => id === by.column_id || !isTaken(id))}
            chosen={by.column_id}
            isNew={added === index}
            onChange={({ id }) => set(index, { column_id: id })}
          />
          <select
            className="select sort-direction"
            aria-label={texts.views.direction}
            value={by.direction}
            onChange={(event) => set(index, { direction: event.target.value as By["direction"] })}
          >
            {Object.entries(texts.views.directions).map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
          <IconButton
            icon={CloseSmall}
            size="small"
            kind="tertiary"
            aria-label={texts.views.removeSort(titleOf(by))}
            onClick={() => {
              onChange(sort.toSpliced(index, 1));
              // What had the focus is gone.
              add.current?.querySelector("button")?.focus();
            }}
          />
        </fieldset>
      ))}
      <div ref={add} className="filter-add">
        <Button
          size="small"
          kind="tertiary"
          leftIcon={Add}
          disabled={!free}
          onClick={() => {
            if (!free) return;
            setAdded(sort.length);
            onChange([...sort, { column_id: free.id, direction: "asc" }]);
          }}
        >
          {texts.views.addSort}
        </Button>
      </div>
    </div>
  );
}
