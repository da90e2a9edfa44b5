import { Link } from "@vibe/icons";
import { texts } from "../../../texts";
import { FormEditor } from "../editors/FormEditor";
import { cellType } from "./CellType";
import { Outward } from "./Outward";

interface LinkValue {
  url: string;
  text: string;
}

const SCHEME = /^(https?:\/\/|mailto:|tel:)/i;

/** Without a scheme it is a page. */
function made(address: string, text: string): LinkValue {
  const url = address && !SCHEME.test(address) ? `https://${address}` : address;
  return { url, text };
}

export const link = cellType<LinkValue>({
  icon: Link,
  width: 180,
  align: "start",
  Content: ({ value, isInButton }) => (
    <Outward href={value.url} text={value.text || value.url} isInButton={isInButton} />
  ),
  Editor: (props) => (
    <FormEditor
      {...props}
      fields={[
        { name: "url", label: texts.cells.url, placeholder: "https://example.com" },
        { name: "text", label: texts.cells.words },
      ]}
      start={props.value ? { ...props.value } : {}}
      made={({ url, text }) => (url || text ? made(url, text) : undefined)}
    />
  ),
  textOf: (value) => (value.text ? `${value.url} ${value.text}` : value.url),
  parse(given) {
    const [url = "", ...words] = given.split(/\s+/);
    return made(url, words.join(" "));
  },
});
