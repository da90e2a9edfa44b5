import { Button } from "@vibe/core";
import { type FormEvent, useState } from "react";
import type { Column } from "../../../api/queries";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import { changeLabels } from "../structure";
import { labelOf, STATUS_COLORS, statusColor, statusIndex, textOn } from "../values";
import { alongSiblings } from "./alongSiblings";
import type { EditorProps } from "./EditorProps";

export function StatusEditor({ boardId, column, row, anchor, typed, onDone }: EditorProps) {
  const [isEditing, setIsEditing] = useState(false);
  const present = statusIndex(row.values[column.id]);
  const close = () => onDone(undefined);
  if (isEditing) {
    return (
      <Popover anchor={anchor} label={texts.board.editLabels} onClose={close}>
        <LabelsEditor boardId={boardId} column={column} onDone={close} />
      </Popover>
    );
  }
  const labels = (column.settings.labels ?? {}) as Record<string, string>;
  const indexes = Object.keys(labels)
    .map(Number)
    .sort((one, other) => one - other);
  const begun = typed?.toLocaleLowerCase();
  const named = indexes.find((index) => {
    const label = labelOf(column, index).toLocaleLowerCase();
    return begun !== undefined && label.startsWith(begun);
  });
  return (
    <Popover anchor={anchor} label={column.title} onClose={close}>
      <div className="palette" role="listbox" aria-label={column.title}>
        {indexes.map((index) => {
          const color = statusColor(index);
          return (
            <button
              key={index}
              type="button"
              role="option"
              aria-selected={index === present}
              data-first={index === named ? "" : undefined}
              className="palette-label"
              style={{ background: color, color: textOn(color) }}
              onKeyDown={alongSiblings}
              onClick={() => onDone({ type: "status", index })}
            >
              {labelOf(column, index) || texts.board.unlabelled}
            </button>
          );
        })}
      </div>
      <div className="popover-buttons">
        <Button
          size="small"
          kind="tertiary"
          onClick={() => onDone({ type: "status", index: null })}
        >
          {texts.board.clear}
        </Button>
        <Button size="small" kind="tertiary" onClick={() => setIsEditing(true)}>
          {texts.board.editLabels}
        </Button>
      </div>
    </Popover>
  );
}

function LabelsEditor({
  boardId,
  column,
  onDone,
}: {
  boardId: number;
  column: Column;
  onDone: () => void;
}) {
  const before = (column.settings.labels ?? {}) as Record<string, string>;
  const [labels, setLabels] = useState<Record<string, string>>(before);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const changed = Object.fromEntries(
      Object.entries(labels).filter(([index, label]) => label !== (before[index] ?? "")),
    );
    if (await changeLabels(boardId, column, changed)) onDone();
  }

  return (
    <form className="labels" onSubmit={submit}>
      {STATUS_COLORS.map((color, index) => (
        <label key={color}>
          <span className="swatch" style={{ background: color }} />
          <input
            aria-label={`${texts.board.editLabels} ${index + 1}`}
            value={labels[index] ?? ""}
            maxLength={255}
            onChange={(event) => setLabels({ ...labels, [index]: event.target.value })}
          />
        </label>
      ))}
      <Button type="submit" size="small">
        {texts.board.done}
      </Button>
    </form>
  );
}
