import { plural } from "./plural";

export const inbox = {
  title: "Inbox",
  show: "Which updates are shown",
  unread: "Unread",
  all: "All",
  markAllRead: "Mark all as read",
  allRead: "Everything is marked as read.",
  markRead: "Mark as read",
  markReadOf: (pulse: string) => `Mark as read: ${pulse}`,
  isUnread: "unread",
  mentionsYou: "mentions you",
  onBoard: (board: string) => `on ${board}`,
  earlierReplies: (count: number) => `${plural(count, "earlier reply", "earlier replies")}`,
  noneUnread: "You have read everything.",
  noneUnreadNext: "What others write on pulses and boards you subscribe to comes here.",
  showAll: "Show all of it",
  none: "Nothing has been written yet on what you follow.",
  noneNext: "Subscribe to a pulse or a board, or have somebody mention you with @.",
  more: "Show more",
  notifications: "Notifications",
  markNotificationsRead: "Mark these as read",
} as const;
