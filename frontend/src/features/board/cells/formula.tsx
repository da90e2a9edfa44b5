import { Formula } from "@vibe/icons";
import { other } from "./other";

/** What is computed from other columns. */
export const formula = { ...other, icon: Formula };
