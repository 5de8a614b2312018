import type { Delivery, Mall, Me, OpenedSession } from './answers.ts';
import { type Answer, ask, type Request } from './ask.ts';
import type { Page } from './contract.ts';
import type { TypedAddress } from './delivery.ts';
import { mallOrigin } from './place.ts';
import { createAttempts } from './redeem-attempt.ts';
import { createSession, type MemberAnswer } from './session.ts';

/** `loading` until the first answer; `unknown` when it can't be had: never shown as nothing or as zero. */
export type Known<Value> = { is: 'loading' } | { is: 'unknown' } | { is: 'known'; value: Value };

export type Member =
  | Known<Me>
  | { is: 'visitor' }
  /** The host has signed her in, the mall did not take it: her server's or her account's trouble. */
  | { is: 'refused'; words: string };

export type ShopState = { mall: Known<Mall>; member: Member };

const AGAIN_MS = [3000, 6000, 12_000, 30_000, 60_000];
/** A page that comes back into view after this long asks for the figures anew. */
const STALE_MS = 60_000;

/** Malls whose silence has been explained to whoever builds the page. */
const explained = new Set<string>();

/**
 * A site that the shop does not allow can read no refusal. Where the mall can be reached all the same, the
 * console says once what may be missing, and where to add it.
 */
async function explain(slug: string, url: string): Promise<void> {
  if (explained.has(slug)) return;
  explained.add(slug);
  const isThere = await fetch(url, { cache: 'no-store', credentials: 'omit' }).then(
    () => true,
    () => false,
  );
  if (isThere)
    console.warn(
      `Pointmall: mall "${slug}" does not answer this site. Allow ${location.origin} in its console: Settings, Widget, Sites.`,
    );
  else explained.delete(slug);
}

/** One mall on this page: what is known of it and of its member, and how to ask it. */
export function createShop(page: Page, slug: string) {
  const origin = mallOrigin(page.settings.scriptUrl, location.host, slug);
  const { design: seal } = page.settings;
  const design = seal === null ? '' : `&design=${encodeURIComponent(seal)}`;
  const urlOf = (path: string, query = '') =>
    `${origin}/widget/v1${path}?locale=${page.settings.locale}${design}${query}`;
  const session = createSession({
    identify: () => page.identify?.({ mall: slug }),
    open: (token) => ask<OpenedSession>(urlOf('/session'), { post: { token } }),
    opened: ({ member }) => know(member.id),
  });
  const attempts = createAttempts();
  const watchers = new Set<() => void>();
  let state: ShopState = { mall: { is: 'loading' }, member: { is: 'loading' } };
  let memberId: string | null = null;
  let typed: TypedAddress | null = null;
  let sentTo: Delivery | null = null;
  /** Answers for whoever was signed in before are not looked at. */
  let person = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAtMs = 0;
  let loading: Promise<void> | null = null;

  function change(part: Partial<ShopState>): void {
    state = { ...state, ...part };
    for (const watcher of [...watchers]) watcher();
  }

  /** What one member wished and typed is not another's. */
  function know(id: string | null): void {
    if (id === memberId) return;
    const wasAnother = memberId !== null;
    memberId = id;
    typed = null;
    sentTo = null;
    attempts.clear();
    if (wasAnother) change({ member: { is: 'loading' } });
  }

  async function readMall(): Promise<void> {
    const answer = await ask<Mall>(urlOf('/mall'));
    if (answer.kind === 'ok') change({ mall: { is: 'known', value: answer.value } });
    else if (state.mall.is !== 'known') {
      change({ mall: { is: 'unknown' } });
      void explain(slug, `${origin}/widget.js`);
    }
  }

  async function readMember(): Promise<void> {
    const asking = person;
    const answer: MemberAnswer<Me> = page.identify
      ? await session.ask((bearer) => ask<Me>(urlOf('/me'), { bearer }))
      : { kind: 'visitor' };
    if (asking !== person) return;
    if (answer.kind === 'refused')
      page.emit('error', { mall: slug, code: answer.problem.code, detail: answer.problem.detail });
    change({ member: memberOf(answer) });
  }

  async function readBoth(): Promise<void> {
    clearTimeout(timer);
    askedAtMs = Date.now();
    await Promise.all([readMall(), readMember()]);
    const failed = state.mall.is === 'unknown' || state.member.is === 'unknown';
    if (!failed) failures = 0;
    const waitMs = failed ? AGAIN_MS[failures++] : undefined;
    if (waitMs !== undefined) timer = setTimeout(load, waitMs);
  }

  /** Asks for everything that is shown; while it is being asked, the same answer serves. */
  function load(): Promise<void> {
    if (loading) return loading;
    const mine = readBoth().finally(() => {
      if (loading === mine) loading = null;
    });
    loading = mine;
    return mine;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden || watchers.size === 0 || Date.now() - askedAtMs < STALE_MS) return;
    failures = 0;
    void load();
  });

  return {
    slug,
    url: `${origin}/`,
    attempts,
    state: () => state,
    memberId: () => memberId,
    /** What was typed into the address form last, for as long as the page and the member stay. */
    typed: () => typed,
    keepTyped(now: TypedAddress): void {
      typed = now;
    },
    /** Where the last redemption of this page went: the mall offers it a moment later only. */
    sentTo: () => sentTo,
    /** From here on the address of `asker` is known, and what was typed no longer matters. */
    keepSent(delivery: Delivery, asker: string | null): void {
      if (asker !== memberId) return;
      typed = null;
      sentTo = delivery;
    },
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    load,
    /** Asked for by a person: from here on it is tried as often as at first. */
    retry(): void {
      failures = 0;
      if (state.mall.is === 'unknown') change({ mall: { is: 'loading' } });
      if (state.member.is !== 'known') change({ member: { is: 'loading' } });
      void load();
    },
    /** Somebody else may be signed in on the host's site from now on; `gone`: nobody is. */
    forgetMember(gone = false): void {
      person++;
      session.end();
      if (gone) know(null);
      change({ member: { is: 'loading' } });
      loading = null;
      void load();
    },
    /**
     * What came of asking as the member, under `/widget/v1`; a session that is over is renewed once. What
     * `asker` asked is not asked as somebody else whom the host's site has signed in meanwhile.
     */
    ask<Value>(
      path: string,
      request: Omit<Request, 'bearer'> = {},
      { query = '', asker = memberId }: { query?: string; asker?: string | null } = {},
    ): Promise<MemberAnswer<Value>> {
      return session.ask(async (bearer, { member }) => {
        if (asker === null || member.id === asker)
          return ask<Value>(urlOf(path, query), { ...request, bearer });
        void load();
        return { kind: 'visitor' };
      });
    },
  };
}

export type Shop = ReturnType<typeof createShop>;

function memberOf(answer: Answer<Me> | { kind: 'visitor' }): Member {
  switch (answer.kind) {
    case 'ok':
      return { is: 'known', value: answer.value };
    case 'refused':
      return { is: 'refused', words: answer.problem.detail };
    case 'visitor':
      return { is: 'visitor' };
    case 'lost':
      return { is: 'unknown' };
  }
}
