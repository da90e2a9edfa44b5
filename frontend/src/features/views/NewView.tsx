import { IconButton } from "@vibe/core";
import { Add } from "@vibe/icons";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import type { Shown } from "../board/choices";
import { createView } from "./changes";
import { NameDialog } from "./NameDialog";
import { toKeep } from "./shown";

interface Props {
  board: Board;
  /** What it begins with. */
  shown: Shown;
  /** The view that was shown before is as it was kept. */
  onMade: () => void;
}

export function NewView({ board, shown, onMade }: Props) {
  const [isNaming, setIsNaming] = useState(false);
  const navigate = useNavigate();
  async function create(name: string) {
    const view = await createView(board.id, name, toKeep(shown, board.columns));
    onMade();
    navigate(`/boards/${board.id}/views/${view.id}`);
  }
  return (
    <>
      <IconButton
        icon={Add}
        size="xs"
        kind="tertiary"
        aria-label={texts.views.add}
        onClick={() => setIsNaming(true)}
      />
      {isNaming && (
        <NameDialog
          title={texts.views.add}
          help={texts.views.addHelp}
          name=""
          go={texts.views.create}
          onGo={create}
          onClose={() => setIsNaming(false)}
        />
      )}
    </>
  );
}
