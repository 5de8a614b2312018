import { accountOfPlatform, completeOnboarding } from './accounts.ts';
import { type Context, type Endpoint, secondsOf } from './context.ts';
import { newId } from './identifier.ts';
import type { AccountLink } from './tables.ts';

const LINK_LIFE_MS = 5 * 60_000;

const createAccountLink: Endpoint = {
  method: 'POST',
  path: '/v1/account_links',
  handle(call) {
    const { parameters, nowMs } = call;
    const id = parameters.required('account');
    const refreshUrl = parameters.url('refresh_url') ?? parameters.required('refresh_url');
    const returnUrl = parameters.url('return_url') ?? parameters.required('return_url');
    parameters.required('type');
    parameters.oneOf('type', ['account_onboarding', 'account_update']);
    return () => {
      accountOfPlatform(call, id);
      const token = newId('link', 12);
      const expiresAtMs = nowMs + LINK_LIFE_MS;
      call.store.put('accountLinks', token, {
        account: id,
        refreshUrl,
        returnUrl,
        expiresAtMs,
        visited: false,
      });
      return {
        object: 'account_link',
        created: secondsOf(nowMs),
        expires_at: secondsOf(expiresAtMs),
        url: `${call.url}/setup/s/${id}/${token}`,
      };
    };
  },
};

export const accountLinkEndpoints = [createAccountLink];

/** Opens a link for the one time that it can be opened; null when it is used up, expired or unknown. */
export function openAccountLink({ store, nowMs }: Context, token: string): AccountLink | null {
  const link = store.get('accountLinks', token);
  if (!link || link.visited || link.expiresAtMs < nowMs) return null;
  store.put('accountLinks', token, { ...link, visited: true });
  return link;
}

/** Finishes onboarding on an opened link and says where its owner goes on. */
export function finishAccountLink(context: Context, token: string): string | null {
  const link = context.store.get('accountLinks', token);
  if (!link?.visited) return null;
  completeOnboarding(context, link.account);
  return link.returnUrl;
}
