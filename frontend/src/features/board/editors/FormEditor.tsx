// A few fields at the cell, for values of several parts.

import { Button } from "@vibe/core";
import { type FormEvent, type HTMLAttributes, useState } from "react";
import { texts } from "../../../texts";
import { Problem } from "../../../ui/Problem";
import { Popover } from "../../../ui/popover";
import { sayError } from "../../../ui/toasts";
import type { EditorProps } from "./EditorProps";

interface Field<N extends string> {
  name: N;
  label: string;
  type?: "text" | "email" | "tel";
  mode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  placeholder?: string;
  /** Values with their words, to pick one of. */
  choices?: readonly (readonly [string, string])[];
}

interface Props<V, N extends string> extends EditorProps<V> {
  fields: Field<N>[];
  start: Partial<Record<NoInfer<N>, string | undefined>> | undefined;
  /** Throws an Error with a sentence. */
  made: (given: Record<NoInfer<N>, string>) => V | undefined;
}

const LONGEST = 2048;

export function FormEditor<V, N extends string>(props: Props<V, N>) {
  const { column, fields, start, made, anchor, typed, onDone } = props;
  const [before] = useState(() => {
    const texts = fields.map(({ name }) => [name, start?.[name] ?? ""]);
    return Object.fromEntries(texts) as Record<N, string>;
  });
  const [given, setGiven] = useState(() =>
    typed && fields[0] ? { ...before, [fields[0].name]: typed } : before,
  );
  const [problem, setProblem] = useState("");
  const isChanged = fields.some(({ name }) => given[name].trim() !== before[name]);
  const read = () => {
    const trimmed = fields.map(({ name }) => [name, given[name].trim()]);
    return { value: made(Object.fromEntries(trimmed) as Record<N, string>) };
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    try {
      onDone(isChanged ? read() : undefined);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  function leave(how: "escape" | "outside") {
    try {
      onDone(how === "outside" && isChanged ? read() : undefined);
    } catch (error) {
      sayError(error);
      onDone(undefined);
    }
  }

  return (
    <Popover anchor={anchor} label={column.title} onClose={leave}>
      <form className="cell-form" noValidate onSubmit={submit}>
        {fields.map((field) => (
          <Part
            key={field.name}
            field={field}
            text={given[field.name]}
            onChange={(text) => setGiven({ ...given, [field.name]: text })}
          />
        ))}
        <Problem>{problem}</Problem>
        <div className="popover-buttons">
          <Button size="small" kind="tertiary" onClick={() => onDone({ value: undefined })}>
            {texts.board.clear}
          </Button>
          <Button size="small" type="submit">
            {texts.board.done}
          </Button>
        </div>
      </form>
    </Popover>
  );
}

interface PartProps {
  field: Field<string>;
  text: string;
  onChange: (text: string) => void;
}

function Part({ field, text, onChange }: PartProps) {
  const { label, type = "text", mode, placeholder, choices } = field;
  if (choices) {
    return (
      <label>
        {label}
        <select className="select" value={text} onChange={(event) => onChange(event.target.value)}>
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <label>
      {label}
      <input
        className="select"
        type={type}
        inputMode={mode}
        placeholder={placeholder}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
