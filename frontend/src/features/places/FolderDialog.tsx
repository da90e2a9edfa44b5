// A new folder, or another name and colour for one.

import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import type { Folder } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { Problem } from "../../ui/Problem";
import { useSubmit } from "../../ui/useSubmit";
import { changeFolder, createFolder } from "./changes";
import { FOLDER_COLORS } from "./colors";
import type { Place } from "./tree";

interface Props {
  folder?: Folder;
  /** Where a new one goes. */
  place: Place;
  onClose: () => void;
}

export function FolderDialog({ folder, place, onClose }: Props) {
  const [name, setName] = useState(folder?.name ?? "");
  const [color, setColor] = useState(folder?.color ?? "");
  const { problem, isBusy, submit } = useSubmit(async () => {
    if (folder) await changeFolder(folder, { name, color });
    else await createFolder(name, place);
    onClose();
  });
  return (
    <Dialog title={folder ? texts.places.changeFolder : texts.places.newFolder} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="folder-name"
          title={texts.board.boardName}
          value={name}
          onChange={setName}
          maxLength={255}
          autoFocus
          required
        />
        {folder && <Colors color={color} onChange={setColor} />}
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.board.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!name.trim()}>
            {folder ? texts.places.save : texts.places.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Colors({ color, onChange }: { color: string; onChange: (color: string) => void }) {
  return (
    <fieldset className="folder-colors">
      <legend>{texts.cells.color}</legend>
      {["", ...Object.keys(FOLDER_COLORS)].map((one) => (
        <button
          key={one}
          type="button"
          className="folder-color"
          aria-label={one ? one.toLowerCase().replaceAll("_", " ") : texts.places.noColor}
          aria-pressed={one === color}
          style={{ background: FOLDER_COLORS[one] ?? "transparent" }}
          onClick={() => onChange(one)}
        />
      ))}
    </fieldset>
  );
}
