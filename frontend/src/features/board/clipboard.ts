// Copying cells to a spreadsheet and pasting them from one: lines of texts with tabs between.

import { type RefObject, useEffect, useRef } from "react";
import type { Column, Row } from "../../api/queries";
import { asText, fromText, isWritable } from "./cells/registry";
import type { Change } from "./editors/EditorProps";
import type { Range } from "./grid";
import type { Names } from "./values";

export interface CellText {
  row: Row;
  column: Column;
  text: string;
}

export function copied(range: Range, rows: Row[], columns: Column[], names: Names): string {
  const across = columns.slice(range.left, range.right + 1);
  return rows
    .slice(range.top, range.bottom + 1)
    .map((row) => across.map((column) => plain(asText(column, row, names))).join("\t"))
    .join("\n");
}

/** What goes into which cell: from the range's corner on, as far as there are cells; one single text fills the whole range. */
export function pasted(text: string, range: Range, rows: Row[], columns: Column[]): CellText[] {
  const given = cellsIn(text);
  const [first] = given;
  const only = given.length === 1 && first?.length === 1 ? (first[0] as string) : undefined;
  const height = only === undefined ? given.length : range.bottom - range.top + 1;
  const cells: CellText[] = [];
  for (let down = 0; down < height; down += 1) {
    const width = only === undefined ? (given[down]?.length ?? 0) : range.right - range.left + 1;
    for (let across = 0; across < width; across += 1) {
      const row = rows[range.top + down];
      const column = columns[range.left + across];
      if (row && column) cells.push({ row, column, text: only ?? given[down]?.[across] ?? "" });
    }
  }
  return cells;
}

/**
 * The same as changes; columns that nobody writes into are left out. Throws an Error with a sentence where a text means nothing
 * in its column; then nothing is done.
 */
export function changesOf(cells: CellText[], names: Names): CellChange[] {
  return cells
    .filter(({ column }) => isWritable(column))
    .map(({ row, column, text }) => {
      if (column.type === "name") return { row, column, change: { name: text } };
      try {
        return { row, column, change: fromText(column, text, names) };
      } catch (error) {
        throw new Error(`${row.name}, ${column.title}: ${(error as Error).message}`);
      }
    });
}

export interface CellChange {
  row: Row;
  column: Column;
  change: Change | { name: string };
}

/** As spreadsheets write them: a cell with line breaks or tabs in it stands in quotes, with its own quotes doubled. */
export function cellsIn(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) break;
    const [, quoted, plainText = "", end] = found;
    lines.at(-1)?.push(quoted === undefined ? plainText : quoted.replaceAll('""', '"'));
    if (end === "\t" && cell.lastIndex === text.length) lines.at(-1)?.push("");
    else if (end !== "\t" && cell.lastIndex < text.length) lines.push([]);
  }
  return lines;
}

export function useClipboard(
  area: RefObject<HTMLElement | null>,
  copy: () => string | undefined,
  paste: (text: string) => void,
  clear: () => void,
): void {
  const now = useRef({ copy, paste, clear });
  now.current = { copy, paste, clear };
  useEffect(() => {
    const isOurs = (event: ClipboardEvent) =>
      event.target instanceof HTMLElement &&
      area.current?.contains(event.target) &&
      !/^(INPUT|TEXTAREA)$/.test(event.target.tagName);
    const onCopy = (event: ClipboardEvent) => {
      const text = isOurs(event) ? now.current.copy() : undefined;
      if (text === undefined) return;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      if (event.type === "cut") now.current.clear();
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = isOurs(event) ? event.clipboardData?.getData("text/plain") : undefined;
      if (!text) return;
      event.preventDefault();
      now.current.paste(text);
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [area]);
}

const plain = (text: string) => text.replaceAll(/[\t\r\n]+/g, " ");
