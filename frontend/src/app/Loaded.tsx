// What is shown of an answer: that it is awaited, why there is none, or what is in it.

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Problem } from "../ui/Problem";
import { Waiting } from "./Frame";

interface Props<T> {
  asked: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ asked, children }: Props<T>) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error) return <Problem>{asked.error.message}</Problem>;
  return <Waiting />;
}
