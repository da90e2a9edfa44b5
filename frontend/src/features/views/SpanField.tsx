import { texts } from "../../texts";
import type { Rule } from "./query";

interface Props {
  values: Rule["compare_value"];
  onChange: (values: Rule["compare_value"]) => void;
}

/** A number of days, weeks, months or years. */
export function SpanField({ values, onChange }: Props) {
  const [count = "", given = "DAYS"] = values;
  const unit = String(given).toUpperCase();
  return (
    <>
      <input
        type="number"
        className="select rule-small"
        aria-label={texts.views.number}
        min="0"
        max="10000"
        value={count ?? ""}
        onChange={({ target: { value } }) => onChange([value && Number(value), unit])}
      />
      <select
        className="select rule-day"
        aria-label={texts.views.unit}
        value={unit}
        onChange={(event) => onChange([count, event.target.value])}
      >
        {Object.entries(texts.views.units).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}
