// Requests over time as bars, with the limit as a line. The pointer, or the arrow keys, choose the bar that is told of.

import { useState } from "react";
import { texts } from "../../texts";
import { Bars } from "./Bars";
import "../../ui/table.css";
import "./chart.css";

export interface Moment {
  at: number;
  calls: number;
  refused: number;
}

interface Props {
  title: string;
  moments: Moment[];
  /** Null where there is none. */
  limit: number | null;
  shown: (at: number) => string;
}

const WORDS = texts.admin.usage;

export function BarChart({ title, moments, limit, shown }: Props) {
  const [chosen, setChosen] = useState<number>();
  const index = Math.min(chosen ?? moments.length - 1, moments.length - 1);
  const moment = moments[index];
  const told = moment && toldOf(moment, shown);
  const last = moments.length - 1;
  return (
    <figure className="chart">
      <div className="chart-legend">
        <span className="chart-key chart-key-calls">{WORDS.calls}</span>
        <span className="chart-key chart-key-refused">{WORDS.refused}</span>
        <output>{told}</output>
      </div>
      <div
        className="chart-area"
        onPointerMove={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect();
          const at = Math.floor(((event.clientX - left) / width) * moments.length);
          setChosen(Math.max(0, Math.min(last, at)));
        }}
        onPointerLeave={() => setChosen(undefined)}
      >
        <Bars moments={moments} limit={limit} chosen={chosen} />
        <input
          type="range"
          aria-label={`${title}: ${WORDS.choose}`}
          aria-valuetext={told}
          min={0}
          max={last}
          value={index}
          onChange={(event) => setChosen(Number(event.target.value))}
          onBlur={() => setChosen(undefined)}
        />
      </div>
      <div className="chart-ends" aria-hidden>
        <span>{moments[0] && shown(moments[0].at)}</span>
        <span>{moments[last] && shown(moments[last].at)}</span>
      </div>
      <details>
        <summary>{WORDS.asTable}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard, too. */}
        <section className="chart-table" aria-label={`${title}: ${WORDS.asTable}`} tabIndex={0}>
          <Table title={title} moments={moments} shown={shown} />
        </section>
      </details>
    </figure>
  );
}

function Table({ title, moments, shown }: Omit<Props, "limit">) {
  return (
    <table className="table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{WORDS.at}</th>
          <th scope="col" className="number">
            {WORDS.calls}
          </th>
          <th scope="col" className="number">
            {WORDS.refused}
          </th>
        </tr>
      </thead>
      <tbody>
        {moments.toReversed().map(({ at, calls, refused }) => (
          <tr key={at}>
            <th scope="row">{shown(at)}</th>
            <td className="number">{calls.toLocaleString()}</td>
            <td className="number">{refused.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toldOf({ at, calls, refused }: Moment, shown: Props["shown"]): string {
  return WORDS.value(shown(at), calls.toLocaleString(), refused.toLocaleString());
}
