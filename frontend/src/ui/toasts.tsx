// Short messages at the foot of the page, each with its Undo where there is one.

import { Button, IconButton } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import { useEffect } from "react";
import { texts } from "../texts";
import { Store, useStore } from "./store";
import "./toasts.css";

interface Toast {
  id: number;
  text: string;
  isError?: boolean;
  undo?: (() => void) | undefined;
  /** From 0 to 1; the toast stays until it is done. */
  progress?: number;
}

const SHOWN = 8_000;
const toasts = new Store<Toast[]>([]);
let lastId = 0;

/** Gives what `hush` takes it away by. */
export function say(text: string, undo?: () => void): number {
  return push({ text, undo });
}

export function hush(id: number): void {
  drop(id);
}

export function sayError(error: unknown): void {
  push({ text: error instanceof Error ? error.message : String(error), isError: true });
}

/** Says how far a long work is: call what is answered with 0 to 1, at the end with 1. */
export function sayProgress(text: string): (progress: number) => void {
  const id = push({ text, progress: 0 });
  return (progress) => {
    if (progress >= 1) drop(id);
    else {
      toasts.set(toasts.value.map((toast) => (toast.id === id ? { ...toast, progress } : toast)));
    }
  };
}

export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast }: { toast: Toast }) {
  const isUnderWay = toast.progress !== undefined;
  useEffect(() => {
    if (isUnderWay) return;
    const timer = setTimeout(() => drop(toast.id), SHOWN);
    return () => clearTimeout(timer);
  }, [toast.id, isUnderWay]);
  return (
    <div className={toast.isError ? "toast toast-error" : "toast"}>
      <span>{toast.text}</span>
      {isUnderWay && <progress value={toast.progress} aria-label={toast.text} />}
      {toast.undo && (
        <Button
          size="small"
          kind="secondary"
          color="on-inverted-background"
          onClick={() => {
            drop(toast.id);
            toast.undo?.();
          }}
        >
          {texts.undo.undo}
        </Button>
      )}
      <IconButton
        size="small"
        color="on-inverted-background"
        icon={CloseSmall}
        aria-label={texts.undo.close}
        onClick={() => drop(toast.id)}
      />
    </div>
  );
}

function push(toast: Omit<Toast, "id">): number {
  lastId += 1;
  // Only the last change can be taken back without a thought of what came after it.
  const others = toast.undo ? toasts.value.filter((one) => !one.undo) : toasts.value;
  toasts.set([...others.slice(-2), { ...toast, id: lastId }]);
  return lastId;
}

function drop(id: number): void {
  toasts.set(toasts.value.filter((toast) => toast.id !== id));
}
