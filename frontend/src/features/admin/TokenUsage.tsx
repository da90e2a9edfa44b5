import { texts } from "../../texts";
import { type CallLine, CallTable, type Day } from "./CallTable";
import { addedUp } from "./counts";
import { useNames } from "./queries";

const WORDS = texts.admin.usage;
const COMPANY = 0;

/** Which token made how many requests. */
export function TokenUsage({ days }: { days: Day[] }) {
  const names = useNames();
  const named = (userId: number) =>
    userId === COMPANY
      ? WORDS.companyToken
      : WORDS.personalToken(names.get(userId) ?? texts.admin.audit.somebody);
  const lines = (chosen: Day[]): CallLine[] =>
    addedUp(
      chosen.flatMap(({ tokens }) => tokens),
      ({ user_id }) => String(user_id),
    ).map(({ user_id, calls }) => ({ key: String(user_id), cells: [named(user_id)], calls }));
  return <CallTable title={WORDS.byToken} days={days} heads={[WORDS.token]} lines={lines} />;
}
