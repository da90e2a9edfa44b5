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
