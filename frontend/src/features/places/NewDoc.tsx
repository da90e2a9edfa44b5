import { useNavigate } from "react-router";
import { texts } from "../../texts";
import { createDoc } from "../docs/queries";
import { NewThing } from "./NewThing";
import type { Place } from "./tree";

interface Props {
  /** Without one, the Main workspace. */
  place?: Place;
  onClose: () => void;
}

export function NewDoc({ place, onClose }: Props) {
  const navigate = useNavigate();
  return (
    <NewThing
      title={texts.docs.newDoc}
      kinds={texts.docs.kindsInFull}
      create={texts.docs.create}
      place={place}
      onCreate={async (name, kind, where) => {
        const doc = await createDoc(name, kind, where);
        onClose();
        navigate(`/docs/${doc.id}`);
      }}
      onClose={onClose}
    />
  );
}
