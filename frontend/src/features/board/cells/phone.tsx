import { Mobile } from "@vibe/icons";
import { texts } from "../../../texts";
import { FormEditor } from "../editors/FormEditor";
import { cellType } from "./CellType";
import { COUNTRIES } from "./countries";
import { Outward } from "./Outward";

interface PhoneValue {
  phone: string;
  country: string;
}

const AND_COUNTRY = /^(.*\d)\s+([a-z]{2})$/i;

export const phone = cellType<PhoneValue>({
  icon: Mobile,
  width: 160,
  align: "start",
  Content: ({ value, isInButton }) => (
    <Outward href={`tel:${value.phone}`} text={value.phone} isInButton={isInButton} />
  ),
  Editor: (props) => (
    <FormEditor
      {...props}
      fields={[
        { name: "phone", label: texts.cells.phone, type: "tel", placeholder: "+1 202 555 0169" },
        {
          name: "country",
          label: texts.cells.country,
          choices: [
            ["", texts.cells.byNumber],
            ...COUNTRIES.map(({ code, name }) => [code, name] as const),
          ],
        },
      ]}
      start={props.value ? { ...props.value } : {}}
      made={({ phone: number, country }) => (number ? { phone: number, country } : undefined)}
    />
  ),
  textOf: (value) => value.phone,
  parse(given) {
    const found = AND_COUNTRY.exec(given);
    return { phone: found?.[1] ?? given, country: (found?.[2] ?? "").toUpperCase() };
  },
  bodyOf: (value) => ({
    type: "value",
    value: value ? { phone: value.phone, countryShortName: value.country } : null,
  }),
});
