import { texts } from "../../texts";
import { type CallLine, CallTable, type Day } from "./CallTable";
import { addedUp } from "./counts";

const WORDS = texts.admin.usage;

/** Which client asked in which version of the API, and how often. */
export function ClientUsage({ days }: { days: Day[] }) {
  return (
    <CallTable
      title={WORDS.byClient}
      hint={WORDS.clientHint}
      days={days}
      heads={[WORDS.client, WORDS.version]}
      lines={clientLines}
    />
  );
}

function clientLines(days: Day[]): CallLine[] {
  const keyOf = ({ client, version }: Day["clients"][number]) => `${version} ${client}`;
  return addedUp(
    days.flatMap(({ clients }) => clients),
    keyOf,
  ).map((one) => ({
    key: keyOf(one),
    cells: [WORDS.clients[one.client] ?? one.client, versionName(one.version)],
    calls: one.calls,
  }));
}

function versionName(version: string): string {
  if (version === "v1") return WORDS.restV1;
  if (version === "unknown") return WORDS.unknownVersion;
  return version ? WORDS.v2(version) : WORDS.anyVersion;
}
