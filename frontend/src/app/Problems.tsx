import { Button } from "@vibe/core";
import { Link, useRouteError } from "react-router";
import { texts } from "../texts";

export function Nothing({ text = texts.errors.notFound }: { text?: string }) {
  return (
    <div className="problem">
      <h1>{text}</h1>
      <Link to="/">{texts.errors.home}</Link>
    </div>
  );
}

export function Broken() {
  const error = useRouteError();
  return (
    <div className="problem" role="alert">
      <h1>{texts.errors.broken}</h1>
      <p className="quiet">{error instanceof Error ? error.message : ""}</p>
      <Button onClick={() => location.reload()}>{texts.errors.reload}</Button>
    </div>
  );
}
