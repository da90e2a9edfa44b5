// A workspace in the side bar, with what is in it.

import { Locked, NavigationChevronDown, NavigationChevronRight } from "@vibe/icons";
import { useId, useRef, useState } from "react";
import type { Workspace } from "../../api/queries";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { LineMenu, MenuItem } from "../../ui/LineMenu";
import { BoardLine } from "./BoardLine";
import { deleteWorkspace } from "./changes";
import { DocLine } from "./DocLine";
import { useDropTarget } from "./dragging";
import { FolderDialog } from "./FolderDialog";
import { FolderPart } from "./FolderPart";
import { unfold, useFold } from "./folding";
import { NewBoard } from "./NewBoard";
import { NewDoc } from "./NewDoc";
import { isBare, keptId, type WorkspaceNode } from "./tree";
import { WorkspaceDialog } from "./WorkspaceDialog";
import { WorkspacePeople } from "./WorkspacePeople";

interface Props {
  node: WorkspaceNode;
  mayWrite: boolean;
  /** Everything that was found is shown. */
  isSearching: boolean;
}

type Asking = "board" | "doc" | "folder" | "edit" | "people" | "delete" | undefined;

export function WorkspacePart({ node, mayWrite, isSearching }: Props) {
  const { workspace, folders, boards, docs } = node;
  const id = useId();
  const head = useRef<HTMLDivElement>(null);
  const key = workspace ? `w${workspace.id}` : "w0";
  const [isUnfolded, toggle] = useFold(key);
  const isOpen = isUnfolded || isSearching;
  const place = { workspace_id: workspace ? keptId(workspace) : null, folder_id: null };
  const where = useDropTarget(head, { place, isOn: mayWrite && workspace !== undefined });
  const name = workspace?.name ?? texts.places.sharedWithYou;
  const Chevron = isOpen ? NavigationChevronDown : NavigationChevronRight;
  return (
    <section className="side-list" aria-labelledby={id}>
      <div ref={head} className="side-line side-workspace" data-drop={where}>
        <h2>
          <button
            id={id}
            type="button"
            className="side-fold"
            aria-expanded={isOpen}
            onClick={toggle}
          >
            <Chevron size="16" aria-hidden />
            <span className="side-name">{name}</span>
            {workspace?.kind === "closed" && (
              <Locked size="14" aria-label={texts.places.kinds.closed} />
            )}
          </button>
        </h2>
        {workspace && mayWrite && <WorkspaceMenu workspace={workspace} foldKey={key} />}
      </div>
      {isOpen && (
        <ul>
          {folders.map((one) => (
            <FolderPart
              key={one.folder.id}
              node={one}
              depth={1}
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
    </section>
  );
}

function WorkspaceMenu({ workspace, foldKey }: { workspace: Workspace; foldKey: string }) {
  const [asking, setAsking] = useState<Asking>();
  const stop = () => setAsking(undefined);
  const place = { workspace_id: keptId(workspace), folder_id: null };
  const items: [Asking, string, boolean][] = [
    ["board", texts.places.newBoardHere, true],
    ["doc", texts.docs.newDocHere, true],
    ["folder", texts.places.newFolder, true],
    ["edit", texts.places.changeWorkspace, workspace.may_change],
    ["people", texts.places.people, workspace.may_change && !workspace.is_main],
    ["delete", texts.places.deleteWorkspace, workspace.may_change && !workspace.is_main],
  ];
  return (
    <>
      <LineMenu label={texts.places.menuOf(workspace.name)}>
        {(close) =>
          items
            .filter(([, , isOffered]) => isOffered)
            .map(([what, text]) => (
              <MenuItem
                key={text}
                text={text}
                onPick={() => {
                  close();
                  unfold(foldKey);
                  setAsking(what);
                }}
              />
            ))
        }
      </LineMenu>
      {asking === "board" && <NewBoard place={place} onClose={stop} />}
      {asking === "doc" && <NewDoc place={place} onClose={stop} />}
      {asking === "folder" && <FolderDialog place={place} onClose={stop} />}
      {asking === "edit" && <WorkspaceDialog workspace={workspace} onClose={stop} />}
      {asking === "people" && <WorkspacePeople workspace={workspace} onClose={stop} />}
      {asking === "delete" && (
        <Confirm
          title={texts.places.deleteTitle(workspace.name)}
          text={texts.places.deleteText}
          go={texts.places.deleteWorkspace}
          keep={texts.board.cancel}
          onGo={() => deleteWorkspace(workspace)}
          onClose={stop}
        />
      )}
    </>
  );
}
