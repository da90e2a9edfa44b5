// A text of the catalogue with `code`, **strong** and [links](/to) in it.

import type { ReactNode } from "react";
import { Link } from "react-router";

const MARKED = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/;
// Pages that aren't part of this app.
const OTHERS = ["/developers"];

export function Prose({ text }: { text: string }) {
  return text.split(MARKED).map(shown);
}

function shown(part: string, index: number): ReactNode {
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
  // The parts of a text stay in their places.
  const key = `${index}`;
  if (link) return linked(link[1] ?? "", link[2] ?? "", key);
  if (part.startsWith("`")) return <code key={key}>{part.slice(1, -1)}</code>;
  if (part.startsWith("**")) return <b key={key}>{part.slice(2, -2)}</b>;
  return part;
}

function linked(text: string, to: string, key: string): ReactNode {
  if (OTHERS.includes(to)) {
    return (
      <a key={key} href={to}>
        {text}
      </a>
    );
  }
  return (
    <Link key={key} to={to}>
      {text}
    </Link>
  );
}
