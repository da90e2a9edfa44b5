// Both tokens, each with what it reaches; masked until they are shown.

import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { useState } from "react";
import { ask, POST, type Schemas } from "../../api/client";
import { queryClient, tokensQuery } from "../../api/queries";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { say } from "../../ui/toasts";

/** `withCompany` shows the company's token too, where the reader may see it. */
export function ApiTab({ withCompany }: { withCompany: boolean }) {
  return (
    <Loaded asked={useQuery(tokensQuery)}>
      {(tokens) => <Cards tokens={tokens} withCompany={withCompany} />}
    </Loaded>
  );
}

interface CardsProps {
  tokens: Schemas["Tokens"];
  withCompany: boolean;
}

function Cards({ tokens, withCompany }: CardsProps) {
  return (
    <div className="tokens-tab">
      <TokenCard
        title={texts.admin.personal}
        reach={texts.admin.personalReach}
        token={tokens.personal}
        rotate={() => ask(POST("/tokens/personal/rotate"))}
      />
      {withCompany && tokens.company && (
        <TokenCard
          title={texts.admin.company}
          reach={texts.admin.companyReach}
          token={tokens.company}
          rotate={() => ask(POST("/tokens/company/rotate"))}
        />
      )}
      <a href="/developers">{texts.admin.developers}</a>
    </div>
  );
}

interface CardProps {
  title: string;
  reach: string;
  token: string;
  rotate: () => Promise<unknown>;
}

function TokenCard({ title, reach, token, rotate }: CardProps) {
  const [isShown, setIsShown] = useState(false);
  const [isAsking, setIsAsking] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(token);
    say(texts.admin.copied);
  }

  async function rotated() {
    await rotate();
    await queryClient.invalidateQueries(tokensQuery);
    setIsShown(true);
    say(texts.admin.rotated);
  }

  return (
    <section className="token-card">
      <h2>{title}</h2>
      <p className="quiet">{reach}</p>
      <div className="token-line">
        <code>{isShown ? token : "•".repeat(token.length)}</code>
        <Button
          size="small"
          kind="secondary"
          aria-label={`${isShown ? texts.admin.hide : texts.admin.show}: ${title}`}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? texts.admin.hide : texts.admin.show}
        </Button>
        <Button
          size="small"
          kind="secondary"
          aria-label={`${texts.admin.copy}: ${title}`}
          onClick={() => void copy()}
        >
          {texts.admin.copy}
        </Button>
        <Button
          size="small"
          kind="tertiary"
          color="negative"
          aria-label={`${texts.admin.rotate}: ${title}`}
          onClick={() => setIsAsking(true)}
        >
          {texts.admin.rotate}
        </Button>
      </div>
      {isAsking && (
        <Confirm
          title={texts.admin.rotateTitle(title)}
          text={texts.admin.rotateWarning}
          go={texts.admin.rotate}
          keep={texts.admin.keep}
          onGo={rotated}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  );
}
