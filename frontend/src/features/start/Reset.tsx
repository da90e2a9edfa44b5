import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { useState } from "react";
import { useParams } from "react-router";
import { ask, GET, POST, type Schemas } from "../../api/client";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { NewPassword } from "../../ui/NewPassword";
import { Problem } from "../../ui/Problem";
import { strengthOf } from "../../ui/strength";
import { useSubmit } from "../../ui/useSubmit";
import { Card } from "./Card";
import { DeadLink } from "./DeadLink";

/** Where a link to a new password leads. */
export function Reset() {
  const { secret = "" } = useParams();
  const { data: reset, error } = useQuery({
    queryKey: ["reset", secret],
    queryFn: () => ask(GET("/resets/{secret}", { params: { path: { secret } } })),
  });
  if (error) return <DeadLink sentence={error.message} />;
  if (!reset) return <Waiting />;
  return <NewPasswordForm secret={secret} reset={reset} />;
}

interface Props {
  secret: string;
  reset: Schemas["ResetToUse"];
}

function NewPasswordForm({ secret, reset }: Props) {
  const [password, setPassword] = useState("");
  const { problem, isBusy, submit } = useSubmit(async () => {
    await ask(POST("/resets/{secret}", { params: { path: { secret } }, body: { password } }));
    location.assign("/");
  });

  return (
    <Card
      title={texts.start.resetTitle(reset.name)}
      lead={texts.start.resetLead(reset.email, reset.company)}
    >
      <form className="start-form" onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={reset.email} />
        <NewPassword title={texts.start.newPassword} value={password} onChange={setPassword} />
        <p className="quiet">{texts.start.resetHint}</p>
        <Problem>{problem}</Problem>
        <Button type="submit" loading={isBusy} disabled={strengthOf(password) === 0}>
          {texts.start.setPassword}
        </Button>
      </form>
    </Card>
  );
}
