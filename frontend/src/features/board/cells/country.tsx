import { Country } from "@vibe/icons";
import { texts } from "../../../texts";
import { ListEditor } from "../editors/ListEditor";
import { cellType } from "./CellType";
import { COUNTRIES, countryName } from "./countries";

const OPTIONS = COUNTRIES.map(({ code, name }) => ({ key: code, text: name, value: code }));

export const country = cellType<string>({
  icon: Country,
  width: 160,
  Content: ({ value }) => <span className="cell-text">{countryName(value)}</span>,
  Editor: (props) => (
    <ListEditor
      {...props}
      options={OPTIONS}
      chosen={props.value}
      search={texts.cells.findCountry}
      none={texts.cells.noCountry}
    />
  ),
  textOf: countryName,
  parse(text) {
    const wanted = text.toLocaleLowerCase();
    const found = COUNTRIES.find(({ code, name }) =>
      [code, name].some((one) => one.toLocaleLowerCase() === wanted),
    );
    if (!found) throw new Error(`${texts.cells.noCountry} (${text})`);
    return found.code;
  },
  bodyOf: (value) => ({ type: "value", value: value ? { countryCode: value } : null }),
});
