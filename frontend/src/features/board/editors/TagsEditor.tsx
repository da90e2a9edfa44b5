import { Button } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import { type TagsValue, tagsNamed } from "../cells/tags";
import type { EditorProps } from "./EditorProps";

export function TagsEditor(props: EditorProps<TagsValue>) {
  const { column, value, names, anchor, typed, onDone } = props;
  const [chosen, setChosen] = useState(
    (value?.tag_ids ?? []).flatMap((id) => names.tags.get(id)?.name ?? []),
  );
  const [text, setText] = useState(typed ?? "");
  const known = [...names.tags.values()].filter((tag) => !chosen.includes(tag.name));
  const add = (name: string) => {
    const given = name.trim();
    if (given && !chosen.includes(given)) setChosen([...chosen, given]);
    setText("");
  };
  const finish = () => {
    const all = text.trim() ? [...chosen, text.trim()] : chosen;
    onDone({ value: all.length ? tagsNamed(all, [...names.tags.values()]) : undefined });
  };
  return (
    <Popover
      anchor={anchor}
      label={column.title}
      onClose={(how) => (how === "escape" ? onDone(undefined) : finish())}
    >
      <div className="chosen">
        {chosen.map((name) => (
          <button
            key={name}
            type="button"
            className="chosen-tag"
            aria-label={texts.board.removeTag(name)}
            onClick={() => setChosen(chosen.filter((one) => one !== name))}
          >
            #{name} ×
          </button>
        ))}
      </div>
      <input
        className="select"
        list={`tags-${column.id}`}
        // biome-ignore lint/a11y/noAutofocus: the reader asked to edit this cell.
        autoFocus
        aria-label={texts.board.addTag}
        placeholder={texts.board.addTag}
        value={text}
        maxLength={255}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (text.trim()) add(text);
          else finish();
        }}
      />
      <datalist id={`tags-${column.id}`}>
        {known.map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
      <div className="popover-buttons">
        <Button size="small" onClick={finish}>
          {texts.board.done}
        </Button>
      </div>
    </Popover>
  );
}
