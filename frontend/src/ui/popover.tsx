// A small panel at the thing it belongs to. Escape or a click elsewhere closes it, and the focus goes back. One may open another.

import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import "./popover.css";

interface Props {
  anchor: HTMLElement | null;
  label: string;
  onClose: (how: "escape" | "outside") => void;
  children: ReactNode;
}

const GAP = 4;
const EDGE = 8;
const FOCUSABLE = "input, select, textarea, button, a[href], [tabindex]:not([tabindex='-1'])";
/** What takes the focus first, the earlier the better. */
const FIRST = [
  "[data-first]",
  "input, select, textarea",
  "[aria-selected=true], [aria-pressed=true]",
  "button",
];

/** The later one was opened from the earlier one. */
const open: HTMLElement[] = [];

export function Popover({ anchor, label, onClose, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: -9999, top: 0 });
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const own = panel.current;
    if (!anchor || !own) return;
    const put = () => {
      const at = anchor.getBoundingClientRect();
      if (at.bottom < 0 || at.top > innerHeight) close.current("outside");
      const below = at.bottom + GAP;
      const fits = below + own.offsetHeight < innerHeight - EDGE;
      setPlace({
        left: Math.max(EDGE, Math.min(at.left, innerWidth - own.offsetWidth - EDGE)),
        top: fits ? below : Math.max(EDGE, at.top - GAP - own.offsetHeight),
      });
    };
    const scrolled = (event: Event) => own.contains(event.target as Node) || put();
    put();
    const watcher = new ResizeObserver(put);
    watcher.observe(own);
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    return () => {
      watcher.disconnect();
      document.removeEventListener("scroll", scrolled, { capture: true });
    };
  }, [anchor]);

  useLayoutEffect(() => {
    const own = panel.current;
    const before = document.activeElement as HTMLElement | null;
    if (own && !own.contains(before)) firstIn(own).focus();
    return () => {
      if (!own?.contains(document.activeElement)) return;
      // Once the panel is gone, and unless somebody else has taken the focus by then.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        const back = before?.isConnected && before !== document.body ? before : anchor;
        (back?.matches(FOCUSABLE) ? back : back?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
      });
    };
  }, [anchor]);

  useEffect(() => {
    const own = panel.current;
    if (!own) return;
    open.push(own);
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      const inside = [anchor, ...open.slice(open.indexOf(own))];
      if (!inside.some((one) => one?.contains(target))) close.current("outside");
    };
    const escaped = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || open.at(-1) !== own) return;
      event.stopPropagation();
      close.current("escape");
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", escaped, { capture: true });
    return () => {
      open.splice(open.indexOf(own), 1);
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", escaped, { capture: true });
    };
  }, [anchor]);

  return createPortal(
    <div
      ref={panel}
      className="popover"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      style={place}
      onKeyDown={(event) => {
        // What is typed in here is not for the table underneath.
        event.stopPropagation();
        if (panel.current && !event.defaultPrevented) keyed(event, panel.current);
      }}
    >
      {children}
    </div>,
    document.body,
  );
}

function firstIn(panel: HTMLElement): HTMLElement {
  for (const wanted of FIRST) {
    const found = panel.querySelector<HTMLElement>(wanted);
    if (found) return found;
  }
  return panel;
}

/** Tab stays inside; the arrows go through a menu, and from a search into what it found. */
function keyed(event: KeyboardEvent, panel: HTMLElement): void {
  const target = event.target as HTMLElement;
  let to: HTMLElement | undefined;
  if (event.key === "Tab") {
    const all = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (target === edge || target === panel) to = event.shiftKey ? all.at(-1) : all[0];
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const isField = target.matches("input:not([type=date], [type=checkbox], [type=radio])");
    if (!isField && !target.matches(".menu-item, .menu-item *")) return;
    const items = [
      ...panel.querySelectorAll<HTMLElement>(`input:not([type=checkbox]), .menu-item`),
    ];
    const at = items.findIndex((item) => item.contains(target));
    to = items[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (isField && to?.matches("input")) return;
    to = to?.matches(FOCUSABLE) ? to : (to?.querySelector<HTMLElement>(FOCUSABLE) ?? undefined);
  }
  if (!to) return;
  event.preventDefault();
  to.focus();
}
