// The three dots at the end of a line, and what can be done with it.

import { IconButton } from "@vibe/core";
import { Menu } from "@vibe/icons";
import { type ReactNode, useRef, useState } from "react";
import { Popover } from "./popover";

interface Props {
  label: string;
  children: (close: () => void) => ReactNode;
}

export function LineMenu({ label, children }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    anchor.current?.querySelector("button")?.focus();
  };
  return (
    <span ref={anchor} className={isOpen ? "line-menu line-menu-open" : "line-menu"}>
      <IconButton
        icon={Menu}
        size="xs"
        kind="tertiary"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Popover anchor={anchor.current} label={label} onClose={() => setIsOpen(false)}>
          {children(close)}
        </Popover>
      )}
    </span>
  );
}

interface ItemProps {
  text: string;
  onPick: () => void;
}

export function MenuItem({ text, onPick }: ItemProps) {
  return (
    <button type="button" className="menu-item" onClick={onPick}>
      {text}
    </button>
  );
}
