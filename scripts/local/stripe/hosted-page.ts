import { escapeHtml } from '../escape-html.ts';
import { formatAmount } from './currencies.ts';
import { type PageLanguage, say } from './hosted-words.ts';
import type { Session } from './tables.ts';

const STYLE = `*{box-sizing:border-box}body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1a1f36;background:#f6f8fa}
main{max-width:26rem;margin:0 auto;padding:1.5rem 1rem}h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0}
.notice{font-size:.875rem;background:#fff4d6;color:#5c4400;padding:.5rem .75rem;border-radius:.5rem}
.error{background:#fde8e8;color:#8a1c1c;padding:.75rem;border-radius:.5rem}ul{padding:0;list-style:none}
li{display:flex;justify-content:space-between;gap:1rem}fieldset{border:1px solid #c1c9d2;border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem}
label{display:flex;gap:.5rem;align-items:center;min-height:2.75rem}label.field{display:block}input[type=email]{width:100%;font:inherit;padding:.6rem;border:1px solid #6b7685;border-radius:.375rem}
button{font:inherit;width:100%;min-height:3rem;border-radius:.5rem;border:1px solid #4f46b8;cursor:pointer;margin-top:.75rem}
button.main{background:#4f46b8;color:#fff;font-weight:600}button.other{background:#fff;color:#3b3494}
a{color:#3b3494}:focus-visible{outline:3px solid #1a1f36;outline-offset:2px}`;

const RADIO = (value: string, text: string, checked: boolean) =>
  `<label><input type="radio" name="card" value="${value}"${checked ? ' checked' : ''}>${escapeHtml(text)}</label>`;

function page(language: PageLanguage, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><p class="notice">${escapeHtml(say(language, 'notice'))}</p>
<h1>${escapeHtml(title)}</h1>
${content}</main></body></html>`;
}

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
const link = (address: string, text: string) =>
  `<p><a href="${escapeHtml(address)}">${escapeHtml(text)}</a></p>`;
const button = (kind: 'main' | 'other', action: string, text: string) =>
  `<button class="${kind}" name="action" value="${action}"${action === 'leave' ? ' formnovalidate' : ''}>${escapeHtml(text)}</button>`;

export type Shown = {
  language: PageLanguage;
  session: Session;
  merchant: string;
  lines: { name: string; amount: number; quantity: number }[];
};

function valuesOf({ language, session, merchant }: Shown) {
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? 'usd', language);
  return { amount, merchant };
}

/** The page on which an open session is paid; `problem` says why the last try did not. */
export function checkoutPage(shown: Shown, problem: 'declined' | 'notAuthenticated' | null): string {
  const { language, session } = shown;
  const values = valuesOf(shown);
  const t = (name: Parameters<typeof say>[1]) => say(language, name, values);
  const lines = shown.lines.map(({ name, amount, quantity }) => {
    const text = quantity > 1 ? `${name} × ${quantity}` : name;
    const price = formatAmount(amount, session.currency ?? 'usd', language);
    return `<li><span>${escapeHtml(text)}</span><span>${escapeHtml(price)}</span></li>`;
  });
  const email = escapeHtml(session.customer_email ?? 'payer@example.com');
  return page(
    language,
    t('title'),
    `${paragraph(t('to'))}<ul>${lines.join('')}</ul>
${problem ? `<p class="error" role="alert">${escapeHtml(t(problem))}</p>` : ''}
<form method="post"><label class="field">${escapeHtml(t('email'))}
<input type="email" name="email" required autocomplete="email" value="${email}"></label>
<fieldset><legend>${escapeHtml(t('card'))}</legend>
${RADIO('pays', t('cardPays'), true)}${RADIO('declined', t('cardDeclined'), false)}${RADIO('challenged', t('cardChallenged'), false)}
</fieldset>${button('main', 'pay', t('pay'))}
${session.cancel_url ? button('other', 'leave', t('leave')) : ''}</form>`,
  );
}

/** The bank's question of 3-D Secure. Going away from it abandons the try and leaves the session open. */
export function challengePage(shown: Shown): string {
  const { language, session } = shown;
  const t = (name: Parameters<typeof say>[1]) => say(language, name, valuesOf(shown));
  return page(
    language,
    t('challengeTitle'),
    `${paragraph(t('challengeText'))}<form method="post">
${button('main', 'confirm', t('confirm'))}${button('other', 'refuse', t('refuse'))}
${session.cancel_url ? button('other', 'leave', t('leave')) : ''}</form>`,
  );
}

/** A session that is over: paid, or expired with nothing paid. */
export function closedPage(shown: Shown, onward: string | null): string {
  const t = (name: Parameters<typeof say>[1]) => say(shown.language, name, valuesOf(shown));
  const paid = shown.session.status === 'complete';
  return page(
    shown.language,
    t(paid ? 'completeTitle' : 'expiredTitle'),
    paragraph(t(paid ? 'completeText' : 'expiredText')) +
      (onward ? link(onward, t(paid ? 'goOn' : 'leave')) : ''),
  );
}

/** Where Stripe would ask a merchant about itself. */
export function setupPage(language: PageLanguage): string {
  return page(
    language,
    say(language, 'setupTitle'),
    `${paragraph(say(language, 'setupText'))}<form method="post">
${button('main', 'complete', say(language, 'setupComplete'))}
${button('other', 'leave', say(language, 'setupLeave'))}</form>`,
  );
}

export function missingPage(language: PageLanguage): string {
  return page(language, say(language, 'missingTitle'), paragraph(say(language, 'missingText')));
}
