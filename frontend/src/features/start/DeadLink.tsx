import { Link } from "react-router";
import { texts } from "../../texts";
import { Card } from "./Card";

/** For a link that is unknown, used or too old, with the server's own sentence. */
export function DeadLink({ sentence }: { sentence: string }) {
  return (
    <Card title={texts.start.linkTitle}>
      <p role="alert">{sentence}</p>
      <Link to="/sign-in">{texts.start.toSignIn}</Link>
    </Card>
  );
}
