import { Mirror } from "@vibe/icons";
import { computedCell } from "./computedCell";

/** What linked pulses have in their columns. */
export const mirror = computedCell(Mirror, { isComing: true });
