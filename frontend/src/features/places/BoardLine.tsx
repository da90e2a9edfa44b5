// A board in the side bar.

import { useRef, useState } from "react";
import { NavLink } from "react-router";
import type { BoardInList } from "../../api/queries";
import { texts } from "../../texts";
import { KindMark } from "../../ui/KindMark";
import { LineMenu, MenuItem } from "../../ui/LineMenu";
import { moveBoard } from "./changes";
import { useDraggable } from "./dragging";
import { MoveDialog } from "./MoveDialog";

interface Props {
  board: BoardInList;
  mayWrite: boolean;
  /** Among the favourites, where nothing is moved. */
  isFixed?: boolean;
}

export function BoardLine({ board, mayWrite, isFixed = false }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const [isMoving, setIsMoving] = useState(false);
  useDraggable(line, { kind: "side-board", board }, mayWrite && !isFixed);
  return (
    <li>
      <div ref={line} className="side-line">
        {/* It is the line that is dragged, not the address. */}
        <NavLink to={`/boards/${board.id}`} draggable={false}>
          <KindMark kind={board.kind} />
          <span className="side-name">{board.name}</span>
        </NavLink>
        {mayWrite && !isFixed && (
          <LineMenu label={texts.places.menuOf(board.name)}>
            {(close) => (
              <MenuItem
                text={texts.places.move}
                onPick={() => {
                  close();
                  setIsMoving(true);
                }}
              />
            )}
          </LineMenu>
        )}
      </div>
      {isMoving && (
        <MoveDialog
          title={texts.places.moveTitle(board.name)}
          present={board}
          onMove={(place) => moveBoard(board, place)}
          onClose={() => setIsMoving(false)}
        />
      )}
    </li>
  );
}
