// What happened to the company and its users, in sentences. Named as the events are.

interface Told {
  /** Who did it. */
  actor: string;
  /** To whom; the actor too, where that is the same. */
  user: string;
  isOwn: boolean;
  data: Record<string, string>;
}

const FIELDS: Record<string, string> = {
  name: "name",
  title: "title",
  position: "position",
  phone: "phone",
  location: "location",
  status: "status",
};
const fields = (names = "") =>
  names
    .split(",")
    .map((name) => FIELDS[name] ?? name)
    .join(", ");

export const audit = {
  account: "The command line",
  somebody: "Somebody",
  unknown: (actor: string, kind: string) => `${actor}: ${kind}`,
  events: {
    AccountCreated: ({ data }: Told) => `The company “${data.name}” was set up`,
    AccountRenamed: ({ actor, data }: Told) =>
      `${actor} renamed the company from “${data.old}” to “${data.new}”`,
    LogoChanged: ({ actor, data }: Told) =>
      `${actor} ${data.removed === "true" ? "removed" : "set"} the company’s logo`,
    PlanChanged: ({ actor, data }: Told) =>
      `${actor} changed the plan from ${data.old} to ${data.new}`,
    UserAdded: ({ actor, user, isOwn, data }: Told) =>
      isOwn ? `${user} joined as ${data.role}` : `${actor} added ${user} as ${data.role}`,
    UserChanged: ({ actor, user, isOwn, data }: Told) =>
      `${actor} changed ${isOwn ? "their own" : `${user}’s`} ${fields(data.fields)}`,
    EmailChanged: ({ actor, user, data }: Told) =>
      `${actor} changed ${user}’s e-mail address from ${data.old} to ${data.new}`,
    RoleChanged: ({ actor, user, data }: Told) =>
      `${actor} changed ${user}’s role from ${data.old} to ${data.new}`,
    PasswordChanged: ({ actor, user, isOwn }: Told) =>
      isOwn ? `${user} set a new password` : `${actor} set a new password for ${user}`,
    UserDisabled: ({ actor, user }: Told) => `${actor} disabled ${user}`,
    UserEnabled: ({ actor, user }: Told) => `${actor} enabled ${user}`,
    UserInvited: ({ actor, data }: Told) => `${actor} invited ${data.email} as ${data.role}`,
    InvitationWithdrawn: ({ actor, data }: Told) =>
      `${actor} took back the invitation of ${data.email}`,
    InvitationAccepted: ({ user }: Told) => `${user} accepted their invitation`,
    ResetLinkMade: ({ actor, user }: Told) => `${actor} made a link to a new password for ${user}`,
    TokenRotated: ({ actor, user, isOwn, data }: Told) => {
      if (!data.user_id) return `${actor} made a new company token`;
      return isOwn
        ? `${user} made a new personal token`
        : `${actor} made a new personal token for ${user}`;
    },
    SignedIn: ({ user, data }: Told) => `${user} signed in from ${data.address}`,
    SignInFailed: ({ user, data }: Told) =>
      `Signing in as ${user} failed from ${data.address}: a wrong password`,
    SignedOut: ({ actor, user, isOwn, data }: Told) => {
      const where = data.everywhere === "true" ? " everywhere" : "";
      return isOwn ? `${user} signed out${where}` : `${actor} signed ${user} out${where}`;
    },
  },
} as const;
