// The server's own way in for this app, typed by its declaration.

import createClient from "openapi-fetch";
import type { components, paths } from "./types";

const UNAUTHENTICATED = 401;

export type Schemas = components["schemas"];

export class Refused extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

const client = createClient<paths>({ baseUrl: "/app" });

export const { GET, POST, PUT, DELETE } = client;

let signedOut: (() => void) | undefined;

/** What is to happen when the server doesn't know this browser any more. */
export function whenSignedOut(act: (() => void) | undefined): void {
  signedOut = act;
}

/** What was asked for; throws Refused with the server's own sentence. */
export async function ask<T>(
  answered: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let answer: Awaited<typeof answered>;
  try {
    answer = await answered;
  } catch {
    throw new Refused(0, "Lundi can’t be reached. Check your connection, and try again.");
  }
  if (answer.response.ok) return answer.data as T;
  if (answer.response.status === UNAUTHENTICATED) signedOut?.();
  throw new Refused(answer.response.status, sentenceOf(answer.error));
}

function sentenceOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "error" in error) return String(error.error);
  return "Something went wrong. Try again in a moment.";
}
