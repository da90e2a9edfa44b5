import { Button } from "@vibe/core";
import type { FormEvent, ReactNode } from "react";
import { texts } from "../../../texts";

interface Props {
  /** Whether it was taken. */
  onSave: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
}

export function SettingsForm({ onSave, onClose, children }: Props) {
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await onSave()) onClose();
  }
  return (
    <form className="dialog-form" onSubmit={submit}>
      {children}
      <div className="dialog-buttons">
        <Button kind="tertiary" onClick={onClose}>
          {texts.board.cancel}
        </Button>
        <Button type="submit">{texts.board.done}</Button>
      </div>
    </form>
  );
}
