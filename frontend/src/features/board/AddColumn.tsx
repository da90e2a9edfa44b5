// The types of columns, to add one of.

import { IconButton, TextField } from "@vibe/core";
import { Add } from "@vibe/icons";
import { type KeyboardEvent, useRef, useState } from "react";
import { texts } from "../../texts";
import { Popover } from "../../ui/popover";
import { CELL_TYPES, type TypeName } from "./cells/registry";
import { addColumn } from "./structure";

const OFFERED = (Object.keys(CELL_TYPES) as TypeName[]).filter(
  (type) => !CELL_TYPES[type].isComing,
);

export function AddColumn({ boardId }: { boardId: number }) {
  const button = useRef<HTMLSpanElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <span ref={button} className="head-add" role="columnheader">
      <IconButton
        size="xs"
        kind="tertiary"
        icon={Add}
        aria-label={texts.board.addColumn}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Popover anchor={button.current} label={texts.board.addColumn} onClose={close}>
          <Types
            onPick={(type) => {
              close();
              void addColumn(boardId, type);
            }}
          />
        </Popover>
      )}
    </span>
  );
}

function Types({ onPick }: { onPick: (type: TypeName) => void }) {
  const [wanted, setWanted] = useState("");
  const text = wanted.trim().toLocaleLowerCase();
  const found = OFFERED.filter((type) =>
    texts.cells.types[type].toLocaleLowerCase().includes(text),
  );
  return (
    <>
      <TextField
        size="small"
        placeholder={texts.cells.findType}
        inputAriaLabel={texts.cells.findType}
        value={wanted}
        onChange={setWanted}
        autoFocus
        onKeyDown={(event: KeyboardEvent) => {
          const [first] = found;
          if (event.key !== "Enter" || !text) return;
          event.preventDefault();
          if (first) onPick(first);
        }}
      />
      <div className="types">
        {found.map((type) => {
          const { icon: Icon } = CELL_TYPES[type];
          return (
            <button
              key={type}
              type="button"
              className="menu-item type"
              onClick={() => onPick(type)}
            >
              <Icon size="18" aria-hidden />
              {texts.cells.types[type]}
            </button>
          );
        })}
        {found.length === 0 && <p className="quiet menu-note">{texts.cells.noType}</p>}
      </div>
    </>
  );
}
