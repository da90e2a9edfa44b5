// A pulse's values, one under the other, edited as in the table.

import { useRef, useState } from "react";
import type { Board, Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { CellContent } from "../board/Cell";
import { isWritable, typeOf, valueIn } from "../board/cells/registry";
import { Editor } from "../board/Editor";
import type { Edits } from "../board/edits";
import type { Names } from "../board/values";

interface Props {
  board: Board;
  row: Row;
  names: Names;
  edits: Edits;
  mayEdit: boolean;
}

export function Fields(props: Props) {
  const columns = props.board.columns.filter(
    (column) => column.type !== "name" && column.type !== "last_post",
  );
  if (columns.length === 0) return <p className="quiet">{texts.pulse.noFields}</p>;
  return (
    <dl className="fields">
      {columns.map((column) => (
        <Field key={column.id} {...props} column={column} />
      ))}
    </dl>
  );
}

function Field(props: Props & { column: Column }) {
  const { column } = props;
  return (
    <div>
      <dt>{column.title}</dt>
      <dd>
        <FieldValue {...props} label={texts.pulse.edit(column.title)} />
      </dd>
    </div>
  );
}

interface ValueProps extends Props {
  column: Column;
  label: string;
}

/** A value that is edited where it stands. */
export function FieldValue({ board, row, names, edits, mayEdit, column, label }: ValueProps) {
  const value = useRef<HTMLButtonElement>(null);
  const [isEditing, setIsEditing] = useState(false);
  const { isTyped, toggled, align } = typeOf(column);
  function edit() {
    if (toggled) void edits.setValue(row, column, { value: toggled(valueIn(column, row), names) });
    else setIsEditing(true);
  }
  return (
    <>
      {!(isEditing && isTyped) && (
        <button
          ref={value}
          type="button"
          className={`field cell-of-${column.type}`}
          data-align={align}
          disabled={!mayEdit || !isWritable(column)}
          aria-label={label}
          onClick={edit}
        >
          <CellContent column={column} row={row} names={names} isInButton />
        </button>
      )}
      {isEditing && (
        <Editor
          boardId={board.id}
          column={column}
          row={row}
          names={names}
          anchor={value.current}
          typed={undefined}
          onDone={(change) => {
            setIsEditing(false);
            if (change) void edits.setValue(row, column, change);
          }}
        />
      )}
    </>
  );
}
