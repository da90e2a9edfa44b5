import { useQuery } from "@tanstack/react-query";
import { Search } from "@vibe/core";
import { useState } from "react";
import { Link } from "react-router";
import type { Schemas } from "../../api/client";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { Time } from "../../ui/Time";
import { adminBoardsQuery, useNames } from "./queries";
import "../../ui/table.css";

type AdminBoard = Schemas["AdminBoard"];

const WORDS = texts.admin.boards;

export function BoardsTab() {
  return (
    <Loaded asked={useQuery(adminBoardsQuery)}>{(boards) => <Boards boards={boards} />}</Loaded>
  );
}

function Boards({ boards }: { boards: AdminBoard[] }) {
  const [wanted, setWanted] = useState("");
  const text = wanted.trim().toLocaleLowerCase();
  const found = boards.filter(({ name }) => name.toLocaleLowerCase().includes(text));
  return (
    <section className="admin-section">
      <h2>{WORDS.heading(boards.length)}</h2>
      <p className="quiet">{WORDS.hint}</p>
      <div className="admin-search">
        <Search
          size="small"
          placeholder={WORDS.search}
          inputAriaLabel={WORDS.search}
          value={wanted}
          onChange={setWanted}
        />
      </div>
      {boards.length === 0 && <p>{WORDS.empty}</p>}
      {boards.length > 0 && found.length === 0 && <p role="status">{WORDS.none}</p>}
      {found.length > 0 && (
        <table className="table table-folding" aria-label={texts.admin.tabs.boards}>
          <thead>
            <tr>
              <th scope="col">{WORDS.name}</th>
              <th scope="col">{WORDS.kind}</th>
              <th scope="col">{WORDS.owners}</th>
              <th scope="col" className="number">
                {WORDS.pulses}
              </th>
              <th scope="col">{WORDS.changed}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((board) => (
              <Line key={board.id} board={board} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ board }: { board: AdminBoard }) {
  const names = useNames();
  const owners = board.owner_ids.map((id) => names.get(id) ?? texts.admin.audit.somebody);
  return (
    <tr>
      <th scope="row">
        <Link to={`/boards/${board.id}`}>{board.name}</Link>
        {board.state !== "active" && <span className="mark">{WORDS.archived}</span>}
      </th>
      <td data-label={WORDS.kind}>
        {texts.frame.kinds[board.kind as keyof typeof texts.frame.kinds] ?? board.kind}
      </td>
      <td data-label={WORDS.owners}>{owners.join(", ")}</td>
      <td data-label={WORDS.pulses} className="number">
        {board.pulses.toLocaleString()}
      </td>
      <td data-label={WORDS.changed}>
        <Time at={board.updated_at} />
      </td>
    </tr>
  );
}
