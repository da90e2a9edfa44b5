import { Button } from "@vibe/core";
import { useState } from "react";
import { useMe } from "../../../api/queries";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import { FileCards } from "../../files/FileCards";
import { FilePicker } from "../../files/FilePicker";
import { addToCell, bring } from "../../files/files";
import { type FilesValue, keyOfFile, shownFiles } from "../cells/filesValue";
import type { EditorProps } from "./EditorProps";

/** What is added is there at once; what is taken away, when this closes, so that all of it can be undone. */
export function FilesEditor({
  boardId,
  column,
  row,
  value,
  anchor,
  onDone,
}: EditorProps<FilesValue>) {
  const me = useMe();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const left = (value?.files ?? []).filter((one) => !gone.has(keyOfFile(one)));
  const finish = () => {
    if (gone.size === 0) onDone(undefined);
    else onDone({ value: left.length ? { files: left } : undefined });
  };
  async function add(files: File[]) {
    setIsBusy(true);
    await bring(files, (file) => addToCell(boardId, row.id, column.id, file));
    setIsBusy(false);
  }
  return (
    <Popover
      anchor={anchor}
      label={column.title}
      onClose={(how) => (how === "escape" ? onDone(undefined) : finish())}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button does the same. */}
      <div
        className="files-editor"
        data-first
        tabIndex={-1}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void add([...event.dataTransfer.files]);
        }}
      >
        {left.length === 0 && <p className="quiet">{texts.files.dropHere}</p>}
        <FileCards
          files={shownFiles({ files: left }, me.account_id)}
          onRemove={(file) => setGone(new Set([...gone, file.key]))}
        />
        <div className="popover-buttons">
          <FilePicker isBusy={isBusy} onPick={(files) => void add(files)} />
          <Button size="small" onClick={finish}>
            {texts.board.done}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
