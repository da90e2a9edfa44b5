// The views of a board, each a tab with an address of its own.

import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { NewView } from "./NewView";
import type { View } from "./shown";
import type { Seen } from "./useShown";
import { ViewHint } from "./ViewHint";
import { ViewMenu } from "./ViewMenu";
import "./views.css";

interface Props {
  board: Board;
  /** The one that is shown; undefined for the main table. */
  view: View | undefined;
  seen: Seen;
  mayEdit: boolean;
}

export function ViewTabs({ board, view, seen, mayEdit }: Props) {
  const here = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another tab, and the hint takes room from them.
  useEffect(
    () => here.current?.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    [view?.id, seen.isChanged],
  );
  const link = (to: string, isHere: boolean, text: string) => (
    <Link ref={isHere ? here : undefined} to={to} aria-current={isHere ? "page" : undefined}>
      {text}
    </Link>
  );
  if (board.views.length === 0 && !mayEdit) return null;
  return (
    <nav className="view-tabs" aria-label={texts.views.label}>
      <ul onWheel={(event) => event.currentTarget.scrollBy({ left: event.deltaY })}>
        <li>{link(`/boards/${board.id}`, !view, texts.views.main)}</li>
        {board.views.map((one) => (
          <li key={one.id}>
            {link(`/boards/${board.id}/views/${one.id}`, one.id === view?.id, one.name)}
            {mayEdit && (
              <ViewMenu
                board={board}
                view={one}
                isHere={one.id === view?.id}
                shown={seen.choices}
                onSaved={seen.reset}
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <NewView board={board} shown={seen.choices} onMade={seen.reset} />}
      {view && seen.isChanged && (
        <ViewHint {...{ board, view, mayEdit }} shown={seen.choices} onReset={seen.reset} />
      )}
    </nav>
  );
}
