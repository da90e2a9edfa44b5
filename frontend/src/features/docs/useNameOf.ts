import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { boardsQuery, docsQuery, useUsers } from "../../api/queries";
import { texts } from "../../texts";
import type { Mentioned } from "./inline";

/** What is mentioned, as it is called now; of what the reader doesn't see, nothing. */
export function useNameOf(): { readonly current: Mentioned } {
  const users = useUsers();
  const { data: boards } = useQuery(boardsQuery);
  const { data: docs } = useQuery(docsQuery);
  const nameOf: Mentioned = (kind, id) => {
    const among = { USER: [...users.values()], BOARD: boards, DOC: docs }[kind];
    return among?.find((one) => one.id === id)?.name ?? texts.docs.unknown;
  };
  const now = useRef(nameOf);
  now.current = nameOf;
  return now;
}
