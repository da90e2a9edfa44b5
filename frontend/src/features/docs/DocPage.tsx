// A doc on a page of its own.

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { Refused } from "../../api/client";
import { Waiting } from "../../app/Frame";
import { Nothing } from "../../app/Problems";
import { texts } from "../../texts";
import { useTitle } from "../../ui/useTitle";
import { DocHead } from "./DocHead";
import { docQuery } from "./queries";
import "./docs.css";

const DocEditor = lazy(async () => ({ default: (await import("./DocEditor")).DocEditor }));

export function DocPage() {
  const id = Number(useParams().docId);
  const { data: doc, error } = useQuery({ ...docQuery(id), enabled: Number.isSafeInteger(id) });
  useTitle(doc?.name);
  if (error instanceof Refused && error.status !== 0) return <Nothing text={error.message} />;
  if (!Number.isSafeInteger(id)) return <Nothing text={texts.docs.notThere} />;
  if (!doc) return <Waiting />;
  return (
    <article className="doc-page">
      <DocHead doc={doc} />
      <Suspense fallback={<Waiting />}>
        <DocEditor
          key={doc.id}
          doc={doc}
          label={texts.docs.text(doc.name)}
          placeholder={texts.docs.empty}
        />
      </Suspense>
    </article>
  );
}
