import { Button } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../../texts";
import { Pick } from "../../../ui/Pick";
import { Popover } from "../../../ui/popover";
import type { DropdownValue } from "../cells/dropdown";
import { DropdownLabels } from "../settings/DropdownLabels";
import { optionsOf } from "../values";
import type { EditorProps } from "./EditorProps";

export function DropdownEditor(props: EditorProps<DropdownValue>) {
  const { boardId, column, value, anchor, typed, onDone } = props;
  const options = optionsOf(column);
  const before = value?.ids ?? [];
  const [chosen, setChosen] = useState(before);
  const [wanted, setWanted] = useState(typed ?? "");
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    const close = () => onDone(undefined);
    return (
      <Popover anchor={anchor} label={texts.board.editLabels} onClose={close}>
        <DropdownLabels boardId={boardId} column={column} onClose={close} />
      </Popover>
    );
  }
  const text = wanted.trim().toLocaleLowerCase();
  const found = options.filter(({ name }) => name.toLocaleLowerCase().includes(text));
  const most = column.settings.limit_select ? Number(column.settings.label_limit_count ?? 1) : 0;
  const finish = (ids: number[]) => {
    const isSame = ids.length === before.length && ids.every((id) => before.includes(id));
    onDone(isSame ? undefined : { value: ids.length ? { ids } : undefined });
  };
  const withOne = (id: number) => [...chosen, id].slice(most ? -most : 0);
  return (
    <Popover
      anchor={anchor}
      label={column.title}
      onClose={(how) => (how === "escape" ? onDone(undefined) : finish(chosen))}
    >
      <input
        className="select"
        // biome-ignore lint/a11y/noAutofocus: the reader asked to edit this cell.
        autoFocus
        aria-label={texts.cells.findLabel}
        placeholder={texts.cells.findLabel}
        value={wanted}
        maxLength={255}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (!text) finish(chosen);
          else if (first) {
            setChosen(chosen.includes(first.id) ? chosen : withOne(first.id));
            setWanted("");
          }
        }}
      />
      <div className="people">
        {found.map(({ id, name }) => (
          <Pick
            key={id}
            isOn={chosen.includes(id)}
            onToggle={() =>
              setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : withOne(id))
            }
          >
            {name}
          </Pick>
        ))}
        {found.length === 0 && (
          <p className="quiet menu-note">
            {options.length ? texts.cells.noLabel : texts.cells.noLabelsYet}
          </p>
        )}
      </div>
      <div className="popover-buttons">
        <Button size="small" kind="tertiary" onClick={() => finish([])}>
          {texts.board.clear}
        </Button>
        <Button size="small" kind="tertiary" onClick={() => setIsEditing(true)}>
          {texts.board.editLabels}
        </Button>
        <Button size="small" onClick={() => finish(chosen)}>
          {texts.board.done}
        </Button>
      </div>
    </Popover>
  );
}
