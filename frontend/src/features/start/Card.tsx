import type { ReactNode } from "react";
import { texts } from "../../texts";
import "./start.css";

export function Card({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}) {
  return (
    <main className="start">
      <div className="start-card">
        <p className="wordmark">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {texts.product}
        </p>
        <h1>{title}</h1>
        {lead && <p className="quiet">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
