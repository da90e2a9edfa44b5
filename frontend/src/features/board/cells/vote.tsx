import { ThumbsUp } from "@vibe/icons";
import { texts } from "../../../texts";
import { cellType } from "./CellType";

interface VoteValue {
  voters: number[];
}

const without = (value: VoteValue | undefined, me: number): VoteValue | undefined => {
  const voters = value?.voters.filter((one) => one !== me) ?? [];
  return voters.length ? { voters } : undefined;
};

export const vote = cellType<VoteValue | undefined>({
  icon: ThumbsUp,
  width: 100,
  showsEmpty: true,
  Content: ({ value, names }) => {
    const voters = value?.voters ?? [];
    const called = voters.flatMap((id) => names.users.get(id)?.name ?? []);
    const isOwn = voters.includes(names.me);
    return (
      <span className={isOwn ? "cell-vote cell-voted" : "cell-vote"} title={called.join(", ")}>
        <ThumbsUp size="16" aria-hidden />
        <span>
          {voters.length}
          <span className="unseen">{texts.cells.votes}</span>
        </span>
      </span>
    );
  },
  toggled: (value, { me }) =>
    value?.voters.includes(me) ? without(value, me) : { voters: [...(value?.voters ?? []), me] },
  cleared: (value, { me }) => without(value, me),
  textOf: (value) => String(value?.voters.length ?? 0),
  bodyOf: (value, { me }) => ({ type: "vote", votes: value?.voters.includes(me) ?? false }),
});
