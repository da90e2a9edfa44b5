import { texts } from "../../texts";
import { EXACT } from "./query";

interface Props {
  label: string;
  /** One of the words that queries have for days, or YYYY-MM-DD; empty where it is still to be given. */
  day: string;
  /** It is compared with: a word for many days in a row says nothing. */
  isRange: boolean;
  onChange: (day: string) => void;
}

/** A day by a word, or an exact one. */
export function DayField({ label, day, isRange, onChange }: Props) {
  const word = day.toUpperCase();
  const words: Record<string, string> = {
    ...texts.views.days,
    ...(isRange ? {} : texts.views.openDays),
  };
  const isExact = day === "" || /^\d/.test(day);
  return (
    <>
      <select
        className="select rule-day"
        aria-label={label}
        value={isExact ? EXACT : word}
        onChange={(event) => onChange(event.target.value === EXACT ? "" : event.target.value)}
      >
        {!isExact && !(word in words) && <option value={word}>{day}</option>}
        {Object.entries(words).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
        <option value={EXACT}>{texts.views.exact}</option>
      </select>
      {isExact && (
        <input
          type="date"
          className="select rule-date"
          aria-label={`${label}: ${texts.views.exact}`}
          value={day.slice(0, "2026-12-31".length)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  );
}
