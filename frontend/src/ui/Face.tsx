// A user's initials on a colour of their own.

import "./face.css";

interface Props {
  name: string;
  size?: number;
}

const COLORS = [
  "#0060b9",
  "#00684f",
  "#a0358a",
  "#b3233c",
  "#5a4fcf",
  "#8a5300",
  "#2c6e8f",
  "#6b4a3a",
  "#37695b",
  "#4a5568",
  "#7a3fb0",
];

export function Face({ name, size = 24 }: Props) {
  return (
    <span
      className="face"
      role="img"
      aria-label={name}
      style={{ background: colorOf(name), width: size, height: size, fontSize: size * 0.42 }}
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

function colorOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLORS[sum % COLORS.length] as string;
}
