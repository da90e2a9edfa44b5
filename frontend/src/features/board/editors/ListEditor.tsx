// One of many: a search over a list.

import { Button, TextField } from "@vibe/core";
import { type KeyboardEvent, useState } from "react";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import type { EditorProps } from "./EditorProps";

interface Option<V> {
  key: string;
  text: string;
  value: V;
}

interface Props<V> extends EditorProps<V> {
  options: Option<V>[];
  /** The key of the present one. */
  chosen: string | undefined;
  search: string;
  /** Said where nothing is found. */
  none: string;
}

const SHOWN = 60;

export function ListEditor<V>(props: Props<V>) {
  const { column, options, chosen, search, none, anchor, typed, onDone } = props;
  const [wanted, setWanted] = useState(typed ?? "");
  const text = wanted.trim().toLocaleLowerCase();
  const found = options.filter((one) => one.text.toLocaleLowerCase().includes(text));
  // The present one comes first; of what is searched, what begins so.
  const rank = (one: Option<V>) =>
    text ? Number(!one.text.toLocaleLowerCase().startsWith(text)) : Number(one.key !== chosen);
  found.sort((one, other) => rank(one) - rank(other));
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <TextField
        size="small"
        placeholder={search}
        inputAriaLabel={search}
        value={wanted}
        onChange={setWanted}
        autoFocus
        onKeyDown={(event: KeyboardEvent) => {
          const [first] = found;
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (!text) onDone(undefined);
          else if (first) onDone({ value: first.value });
        }}
      />
      <div className="people">
        {found.slice(0, SHOWN).map((one) => (
          <button
            key={one.key}
            type="button"
            className="menu-item people-one"
            aria-pressed={one.key === chosen}
            onClick={() => onDone({ value: one.value })}
          >
            {one.text}
          </button>
        ))}
        {found.length === 0 && <p className="quiet">{none}</p>}
        {found.length > SHOWN && (
          <p className="quiet menu-note">{texts.cells.further(found.length - SHOWN)}</p>
        )}
      </div>
      <Button size="small" kind="tertiary" onClick={() => onDone({ value: undefined })}>
        {texts.board.clear}
      </Button>
    </Popover>
  );
}
