// Which workspaces and folders this browser shows closed.

import { Store, useStore } from "../../ui/store";

const KEY = "lundi-closed-places";

const closed = new Store<readonly string[]>(kept());

function kept(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function useFold(key: string): [boolean, () => void] {
  const isClosed = useStore(closed).includes(key);
  function toggle() {
    const others = closed.value.filter((one) => one !== key);
    closed.set(isClosed ? others : [...others, key]);
    try {
      localStorage.setItem(KEY, JSON.stringify(closed.value));
    } catch {
      // A browser that keeps nothing shows all of them open next time.
    }
  }
  return [!isClosed, toggle];
}

/** What is put into a place is to be seen there. */
export function unfold(key: string): void {
  closed.set(closed.value.filter((one) => one !== key));
}
