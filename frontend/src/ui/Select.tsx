import { useId } from "react";
import "./form.css";

interface Props<T extends string> {
  label: string;
  value: T;
  /** What each choice is called, in the order they are shown. */
  choices: Readonly<Record<T, string>>;
  isLabelHidden?: boolean;
  isDisabled?: boolean;
  onChange: (value: T) => void;
}

export function Select<T extends string>(props: Props<T>) {
  const { label, value, choices, isLabelHidden = false, isDisabled = false, onChange } = props;
  const id = useId();
  return (
    <div className="select-field">
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        className="select"
        aria-label={isLabelHidden ? label : undefined}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {Object.entries<string>(choices).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
