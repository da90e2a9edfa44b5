import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask, GET, POST, type Schemas } from "../../api/client";
import { boardQuery, boardsQuery, queryClient } from "../../api/queries";

export type Recycled = Schemas["Recycled"];

export const binQuery = infiniteQueryOptions({
  queryKey: ["recycle-bin"],
  queryFn: ({ pageParam }) =>
    ask(
      GET("/recycle-bin", {
        params: { query: pageParam === undefined ? {} : { before: pageParam } },
      }),
    ),
  initialPageParam: undefined as number | undefined,
  // How full the last page is doesn't say whether there is another one: an empty one ends them.
  getNextPageParam: (last) => last.items.at(-1)?.at,
  staleTime: 0,
});

export async function restore(item: Recycled): Promise<void> {
  await asked(item);
  const keys = [["recycle-bin"], boardQuery(item.board_id).queryKey, boardsQuery.queryKey];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

function asked({ kind, id, board_id }: Recycled): Promise<unknown> {
  if (kind === "pulse") {
    const params = { path: { pulse_id: Number(id) } };
    return ask(POST("/pulses/{pulse_id}/restore", { params }));
  }
  if (kind === "group") {
    const params = { path: { board_id, group_id: id } };
    return ask(POST("/boards/{board_id}/groups/{group_id}/restore", { params }));
  }
  return ask(POST("/boards/{board_id}/restore", { params: { path: { board_id } } }));
}
