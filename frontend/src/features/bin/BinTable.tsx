import { Button } from "@vibe/core";
import { Link } from "react-router";
import { useUsers } from "../../api/queries";
import { texts } from "../../texts";
import { shownDay, shownTime } from "../../ui/time";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import { type Recycled, restore } from "./queries";
import "../../ui/table.css";

const KEPT = 30 * 24 * 60 * 60 * 1_000_000;

export function BinTable({ items }: { items: Recycled[] }) {
  return (
    <table className="table table-folding" aria-label={texts.bin.title}>
      <thead>
        <tr>
          <th scope="col">{texts.bin.name}</th>
          <th scope="col">{texts.bin.when}</th>
          <th scope="col">
            <span className="unseen">{texts.bin.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Line key={`${item.kind} ${item.board_id} ${item.id}`} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ item }: { item: Recycled }) {
  const [run, isBusy] = useAction();
  const isBoard = item.kind === "board";

  async function bringBack() {
    await restore(item);
    say(
      isBoard ? texts.bin.boardRestored(item.name) : texts.bin.restored(item.name, item.board_name),
    );
  }

  return (
    <tr>
      <th scope="row">
        <span className="bin-kind">{texts.bin.kindOf[item.kind]}</span> {item.name}
        {!isBoard && (
          <span className="bin-board">
            <Link to={`/boards/${item.board_id}`}>{texts.bin.onBoard(item.board_name)}</Link>
          </span>
        )}
      </th>
      <td>
        <PutAway item={item} />
      </td>
      <td className="table-end">
        <Button
          size="small"
          kind="secondary"
          loading={isBusy}
          aria-label={texts.bin.restoreOf(item.name)}
          onClick={() => void run(bringBack)}
        >
          {texts.bin.restore}
        </Button>
      </td>
    </tr>
  );
}

function PutAway({ item }: { item: Recycled }) {
  const by = useUsers().get(item.by ?? 0)?.name;
  const isDeleted = item.state === "deleted";
  return (
    <>
      {told(item)} {by && texts.bin.by(by)}
      <span className="bin-until">
        {isDeleted ? texts.bin.removed(shownDay(item.at + KEPT)) : texts.bin.stays}
      </span>
    </>
  );
}

function told({ kind, state, at }: Recycled): string {
  if (state === "deleted") return texts.bin.deleted(shownTime(at));
  // A group doesn't know when.
  return kind === "group" ? texts.bin.archivedSometime : texts.bin.archived(shownTime(at));
}
