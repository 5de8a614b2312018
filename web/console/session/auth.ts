import { send } from '../api/client.ts';

function post<Value>(path: string, body: unknown): Promise<Value> {
  return send<Value>(`/api/auth${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

/** Starts a session for someone who has an account. */
export async function signInWithPassword(input: { email: string; password: string }): Promise<void> {
  await post('/sign-in/email', input);
}

/** Makes an account and its session; the e-mail address stays unproved until its code is typed. */
export async function signUpWithPassword(input: {
  name: string;
  email: string;
  password: string;
}): Promise<void> {
  await post('/sign-up/email', input);
}

/** Sends a fresh 6-digit code to the address; the one before it stops working. */
export async function sendEmailCode(email: string): Promise<void> {
  await post('/email-otp/send-verification-otp', { email, type: 'email-verification' });
}

/** Sends a code that lets the owner of the address choose a new password; says nothing about who exists. */
export async function sendPasswordCode(email: string): Promise<void> {
  await post('/email-otp/request-password-reset', { email });
}

/** Sets a new password by the code; every session made before ends. */
export async function resetPassword(input: { email: string; code: string; password: string }): Promise<void> {
  const { email, code, password } = input;
  await post('/email-otp/reset-password', { email, otp: code, password });
}

/** Proves the address by the code that was sent to it. */
export async function proveEmail(input: { email: string; code: string }): Promise<void> {
  await post('/email-otp/verify-email', { email: input.email, otp: input.code });
}
