// A question or a form over the page, on the browser's own <dialog>: it keeps the focus inside and closes on Escape.

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import "./dialog.css";

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    dialog.current?.showModal();
    return () => (before as HTMLElement | null)?.focus();
  }, [before]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
