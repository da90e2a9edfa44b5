/** Of folders, by the server's names. */
export const FOLDER_COLORS: Record<string, string> = {
  DONE_GREEN: "#00c875",
  BRIGHT_GREEN: "#9cd326",
  AQUAMARINE: "#4eccc6",
  CHILI_BLUE: "#66ccff",
  BRIGHT_BLUE: "#579bfc",
  INDIGO: "#5559df",
  DARK_PURPLE: "#784bd1",
  PURPLE: "#a25ddc",
  LIPSTICK: "#ff5ac4",
  SOFIA_PINK: "#ff158a",
  DARK_RED: "#bb3354",
  STUCK_RED: "#e2445c",
  SUNSET: "#ff7575",
  DARK_ORANGE: "#ff642e",
  WORKING_ORANGE: "#fdab3d",
};
