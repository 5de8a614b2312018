import type { DemoTarget } from './demo.ts';

const UNAVAILABLE = 503;
/** A machine with much else to do answers late for a while. */
const TRIES_MAX = 20;
const PAUSE_MS = 2_000;

export type Sent = {
  method?: string;
  json?: unknown;
  form?: Record<string, string>;
  bytes?: Uint8Array;
  /** Of a write of the JSON APIs: the same name for the same act, so that it may be sent again. */
  key?: string;
  bearer?: string;
};

export type Answer = { status: number; text: string; location: string | null };

/** Somebody at a browser, or a program: speaks to one host and keeps its cookies. */
export class Visitor {
  readonly #target: DemoTarget;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(target: DemoTarget, name: string) {
    this.#target = target;
    this.#origin = `http://${name}.${target.rootHost}`;
  }

  async send(path: string, sent: Sent = {}): Promise<Answer> {
    const { json, form, bytes, key, bearer } = sent;
    const body = json !== undefined ? JSON.stringify(json) : form ? String(new URLSearchParams(form)) : bytes;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#target.fetch(`${this.#origin}${path}`, {
      method: sent.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        origin: this.#origin,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(bytes && { 'content-type': 'application/octet-stream' }),
        ...(cookie && { cookie }),
        ...(key && { 'idempotency-key': key }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      ...(body !== undefined && { body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { status: response.status, text: await response.text(), location };
  }

  /**
   * A JSON answer. What is away for a moment is asked again, as its answer says it may be; anything else
   * but success ends the making of the demo with what was answered.
   */
  async ask<Value>(path: string, sent: Sent = {}): Promise<Value> {
    let { status, text } = await this.send(path, sent);
    for (let again = 0; status === UNAVAILABLE && again < TRIES_MAX; again += 1) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      ({ status, text } = await this.send(path, sent));
    }
    if (status >= 300)
      throw new Error(`${sent.method ?? ''} ${this.#origin}${path} answered ${status}: ${text}`);
    return JSON.parse(text) as Value;
  }
}

/** The newest code that was sent to an address. */
export async function codeSentTo(target: DemoTarget, address: string): Promise<string> {
  const [newest] = await target.inbox(address);
  const code = /\b\d{6}\b/.exec(newest?.text ?? '')?.[0];
  if (!code) throw new Error(`no code was sent to ${address}`);
  return code;
}
