// How high a chart goes.

/** From which part of the limit on it stands in the chart; below it the bars would be too low to be seen. */
const NEAR = 0.2;

/** The count at the chart's top, a round one, and whether the limit is below it. */
export function scaleOf(counts: number[], limit: number | null) {
  const most = Math.max(0, ...counts);
  const isLimitIn = limit !== null && most >= limit * NEAR;
  return { top: isLimitIn ? Math.max(most, limit) : roundUp(most), isLimitIn };
}

/** To 1, 2 or 5 times a power of ten. */
function roundUp(count: number): number {
  if (count <= 5) return 5;
  const power = 10 ** Math.floor(Math.log10(count));
  return [1, 2, 5, 10].map((step) => step * power).find((round) => round >= count) ?? count;
}
