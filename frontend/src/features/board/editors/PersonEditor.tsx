import { Button, TextField } from "@vibe/core";
import { type KeyboardEvent, useState } from "react";
import { texts } from "../../../texts";
import { Face } from "../../../ui/Face";
import { Popover } from "../../../ui/popover";
import { personIds } from "../values";
import type { EditorProps } from "./EditorProps";

export function PersonEditor({ column, row, names, anchor, typed, onDone }: EditorProps) {
  const [wanted, setWanted] = useState(typed ?? "");
  const found = [...names.users.values()].filter((user) =>
    user.name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const present = personIds(row.values[column.id]);
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <TextField
        size="small"
        placeholder={texts.board.findPerson}
        inputAriaLabel={texts.board.findPerson}
        value={wanted}
        onChange={setWanted}
        autoFocus
        onKeyDown={(event: KeyboardEvent) => {
          const [first] = found;
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (!wanted.trim()) onDone(undefined);
          else if (first) onDone({ type: "person", user_id: first.id });
        }}
      />
      <div className="people">
        {found.slice(0, 50).map((user) => (
          <button
            key={user.id}
            type="button"
            className="menu-item people-one"
            aria-pressed={present.includes(user.id)}
            onClick={() => onDone({ type: "person", user_id: user.id })}
          >
            <Face name={user.name} />
            {user.name}
          </button>
        ))}
        {found.length === 0 && <p className="quiet">{texts.board.nobody}</p>}
      </div>
      <Button
        size="small"
        kind="tertiary"
        onClick={() => onDone({ type: "person", user_id: null })}
      >
        {texts.board.clear}
      </Button>
    </Popover>
  );
}
