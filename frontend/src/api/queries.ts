// What pages read from the server, each kept under its key until something happens to it.

import { QueryClient, queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { ask, GET, Refused, type Schemas } from "./client";

export type Board = Schemas["Board"];
export type BoardInList = Schemas["BoardInList"];
export type Row = Schemas["Row"];
export type Group = Schemas["Group"];
export type Column = Schemas["Column"];
export type User = Schemas["ShownUser"];
export type Team = Schemas["Team"];
export type Workspace = Schemas["Workspace"];
export type Folder = Schemas["Folder"];
export type DocInList = Schemas["DocInList"];
export type Tag = Schemas["Tag"];
export type Update = Schemas["Update"];
export type Note = Schemas["Note"];
export type Me = Schemas["Me"];

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Live messages say what changed; nothing has to be asked again by itself.
      staleTime: Number.POSITIVE_INFINITY,
      retry: (failures, error) => !(error instanceof Refused && error.status) && failures < 3,
    },
  },
});

export const startQuery = queryOptions({
  queryKey: ["start"],
  queryFn: () => ask(GET("/start")),
});
export const meQuery = queryOptions({ queryKey: ["me"], queryFn: () => ask(GET("/me")) });
export const usersQuery = queryOptions({ queryKey: ["users"], queryFn: () => ask(GET("/users")) });
export const boardsQuery = queryOptions({
  queryKey: ["boards"],
  // A board that stops being shared with the reader goes without a word.
  staleTime: 60_000,
  queryFn: () => ask(GET("/boards")),
});
export const workspacesQuery = queryOptions({
  queryKey: ["workspaces"],
  staleTime: 60_000,
  queryFn: () => ask(GET("/workspaces")),
});
export const foldersQuery = queryOptions({
  queryKey: ["folders"],
  staleTime: 60_000,
  queryFn: () => ask(GET("/folders")),
});
export const docsQuery = queryOptions({
  queryKey: ["docs"],
  staleTime: 60_000,
  queryFn: () => ask(GET("/docs")),
});
export const teamsQuery = queryOptions({ queryKey: ["teams"], queryFn: () => ask(GET("/teams")) });
export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: () => ask(GET("/account")),
});
export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: () => ask(GET("/tokens")),
});

export const boardQuery = (id: number) =>
  queryOptions({
    queryKey: ["board", id],
    queryFn: () => ask(GET("/boards/{board_id}", { params: { path: { board_id: id } } })),
  });
export const tagsQuery = (id: number) =>
  queryOptions({
    queryKey: ["tags", id],
    queryFn: () => ask(GET("/boards/{board_id}/tags", { params: { path: { board_id: id } } })),
  });
export const updatesQuery = (id: number) =>
  queryOptions({
    queryKey: ["updates", id],
    queryFn: () => ask(GET("/pulses/{pulse_id}/updates", { params: { path: { pulse_id: id } } })),
  });

export const unreadQuery = queryOptions({
  queryKey: ["unread"],
  queryFn: () => ask(GET("/inbox/unread-count")),
});
export const notesQuery = (id: number) =>
  queryOptions({
    queryKey: ["notes", id],
    queryFn: () => ask(GET("/pulses/{pulse_id}/notes", { params: { path: { pulse_id: id } } })),
  });
export const subscribersQuery = (id: number) =>
  queryOptions({
    queryKey: ["subscribers", id],
    queryFn: () =>
      ask(GET("/pulses/{pulse_id}/subscribers", { params: { path: { pulse_id: id } } })),
  });

export const webhooksQuery = (id: number) =>
  queryOptions({
    queryKey: ["webhooks", id],
    staleTime: 0,
    queryFn: () => ask(GET("/boards/{board_id}/webhooks", { params: { path: { board_id: id } } })),
  });

export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Users by id; empty until they are there. */
export function useUsers(): Map<number, User> {
  return useQuery({ ...usersQuery, select: byId<User> }).data ?? NOBODY;
}

/** Teams by id; empty until they are there. */
export function useTeams(): Map<number, Team> {
  return useQuery({ ...teamsQuery, select: byId<Team> }).data ?? NO_TEAM;
}

const NO_TEAM = new Map<number, Team>();
const NOBODY = new Map<number, User>();
const byId = <T extends { id: number }>(all: T[]) => new Map(all.map((one) => [one.id, one]));
