import { plural } from "./plural";

export const files = {
  title: "Files",
  add: "Add files",
  dropHere: "Drop files on the cell, or choose some.",
  remove: (name: string) => `Take away ${name}`,
  save: "Save",
  close: "Close",
  bringing: (count: number) => `Adding ${plural(count, "file", "files")}`,
};
