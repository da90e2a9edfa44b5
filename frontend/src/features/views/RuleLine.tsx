// One rule: a column, a condition, and what it compares with.

import { IconButton } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import type { ReactNode } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import type { Names } from "../board/values";
import {
  type Asked,
  askedColumns,
  conditionOf,
  isPseudo,
  newRule,
  operandOf,
  operatorsOf,
  type Types,
  withOperator,
} from "./operands";
import type { Rule } from "./query";
import { ValueField } from "./ValueField";

interface Props {
  rule: Rule;
  /** `2`, or `1.2` for the second one of the first group. */
  number: string;
  board: Board;
  names: Names;
  types: Types;
  /** How it is joined to the one before. */
  join: ReactNode;
  /** It has just been added. */
  isNew: boolean;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}

export function RuleLine(props: Props) {
  const { rule, number, board, names, types, join, isNew, onChange, onRemove } = props;
  const columns = askedColumns(board, types);
  const column = columns.find(({ id }) => id === rule.column_id);
  return (
    <fieldset className="rule" aria-label={texts.views.rule(number)}>
      <span className="rule-join">{join}</span>
      <ColumnSelect
        columns={columns}
        chosen={rule.column_id}
        isNew={isNew}
        onChange={(one) => onChange(newRule(one, types))}
      />
      {column && (
        <>
          {column.type === "timeline" && operandOf(column.type, rule.operator) === "day" && (
            <Edge rule={rule} onChange={onChange} />
          )}
          <ConditionSelect rule={rule} type={column.type} types={types} onChange={onChange} />
          <span className="rule-values">
            <ValueField {...{ rule, column, board, names, onChange }} />
          </span>
        </>
      )}
      <IconButton
        icon={CloseSmall}
        size="small"
        kind="tertiary"
        className="rule-remove"
        aria-label={texts.views.removeRule(number)}
        onClick={onRemove}
      />
    </fieldset>
  );
}

interface ColumnProps {
  columns: Asked[];
  chosen: string;
  isNew?: boolean;
  label?: string;
  onChange: (column: Asked) => void;
}

/** Also one that isn't there any more, as long as it is chosen. */
export function ColumnSelect(props: ColumnProps) {
  const { columns, chosen, isNew = false, label = texts.views.column, onChange } = props;
  const option = ({ id, title }: Asked) => (
    <option key={id} value={id}>
      {title}
    </option>
  );
  return (
    <select
      className="select rule-column"
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: the reader asked for a new line.
      autoFocus={isNew}
      value={chosen}
      onChange={({ target }) => {
        const column = columns.find(({ id }) => id === target.value);
        if (column) onChange(column);
      }}
    >
      {!columns.some(({ id }) => id === chosen) && (
        <option value={chosen}>{texts.views.columnGone}</option>
      )}
      {columns.filter(({ id }) => !isPseudo(id)).map(option)}
      <optgroup label={texts.views.ofPulses}>
        {columns.filter(({ id }) => isPseudo(id)).map(option)}
      </optgroup>
    </select>
  );
}

/** Of a timeline: which of its ends is meant. */
function Edge({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  return (
    <select
      className="select rule-small"
      aria-label={texts.views.edge}
      value={rule.compare_attribute ?? "START_DATE"}
      onChange={(event) => onChange({ ...rule, compare_attribute: event.target.value })}
    >
      {Object.entries(texts.views.edges).map(([edge, text]) => (
        <option key={edge} value={edge}>
          {text}
        </option>
      ))}
    </select>
  );
}

interface ConditionProps {
  rule: Rule;
  type: string;
  types: Types;
  onChange: (rule: Rule) => void;
}

function ConditionSelect({ rule, type, types, onChange }: ConditionProps) {
  const offered = operatorsOf(type, types);
  const all = offered.includes(rule.operator) ? offered : [...offered, rule.operator];
  return (
    <select
      className="select rule-condition"
      aria-label={texts.views.condition}
      value={rule.operator}
      onChange={(event) => onChange(withOperator(rule, type, event.target.value))}
    >
      {all.map((operator) => (
        <option key={operator} value={operator}>
          {conditionOf(type, operator)}
        </option>
      ))}
    </select>
  );
}
