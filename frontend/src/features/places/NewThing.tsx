// The form for a new board or doc.

import { Button, TextField } from "@vibe/core";
import { type FormEvent, useState } from "react";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { sayError } from "../../ui/toasts";
import { PlaceSelect } from "./PlaceSelect";
import type { Place } from "./tree";

const KINDS = ["public", "share", "private"] as const;

type Kind = (typeof KINDS)[number];

interface Props {
  title: string;
  /** Who sees it. */
  kinds: Readonly<Record<Kind, string>>;
  create: string;
  place: Place | undefined;
  onCreate: (name: string, kind: Kind, place: Place) => Promise<void>;
  onClose: () => void;
}

export function NewThing({ title, kinds, create, place: start, onCreate, onClose }: Props) {
  const [place, setPlace] = useState<Place>(start ?? { workspace_id: null, folder_id: null });
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("public");

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      await onCreate(name, kind, place);
    } catch (error) {
      sayError(error);
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="new-name"
          title={texts.board.boardName}
          value={name}
          onChange={setName}
          maxLength={255}
          autoFocus
          required
        />
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
              {kinds[one]}
            </label>
          ))}
        </fieldset>
        <PlaceSelect place={place} onChange={setPlace} />
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.board.cancel}
          </Button>
          <Button type="submit" disabled={!name.trim()}>
            {create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
