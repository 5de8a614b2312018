const IPV6_GROUPS_OF_A_SITE = 4;

/**
 * Whose doing a request is, for counting: an IPv4 address, or of an IPv6 one the first 64 bits, since a
 * single household or server has all the rest to itself.
 */
export function callerNetwork(address: string): string {
  if (!address.includes(':')) return address;
  const [before = '', after] = address.toLowerCase().split('::');
  const head = before.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - after.split(':').length);
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...(after?.split(':') ?? [])];
  return groups
    .slice(0, IPV6_GROUPS_OF_A_SITE)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':');
}
