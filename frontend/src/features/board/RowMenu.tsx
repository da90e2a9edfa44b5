// What can be done with one pulse or subitem, behind three dots in its name's cell. The keys and the bar of selected rows do the same.

import { Menu } from "@vibe/icons";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { texts } from "../../texts";
import { MenuItem } from "../../ui/LineMenu";
import { Popover } from "../../ui/popover";
import type { Props } from "./RowLine";

export function RowMenu({ row, subitems, mayArrange, edits, onAddTo }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  // The same element may show another row by and by.
  const [openedFor, setOpenedFor] = useState<number>();
  const isOpen = openedFor === row.id;
  const close = () => setOpenedFor(undefined);
  const navigate = useNavigate();
  const item = (text: string, act: () => unknown) => (
    <MenuItem
      text={text}
      onPick={() => {
        close();
        void act();
      }}
    />
  );
  const label = texts.board.rowMenu(row.name);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="name-more"
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={() => setOpenedFor(isOpen ? undefined : row.id)}
      >
        <Menu size="16" aria-hidden />
      </button>
      {isOpen && (
        <Popover anchor={button.current} label={label} onClose={close}>
          {item(texts.board.openRow, () => navigate(`pulses/${row.id}`))}
          {mayArrange &&
            subitems !== undefined &&
            item(texts.subitems.addOne, () => onAddTo(row.id))}
          {mayArrange && item(texts.board.duplicate, () => edits.duplicate([row]))}
          {item(texts.board.archive, () => edits.remove([row], "archive"))}
          {item(texts.board.delete, () => edits.remove([row], "delete"))}
        </Popover>
      )}
    </>
  );
}
