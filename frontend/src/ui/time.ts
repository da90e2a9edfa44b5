// Moments as people write them.

const MOMENT = new Intl.DateTimeFormat(undefined, {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

/** Of microseconds. */
export function shownTime(microseconds: number): string {
  return MOMENT.format(microseconds / 1000);
}

/** The day alone, of microseconds. */
export function shownDay(microseconds: number): string {
  return DAY.format(microseconds / 1000);
}
