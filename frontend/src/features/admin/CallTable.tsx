import { type ReactNode, useState } from "react";
import type { Schemas } from "../../api/client";
import { texts } from "../../texts";
import { Select } from "../../ui/Select";

export type Day = Schemas["DayUsage"];

/** `cells` stand before the number of requests; the first of them names the line. */
export interface CallLine {
  key: string;
  cells: [ReactNode, ...ReactNode[]];
  calls: number;
}

interface Props {
  title: string;
  hint?: string;
  days: Day[];
  /** Of the `cells`. */
  heads: string[];
  lines: (days: Day[]) => CallLine[];
}

const WORDS = texts.admin.usage;
const PERCENT = new Intl.NumberFormat(undefined, { style: "percent" });

/** Who made how many requests, in a time that is chosen above. */
export function CallTable({ title, hint, days, heads, lines }: Props) {
  const [span, setSpan] = useState<`${keyof typeof WORDS.spans}`>("1");
  const counted = lines(days.slice(-Number(span))).sort((one, other) => other.calls - one.calls);
  const total = counted.reduce((sum, { calls }) => sum + calls, 0);
  return (
    <section className="admin-card">
      <div className="admin-line admin-line-ends">
        <h2>{title}</h2>
        <Select
          label={`${title}: ${WORDS.span}`}
          isLabelHidden
          value={span}
          choices={WORDS.spans}
          onChange={setSpan}
        />
      </div>
      {hint && <p className="quiet">{hint}</p>}
      {counted.length === 0 ? (
        <p>
          {WORDS.noCalls} <a href="/developers">{WORDS.developers}</a>
        </p>
      ) : (
        <table
          className={heads.length > 1 ? "table table-folding" : "table"}
          aria-label={`${title}, ${WORDS.spans[span]}`}
        >
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className="number">
                {WORDS.calls}
              </th>
              <th scope="col" className="number">
                {WORDS.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ key, cells: [name, ...rest], calls }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {rest.map((cell, at) => (
                  <td key={heads[at + 1]} data-label={heads[at + 1]}>
                    {cell}
                  </td>
                ))}
                <td className="number" data-label={WORDS.calls}>
                  {calls.toLocaleString()}
                </td>
                <td className="number" data-label={WORDS.share}>
                  {PERCENT.format(calls / total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
