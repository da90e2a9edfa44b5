import { Mirror } from "@vibe/icons";
import { other } from "./other";

/** What linked pulses have in their columns. */
export const mirror = { ...other, icon: Mirror };
