import { shownTime } from "./time";

/** A moment, of microseconds. */
export function Time({ at }: { at: number }) {
  return <time dateTime={new Date(at / 1000).toISOString()}>{shownTime(at)}</time>;
}
