import { texts } from "../../texts";
import type { Moment } from "./BarChart";
import { scaleOf } from "./scale";

interface Props {
  moments: Moment[];
  limit: number | null;
  chosen: number | undefined;
}

const HEIGHT = 160;
/** Room above the highest bar, for the line of a limit and its name. */
const TOP = 20;
const GAP = 0.2;

export function Bars({ moments, limit, chosen }: Props) {
  const { top, isLimitIn } = scaleOf(
    moments.map(({ calls, refused }) => calls + refused),
    limit,
  );
  const heightOf = (count: number) => (count / top) * (HEIGHT - TOP);
  const lineAt = limit !== null && isLimitIn ? HEIGHT - heightOf(limit) : TOP;
  return (
    <div className="chart-bars">
      <svg viewBox={`0 0 ${moments.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        {moments.map(({ at, calls, refused }, index) => (
          <g key={at} className={index === chosen ? "bar bar-chosen" : "bar"}>
            <rect className="bar-ground" x={index} y={0} width={1} height={HEIGHT} />
            <rect
              className="bar-calls"
              x={index + GAP / 2}
              y={HEIGHT - heightOf(calls)}
              width={1 - GAP}
              height={heightOf(calls)}
            />
            <rect
              className="bar-refused"
              x={index + GAP / 2}
              y={HEIGHT - heightOf(calls + refused)}
              width={1 - GAP}
              height={heightOf(refused)}
            />
          </g>
        ))}
        {limit !== null && (
          <line
            className={isLimitIn ? "bar-limit" : "bar-limit bar-limit-above"}
            x1={0}
            x2={moments.length}
            y1={lineAt}
            y2={lineAt}
          />
        )}
      </svg>
      <span className="chart-limit" style={{ top: `${((lineAt - TOP) / HEIGHT) * 100}%` }}>
        {toldLimit(limit, isLimitIn)}
      </span>
      <span className="chart-top" aria-hidden>
        {top.toLocaleString()}
      </span>
    </div>
  );
}

function toldLimit(limit: number | null, isIn: boolean): string {
  const words = texts.admin.usage;
  if (limit === null) return words.noLimit;
  return (isIn ? words.limit : words.limitAbove)(limit.toLocaleString());
}
