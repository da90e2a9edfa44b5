// What happened, after the name of who did it. Named as the events are.

type Data = Record<string, string>;

const shown = (text: string) => (text ? `“${text}”` : "nothing");

export const activity = {
  account: "The company",
  thisPulse: "this pulse",
  valueOfGoneColumn: "changed a value in a column that is gone, on",
  value: (column: string, before: string, after: string) =>
    `changed ${column} from ${shown(before)} to ${shown(after)} on`,
  events: {
    BoardCreated: "created the board",
    BoardChanged: "changed the board’s name or description",
    BoardKindChanged: "changed who sees the board",
    BoardArchived: "archived the board",
    BoardRestored: "restored the board",
    BoardSubscribed: ({ user }: Data) => `subscribed ${user || "somebody"} to the board`,
    BoardUnsubscribed: ({ user }: Data) => `unsubscribed ${user || "somebody"} from the board`,
    GroupCreated: ({ title }: Data) => `added the group ${shown(title ?? "")}`,
    GroupChanged: ({ title }: Data) => `changed the group ${shown(title ?? "")}`,
    GroupArchived: "archived a group",
    GroupRestored: "restored a group",
    GroupPlaced: ({ title }: Data) => `moved the group ${shown(title ?? "")}`,
    GroupMoved: "moved a group to this board",
    GroupLeft: "moved a group to another board",
    ColumnCreated: ({ title }: Data) => `added the column ${shown(title ?? "")}`,
    ColumnChanged: ({ title }: Data) => `changed the column ${shown(title ?? "")}`,
    ColumnDeleted: "deleted a column",
    ColumnRestored: "restored a column",
    ColumnPlaced: ({ title }: Data) => `moved the column ${shown(title ?? "")}`,
    PulseCreated: "added",
    PulseDuplicated: "duplicated a pulse as",
    PulseRenamed: ({ old }: Data) => `renamed ${shown(old ?? "")}, now`,
    PulseMoved: "moved",
    PulseLeft: "moved to another board",
    PulseArchived: "archived",
    PulseDeleted: "deleted",
    PulseRestored: "restored",
    PulsePurged: "removed for good",
    PulseSubscribed: ({ user }: Data) => `subscribed ${user || "somebody"} to`,
    PulseUnsubscribed: ({ user }: Data) => `unsubscribed ${user || "somebody"} from`,
    UpdatePosted: "wrote an update on",
    ReplyPosted: "replied on",
    UpdateDeleted: "deleted an update on",
    UpdateLiked: "liked an update on",
    UpdateUnliked: "took back a like on",
    NoteCreated: "wrote a note on",
    NoteChanged: "changed a note on",
    NoteDeleted: "deleted a note on",
    TagCreated: ({ name }: Data) => `made the tag ${shown(name ?? "")}`,
  },
} as const;
