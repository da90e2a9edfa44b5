import { Email } from "@vibe/icons";
import { texts } from "../../../texts";
import { FormEditor } from "../editors/FormEditor";
import { cellType } from "./CellType";
import { Outward } from "./Outward";

interface EmailValue {
  email: string;
  text: string;
}

const ADDRESS = /^[^@\s]+@[^@\s]+$/;

function made(email: string, text: string): EmailValue {
  if (!ADDRESS.test(email)) throw new Error(`“${email}” is not an e-mail address.`);
  return { email, text: text || email };
}

export const email = cellType<EmailValue>({
  icon: Email,
  width: 190,
  align: "start",
  Content: ({ value, isInButton }) => (
    <Outward
      href={`mailto:${value.email}`}
      text={value.text || value.email}
      isInButton={isInButton}
    />
  ),
  Editor: (props) => (
    <FormEditor
      {...props}
      fields={[
        { name: "email", label: texts.cells.email, type: "email" },
        { name: "text", label: texts.cells.words },
      ]}
      start={{
        email: props.value?.email,
        text: props.value?.text === props.value?.email ? "" : props.value?.text,
      }}
      made={(given) => (given.email || given.text ? made(given.email, given.text) : undefined)}
    />
  ),
  textOf: (value) =>
    value.text && value.text !== value.email ? `${value.email} ${value.text}` : value.email,
  parse(given) {
    const [address = "", ...words] = given.split(/\s+/);
    return made(address, words.join(" "));
  },
});
