import { Subitems } from "@vibe/icons";
import { computedCell } from "./computedCell";

/** The pulses under a pulse. */
export const subtasks = computedCell(Subitems, { isComing: true });
