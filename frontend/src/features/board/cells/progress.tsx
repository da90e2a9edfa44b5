import { Battery } from "@vibe/icons";
import { computedCell } from "./computedCell";

/** How much of a pulse is done. */
export const progress = computedCell(Battery);
