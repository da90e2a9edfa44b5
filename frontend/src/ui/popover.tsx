// A small panel at the thing it belongs to. Escape or a click elsewhere closes it, and the focus goes back.

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import "./popover.css";

interface Props {
  anchor: HTMLElement | null;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

const GAP = 4;
const EDGE = 8;

export function Popover({ anchor, label, onClose, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: -9999, top: 0 });

  useLayoutEffect(() => {
    const own = panel.current;
    if (!anchor || !own) return;
    const put = () => {
      const at = anchor.getBoundingClientRect();
      const below = at.bottom + GAP;
      const fits = below + own.offsetHeight < innerHeight - EDGE;
      setPlace({
        left: Math.max(EDGE, Math.min(at.left, innerWidth - own.offsetWidth - EDGE)),
        top: fits ? below : Math.max(EDGE, at.top - GAP - own.offsetHeight),
      });
    };
    put();
    const watcher = new ResizeObserver(put);
    watcher.observe(own);
    return () => watcher.disconnect();
  }, [anchor]);

  useEffect(() => {
    const before = document.activeElement;
    if (!panel.current?.contains(before)) {
      panel.current?.querySelector<HTMLElement>("[autofocus], input, button")?.focus();
    }
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !anchor?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [anchor, onClose]);

  return createPortal(
    <div
      ref={panel}
      className="popover"
      role="dialog"
      aria-label={label}
      style={place}
      onKeyDown={(event) => {
        // What is typed in here is not for the table underneath.
        event.stopPropagation();
        if (event.key === "Escape") onClose();
      }}
    >
      {children}
    </div>,
    document.body,
  );
}
