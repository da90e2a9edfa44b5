import { useEffect, useRef, useState } from "react";

const MOMENT = 100;

/** Whether the focus is in an element, or in a panel that belongs to it; and what the element needs for that. */
export function useFocusWithin() {
  const [isWithin, setIsWithin] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);
  const handlers = {
    onFocus() {
      clearTimeout(leaving.current);
      setIsWithin(true);
    },
    // On its way from one place in it to another it is nowhere.
    onBlur() {
      leaving.current = setTimeout(() => setIsWithin(false), MOMENT);
    },
  };
  return [isWithin, handlers] as const;
}
