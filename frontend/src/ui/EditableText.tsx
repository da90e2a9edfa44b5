// A text that becomes a field when it is clicked. Enter or leaving keeps what was typed, Escape doesn't.

import { type KeyboardEvent, useRef, useState } from "react";

interface Props {
  value: string;
  label: string;
  /** Shown in place of an empty value. */
  placeholder?: string;
  isMultiline?: boolean;
  longest: number;
  onChange: (value: string) => void;
}

export function EditableText(props: Props) {
  const { value, label, placeholder = "", isMultiline = false, longest, onChange } = props;
  const [isEditing, setIsEditing] = useState(false);
  const isDropped = useRef(false);
  if (!isEditing) {
    return (
      <button
        type="button"
        className={value ? "editable" : "editable editable-empty"}
        aria-label={value ? `${label}: ${value}` : label}
        onClick={() => setIsEditing(true)}
      >
        {value || placeholder}
      </button>
    );
  }
  const field = {
    className: "editable-field",
    "aria-label": label,
    defaultValue: value,
    maxLength: longest,
    autoFocus: true,
    onBlur: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setIsEditing(false);
      const given = currentTarget.value.trim();
      if (!isDropped.current && given !== value) onChange(given);
      isDropped.current = false;
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      event.stopPropagation();
      if (event.key === "Escape") isDropped.current = true;
      const ends =
        event.key === "Escape" || (event.key === "Enter" && !(isMultiline && event.shiftKey));
      if (ends) event.currentTarget.blur();
    },
  };
  return isMultiline ? <textarea rows={3} {...field} /> : <input {...field} />;
}
