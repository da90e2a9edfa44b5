import { useNavigate } from "react-router";
import { ask, POST } from "../../api/client";
import { boardsQuery, queryClient } from "../../api/queries";
import { texts } from "../../texts";
import { NewThing } from "./NewThing";
import type { Place } from "./tree";

interface Props {
  /** Without one, the Main workspace. */
  place?: Place;
  onClose: () => void;
}

export function NewBoard({ place, onClose }: Props) {
  const navigate = useNavigate();
  return (
    <NewThing
      title={texts.board.newTitle}
      kinds={texts.board.kinds}
      create={texts.board.create}
      place={place}
      onCreate={async (name, kind, where) => {
        const board = await ask(POST("/boards", { body: { name, kind, ...where } }));
        await queryClient.invalidateQueries(boardsQuery);
        onClose();
        navigate(`/boards/${board.id}`);
      }}
      onClose={onClose}
    />
  );
}
