// Requests added up over days.

/** By `key`, those of each added up; without those that have none. */
export function addedUp<One extends { calls: number }>(
  counted: One[],
  key: (one: One) => string,
): One[] {
  const found = new Map<string, One>();
  for (const one of counted) {
    const before = found.get(key(one));
    found.set(key(one), before ? { ...before, calls: before.calls + one.calls } : one);
  }
  return [...found.values()].filter(({ calls }) => calls > 0);
}
