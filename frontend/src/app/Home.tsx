import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type BoardInList, boardsQuery, unreadQuery, useMe } from "../api/queries";
import { texts } from "../texts";
import { KindMark } from "../ui/KindMark";

export function Home() {
  const me = useMe();
  const { data: boards } = useQuery(boardsQuery);
  const { data: unread } = useQuery(unreadQuery);
  const favorites = boards?.filter((board) => board.favorite) ?? [];
  return (
    <div className="home">
      <h1>{texts.home.title(me.company)}</h1>
      <p className="quiet">
        {boards?.length === 0 ? texts.home.empty(me.may_write) : texts.home.lead}
      </p>
      {unread && unread.count > 0 && (
        <p>
          <Link to="/inbox">{texts.home.unread(unread.count)}</Link>
        </p>
      )}
      {favorites.length > 0 && <Boards heading={texts.frame.favorites} boards={favorites} />}
      {boards && boards.length > 0 && <Boards heading={texts.home.all} boards={boards} />}
    </div>
  );
}

function Boards({ heading, boards }: { heading: string; boards: BoardInList[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="home-boards">
        {boards.map((board) => (
          <li key={board.id}>
            <Link to={`/boards/${board.id}`}>
              <KindMark kind={board.kind} />
              {board.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
