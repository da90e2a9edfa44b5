// A new workspace, or another name for one.

import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import type { Workspace } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { Problem } from "../../ui/Problem";
import { useSubmit } from "../../ui/useSubmit";
import { changeWorkspace, createWorkspace } from "./changes";

const KINDS = ["open", "closed"] as const;

type Kind = (typeof KINDS)[number];

interface Props {
  workspace?: Workspace;
  onClose: () => void;
}

export function WorkspaceDialog({ workspace, onClose }: Props) {
  const [name, setName] = useState(workspace?.name ?? "");
  const [kind, setKind] = useState<Kind>(workspace?.kind === "closed" ? "closed" : "open");
  const { problem, isBusy, submit } = useSubmit(async () => {
    const isNewKind = workspace && kind !== workspace.kind && !workspace.is_main;
    if (workspace) await changeWorkspace(workspace, { name, ...(isNewKind && { kind }) });
    else await createWorkspace(name, kind);
    onClose();
  });
  return (
    <Dialog
      title={workspace ? texts.places.changeWorkspace : texts.places.newWorkspace}
      onClose={onClose}
    >
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="workspace-name"
          title={texts.board.boardName}
          value={name}
          onChange={setName}
          maxLength={255}
          autoFocus
          required
        />
        {!workspace?.is_main && (
          <fieldset className="choices">
            <legend>{texts.board.kind}</legend>
            {KINDS.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="kind"
                  checked={kind === one}
                  onChange={() => setKind(one)}
                />
                {texts.places.kindsInFull[one]}
              </label>
            ))}
          </fieldset>
        )}
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.board.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!name.trim()}>
            {workspace ? texts.places.save : texts.places.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
