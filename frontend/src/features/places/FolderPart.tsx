// A folder in the side bar, with what is in it.

import { ClassicFolder, NavigationChevronDown, NavigationChevronRight } from "@vibe/icons";
import { useRef, useState } from "react";
import type { Folder } from "../../api/queries";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { LineMenu, MenuItem } from "../../ui/LineMenu";
import { BoardLine } from "./BoardLine";
import { deleteFolder, moveFolder } from "./changes";
import { FOLDER_COLORS } from "./colors";
import { DocLine } from "./DocLine";
import { useDraggable, useDropTarget } from "./dragging";
import { FolderDialog } from "./FolderDialog";
import { unfold, useFold } from "./folding";
import { MoveDialog } from "./MoveDialog";
import { NewBoard } from "./NewBoard";
import { NewDoc } from "./NewDoc";
import { type FolderNode, isBare } from "./tree";

const DEEPEST = 3;

interface Props {
  node: FolderNode;
  /** 1 for a folder that is in no other. */
  depth: number;
  mayWrite: boolean;
  isSearching: boolean;
}

type Asking = "board" | "doc" | "folder" | "edit" | "move" | "delete" | undefined;

export function FolderPart({ node, depth, mayWrite, isSearching }: Props) {
  const { folder, folders, boards, docs } = node;
  const line = useRef<HTMLDivElement>(null);
  const key = `f${folder.id}`;
  const [isUnfolded, toggle] = useFold(key);
  const isOpen = isUnfolded || isSearching;
  useDraggable(line, { kind: "side-folder", folder }, mayWrite);
  const place = { workspace_id: folder.workspace_id, folder_id: folder.id };
  const where = useDropTarget(line, { place, folder, isOn: mayWrite });
  const Chevron = isOpen ? NavigationChevronDown : NavigationChevronRight;
  return (
    <li>
      <div ref={line} className="side-line" data-drop={where}>
        <button type="button" className="side-fold" aria-expanded={isOpen} onClick={toggle}>
          <Chevron size="14" aria-hidden />
          <ClassicFolder
            size="16"
            aria-hidden
            className="side-folder"
            style={folder.color ? { color: FOLDER_COLORS[folder.color] } : undefined}
          />
          <span className="side-name">{folder.name}</span>
        </button>
        {mayWrite && <FolderMenu folder={folder} isDeepest={depth >= DEEPEST} />}
      </div>
      {isOpen && (
        <ul className="side-inner">
          {folders.map((one) => (
            <FolderPart
              key={one.folder.id}
              node={one}
              depth={depth + 1}
              mayWrite={mayWrite}
              isSearching={isSearching}
            />
          ))}
          {boards.map((board) => (
            <BoardLine key={board.id} board={board} mayWrite={mayWrite} />
          ))}
          {docs.map((doc) => (
            <DocLine key={doc.id} doc={doc} />
          ))}
          {isBare(node) && <li className="side-none">{texts.places.empty}</li>}
        </ul>
      )}
    </li>
  );
}

function FolderMenu({ folder, isDeepest }: { folder: Folder; isDeepest: boolean }) {
  const [asking, setAsking] = useState<Asking>();
  const stop = () => setAsking(undefined);
  const place = { workspace_id: folder.workspace_id, folder_id: folder.id };
  const items: [Asking, string, boolean][] = [
    ["board", texts.places.newBoardHere, true],
    ["doc", texts.docs.newDocHere, true],
    ["folder", texts.places.newFolder, !isDeepest],
    ["edit", texts.places.changeFolder, true],
    ["move", texts.places.move, true],
    ["delete", texts.places.deleteFolder, true],
  ];
  return (
    <>
      <LineMenu label={texts.places.menuOf(folder.name)}>
        {(close) =>
          items
            .filter(([, , isOffered]) => isOffered)
            .map(([what, text]) => (
              <MenuItem
                key={text}
                text={text}
                onPick={() => {
                  close();
                  unfold(`f${folder.id}`);
                  setAsking(what);
                }}
              />
            ))
        }
      </LineMenu>
      {asking === "board" && <NewBoard place={place} onClose={stop} />}
      {asking === "doc" && <NewDoc place={place} onClose={stop} />}
      {asking === "folder" && <FolderDialog place={place} onClose={stop} />}
      {asking === "edit" && <FolderDialog folder={folder} place={place} onClose={stop} />}
      {asking === "move" && (
        <MoveDialog
          title={texts.places.moveTitle(folder.name)}
          present={{ workspace_id: folder.workspace_id, folder_id: folder.parent_id }}
          without={folder.id}
          onMove={({ workspace_id, folder_id: parent_id }) =>
            moveFolder(folder, { workspace_id, parent_id })
          }
          onClose={stop}
        />
      )}
      {asking === "delete" && (
        <Confirm
          title={texts.places.deleteTitle(folder.name)}
          text={texts.places.deleteFolderText}
          go={texts.places.deleteFolder}
          keep={texts.board.cancel}
          onGo={() => deleteFolder(folder)}
          onClose={stop}
        />
      )}
    </>
  );
}
