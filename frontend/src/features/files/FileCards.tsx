// Files side by side: a small picture or an icon each, to be looked at, saved and taken away.

import { IconButton } from "@vibe/core";
import { CloseSmall, File as FileIcon } from "@vibe/icons";
import { useState } from "react";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import type { ShownFile } from "./files";
import { shownSize } from "./files";
import "./files.css";

interface Props {
  files: ShownFile[];
  onRemove?: ((file: ShownFile) => void) | undefined;
}

export function FileCards({ files, onRemove }: Props) {
  const [seen, setSeen] = useState<ShownFile>();
  return (
    <>
      <ul className="files" aria-label={texts.files.title}>
        {files.map((file) => (
          <li key={file.key} className="file">
            {file.smallUrl ? (
              <button type="button" className="file-open" onClick={() => setSeen(file)}>
                <Small file={file} />
                <span>{file.name}</span>
              </button>
            ) : (
              <a className="file-open" href={file.url} target="_blank" rel="noreferrer">
                <Small file={file} />
                <span>{file.name}</span>
              </a>
            )}
            {onRemove && (
              <IconButton
                size="xs"
                kind="tertiary"
                icon={CloseSmall}
                aria-label={texts.files.remove(file.name)}
                onClick={() => onRemove(file)}
              />
            )}
          </li>
        ))}
      </ul>
      {seen && <Viewer file={seen} onClose={() => setSeen(undefined)} />}
    </>
  );
}

/** Beside its name, so it says nothing itself. */
export function Small({ file }: { file: ShownFile }) {
  return file.smallUrl ? (
    <img className="file-small" src={file.smallUrl} alt="" loading="lazy" />
  ) : (
    <FileIcon className="file-small" size="18" aria-hidden />
  );
}

function Viewer({ file, onClose }: { file: ShownFile; onClose: () => void }) {
  return (
    <Dialog title={file.name} onClose={onClose}>
      <img className="file-large" src={file.url} alt={file.name} />
      <div className="dialog-buttons">
        {file.size !== undefined && <span className="quiet">{shownSize(file.size)}</span>}
        <a href={file.url} download={file.name}>
          {texts.files.save}
        </a>
        <button type="button" className="file-close" onClick={onClose}>
          {texts.files.close}
        </button>
      </div>
    </Dialog>
  );
}
