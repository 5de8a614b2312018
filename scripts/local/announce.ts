import type { Demo } from '../demo/demo.ts';
import type { Addresses } from './addresses.ts';

/** Prints where everything is, and who can sign in where. */
export function announce(addresses: Addresses, demo: Demo | null): void {
  console.log(`
  Site     ${addresses.site}
  Console  ${addresses.console}
  API      ${addresses.api}
  Inbox    ${addresses.inbox} (codes and letters)
  Stripe   ${addresses.stripe ? `${addresses.stripe} (a stand-in: no money moves)` : 'the real one'}`);
  if (demo) console.log(`  Demo     ${new URL('/demo', addresses.inbox)} (everyone, one tap each)`);
  for (const staff of Object.values(Object.groupBy(demo?.signIns ?? [], ({ shop }) => shop))) {
    const users = staff?.map(({ user }) => user).join(', ');
    for (const { shop, password, address } of staff?.slice(0, 1) ?? []) {
      console.log(`  ${shop} · ${users} / ${password} at ${address}`);
    }
  }
  // One member of each shop will do here; all of them are in demo.json.
  const members = demo?.members ?? [];
  const firsts = members.filter((one) => members.find((other) => other.shop === one.shop) === one);
  for (const { shop, address, name, signInWith } of firsts) {
    console.log(`  ${shop} · member ${name}: ${signInWith} at ${address}, the code is in the inbox`);
  }
  for (const { shop, name, key } of demo?.apiKeys ?? []) console.log(`  ${shop} · API key ${name}: ${key}`);
  console.log('\nReady. Stop with Ctrl-C.');
}
