// Under which pulses this browser tab shows the subitems. It stays so when the page is loaded again.

import { Store, useStore } from "../../../ui/store";

type Ids = ReadonlySet<number>;
const ofBoards = new Map<number, Store<Ids>>();

const keyOf = (boardId: number) => `lundi-unfolded-${boardId}`;

function storeOf(boardId: number): Store<Ids> {
  let store = ofBoards.get(boardId);
  if (!store) {
    store = new Store<Ids>(kept(boardId));
    ofBoards.set(boardId, store);
  }
  return store;
}

function kept(boardId: number): Ids {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(boardId)) ?? "[]");
    return new Set(Array.isArray(found) ? found.filter(Number.isSafeInteger) : []);
  } catch {
    return new Set();
  }
}

export const useUnfolded = (boardId: number): Ids => useStore(storeOf(boardId));

export function setUnfolded(boardId: number, pulseId: number, isUnfolded: boolean): void {
  const store = storeOf(boardId);
  const after = new Set(store.value);
  if (isUnfolded) after.add(pulseId);
  else after.delete(pulseId);
  store.set(after);
  try {
    sessionStorage.setItem(keyOf(boardId), JSON.stringify([...after]));
  } catch {
    // A browser that keeps nothing shows all of them folded next time.
  }
}
