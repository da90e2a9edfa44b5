import { useEffect, useRef, useState } from "react";

const MOMENT = 100;

/** Whether the focus is in an element, or in a panel that belongs to it; and what the element needs for that. */
export function useFocusWithin() {
  const [isWithin, setIsWithin] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isPressed = useRef(false);
  useEffect(() => {
    const note = (event: Event) => {
      isPressed.current = event.type === "pointerdown";
    };
    const kinds = ["pointerdown", "pointerup", "pointercancel"];
    for (const kind of kinds) document.addEventListener(kind, note, true);
    return () => {
      clearTimeout(leaving.current);
      for (const kind of kinds) document.removeEventListener(kind, note, true);
    };
  }, []);
  const handlers = {
    onFocus() {
      clearTimeout(leaving.current);
      setIsWithin(true);
    },
    // On its way from one place in it to another it is nowhere. And what is pressed must not move away before it is let go.
    onBlur() {
      clearTimeout(leaving.current);
      leaving.current = setTimeout(
        () => (isPressed.current ? handlers.onBlur() : setIsWithin(false)),
        MOMENT,
      );
    },
  };
  return [isWithin, handlers] as const;
}
