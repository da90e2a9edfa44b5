// The labels of a dropdown, in their order.

import { Button, IconButton } from "@vibe/core";
import { Add, CloseSmall } from "@vibe/icons";
import { type FormEvent, useState } from "react";
import { texts } from "../../../texts";
import type { SettingsProps } from "../cells/CellType";
import { changeSettings } from "../structure";
import { optionsOf } from "../values";

interface Line {
  key: number;
  /** Undefined for a new one. */
  id?: number;
  name: string;
}

export function DropdownLabels({ boardId, column, onClose }: SettingsProps) {
  const before = optionsOf(column);
  const [lines, setLines] = useState<Line[]>(() => {
    const known = before.map((one): Line => ({ ...one, key: one.id }));
    return known.length ? known : [{ key: -1, name: "" }];
  });

  function add() {
    const least = Math.min(0, ...lines.map(({ key }) => key));
    setLines([...lines, { key: least - 1, name: "" }]);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const labels = lines
      .filter(({ name }) => name.trim())
      .map(({ id, name }) => ({ ...(id !== undefined && { id }), name: name.trim() }));
    if (await changeSettings(boardId, column, { labels }, { labels: before })) onClose();
  }

  return (
    <form className="labels" onSubmit={submit}>
      <div className="labels-list">
        {lines.map((line, at) => (
          <div key={line.key} className="labels-line">
            <input
              aria-label={`${texts.cells.label} ${at + 1}`}
              value={line.name}
              maxLength={255}
              // biome-ignore lint/a11y/noAutofocus: the reader asked for one more.
              autoFocus={line.id === undefined}
              onChange={(event) => {
                const name = event.target.value;
                setLines(lines.map((one) => (one === line ? { ...one, name } : one)));
              }}
            />
            <IconButton
              size="xs"
              kind="tertiary"
              icon={CloseSmall}
              aria-label={texts.cells.removeLabel(line.name || String(at + 1))}
              onClick={() => setLines(lines.filter((one) => one !== line))}
            />
          </div>
        ))}
      </div>
      <Button size="small" kind="tertiary" leftIcon={Add} onClick={add}>
        {texts.cells.addLabel}
      </Button>
      <Button type="submit" size="small">
        {texts.board.done}
      </Button>
    </form>
  );
}
