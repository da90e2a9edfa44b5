// Which page stands at which address.

import { createBrowserRouter, type RouteObject, redirect } from "react-router";
import { Refused } from "../api/client";
import { boardQuery, meQuery, queryClient, startQuery } from "../api/queries";
import { SetUp } from "../features/start/SetUp";
import { SignIn } from "../features/start/SignIn";
import { Frame, Waiting } from "./Frame";
import { Home } from "./Home";
import { Broken, Nothing } from "./Problems";

const UNAUTHENTICATED = 401;

export const router = createBrowserRouter([
  {
    ErrorBoundary: Broken,
    HydrateFallback: Waiting,
    children: [
      { path: "/setup", loader: onlyBeforeSetUp, Component: SetUp },
      { path: "/sign-in", loader: onlySignedOut, Component: SignIn },
      {
        path: "/forgot",
        loader: onlySignedOut,
        lazy: async () => ({ Component: (await import("../features/start/Forgot")).Forgot }),
      },
      {
        path: "/invitation/:secret",
        lazy: async () => ({
          Component: (await import("../features/start/Invitation")).Invitation,
        }),
      },
      {
        path: "/reset/:secret",
        lazy: async () => ({ Component: (await import("../features/start/Reset")).Reset }),
      },
    ],
  },
  {
    path: "/",
    loader: onlySignedIn,
    Component: Frame,
    ErrorBoundary: Broken,
    HydrateFallback: Waiting,
    children: [
      {
        // What fails leaves the frame standing.
        ErrorBoundary: Broken,
        children: [
          { index: true, Component: Home },
          boardAt("boards/:boardId"),
          boardAt("boards/:boardId/views/:viewId"),
          {
            path: "docs/:docId",
            lazy: async () => ({ Component: (await import("../features/docs/DocPage")).DocPage }),
          },
          {
            path: "docs/:docId",
            lazy: async () => ({ Component: (await import("../features/docs/DocPage")).DocPage }),
          },
          {
            path: "projects/:pulseId",
            lazy: async () => ({ loader: (await import("../features/pulse/oldPath")).toPulse }),
            Component: Nothing,
          },
          {
            path: "inbox",
            lazy: async () => ({
              Component: (await import("../features/inbox/InboxPage")).InboxPage,
            }),
          },
          {
            path: "recycle-bin",
            lazy: async () => ({ Component: (await import("../features/bin/BinPage")).BinPage }),
          },
          {
            path: "admin/*",
            lazy: async () => ({
              Component: (await import("../features/admin/AdminPage")).AdminPage,
            }),
          },
          {
            path: "profile/*",
            lazy: async () => ({
              Component: (await import("../features/admin/ProfilePage")).ProfilePage,
            }),
          },
          {
            path: "help",
            lazy: async () => ({ Component: (await import("../features/help/HelpPage")).HelpPage }),
          },
          { path: "*", Component: Nothing },
        ],
      },
    ],
  },
]);

/** With a pulse over it, or alone. */
function boardAt(path: string): RouteObject {
  return {
    path,
    loader: beginWithBoard,
    lazy: async () => ({
      Component: (await import("../features/board/BoardPage")).BoardPage,
    }),
    children: [
      {
        path: "pulses/:pulseId",
        lazy: async () => ({
          Component: (await import("../features/pulse/PulsePanel")).PulsePanel,
        }),
      },
    ],
  };
}

async function onlySignedIn({ request }: { request: Request }) {
  try {
    await queryClient.ensureQueryData(meQuery);
    return null;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== UNAUTHENTICATED) throw error;
  }
  const start = await queryClient.fetchQuery(startQuery);
  if (start.needs_setup) throw redirect("/setup");
  const { pathname } = new URL(request.url);
  throw redirect(pathname === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(pathname)}`);
}

/** While the page's own code is still coming. */
function beginWithBoard({ params }: { params: { boardId?: string } }) {
  const id = Number(params.boardId);
  if (Number.isSafeInteger(id)) void queryClient.prefetchQuery(boardQuery(id));
  return null;
}

async function onlySignedOut() {
  const start = await queryClient.fetchQuery(startQuery);
  if (start.needs_setup) throw redirect("/setup");
  if (start.is_signed_in) throw redirect("/");
  return null;
}

async function onlyBeforeSetUp() {
  const start = await queryClient.fetchQuery(startQuery);
  if (!start.needs_setup) throw redirect("/");
  return null;
}
