import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { Problem } from "../../ui/Problem";
import { useSubmit } from "../../ui/useSubmit";

interface Props {
  title: string;
  help?: string;
  name: string;
  go: string;
  onGo: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks what a view is to be called. */
export function NameDialog({ title, help, name: before, go, onGo, onClose }: Props) {
  const [name, setName] = useState(before);
  const { problem, isBusy, submit } = useSubmit(async () => {
    await onGo(name);
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        {help && <p className="quiet">{help}</p>}
        <TextField
          id="view-name"
          title={texts.views.name}
          value={name}
          onChange={setName}
          maxLength={255}
          autoFocus
          required
        />
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.views.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!name.trim()}>
            {go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
