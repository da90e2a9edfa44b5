// Who reads the Developers page, when they are signed in here.

export interface Reader {
  name: string;
  token: string;
}

interface Start {
  is_signed_in: boolean;
}

interface Tokens {
  personal: string;
}

interface Me {
  user: { name: string };
}

/** The reader with their personal token; nobody where they aren't signed in. */
export async function findReader(): Promise<Reader | undefined> {
  const start = await read<Start>("/app/start");
  if (!start?.is_signed_in) return undefined;
  const [tokens, me] = await Promise.all([read<Tokens>("/app/tokens"), read<Me>("/app/me")]);
  return tokens && me && { name: me.user.name, token: tokens.personal };
}

/** Nothing where it can't be read: the page is of use without it. */
async function read<T>(path: string): Promise<T | undefined> {
  try {
    const answer = await fetch(path);
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
