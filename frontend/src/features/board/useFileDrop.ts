// Files that are dropped on a cell from outside the browser.

import { type DragEvent, useState } from "react";
import type { Column, Row } from "../../api/queries";
import { addToCell, bring } from "../files/files";

const NONE = {};

/** What a cell listens to, where files can be dropped on it. */
export function useFileDrop(boardId: number, row: Row, column: Column, mayEdit: boolean) {
  const [isOver, setIsOver] = useState(false);
  if (!mayEdit || column.type !== "file") return NONE;
  return {
    "data-dropping": isOver || undefined,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop(event: DragEvent) {
      const files = [...event.dataTransfer.files];
      setIsOver(false);
      if (files.length === 0) return;
      event.preventDefault();
      void bring(files, (file) => addToCell(boardId, row.id, column.id, file));
    },
  };
}
