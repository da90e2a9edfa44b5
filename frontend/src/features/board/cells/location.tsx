import { Location } from "@vibe/icons";
import { texts } from "../../../texts";
import { FormEditor } from "../editors/FormEditor";
import { cellType } from "./CellType";
import { Outward } from "./Outward";

interface LocationValue {
  lat: number;
  lng: number;
  address: string;
}

const AS_TEXT = /^([+-]?[\d.]+)[,\s]+([+-]?[\d.]+)(?:\s+(.*))?$/s;

function made(lat: string, lng: string, address: string): LocationValue {
  const [north, east] = [Number(lat), Number(lng)];
  const isPlace = lat.trim() && lng.trim() && Math.abs(north) <= 90 && Math.abs(east) <= 180;
  if (!isPlace) throw new Error(texts.cells.notAPlace);
  return { lat: north, lng: east, address };
}

export const location = cellType<LocationValue>({
  icon: Location,
  width: 180,
  align: "start",
  Content: ({ value: { lat, lng, address }, isInButton }) => (
    <Outward
      href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=15/${lat}/${lng}`}
      text={address || `${lat} ${lng}`}
      isInButton={isInButton}
    />
  ),
  Editor: (props) => (
    <FormEditor
      {...props}
      fields={[
        { name: "address", label: texts.cells.address },
        { name: "lat", label: texts.cells.latitude, mode: "decimal", placeholder: "59.91" },
        { name: "lng", label: texts.cells.longitude, mode: "decimal", placeholder: "10.75" },
      ]}
      start={
        props.value && {
          address: props.value.address,
          lat: String(props.value.lat),
          lng: String(props.value.lng),
        }
      }
      made={({ lat, lng, address }) =>
        lat || lng || address ? made(lat, lng, address) : undefined
      }
    />
  ),
  textOf: ({ lat, lng, address }) => [lat, lng, address].join(" ").trim(),
  parse(given) {
    const found = AS_TEXT.exec(given);
    if (!found) throw new Error(texts.cells.notAPlace);
    return made(found[1] ?? "", found[2] ?? "", found[3] ?? "");
  },
});
