import { Play } from "@vibe/icons";
import { cellType } from "./CellType";

interface TimeValue {
  running: boolean;
  /** In seconds, without what is running. */
  duration: number;
}

function shown({ duration }: TimeValue): string {
  const parts = [Math.floor(duration / 3600), Math.floor(duration / 60) % 60, duration % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

export const timeTracking = cellType<TimeValue>({
  icon: Play,
  width: 130,
  Content: ({ value }) => <span className="cell-text">{shown(value)}</span>,
  textOf: shown,
  keyOf: (value) => value.duration,
  isComing: true,
});
