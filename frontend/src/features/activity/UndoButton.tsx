// Takes back one thing that happened.

import { Button } from "@vibe/core";
import { ask, POST } from "../../api/client";
import { boardQuery, boardsQuery, queryClient } from "../../api/queries";
import { texts } from "../../texts";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import type { Happening } from "./sentences";

interface Props {
  happening: Happening;
  boardId: number;
  /** What it is that is taken back. */
  label: string;
}

export function UndoButton({ happening, boardId, label }: Props) {
  const [run, isBusy] = useAction();

  async function undo() {
    const params = { path: { event_id: happening.id } };
    await ask(POST("/activity/{event_id}/undo", { params }));
    say(texts.undo.undone);
    await Promise.all([
      queryClient.invalidateQueries(boardQuery(boardId)),
      queryClient.invalidateQueries(boardsQuery),
      queryClient.invalidateQueries({ queryKey: ["activity", boardId] }),
    ]);
  }

  return (
    <Button
      size="xs"
      kind="tertiary"
      className="happening-undo"
      loading={isBusy}
      aria-label={texts.activity.undoThis(label.trim())}
      onClick={() => void run(undo)}
    >
      {texts.activity.undo}
    </Button>
  );
}
