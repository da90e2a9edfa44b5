// Rules, joined by and / or, and groups of rules within them.

import { Button } from "@vibe/core";
import { Add } from "@vibe/icons";
import { useRef, useState } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import type { Names } from "../board/values";
import { askedColumns, newRule, type Types } from "./operands";
import { NO_RULES, type Rules } from "./query";
import { RuleLine } from "./RuleLine";
import { useTypes } from "./useTypes";
import "./filters.css";

interface Props {
  board: Board;
  names: Names;
  filter: Rules;
  onChange: (filter: Rules) => void;
}

export function FilterBuilder({ board, names, filter, onChange }: Props) {
  const types = useTypes();
  const isEmpty = countOfLines(filter) === 0;
  return (
    <div className="filter-builder">
      <div className="filter-head">
        <b>{texts.views.showWhere}</b>
        {!isEmpty && (
          <Button size="xs" kind="tertiary" onClick={() => onChange(NO_RULES)}>
            {texts.views.clearRules}
          </Button>
        )}
      </div>
      {isEmpty && <p className="quiet">{texts.views.noRules}</p>}
      {types.size > 0 && (
        <RulesLines {...{ board, names, types, onChange }} rules={filter} path="" isNew={false} />
      )}
    </div>
  );
}

interface LinesProps extends Omit<Props, "filter"> {
  types: Types;
  rules: Rules;
  /** Of a group: its number and a dot. */
  path: string;
  /** It has just been added, with one rule. */
  isNew: boolean;
}

function RulesLines({ board, names, types, rules: given, path, isNew, onChange }: LinesProps) {
  const lines = useRef<HTMLDivElement>(null);
  /** The line that takes the focus when it appears. */
  const [added, setAdded] = useState(isNew ? "rules-0" : "");
  const { operator, rules, groups } = given;
  const first = askedColumns(board, types)[0];

  function add(to: "rules" | "groups") {
    if (!first) return;
    const rule = newRule(first, types);
    const other = operator === "and" ? ("or" as const) : ("and" as const);
    setAdded(`${to}-${given[to].length}`);
    if (to === "rules") onChange({ ...given, rules: [...rules, rule] });
    else
      onChange({ ...given, groups: [...groups, { ...NO_RULES, operator: other, rules: [rule] }] });
  }
  function remove(change: Partial<Rules>) {
    onChange({ ...given, ...change });
    // What had the focus is gone.
    lines.current?.querySelector<HTMLElement>(":scope > .filter-add button")?.focus();
  }
  const join = (place: number) => (
    <Join
      place={place}
      operator={operator}
      onChange={(wanted) => onChange({ ...given, operator: wanted })}
    />
  );
  return (
    <div ref={lines} className="filter-lines">
      {rules.map((rule, index) => (
        <RuleLine
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other name.
          key={index}
          {...{ rule, board, names, types }}
          number={`${path}${index + 1}`}
          join={join(index)}
          isNew={added === `rules-${index}`}
          onChange={(changed) => onChange({ ...given, rules: rules.with(index, changed) })}
          onRemove={() => remove({ rules: rules.toSpliced(index, 1) })}
        />
      ))}
      {groups.map((group, index) => {
        const number = `${path}${rules.length + index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other name.
          <fieldset key={index} className="rule-group" aria-label={texts.views.group(number)}>
            <span className="rule-join">{join(rules.length + index)}</span>
            <div className="rule-group-body">
              <RulesLines
                {...{ board, names, types }}
                rules={group}
                path={`${number}.`}
                isNew={added === `groups-${index}`}
                onChange={(changed) =>
                  countOfLines(changed) > 0
                    ? onChange({ ...given, groups: groups.with(index, changed) })
                    : remove({ groups: groups.toSpliced(index, 1) })
                }
              />
            </div>
          </fieldset>
        );
      })}
      <div className="filter-add">
        <Button size="small" kind="tertiary" leftIcon={Add} onClick={() => add("rules")}>
          {texts.views.addRule}
        </Button>
        {path === "" && (
          <Button size="small" kind="tertiary" leftIcon={Add} onClick={() => add("groups")}>
            {texts.views.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}

const countOfLines = ({ rules, groups }: Rules) => rules.length + groups.length;

interface JoinProps {
  place: number;
  operator: Rules["operator"];
  onChange: (operator: Rules["operator"]) => void;
}

/** Chosen at the second line, for all of them. */
function Join({ place, operator, onChange }: JoinProps) {
  if (place === 0) return texts.views.where;
  if (place > 1) return texts.views.joined[operator];
  return (
    <select
      className="select"
      aria-label={texts.views.joinedBy}
      value={operator}
      onChange={(event) => onChange(event.target.value as Rules["operator"])}
    >
      {Object.entries(texts.views.joined).map(([name, text]) => (
        <option key={name} value={name}>
          {text}
        </option>
      ))}
    </select>
  );
}
