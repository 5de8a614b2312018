import type { HostPage } from './host-site.ts';

export type Snippet = { scriptUrl: string; mall: string; locale?: string };

const NONCE = 'r4nd0m';

const document = (head: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>店铺首页</title>${head}</head><body>${body}</body></html>`;

/** What makes a host's page a page: something to read, something to press, room for the balance. */
const content = (balance: string) => `
<header><h1>云朵小店</h1><p>我的积分：${balance}</p></header>
<main><p>今天上新三件。</p><button id="buy" type="button">加入购物车</button><p id="cart">0</p></main>`;

const SHOP_SCRIPT = `document.querySelector('#buy').addEventListener('click', () => {
  const cart = document.querySelector('#cart');
  cart.textContent = String(Number(cart.textContent) + 1);
});`;

const IDENTIFY = `window.pointmall = { q: [
  ['identify', async ({ mall }) => (await fetch('/pointmall-token?mall=' + mall)).text()],
  ['on', 'redeemed', (event) => { document.title = 'redeemed ' + event.points; }],
] };`;

const tag = ({ scriptUrl, mall, locale = '' }: Snippet, nonce = '') =>
  `<script async ${nonce} src="${scriptUrl}" data-mall="${mall}" data-locale="${locale}"></script>`;

/** The five lines as the console gives them. */
export function plainPage(snippet: Snippet): HostPage {
  const body = `${content('<pm-balance></pm-balance>')}<script>${SHOP_SCRIPT}${IDENTIFY}</script>${tag(snippet)}<pm-launcher></pm-launcher>`;
  return { html: document('', body) };
}

/** The same page without the widget: what it costs by itself. */
export function barePage(): HostPage {
  return { html: document('', `${content('–')}<script>${SHOP_SCRIPT}</script>`) };
}

/** Nothing inline without the nonce, no eval, no style but from files, trusted types. */
export function strictPage(snippet: Snippet): HostPage {
  const mall = snippet.scriptUrl.replace('://', `://${snippet.mall}.`).replace('/widget.js', '');
  const nonce = `nonce="${NONCE}"`;
  const body = `${content('<pm-balance></pm-balance>')}<script ${nonce}>${SHOP_SCRIPT}${IDENTIFY}</script>${tag(snippet, nonce)}<pm-launcher></pm-launcher>`;
  return {
    html: document('', body),
    policy: [
      "default-src 'none'",
      `script-src 'nonce-${NONCE}'`,
      `connect-src 'self' ${mall}`,
      `img-src ${mall}`,
      "style-src 'self'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
  };
}

/** An application that draws itself anew at each route, and runs the snippet each time. */
export function singlePage(snippet: Snippet): HostPage {
  const draw = `
    const routes = { '#a': 'A', '#b': 'B' };
    function draw() {
      const view = document.createElement('div');
      view.innerHTML = '<h1>' + (routes[location.hash] ?? 'A') + '</h1><p>积分：<pm-balance></pm-balance></p><nav><a href="#a">A</a> <a href="#b">B</a></nav><pm-launcher></pm-launcher>';
      ${IDENTIFY}
      const script = document.createElement('script');
      script.async = true;
      script.src = '${snippet.scriptUrl}';
      script.dataset.mall = '${snippet.mall}';
      view.append(script);
      document.querySelector('#app').replaceChildren(view);
    }
    addEventListener('hashchange', draw);
    draw();`;
  return { html: document('', `<div id="app"></div><script>${draw}</script>`) };
}

/** Two shops side by side: each element names its mall. */
export function twoMallsPage(first: Snippet, second: Snippet): HostPage {
  const body = `${content(`<pm-balance mall="${first.mall}"></pm-balance> / <pm-balance mall="${second.mall}"></pm-balance>`)}
<script>${SHOP_SCRIPT}${IDENTIFY}</script>${tag(first)}
<pm-launcher mall="${first.mall}"></pm-launcher><pm-launcher mall="${second.mall}"></pm-launcher>`;
  return { html: document('', body) };
}
