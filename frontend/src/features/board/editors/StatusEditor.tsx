import { Button } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import type { StatusValue } from "../cells/status";
import { StatusLabels } from "../settings/StatusLabels";
import { labelOf, statusColor, textOn } from "../values";
import { alongSiblings } from "./alongSiblings";
import type { EditorProps } from "./EditorProps";

export function StatusEditor(props: EditorProps<StatusValue>) {
  const { boardId, column, value, anchor, typed, onDone } = props;
  const [isEditing, setIsEditing] = useState(false);
  const close = () => onDone(undefined);
  if (isEditing) {
    return (
      <Popover anchor={anchor} label={texts.board.editLabels} onClose={close}>
        <StatusLabels boardId={boardId} column={column} onClose={close} />
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
              aria-selected={index === value?.index}
              data-first={index === named ? "" : undefined}
              className="palette-label"
              style={{ background: color, color: textOn(color) }}
              onKeyDown={alongSiblings}
              onClick={() => onDone({ value: { index, update_id: null } })}
            >
              {labelOf(column, index) || texts.board.unlabelled}
            </button>
          );
        })}
      </div>
      <div className="popover-buttons">
        <Button size="small" kind="tertiary" onClick={() => onDone({ value: undefined })}>
          {texts.board.clear}
        </Button>
        <Button size="small" kind="tertiary" onClick={() => setIsEditing(true)}>
          {texts.board.editLabels}
        </Button>
      </div>
    </Popover>
  );
}
