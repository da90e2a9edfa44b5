import { queryOptions, useQuery } from "@tanstack/react-query";
import { ask, GET } from "../../api/client";
import type { ColumnRules, Types } from "./operands";

const typesQuery = queryOptions({
  queryKey: ["column-types"],
  queryFn: () => ask(GET("/column-types")),
});
const NONE: Types = new Map();
const byType = (all: ColumnRules[]): Types => new Map(all.map((one) => [one.type, one]));

/** By what pulses are filtered and sorted, by the type of a column; empty until it is there. */
export function useTypes(): Types {
  return useQuery({ ...typesQuery, select: byType }).data ?? NONE;
}
