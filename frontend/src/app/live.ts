// The one live connection of this browser tab, and whether it stands.

import { useEffect } from "react";
import { Live } from "../api/live";
import { Store, useStore } from "../ui/store";

const online = new Store(true);
let live: Live | undefined;
// A page may know its board before the frame has its connection.
let watched: { board: number; last: number } | undefined;

export function useLive(): boolean {
  useEffect(() => {
    live = new Live((isOnline) => online.set(isOnline));
    if (watched) live.watch(watched.board, watched.last);
    return () => {
      live?.stop();
      live = undefined;
    };
  }, []);
  return useStore(online);
}

/** Changes of this board come in from now on. `last` is the last event that its data shows. */
export function watchBoard(board: number, last: number): void {
  watched = { board, last };
  live?.watch(board, last);
}
