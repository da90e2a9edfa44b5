import { Battery } from "@vibe/icons";
import { other } from "./other";

/** How much of a pulse is done. */
export const progress = { ...other, icon: Battery };
