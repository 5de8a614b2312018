import type { AppContext } from '../../http/env.ts';

/** Leads to signing in and back to this page. */
export function toSignIn(c: AppContext) {
  return c.redirect(`/sign-in?to=${encodeURIComponent(c.var.visit.path)}`, 303);
}

/** The number in two halves, as people read it out. */
export function whoOf({ displayName, number }: { displayName: string; number: string }) {
  return { name: displayName, number: `${number.slice(0, 4)} ${number.slice(4)}` };
}
