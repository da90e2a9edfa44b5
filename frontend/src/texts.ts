// Every text of the app, in one place: another language is another folder of this shape.

import { activity } from "./texts/activity";
import { admin } from "./texts/admin";
import { bin } from "./texts/bin";
import { board } from "./texts/board";
import { cells } from "./texts/cells";
import { docs } from "./texts/docs";
import { files } from "./texts/files";
import { help } from "./texts/help";
import { inbox } from "./texts/inbox";
import { places } from "./texts/places";
import { plural } from "./texts/plural";
import { pulse } from "./texts/pulse";
import { start } from "./texts/start";
import { webhooks } from "./texts/webhooks";

export const texts = {
  product: "Lundi",
  activity,
  docs,
  files,
  start,
  frame: {
    boards: "Boards",
    newBoard: "New board",
    search: "Find a board or a doc",
    inbox: (count: number) => (count ? `Inbox, ${count} unread` : "Inbox"),
    mentioned: "Somebody mentioned you: see your inbox.",
    favorites: "Favourites",
    noBoards: "No boards yet. Make the first one with “New board”.",
    noneFound: "No board or doc has that name.",
    admin: "Admin",
    profile: "My profile",
    help: "Help",
    developers: "Developers",
    signOut: "Sign out",
    dark: "Dark theme",
    light: "Light theme",
    menu: "Open the side bar",
    closeMenu: "Close the side bar",
    offline: "Offline: changes by others are not shown. Trying to connect again…",
    skip: "Skip to the page",
    kinds: { public: "Main", share: "Shareable", private: "Private" },
  },
  home: {
    title: (company: string) => `Welcome to ${company}`,
    lead: "Your boards. What you mark with a star comes first.",
    empty: (mayWrite: boolean) =>
      mayWrite
        ? "No boards yet. Make the first one with “New board”, the plus at the top left."
        : "No board is shared with you yet. Ask whoever invited you to subscribe you to one.",
    all: "All boards",
    unread: (count: number) => `${plural(count, "thread", "threads")} to read in your inbox`,
  },
  board,
  cells,
  places,
  pulse,
  undo: {
    undo: "Undo",
    undone: "Taken back",
    nothing: "There is nothing to take back.",
    close: "Close",
    undoing: "Taking back…",
    duplicating: "Duplicating…",
    removing: "Putting away…",
    duplicated: (count: number) => `${plural(count, "pulse", "pulses")} duplicated`,
    setting: "Setting cells…",
    cellsSet: (count: number) => `${plural(count, "cell", "cells")} changed`,
    moved: (count: number) => `${plural(count, "pulse", "pulses")} moved`,
    groupArchived: (title: string) => `Group “${title}” archived`,
    columnDeleted: (title: string) => `Column “${title}” deleted`,
    boardArchived: (name: string) => `Board “${name}” archived`,
    deleted: (count: number) => `${plural(count, "pulse", "pulses")} deleted`,
    archived: (count: number) => `${plural(count, "pulse", "pulses")} archived`,
  },
  admin,
  help,
  errors: {
    notFound: "There is nothing at this address, or it isn’t shared with you.",
    home: "To the start page",
    broken: "This part of the page failed. Reload it; if it fails again, tell your admin.",
    reload: "Reload",
  },
  inbox,
  bin,
  webhooks,
} as const;
