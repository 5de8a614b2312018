import { inject } from 'vitest';

type Message = { kind: 'mail' | 'sms'; to: string; subject: string | null; text: string };

/** What was sent to an address, newest first. */
export async function messagesTo(to: string): Promise<Message[]> {
  const response = await fetch(`${inject('localEndpoint')}/inbox.json?to=${encodeURIComponent(to)}`);
  return (await response.json()) as Message[];
}

/** The six digits of the newest message to an address. */
export async function newestCode(to: string): Promise<string> {
  const [newest] = await messagesTo(to);
  const code = /\b\d{6}\b/.exec(`${newest?.subject} ${newest?.text}`)?.[0];
  if (!code) throw new Error(`no code was sent to ${to}`);
  return code;
}
