// What a cell of files holds, and how it is shown and sent.

import type { ShownFile } from "../../files/files";
import type { Body } from "./CellType";

export interface FileInCell {
  kind?: "asset" | "link" | "doc";
  name: string;
  asset_id?: number;
  doc_id?: number;
  is_image?: boolean;
  url?: string;
  service?: string;
}

export interface FilesValue {
  files: FileInCell[];
}

export const keyOfFile = (file: FileInCell): string =>
  file.asset_id === undefined ? `${file.url} ${file.name}` : String(file.asset_id);

export const namesOf = ({ files }: FilesValue): string => files.map((one) => one.name).join(", ");

export const shownFiles = ({ files }: FilesValue, accountId: number): ShownFile[] =>
  files.map((file) => {
    const root = `/protected_static/${accountId}/resources/${file.asset_id}`;
    const name = encodeURIComponent(file.name);
    return {
      key: keyOfFile(file),
      name: file.name,
      url: file.url ?? `${root}/${name}`,
      smallUrl: file.is_image ? `${root}/small/${name}` : null,
    };
  });

export const filesBody = (value: FilesValue | undefined): Body => ({
  type: "files",
  files: (value?.files ?? []).map(({ name, asset_id, url, service }) => ({
    name,
    asset_id: asset_id ?? null,
    url: url ?? null,
    service: service ?? "link",
  })),
});
