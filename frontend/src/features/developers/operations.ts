// How an action is named and where it stands in its section.

const METHODS = ["get", "put", "post", "delete"];

export function titleOf(method: string): string {
  return method.charAt(0).toUpperCase() + method.slice(1).toLowerCase();
}

/** A resource before what is below it, the methods of one path in the order that reads best. */
export function compareActions(a: Action, b: Action): number {
  return (
    compare(placeOf(a.path), placeOf(b.path)) ||
    METHODS.indexOf(a.method.toLowerCase()) - METHODS.indexOf(b.method.toLowerCase())
  );
}

export interface Action {
  path: string;
  method: string;
}

function placeOf(path: string): string {
  return path.replace(/\.json$/, "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
