import { Button } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { PlaceSelect } from "./PlaceSelect";
import type { Place } from "./tree";

interface Props {
  title: string;
  /** Where it is now. */
  present: Place;
  without?: number;
  onMove: (place: Place) => Promise<void>;
  onClose: () => void;
}

export function MoveDialog({ title, present, without, onMove, onClose }: Props) {
  const { workspace_id, folder_id } = present;
  const [place, setPlace] = useState<Place>({ workspace_id, folder_id });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void onMove(place);
        }}
      >
        <PlaceSelect place={place} without={without} onChange={setPlace} />
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.board.cancel}
          </Button>
          <Button type="submit">{texts.board.move}</Button>
        </div>
      </form>
    </Dialog>
  );
}
