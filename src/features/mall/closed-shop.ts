/** What stays for members of a closed shop: what is theirs, the way in and out, and how to reach the shop. */
const KEPT =
  /^\/(member-card|offline|points|help|me|privacy|terms|consent|redemptions|v|c|sign-in|sign-out)(\/|$)/;

export function isKeptOpen(path: string): boolean {
  return KEPT.test(path);
}
