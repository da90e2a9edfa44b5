import { Pause, Play } from "@vibe/icons";
import { useEffect, useState } from "react";
import { texts } from "../../../texts";
import { cellType } from "./CellType";

interface TimeValue {
  running: boolean;
  /** In microseconds. */
  started_at: number | null;
  /** In seconds, without what is running. */
  duration: number;
}

const EMPTY: TimeValue = { running: false, started_at: null, duration: 0 };
const SECOND = 1_000_000;

const now = () => Date.now() * 1000;

function seconds({ duration, running, started_at }: TimeValue): number {
  const more = running && started_at !== null ? (now() - started_at) / SECOND : 0;
  return duration + Math.max(0, Math.floor(more));
}

function shown(value: TimeValue): string {
  const all = seconds(value);
  const parts = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** What the server makes of a press, until it has answered. */
function toggled(value: TimeValue | undefined): TimeValue {
  const before = value ?? EMPTY;
  if (!before.running) return { ...before, running: true, started_at: now() };
  return { ...before, running: false, started_at: null, duration: seconds(before) };
}

export const timeTracking = cellType<TimeValue | undefined>({
  icon: Play,
  width: 130,
  showsEmpty: true,
  Content: ({ value }) => <Time value={value ?? EMPTY} />,
  toggled,
  cleared: (value) => value,
  textOf: (value) => (value ? shown(value) : ""),
  bodyOf: (value) => ({ type: "timer", running: value?.running ?? false }),
});

function Time({ value }: { value: TimeValue }) {
  const [, tick] = useState(0);
  const { running } = value;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  const Icon = running ? Pause : Play;
  return (
    <span className="cell-vote">
      <Icon size="16" aria-hidden />
      <span>
        {shown(value)}
        <span className="unseen">{running ? texts.cells.isRunning : texts.cells.isStopped}</span>
      </span>
    </span>
  );
}
