import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { escapeHtml } from './escape-html.ts';

const SHOWN_MAX = 200;

export type InboxMessage = {
  kind: 'mail' | 'sms';
  to: string;
  subject: string | null;
  text: string;
  atMs: number;
  from?: string | undefined;
  html?: string | undefined;
  replyTo?: string | undefined;
  /** The provider's key: under one key a letter is taken once, as Resend does. */
  key?: string | undefined;
};

/** What would have been sent: every letter and text message, newest first, kept across restarts. */
export class Inbox {
  readonly #file: string;
  #messages: InboxMessage[];

  constructor(file: string) {
    this.#file = file;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    this.#messages = lines
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as InboxMessage)
      .reverse();
  }

  add(message: InboxMessage): void {
    if (message.key !== undefined && this.#messages.some(({ key }) => key === message.key)) return;
    this.#messages.unshift(message);
    appendFileSync(this.#file, `${JSON.stringify(message)}\n`);
  }

  /** Messages to one address, or to all. */
  list(to: string | null): InboxMessage[] {
    const found = to === null ? this.#messages : this.#messages.filter((message) => message.to === to);
    return found.slice(0, SHOWN_MAX);
  }

  page(): string {
    const items = this.list(null).map(
      ({ kind, to, subject, text, atMs, from, html, replyTo }) => `<article>
<h2>${escapeHtml(subject ?? to)}</h2>
<p><small>${kind === 'mail' ? 'e-mail' : 'text message'} · ${escapeHtml(to)} · <time>${new Date(atMs).toISOString()}</time>${from ? ` · from ${escapeHtml(from)}` : ''}${replyTo ? ` · answers to ${escapeHtml(replyTo)}` : ''}</small></p>
${html ? `<iframe sandbox title="${escapeHtml(subject ?? '')}" srcdoc="${escapeHtml(html)}"></iframe><details><summary>As plain text</summary><pre>${escapeHtml(text)}</pre></details>` : `<pre>${escapeHtml(text)}</pre>`}</article>`,
    );
    return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="3"><title>Inbox</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f}
article{border-top:1px solid #ccc}pre{white-space:pre-wrap;font:inherit}iframe{width:100%;height:30rem;border:1px solid #ddd;border-radius:8px}small{color:#555}</style>
<main><h1>Inbox</h1><p>Nothing leaves this machine: this is what would have been sent.</p>
${items.join('\n') || '<p>Nothing yet.</p>'}</main></html>`;
  }
}
