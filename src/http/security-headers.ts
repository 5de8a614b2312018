import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './env.ts';

/**
 * No inline script or style and nothing from elsewhere; pictures may be `blob:` so that the console
 * can show one before it is uploaded. Only we frame ourselves, and we do not.
 */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/**
 * Mantine sets element styles from script; the console alone may carry inline style. It frames malls, to
 * preview the widget: they say for themselves which of their pages it may frame.
 */
const CONSOLE_POLICY = {
  ...CONTENT_SECURITY_POLICY,
  styleSrc: ["'self'", "'unsafe-inline'"],
  frameSrc: ["'self'", malls],
};

function malls(c: Context<AppEnv>): string {
  const { scheme, rootHost } = c.var.services.config;
  return `${scheme}://*.${rootHost}`;
}

/** The policy of a page that one other origin may frame; set on its answer, it stands. */
export function policyFramedBy(origin: string): string {
  return Object.entries({ ...CONTENT_SECURITY_POLICY, frameAncestors: [origin] })
    .map(([name, sources]) => {
      const directive = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `${directive} ${sources.join(' ')}`;
    })
    .join('; ');
}

const shared = {
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [] },
};

export const pageHeaders = keepingOwn(
  secureHeaders({ ...shared, contentSecurityPolicy: CONTENT_SECURITY_POLICY }),
);
export const consoleHeaders = keepingOwn(secureHeaders({ ...shared, contentSecurityPolicy: CONSOLE_POLICY }));

/** What a route says of its own answer stands: a picture is held tighter, and may be shown elsewhere. */
function keepingOwn(headers: MiddlewareHandler): MiddlewareHandler {
  return async (c, next) => {
    const own = new Map<string, string>();
    await headers(c, async () => {
      await next();
      for (const name of ['content-security-policy', 'cross-origin-resource-policy']) {
        const value = c.res.headers.get(name);
        if (value !== null) own.set(name, value);
      }
    });
    for (const [name, value] of own) c.res.headers.set(name, value);
    // Knows no single origin; where the policy names who may frame, that alone counts.
    if (own.get('content-security-policy')?.includes('frame-ancestors'))
      c.res.headers.delete('x-frame-options');
  };
}
