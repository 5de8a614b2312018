import { createHmac } from 'node:crypto';

/** The Worker's roles; the migrations make them, without a way to log in. */
export const APP_ROLE = 'pointmall_app';
export const AUTH_ROLE = 'pointmall_auth';

export type DatabaseUrls = { ownerUrl: string; appUrl: string; authUrl: string };

/**
 * The connection strings of the Worker's roles beside the owner's. Their passwords follow from the
 * owner's, so that two starters against one server agree without telling each other.
 */
export function roleUrls(ownerUrl: string): DatabaseUrls {
  const owner = new URL(ownerUrl);
  const urlFor = (role: string) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = createHmac('sha256', `${owner.username}:${owner.password}`)
      .update(role)
      .digest('base64url');
    return url.href;
  };
  return { ownerUrl, appUrl: urlFor(APP_ROLE), authUrl: urlFor(AUTH_ROLE) };
}

/** Roles and passwords of some connection strings. */
export function passwordsOf(urls: string[]): Map<string, string> {
  return new Map(
    urls
      .map((url) => new URL(url))
      .map(({ username, password }) => [decodeURIComponent(username), decodeURIComponent(password)]),
  );
}
