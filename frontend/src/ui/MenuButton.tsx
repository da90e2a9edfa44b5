// A button that opens a panel at itself.

import { Button } from "@vibe/core";
import { type ComponentProps, type ReactNode, useCallback, useRef, useState } from "react";
import { Popover } from "./popover";

interface Props {
  text: ReactNode;
  label: string;
  leftIcon?: ComponentProps<typeof Button>["leftIcon"];
  isActive?: boolean;
  children: (close: () => void) => ReactNode;
}

export function MenuButton({ text, label, leftIcon, isActive = false, children }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => {
    setIsOpen(false);
    anchor.current?.querySelector("button")?.focus();
  }, []);
  return (
    <span ref={anchor} className="menu-anchor">
      <Button
        size="small"
        kind="tertiary"
        active={isActive}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={label}
        {...(leftIcon ? { leftIcon } : {})}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text}
      </Button>
      {isOpen && (
        <Popover anchor={anchor.current} label={label} onClose={close}>
          {children(close)}
        </Popover>
      )}
    </span>
  );
}
