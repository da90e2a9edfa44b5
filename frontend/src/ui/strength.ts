/** 0 (not taken) to 4 (strong): by length first, then by how many kinds of characters there are. */
export function strengthOf(password: string): 0 | 1 | 2 | 3 | 4 {
  if (password.length < 8) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
  const found = kinds.filter((kind) => kind.test(password)).length;
  const isVaried = new Set(password).size >= password.length / 2;
  const points = (password.length >= 12 ? 1 : 0) + (password.length >= 16 ? 1 : 0);
  const total = 1 + points + (found >= 3 ? 1 : 0);
  return (isVaried ? Math.min(total, 4) : 1) as 1 | 2 | 3 | 4;
}
