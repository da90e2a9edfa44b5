// The boards, by where they are: favourites, then workspaces with their folders.

import { useQuery } from "@tanstack/react-query";
import { IconButton, Search } from "@vibe/core";
import { Add, Delete } from "@vibe/icons";
import { useId, useState } from "react";
import { NavLink } from "react-router";
import { boardsQuery } from "../../api/queries";
import { texts } from "../../texts";
import { LineMenu, MenuItem } from "../../ui/LineMenu";
import { BoardLine } from "./BoardLine";
import { NewBoard } from "./NewBoard";
import { NewDoc } from "./NewDoc";
import { searched } from "./tree";
import { useTree } from "./useTree";
import { WorkspaceDialog } from "./WorkspaceDialog";
import { WorkspacePart } from "./WorkspacePart";
import "./side.css";

type Making = "board" | "doc" | "workspace" | undefined;

const MORE = [
  ["doc", texts.docs.newDoc],
  ["workspace", texts.places.newWorkspace],
] as const;

export function SideBar({ isOpen, mayWrite }: { isOpen: boolean; mayWrite: boolean }) {
  const { data: boards } = useQuery(boardsQuery);
  const nodes = useTree();
  const [wanted, setWanted] = useState("");
  const [making, setMaking] = useState<Making>();
  const favorites = useId();
  const isSearching = wanted.trim() !== "";
  const found = searched(nodes, wanted);
  const chosen = (boards ?? []).filter(
    (board) =>
      board.favorite && board.name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const stop = () => setMaking(undefined);
  return (
    <nav className={isOpen ? "side side-open" : "side"} aria-label={texts.frame.boards}>
      <div className="side-head">
        <Search
          size="small"
          placeholder={texts.frame.search}
          inputAriaLabel={texts.frame.search}
          value={wanted}
          onChange={setWanted}
        />
        {mayWrite && (
          <>
            <IconButton
              icon={Add}
              size="small"
              kind="primary"
              aria-label={texts.frame.newBoard}
              onClick={() => setMaking("board")}
            />
            <LineMenu label={texts.places.sideMenu}>
              {(close) =>
                MORE.map(([what, text]) => (
                  <MenuItem
                    key={what}
                    text={text}
                    onPick={() => {
                      close();
                      setMaking(what);
                    }}
                  />
                ))
              }
            </LineMenu>
          </>
        )}
      </div>
      {chosen.length > 0 && (
        <section className="side-list" aria-labelledby={favorites}>
          <h2 id={favorites} className="side-heading">
            {texts.frame.favorites}
          </h2>
          <ul>
            {chosen.map((board) => (
              <BoardLine key={board.id} board={board} mayWrite={mayWrite} isFixed />
            ))}
          </ul>
        </section>
      )}
      {found.map((node) => (
        <WorkspacePart
          key={node.workspace?.id ?? 0}
          node={node}
          mayWrite={mayWrite}
          isSearching={isSearching}
        />
      ))}
      {boards?.length === 0 && <p className="side-empty">{texts.frame.noBoards}</p>}
      {boards && boards.length > 0 && found.length === 0 && (
        <p className="side-empty">{texts.frame.noneFound}</p>
      )}
      {mayWrite && (
        <NavLink className="side-bin" to="/recycle-bin">
          <Delete size="16" aria-hidden />
          {texts.bin.title}
        </NavLink>
      )}
      {making === "board" && <NewBoard onClose={stop} />}
      {making === "doc" && <NewDoc onClose={stop} />}
      {making === "workspace" && <WorkspaceDialog onClose={stop} />}
    </nav>
  );
}
