// What a rule compares with, given as it fits the column and the condition.

import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import type { Names } from "../board/values";
import { DayField } from "./DayField";
import { type Asked, daysIn, ofDays, operandOf, optionsFor } from "./operands";
import { PicksField } from "./PicksField";
import type { Rule } from "./query";
import { SpanField } from "./SpanField";

interface FieldProps {
  rule: Rule;
  column: Asked;
  board: Board;
  names: Names;
  onChange: (rule: Rule) => void;
}

type Value = Rule["compare_value"][number];

export function ValueField({ rule, column, board, names, onChange }: FieldProps) {
  const operand = operandOf(column.type, rule.operator);
  const set = (compare_value: Value[]) => onChange({ ...rule, compare_value });
  switch (operand) {
    case "none":
      return null;
    case "picks":
      return (
        <PicksField
          options={optionsFor(column, board, names)}
          chosen={rule.compare_value}
          onChange={set}
        />
      );
    case "span":
      return <SpanField values={rule.compare_value} onChange={set} />;
    case "day":
      return <Days rule={rule} onChange={onChange} />;
    default:
      return <Written type={operand} rule={rule} onChange={set} />;
  }
}

/** One day, the two between which it is, or as many as a script has given. */
function Days({ rule, onChange }: Pick<FieldProps, "rule" | "onChange">) {
  const days = daysIn(rule);
  const isBetween = rule.operator === "between";
  const set = (index: number, day: string) =>
    onChange({ ...rule, compare_value: ofDays(days.with(index, day)) });
  return (
    <>
      {days.map((day, index) => (
        <DayField
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name.
          key={index}
          label={isBetween ? sideOf(index) : texts.views.value}
          day={day}
          isRange={rule.operator !== "any_of" && rule.operator !== "not_any_of"}
          onChange={(given) => set(index, given)}
        />
      ))}
    </>
  );
}

interface WrittenProps {
  type: "text" | "number" | "time";
  rule: Rule;
  onChange: (values: Value[]) => void;
}

/** One text or number, or as many as a script has given. */
function Written({ type, rule, onChange }: WrittenProps) {
  const isBetween = rule.operator === "between";
  const given = rule.compare_value.length ? rule.compare_value : [""];
  function set(index: number, text: string) {
    const value = type === "number" && text ? Number(text) : text;
    const values = given.with(index, value);
    onChange(isBetween ? values : values.filter((one) => one !== ""));
  }
  return given.map((value, index) => (
    <input
      // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name.
      key={index}
      className="select rule-value"
      type={type}
      step={type === "number" ? "any" : undefined}
      aria-label={isBetween ? sideOf(index) : texts.views.value}
      value={value ?? ""}
      maxLength={500}
      onChange={(event) => set(index, event.target.value)}
    />
  ));
}

const sideOf = (index: number) => (index === 0 ? texts.views.first : texts.views.last);
