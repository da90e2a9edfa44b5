import { Dependency } from "@vibe/icons";
import { computedCell } from "./computedCell";

/** Pulses of the same board that come before. */
export const dependency = computedCell(Dependency, { isComing: true });
