import { useState } from "react";
import type { Schemas } from "../../api/client";
import { texts } from "../../texts";
import { Select } from "../../ui/Select";
import { useNames } from "./queries";

type Day = Schemas["DayUsage"];

const WORDS = texts.admin.usage;
const COMPANY = 0;
const PERCENT = new Intl.NumberFormat(undefined, { style: "percent" });

/** Which token made how many requests. */
export function TokenUsage({ days }: { days: Day[] }) {
  const [span, setSpan] = useState<`${keyof typeof WORDS.spans}`>("1");
  const names = useNames();
  const counted = callsByToken(days.slice(-Number(span)));
  const total = counted.reduce((sum, { calls }) => sum + calls, 0);
  return (
    <section className="admin-card">
      <div className="admin-line admin-line-ends">
        <h2>{WORDS.byToken}</h2>
        <Select
          label={WORDS.span}
          isLabelHidden
          value={span}
          choices={WORDS.spans}
          onChange={setSpan}
        />
      </div>
      {counted.length === 0 ? (
        <p>
          {WORDS.noCalls} <a href="/developers">{WORDS.developers}</a>
        </p>
      ) : (
        <table className="table" aria-label={`${WORDS.byToken}, ${WORDS.spans[span]}`}>
          <thead>
            <tr>
              <th scope="col">{WORDS.token}</th>
              <th scope="col" className="number">
                {WORDS.calls}
              </th>
              <th scope="col" className="number">
                {WORDS.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ user_id, calls }) => (
              <tr key={user_id}>
                <th scope="row">
                  {user_id === COMPANY
                    ? WORDS.companyToken
                    : WORDS.personalToken(names.get(user_id) ?? texts.admin.audit.somebody)}
                </th>
                <td className="number">{calls.toLocaleString()}</td>
                <td className="number">{PERCENT.format(calls / total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function callsByToken(days: Day[]) {
  const counts = new Map<number, number>();
  for (const { user_id, calls } of days.flatMap((day) => day.tokens)) {
    counts.set(user_id, (counts.get(user_id) ?? 0) + calls);
  }
  return [...counts]
    .map(([user_id, calls]) => ({ user_id, calls }))
    .filter(({ calls }) => calls > 0)
    .sort((one, other) => other.calls - one.calls);
}
