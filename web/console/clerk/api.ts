import { queryOptions } from '@tanstack/react-query';
import { read, send, write } from '../api/client.ts';

export type ClerkLinkLook = { shopName: string; name: string | null };
export type DeviceClerk = { userId: string; name: string };
export type Device = { shopName: string | null; clerks: DeviceClerk[]; lockedFor: number | null };
type Done = { done: true };

/** Where a clerk's link leads; uses nothing up. */
export const clerkLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['clerk-link', token],
    queryFn: () =>
      write<ClerkLinkLook>('/counter/link', { method: 'POST', body: { token }, key: crypto.randomUUID() }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export function joinCounter(
  input: { token: string; name: string | null; pin: string },
  key: string,
): Promise<Done> {
  return write('/counter/join', { method: 'POST', body: input, key });
}

/** Who may sign in on this device by a PIN. */
export const deviceQuery = queryOptions({
  queryKey: ['counter-device'],
  queryFn: ({ signal }) => read<Device>('/counter/device', {}, signal),
  staleTime: 0,
});

/** Not through `write`: a lock that is asked about must not wait for itself. */
function post(path: string, body: unknown, keepalive = false): Promise<Done> {
  return send(`/api/counter/${path}`, {
    method: 'POST',
    keepalive,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
  });
}

export const unlock = (pin: string) => post('unlock', { pin });
export const lockDevice = () => post('lock', {}, true);
/** A clerk whom a password brought in goes on by her PIN on this device. */
export const keepOnDevice = (pin: string) => post('device', { pin });
export const signInByPin = (input: { userId: string; pin: string }) => post('sign-in', input);

export const OWN_PIN_KEY = ['own-pin'] as const;

export const ownPinQuery = queryOptions({
  queryKey: OWN_PIN_KEY,
  queryFn: ({ signal }) => read<{ isSet: boolean }>('/me/pin', {}, signal),
});

export function setOwnPin(input: { pin: string; proof: string }, key: string): Promise<Done> {
  return write('/me/pin', { method: 'PUT', body: input, key });
}
