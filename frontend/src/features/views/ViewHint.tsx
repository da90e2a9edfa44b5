import { Button } from "@vibe/core";
import { useState } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import type { Shown } from "../board/choices";
import type { View } from "./shown";
import { saveView } from "./ViewMenu";

interface Props {
  board: Board;
  view: View;
  shown: Shown;
  mayEdit: boolean;
  onReset: () => void;
}

/** That one sees something else than the view keeps, and what can be done about it. */
export function ViewHint({ board, view, shown, mayEdit, onReset }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  async function save() {
    setIsBusy(true);
    await saveView(board, view, shown, onReset);
    setIsBusy(false);
  }
  return (
    <span className="view-hint" role="status">
      <span className="quiet">{texts.views.changed}</span>
      {mayEdit && (
        <Button size="small" kind="secondary" loading={isBusy} onClick={() => void save()}>
          {texts.views.save}
        </Button>
      )}
      <Button size="small" kind="tertiary" onClick={onReset}>
        {texts.views.reset}
      </Button>
    </span>
  );
}
