// Which cell has the focus, and which rectangle of cells is marked from there by Shift or by the mouse.

import { type PointerEvent, useCallback, useMemo, useRef, useState } from "react";
import { type Range, rangeBetween, type Spot } from "./grid";
import type { BlockOf } from "./side";

export interface Marked {
  spot: Spot | undefined;
  /** In the block of the spot's row. Undefined until a cell has had the focus. */
  range: Range | undefined;
  /** Whether it is more than the one cell with the focus. */
  isWide: boolean;
  goTo: (spot: Spot) => void;
  extendTo: (spot: Spot) => void;
  /** No cell has the focus any more. */
  leave: () => void;
  mark: (from: Spot, to: Spot) => void;
  /** The focus came to a cell by itself. */
  focused: (spot: Spot) => void;
  press: (event: PointerEvent) => void;
  drag: (event: PointerEvent) => void;
}

/** `show` brings a row onto the screen. */
export function useRange(blockOf: BlockOf, show: (row: number) => void): Marked {
  const [spot, setSpot] = useState<Spot>();
  const [start, setStart] = useState<Spot>();
  const pressed = useRef<Spot | undefined>(undefined);
  const present = useRef(spot);
  present.current = spot;

  const goTo = useCallback(
    (to: Spot) => {
      setSpot(to);
      setStart(undefined);
      show(to.row);
    },
    [show],
  );
  const extendTo = useCallback(
    (to: Spot) => {
      if (spot && blockOf(spot.row) !== blockOf(to.row)) return;
      setStart((before) => before ?? spot);
      setSpot(to);
      show(to.row);
    },
    [spot, show, blockOf],
  );
  const leave = useCallback(() => {
    setSpot(undefined);
    setStart(undefined);
  }, []);
  const mark = useCallback(
    (from: Spot, to: Spot) => {
      if (blockOf(from.row) !== blockOf(to.row)) return;
      setStart(from);
      setSpot(to);
    },
    [blockOf],
  );
  const focused = useCallback((to: Spot) => {
    if (present.current && isSame(present.current, to)) return;
    setSpot(to);
    setStart(undefined);
  }, []);

  function press(event: PointerEvent): void {
    const at = spotOf(event.target);
    if (!at || event.button !== 0) return;
    if (event.shiftKey && spot && blockOf(spot.row) === blockOf(at.row)) {
      event.preventDefault();
      extendTo(at);
      return;
    }
    pressed.current = at;
    addEventListener("pointerup", () => setTimeout(() => (pressed.current = undefined)), {
      once: true,
    });
  }

  function drag(event: PointerEvent): void {
    const at = pressed.current && event.buttons === 1 ? spotOf(event.target) : undefined;
    if (!at || !pressed.current || isSame(at, pressed.current)) return;
    getSelection()?.removeAllRanges();
    mark(pressed.current, at);
  }

  const range = useMemo(() => {
    const block = spot && blockOf(spot.row);
    return block && rangeBetween(start ?? spot, spot, block.rows, block.side.columns);
  }, [start, spot, blockOf]);
  const isWide = range !== undefined && (range.top < range.bottom || range.left < range.right);
  return { spot, range, isWide, goTo, extendTo, leave, mark, focused, press, drag };
}

function spotOf(target: EventTarget): Spot | undefined {
  const cell = (target as HTMLElement).closest<HTMLElement>("[data-column]");
  const row = cell?.closest<HTMLElement>("[data-pulse]")?.dataset.pulse;
  const column = cell?.dataset.column;
  return row && column ? { row: Number(row), column } : undefined;
}

const isSame = (one: Spot, other: Spot) => one.row === other.row && one.column === other.column;
