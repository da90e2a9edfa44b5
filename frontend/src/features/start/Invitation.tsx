import { useQuery } from "@tanstack/react-query";
import { Button, TextField } from "@vibe/core";
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

/** Where an invitation's link leads. */
export function Invitation() {
  const { secret = "" } = useParams();
  const { data: invitation, error } = useQuery({
    queryKey: ["invitation", secret],
    queryFn: () => ask(GET("/invitations/{secret}", { params: { path: { secret } } })),
  });
  if (error) return <DeadLink sentence={error.message} />;
  if (!invitation) return <Waiting />;
  return <Joining secret={secret} invitation={invitation} />;
}

interface Props {
  secret: string;
  invitation: Schemas["InvitationToAccept"];
}

function Joining({ secret, invitation }: Props) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const role = texts.start.roles[invitation.role as keyof typeof texts.start.roles];
  const { problem, isBusy, submit } = useSubmit(async () => {
    const params = { path: { secret } };
    await ask(POST("/invitations/{secret}/accept", { params, body: { name, password } }));
    location.assign("/");
  });

  return (
    <Card
      title={texts.start.invitationTitle(invitation.company)}
      lead={texts.start.invitationLead(invitation.invited_by_name, role)}
    >
      <p>
        {texts.start.invitedAs} <b>{invitation.email}</b>
      </p>
      <form className="start-form" onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
        <TextField
          id="name"
          name="name"
          title={texts.start.name}
          autoComplete="name"
          value={name}
          onChange={setName}
          required
          size="medium"
        />
        <NewPassword title={texts.start.password} value={password} onChange={setPassword} />
        <Problem>{problem}</Problem>
        <Button
          type="submit"
          loading={isBusy}
          disabled={strengthOf(password) === 0 || !name.trim()}
        >
          {texts.start.join}
        </Button>
      </form>
    </Card>
  );
}
