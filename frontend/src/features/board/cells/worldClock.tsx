import { Globe } from "@vibe/icons";
import { useEffect, useState } from "react";
import { texts } from "../../../texts";
import { ListEditor } from "../editors/ListEditor";
import { cellType } from "./CellType";

const EVERY = 20_000;
const ZONES = Intl.supportedValuesOf("timeZone");
const OPTIONS = ZONES.map((zone) => ({ key: zone, text: shown(zone), value: zone }));

export const worldClock = cellType<string>({
  icon: Globe,
  width: 190,
  Content: ({ value }) => <Clock zone={value} />,
  Editor: (props) => (
    <ListEditor
      {...props}
      options={OPTIONS}
      chosen={props.value}
      search={texts.cells.findZone}
      none={texts.cells.noZone}
    />
  ),
  textOf: (value) => value,
  parse(text) {
    const wanted = text.toLocaleLowerCase().replaceAll(" ", "_");
    const found = ZONES.find((zone) => zone.toLocaleLowerCase() === wanted);
    if (!found) throw new Error(`${texts.cells.noZone} (${text})`);
    return found;
  },
});

function Clock({ zone }: { zone: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="cell-text">
      <b>{timeIn(zone, now)}</b> {shown(zone)}
    </span>
  );
}

function timeIn(zone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat(undefined, {
      hour: "2-digit",
      minute: "2-digit",
      timeZone: zone,
    }).format(now);
  } catch {
    // One that the server knows and this browser doesn't.
    return "";
  }
}

function shown(zone: string): string {
  return zone.replaceAll("_", " ");
}
