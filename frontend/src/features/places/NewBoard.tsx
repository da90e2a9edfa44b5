import { Button, TextField } from "@vibe/core";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { ask, POST } from "../../api/client";
import { boardsQuery, queryClient } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { sayError } from "../../ui/toasts";
import { PlaceSelect } from "./PlaceSelect";
import type { Place } from "./tree";

const KINDS = ["public", "share", "private"] as const;

interface Props {
  /** Without one, the Main workspace. */
  place?: Place;
  onClose: () => void;
}

export function NewBoard({ place: start, onClose }: Props) {
  const [place, setPlace] = useState<Place>(start ?? { workspace_id: null, folder_id: null });
  const [name, setName] = useState("");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("public");
  const navigate = useNavigate();

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const board = await ask(POST("/boards", { body: { name, kind, ...place } }));
      await queryClient.invalidateQueries(boardsQuery);
      onClose();
      navigate(`/boards/${board.id}`);
    } catch (error) {
      sayError(error);
    }
  }

  return (
    <Dialog title={texts.board.newTitle} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="board-name"
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
              {texts.board.kinds[one]}
            </label>
          ))}
        </fieldset>
        <PlaceSelect place={place} onChange={setPlace} />
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.board.cancel}
          </Button>
          <Button type="submit" disabled={!name.trim()}>
            {texts.board.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
