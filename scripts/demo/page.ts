import { escapeHtml } from '../local/escape-html.ts';
import type { Demo } from './demo.ts';
import type { FillProgress } from './fill.ts';

const ROLES: Record<string, string> = { owner: '店主 Owner', manager: '店长 Manager', clerk: '店员 Clerk' };

const STYLE = `:root{color-scheme:light dark;--page:#f6f2ea;--card:#fff;--text:#1d2421;--soft:#5b6661;--line:#e2dccf;--main:#23433b;--on:#fff}
@media(prefers-color-scheme:dark){:root{--page:#12201c;--card:#1a2a25;--text:#f6f2ea;--soft:#a9b8b1;--line:#2c4039;--main:#9cc7b6;--on:#12201c}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:72rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}h1{font-size:2rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.25rem;margin:0}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0}.filling{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.75rem 1rem;margin-top:1rem}.filling progress{display:block;width:100%;accent-color:var(--main)}small,.soft{color:var(--soft);font-size:.875rem}a{color:inherit}ol{padding:0;margin:1.5rem 0 2.5rem;list-style:none;display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));counter-reset:n}
ol li{counter-increment:n;border-top:2px solid var(--main);padding-top:.75rem}ol li::before{content:counter(n);font-size:1.5rem;font-weight:600;color:var(--main)}
.shops{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr))}section{background:var(--card);border:1px solid var(--line);border-radius:16px;overflow:hidden}
section>img{display:block;width:100%;height:9rem;object-fit:cover}section>div{padding:1.25rem}form{margin:0;display:flex;gap:.75rem;align-items:center;padding:.5rem 0;border-top:1px solid var(--line)}form:first-of-type{border-top:0}
form p,.newcomer p{flex:1;margin:0}.newcomer{display:flex;gap:.75rem;align-items:center;padding:.5rem 0;border-top:1px solid var(--line)}.newcomer .open{margin:0}button,.open{font:inherit;font-weight:600;min-height:44px;padding:.5rem 1rem;border:0;border-radius:10px;background:var(--main);color:var(--on);cursor:pointer;white-space:nowrap;text-decoration:none;display:inline-flex;align-items:center}
.open{margin:.75rem .5rem 0 0}.plain{background:none;color:var(--text);border:1px solid var(--line)}button:focus-visible,a:focus-visible{outline:3px solid #e8a57f;outline-offset:2px}
code,pre{font:13px/1.5 ui-monospace,monospace}code{word-break:break-all}pre{background:var(--page);border:1px solid var(--line);border-radius:10px;padding:.75rem;overflow-x:auto;white-space:pre-wrap;word-break:break-all}`;

/** Where the demo is, who can be entered as with one tap, and what to try first. */
export function demoPage(demo: Demo, filling: FillProgress | null): string {
  const isFilling = filling !== null && filling.done < filling.total;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${isFilling ? '<meta http-equiv="refresh" content="5">' : ''}
<title>Pointmall 演示 · Demo</title><style>${STYLE}</style>
<main><h1>三家示例店 <span lang="en">· Three demo shops</span></h1>
<p class="soft">演示数据，只在这台机器上。一按即入，不用验证码。 <span lang="en">Demo data, on this machine alone. One tap signs you in.</span></p>
${isFilling ? fillingLine(filling) : ''}<ol>${demo.tryThese.map(tryThis).join('')}</ol>
<div class="shops">${demo.shops.map((shop) => shopCard(demo, shop)).join('')}</div></main></html>`;
}

/** Everybody below can be entered as already; the shops' other members are still on their way. */
function fillingLine({ done, total }: FillProgress): string {
  return `<p class="filling" role="status"><progress max="${total}" value="${done}"></progress>
老会员名单导入中：${done} / ${total} 位；下面的人都已经可以进入。 <span lang="en">Bringing in the shops’ older members: ${done} of ${total}. Everyone below can be entered already.</span></p>
`;
}

function tryThis({ title, how, command }: Demo['tryThese'][number]): string {
  return `<li><h2>${escapeHtml(title)}</h2><p>${escapeHtml(how)}</p>${command ? `<pre>${escapeHtml(command)}</pre>` : ''}</li>`;
}

function shopCard(
  demo: Demo,
  { name, mall, console: consoleAddress, picture }: Demo['shops'][number],
): string {
  const staff = demo.signIns.filter(({ shop }) => shop === name);
  const members = demo.members.filter(({ shop }) => shop === name);
  const newcomers = demo.newcomers.filter(({ shop }) => shop === name);
  const keys = demo.apiKeys.filter(({ shop }) => shop === name);
  return `<section><img src="${escapeHtml(picture)}" alt=""><div><h2>${escapeHtml(name)}</h2>
<a class="open" href="${escapeHtml(mall)}">商城 Mall</a><a class="open plain" href="${escapeHtml(consoleAddress)}">后台 Console</a>
<h3>会员 <span lang="en">Members</span></h3>
${members.map((member) => entry(mall, { identifier: member.signInWith }, member.name, member.shows)).join('')}
${newcomers.map(newcomer).join('')}
<h3>店里的人 <span lang="en">Staff</span></h3>
${staff.map(({ role, user, password }) => entry(consoleAddress, { email: user, password }, ROLES[role] ?? role, `${user} · ${password}`)).join('')}
<h3>API key</h3>${keys.map(({ key }) => `<p><code>${escapeHtml(key)}</code></p>`).join('')}</div></section>`;
}

/** Nobody can be entered as her: she joins, as anybody would. */
function newcomer({ address, name, joinWith, shows }: Demo['newcomers'][number]): string {
  return `<div class="newcomer"><p><b>${escapeHtml(name)}</b><br><small>${escapeHtml(shows)}<br><code>${escapeHtml(joinWith)}</code></small></p><a class="open plain" href="${escapeHtml(address)}join" target="_blank">加入</a></div>`;
}

function entry(address: string, fields: Record<string, string>, who: string, what: string): string {
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  return `<form method="post" action="${escapeHtml(address)}__local/enter" target="_blank">${hidden}
<p><b>${escapeHtml(who)}</b><br><small>${escapeHtml(what)}</small></p><button aria-label="进入 ${escapeHtml(who)}">进入</button></form>`;
}
