import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "../../api/client";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { BarChart } from "./BarChart";
import { ClientUsage } from "./ClientUsage";
import { usageQuery } from "./queries";
import { TokenUsage } from "./TokenUsage";

const MINUTE = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
// A day is one of UTC, wherever the reader is.
const DAY = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", timeZone: "UTC" });

/** What the API was asked, while this is shown always as of now. */
export function UsageTab() {
  return <Loaded asked={useQuery(usageQuery)}>{(usage) => <Usage usage={usage} />}</Loaded>;
}

function Usage({ usage }: { usage: Schemas["ApiUsage"] }) {
  return (
    <>
      <section className="admin-card">
        <h2>{texts.admin.usage.minutes}</h2>
        <BarChart
          title={texts.admin.usage.minutes}
          moments={usage.minutes}
          limit={usage.per_minute}
          shown={(at) => MINUTE.format(at / 1000)}
        />
      </section>
      <section className="admin-card">
        <h2>{texts.admin.usage.days}</h2>
        <p className="quiet">{texts.admin.usage.utc}</p>
        <BarChart
          title={texts.admin.usage.days}
          moments={usage.days}
          limit={usage.per_day}
          shown={(at) => DAY.format(at / 1000)}
        />
      </section>
      <TokenUsage days={usage.days} />
      <ClientUsage days={usage.days} />
    </>
  );
}
