// What a pulse is about: written where it is read.

import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { Description as DescriptionIcon } from "@vibe/icons";
import { lazy, Suspense, useState } from "react";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { sayError } from "../../ui/toasts";
import { beginDescription, descriptionQuery } from "../docs/queries";

const DocEditor = lazy(async () => ({ default: (await import("../docs/DocEditor")).DocEditor }));

interface Props {
  pulseId: number;
  mayEdit: boolean;
}

/** Nothing for who may not write one where there is none. */
export function Description({ pulseId, mayEdit }: Props) {
  const { data: doc, isPending } = useQuery(descriptionQuery(pulseId));
  const [isBegun, setIsBegun] = useState(false);
  if (isPending) return null;
  const isEmpty = !doc || (doc.blocks.length === 0 && !isBegun);
  if (isEmpty && !mayEdit) return null;
  if (isEmpty) {
    const begin = () => beginDescription(pulseId).then(() => setIsBegun(true), sayError);
    return (
      <span>
        <Button
          size="small"
          kind="tertiary"
          leftIcon={DescriptionIcon}
          onClick={() => void begin()}
        >
          {texts.docs.addDescription}
        </Button>
      </span>
    );
  }
  return (
    <section className="description" aria-label={texts.docs.description}>
      <h3>{texts.docs.description}</h3>
      <Suspense fallback={<Waiting />}>
        <DocEditor
          doc={doc}
          label={texts.docs.description}
          placeholder={texts.docs.emptyDescription}
          isSmall
          isFocused={isBegun}
        />
      </Suspense>
    </section>
  );
}
