import { Button } from "@vibe/core";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import { Stars } from "../cells/Stars";
import { mostStars } from "../values";
import { alongSiblings } from "./alongSiblings";
import type { EditorProps } from "./EditorProps";

export function RatingEditor({ column, value, anchor, typed, onDone }: EditorProps<number>) {
  const most = mostStars(column);
  const counts = Array.from({ length: most }, (_, index) => index + 1);
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <div role="listbox" aria-label={column.title} className="ratings">
        {counts.map((count) => (
          <button
            key={count}
            type="button"
            role="option"
            className="menu-item"
            aria-selected={count === value}
            data-first={String(count) === typed ? "" : undefined}
            onKeyDown={alongSiblings}
            onClick={() => onDone({ value: count })}
          >
            <span className="rating-number">{count}</span>
            <Stars count={count} most={most} />
          </button>
        ))}
      </div>
      <div className="popover-buttons">
        <Button size="small" kind="tertiary" onClick={() => onDone({ value: undefined })}>
          {texts.board.clear}
        </Button>
      </div>
    </Popover>
  );
}
