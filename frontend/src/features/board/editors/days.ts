// Between `2017-01-03` and the calendar's own dates, which are local ones.

export function dayOf(text: string): Date | undefined {
  const date = new Date(`${text}T00:00:00`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

export function textOfDay(date: Date | undefined): string {
  if (!date) return "";
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0"));
  return `${String(date.getFullYear()).padStart(4, "0")}-${month}-${day}`;
}

const DAYS = 7;

/** From Monday to Sunday. */
export function weekOf(text: string): { from: string; to: string } {
  const day = dayOf(text) ?? new Date();
  const since = (day.getDay() + DAYS - 1) % DAYS;
  const at = (days: number) =>
    textOfDay(new Date(day.getFullYear(), day.getMonth(), day.getDate() - since + days));
  return { from: at(0), to: at(DAYS - 1) };
}
