import type { Shop } from './session.ts';

/** The host of a mall: the console's own with the shop's name in place of `console`. */
export function mallHost(slug: string, consoleHost: string = window.location.host): string {
  return `${slug}.${consoleHost.replace(/^console\./, '')}`;
}

/** Where the mall is looked at from the console: before it is open by a way that only staff are given. */
export function mallHref({ state, mallUrl }: Pick<Shop, 'state' | 'mallUrl'>): string {
  return state === 'open' ? mallUrl : '/api/tenant/preview';
}
