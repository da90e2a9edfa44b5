// Files of cells and updates: brought to the server, and where they are to be had.

import { ask, POST, type Schemas } from "../../api/client";
import { withRows } from "../../api/live";
import { type Board, boardQuery, queryClient, updatesQuery } from "../../api/queries";
import { texts } from "../../texts";
import { sayError, sayProgress } from "../../ui/toasts";

export type AttachedFile = Schemas["File"];

/** What `FileCard` and `Viewer` show. `size` in bytes, where it is known. */
export interface ShownFile {
  key: string;
  name: string;
  url: string;
  smallUrl: string | null;
  size?: number;
}

/** The request's whole body is the file. */
const asItIs = (body: unknown) => body as Blob;
const HEADERS = { "Content-Type": "application/octet-stream" };

/** One after the other, told of while it is under way. Stops at the first that is refused. */
export async function bring(
  files: Iterable<File>,
  send: (file: File) => Promise<unknown>,
): Promise<void> {
  const all = [...files];
  if (all.length === 0) return;
  const tell = sayProgress(texts.files.bringing(all.length));
  try {
    for (const [index, file] of all.entries()) {
      await send(file);
      tell((index + 1) / all.length);
    }
  } catch (error) {
    sayError(error);
  } finally {
    tell(1);
  }
}

export async function addToCell(
  boardId: number,
  rowId: number,
  columnId: string,
  file: File,
): Promise<void> {
  const path = { board_id: boardId, pulse_id: rowId, file_column_id: columnId };
  const { value } = await ask(
    POST("/boards/{board_id}/pulses/{pulse_id}/files/{file_column_id}", {
      params: { path, query: { name: file.name } },
      body: file as unknown as string,
      bodySerializer: asItIs,
      headers: HEADERS,
    }),
  );
  queryClient.setQueryData<Board>(boardQuery(boardId).queryKey, (board) => {
    const row = board?.rows.find((one) => one.id === rowId);
    if (!board || !row) return board;
    return withRows(board, [{ ...row, values: { ...row.values, [columnId]: value } }], []);
  });
}

export async function addToUpdate(pulseId: number, updateId: number, file: File): Promise<void> {
  await ask(
    POST("/updates/{update_id}/files", {
      params: { path: { update_id: updateId }, query: { name: file.name } },
      body: file as unknown as string,
      bodySerializer: asItIs,
      headers: HEADERS,
    }),
  );
  await queryClient.invalidateQueries(updatesQuery(pulseId));
}

export const shownFile = (file: AttachedFile): ShownFile => ({
  key: String(file.id),
  name: file.name,
  url: file.url,
  smallUrl: file.small_url,
  size: file.size,
});

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function shownSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(undefined, {
    style: "unit",
    unit: UNITS[unit],
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(size);
}
