import type { CreateRewardInput } from '../../src/features/catalogue/schemas.ts';
import { newBrowser, read } from '../identity/browser.ts';
import { newestCode } from '../identity/inbox.ts';
import { owner, unique } from '../identity/merchant.ts';

type Answer = { status: number; location: string | null; text: string };
export type Visitor = {
  get(path: string): Promise<Answer>;
  post(path: string, form: Record<string, string>): Promise<Answer>;
};

/** An open mall of its own, reached as browsers reach it: over its pages, with cookies and forms. */
export async function openMall() {
  const shop = await owner();
  const call = async (method: string, path: string, json?: unknown) => {
    const answer = await read(await shop.browser.send(path, { method, ...(json !== undefined && { json }) }));
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer.body;
  };
  await call('PUT', '/api/programme', {
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [],
    daysUntilEntry: 0,
    expiry: { kind: 'end_of_next_year' },
  });
  const visitor = (language = 'zh-CN'): Visitor => {
    const host = `${shop.slug}.localhost:8787`;
    const browser = newBrowser(host, { origin: `http://${host}`, 'accept-language': language });
    const answer = async (response: Response): Promise<Answer> => ({
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    });
    return {
      get: async (path) => answer(await browser.send(path)),
      post: async (path, form) => answer(await browser.send(path, { form })),
    };
  };
  return {
    ...shop,
    call,
    visitor,
    async addReward(reward: { pointsEach: number } & Partial<CreateRewardInput>) {
      const created = await call('POST', '/api/rewards', {
        names: { 'zh-CN': '手作餐具' },
        units: 10,
        ...reward,
      });
      await call('POST', `/api/rewards/${String(created.id)}/publish`);
      return String(created.id);
    },
    /** Signed in, with this much to spend. */
    async memberWith(points: number) {
      const email = `${unique()}@member.test`;
      const created = await call('POST', '/api/members', { email });
      const memberId = String(created.id ?? (created.member as { id: string }).id);
      if (points > 0) {
        await call('POST', `/api/members/${memberId}/adjustments`, { points, reason: 'goodwill' });
      }
      const browser = visitor();
      await signIn(browser, email);
      return { ...browser, memberId, email };
    },
  };
}

export async function signIn(visitor: Visitor, email: string): Promise<Answer> {
  await visitor.post('/sign-in', { identifier: email, to: '/' });
  return visitor.post('/sign-in/code', { identifier: email, code: await newestCode(email), to: '/' });
}

/** The value of a hidden field of a page. */
export function hidden({ text }: Answer, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
}

/** What a reader sees of a page, without tags. */
export function words({ text }: Answer): string {
  return text
    .replace(/<(script|style|title)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
