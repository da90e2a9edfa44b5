import { Counter } from "@vibe/icons";
import { other } from "./other";

/** Which of its board's pulses it was. */
export const autoNumber = { ...other, icon: Counter };
