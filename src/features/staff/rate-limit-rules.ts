/** Attempts per client address within a window of seconds; better-auth counts them in Postgres. */
const RULES = {
  '/sign-in/email': { window: 60, max: 10 },
  '/sign-up/email': { window: 3600, max: 10 },
  '/email-otp/send-verification-otp': { window: 60, max: 3 },
  '/email-otp/verify-email': { window: 60, max: 10 },
  '/email-otp/request-password-reset': { window: 60, max: 3 },
  '/email-otp/reset-password': { window: 60, max: 10 },
};

/** On one machine every client has the same address, so each bucket there is this much larger. */
const LOCAL_FACTOR = 1000;

/** Limits of the sign-in endpoints; everything else of better-auth shares one wide bucket. */
export function rateLimitRules(environment: 'production' | 'local') {
  const factor = environment === 'local' ? LOCAL_FACTOR : 1;
  const customRules = Object.fromEntries(
    Object.entries(RULES).map(([path, { window, max }]) => [path, { window, max: max * factor }]),
  );
  return { window: 60, max: 300 * factor, customRules };
}
