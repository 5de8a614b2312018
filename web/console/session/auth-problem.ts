/** What sign-in says no with, by better-auth's codes; each has its words in the catalogue. */
const AUTH_CODES = [
  'invalid-email-or-password',
  'invalid-email',
  'user-already-exists',
  'user-already-exists-use-another-email',
  'password-too-short',
  'password-too-long',
  'invalid-otp',
  'otp-expired',
  'too-many-attempts',
] as const;

export type AuthCode = (typeof AUTH_CODES)[number];

export function isAuthCode(code: string): code is AuthCode {
  return AUTH_CODES.some((known) => known === code);
}
