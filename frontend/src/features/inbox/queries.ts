import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, GET, POST, type Schemas } from "../../api/client";
import { queryClient, unreadQuery } from "../../api/queries";

export type InboxItem = Schemas["InboxItem"];

const PAGE = 50;

export const inboxQuery = (isUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: ["inbox", isUnread ? "unread" : "all"],
    queryFn: ({ pageParam }) =>
      ask(
        GET("/inbox", {
          params: {
            query: { unread: isUnread, ...(pageParam !== undefined && { before: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.update.id),
    staleTime: 0,
  });

export type Notification = Schemas["Notification"];

export const notificationsQuery = queryOptions({
  queryKey: ["inbox", "notifications"],
  queryFn: () => ask(GET("/inbox/notifications")),
  staleTime: 0,
});

export async function markNotificationsRead(ids: number[]): Promise<void> {
  await ask(POST("/inbox/notifications/read", { body: { ids } }));
  await queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey });
}

export async function markRead(updateId: number): Promise<void> {
  await ask(POST("/inbox/read", { body: { update_ids: [updateId] } }));
  await refreshInbox();
}

export function refreshInbox(): Promise<unknown> {
  return Promise.all(
    [["inbox"], unreadQuery.queryKey].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}
