import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

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

/** Mantine sets element styles from script; the console alone may carry inline style. */
const CONSOLE_POLICY = { ...CONTENT_SECURITY_POLICY, styleSrc: ["'self'", "'unsafe-inline'"] };

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
  };
}
