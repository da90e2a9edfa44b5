import { TextField } from "@vibe/core";
import { texts } from "../texts";
import { strengthOf } from "./strength";
import "./form.css";

interface Props {
  title: string;
  value: string;
  onChange: (value: string) => void;
}

/** A password to be set, with how strong it is. */
export function NewPassword({ title, value, onChange }: Props) {
  const strength = strengthOf(value);
  return (
    <div>
      <TextField
        id="new-password"
        name="password"
        type="password"
        title={title}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        required
        size="medium"
      />
      <div className="strength">
        <meter min={0} max={4} value={strength} aria-label={texts.start.strengthLabel} />
        <span role="status">{value ? texts.start.strength[strength] : ""}</span>
      </div>
    </div>
  );
}
