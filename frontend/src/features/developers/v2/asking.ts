// Asking API v2 with the token and in the version that the reader chose.

export interface Answer {
  data?: unknown;
  errors?: { message: string }[];
}

export interface Question {
  query: string;
  variables?: unknown;
  operationName?: string | null | undefined;
}

/** `version` may be empty: then the newest answers. */
export async function ask(token: string, version: string, question: Question): Promise<Answer> {
  const answer = await fetch("/v2", {
    method: "POST",
    // The token alone says who asks.
    credentials: "omit",
    headers: {
      "Content-Type": "application/json",
      ...(token && { Authorization: token }),
      ...(version && { "API-Version": version }),
    },
    body: JSON.stringify(sensible(question)),
  });
  return (await answer.json()) as Answer;
}

/** GraphiQL learns a moment late that the operation of before is gone. */
function sensible(question: Question): Question {
  const { query, variables, operationName } = question;
  const isThere = operationName && new RegExp(`\\b${operationName}\\b`).test(query);
  return isThere ? { query, variables, operationName } : { query, variables };
}
