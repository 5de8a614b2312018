/** Attempts per client address within a window of seconds; better-auth counts them in Postgres. */
export const RATE_LIMIT_RULES = {
  '/sign-in/email': { window: 60, max: 10 },
  '/sign-up/email': { window: 3600, max: 10 },
  '/email-otp/send-verification-otp': { window: 60, max: 3 },
  '/email-otp/verify-email': { window: 60, max: 10 },
  '/email-otp/request-password-reset': { window: 60, max: 3 },
  '/email-otp/reset-password': { window: 60, max: 10 },
};
