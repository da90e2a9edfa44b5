import { Connect } from "@vibe/icons";
import { computedCell } from "./computedCell";

/** Pulses of other boards. */
export const boardRelation = computedCell(Connect, { isComing: true });
