// What only admins read. Asked again whenever it is opened.

import { queryOptions, useQuery } from "@tanstack/react-query";
import { ask, GET, type Schemas } from "../../api/client";
import { accountQuery, meQuery, queryClient, usersQuery } from "../../api/queries";

export type AdminUser = Schemas["AdminUser"];

export const adminUsersQuery = queryOptions({
  queryKey: ["admin", "users"],
  queryFn: () => ask(GET("/admin/users")),
  staleTime: 0,
});
export const invitationsQuery = queryOptions({
  queryKey: ["admin", "invitations"],
  queryFn: () => ask(GET("/admin/invitations")),
  staleTime: 0,
});
export const adminBoardsQuery = queryOptions({
  queryKey: ["admin", "boards"],
  queryFn: () => ask(GET("/admin/boards")),
  staleTime: 0,
});
export const usageQuery = queryOptions({
  queryKey: ["admin", "usage"],
  queryFn: () => ask(GET("/admin/usage")),
  staleTime: 0,
  refetchInterval: 15_000,
});
export const adminSessionsQuery = queryOptions({
  queryKey: ["admin", "sessions"],
  queryFn: () => ask(GET("/admin/sessions")),
  staleTime: 0,
});

/** After a change of a user: who shows them by name shall see it, too. */
export const refreshUsers = () => refresh(adminUsersQuery.queryKey, usersQuery.queryKey);

/** After a change of the company, which every page names. */
export const refreshAccount = () => refresh(accountQuery.queryKey, meQuery.queryKey);

function refresh(...keys: (readonly unknown[])[]): Promise<unknown> {
  return Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** Everybody's name by id, of the disabled too; empty until they are there. */
export function useNames(): Map<number, string> {
  return useQuery({ ...adminUsersQuery, select: namesById }).data ?? NOBODY;
}

const NOBODY = new Map<number, string>();
const namesById = (users: AdminUser[]) => new Map(users.map(({ user }) => [user.id, user.name]));
