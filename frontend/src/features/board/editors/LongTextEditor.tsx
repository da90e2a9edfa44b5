import { Button } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import type { EditorProps } from "./EditorProps";

const LONGEST = 65_536;

export function LongTextEditor(props: EditorProps<{ text: string }>) {
  const { column, text: before, anchor, typed, onDone } = props;
  const [text, setText] = useState(typed ?? before);
  const finish = () =>
    onDone(text === before ? undefined : { value: text.trim() ? { text } : undefined });
  return (
    <Popover
      anchor={anchor}
      label={column.title}
      onClose={(how) => (how === "escape" ? onDone(undefined) : finish())}
    >
      <textarea
        className="long-text"
        // biome-ignore lint/a11y/noAutofocus: the reader asked to edit this cell.
        autoFocus
        aria-label={column.title}
        aria-describedby="long-text-hint"
        rows={7}
        value={text}
        maxLength={LONGEST}
        onFocus={({ currentTarget: own }) =>
          own.setSelectionRange(own.value.length, own.value.length)
        }
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          finish();
        }}
      />
      <div className="popover-buttons">
        <span id="long-text-hint" className="quiet popover-hint">
          {texts.cells.ctrlEnter}
        </span>
        <Button size="small" onClick={finish}>
          {texts.board.done}
        </Button>
      </div>
    </Popover>
  );
}
