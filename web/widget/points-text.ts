/**
 * "1,286 积分": a figure with the shop's word, as `pointsWithWord` says it in each of our languages. The
 * first use of Intl costs a page tens of milliseconds on a slow phone; before the panel is opened this is
 * all that it would be for. A test holds the two together.
 */
export function pointsText(name: { one: string; other: string }, points: number): string {
  const grouped = String(points).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped} ${points === 1 ? name.one : name.other}`;
}
