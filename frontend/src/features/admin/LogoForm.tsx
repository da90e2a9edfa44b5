import { Button } from "@vibe/core";
import { useRef, useState } from "react";
import { ask, DELETE, PUT } from "../../api/client";
import { accountQuery, queryClient } from "../../api/queries";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { say } from "../../ui/toasts";
import type { Account } from "./GeneralTab";

const LARGEST = 200 * 1024;
const TYPES = ["image/png", "image/jpeg", "image/webp"];

export function LogoForm({ account }: { account: Account }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  // An address of its own for each image, so that the browser asks again.
  const [version, setVersion] = useState(() => Date.now());

  async function change(asked: Promise<unknown>, told: string) {
    setProblem("");
    try {
      await asked;
      await queryClient.invalidateQueries(accountQuery);
      setVersion(Date.now());
      say(told);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  return (
    <section className="admin-card">
      <h2>{texts.admin.general.logo}</h2>
      <p className="quiet">{texts.admin.general.logoHint}</p>
      {account.has_logo ? (
        <img
          className="logo"
          src={`/logo?${version}`}
          alt={texts.admin.general.logoOf(account.name)}
        />
      ) : (
        <p>{texts.admin.general.noLogo}</p>
      )}
      <Problem>{problem}</Problem>
      <div className="admin-line">
        <input
          ref={input}
          type="file"
          hidden
          aria-label={texts.admin.general.upload}
          accept={TYPES.join(",")}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void change(upload(file), texts.admin.general.logoSet);
            currentTarget.value = "";
          }}
        />
        <Button kind="secondary" size="small" onClick={() => input.current?.click()}>
          {account.has_logo ? texts.admin.general.replace : texts.admin.general.upload}
        </Button>
        {account.has_logo && (
          <Button
            kind="tertiary"
            size="small"
            onClick={() =>
              void change(ask(DELETE("/admin/account/logo")), texts.admin.general.logoRemoved)
            }
          >
            {texts.admin.general.remove}
          </Button>
        )}
      </div>
    </section>
  );
}

async function upload(file: File): Promise<void> {
  if (!TYPES.includes(file.type)) throw new Error(texts.admin.general.wrongType);
  if (file.size > LARGEST) {
    throw new Error(texts.admin.general.tooLarge(Math.ceil(file.size / 1024)));
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const image = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  await ask(PUT("/admin/account/logo", { body: { image } }));
}
