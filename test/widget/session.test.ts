import { describe, expect, test } from 'vitest';
import type { Answer } from '../../web/widget/ask.ts';
import { createSession } from '../../web/widget/session.ts';

const refused = (status: number, code: string): Answer<never> => ({
  kind: 'refused',
  problem: { code, status, detail: code },
});

/** A host that hands out `tokens` one after the other, and a mall that makes a bearer of each. */
function hostWith(tokens: unknown[]) {
  const asked: unknown[] = [];
  const left = [...tokens];
  const session = createSession({
    identify: () => {
      const token = left.shift();
      asked.push(token);
      if (token instanceof Error) throw token;
      return token;
    },
    open: async (token) => ({ kind: 'ok', value: { bearer: `bearer of ${token}` } }),
  });
  return { session, asked };
}

const echo = async (bearer: string): Promise<Answer<string>> => ({ kind: 'ok', value: bearer });

describe('a session of the widget', () => {
  test('asks the host for one token, however many questions come at once, and keeps the bearer', async () => {
    const { session, asked } = hostWith(['one', 'two']);
    const answers = await Promise.all([session.ask(echo), session.ask(echo)]);
    answers.push(await session.ask(echo));
    expect(answers.map((answer) => answer.kind === 'ok' && answer.value)).toEqual(
      Array(3).fill('bearer of one'),
    );
    expect(asked).toEqual(['one']);
  });

  test('that is over is opened anew and the question put once more', async () => {
    const { session, asked } = hostWith(['one', 'two']);
    const over = async (bearer: string) =>
      bearer === 'bearer of one' ? refused(401, 'unauthenticated') : echo(bearer);
    expect(await session.ask(over)).toEqual({ kind: 'ok', value: 'bearer of two' });
    expect(asked).toEqual(['one', 'two']);
  });

  test('that is over at once again is given up: no loop of tokens', async () => {
    const { session, asked } = hostWith(['one', 'two', 'three']);
    const answer = await session.ask(async () => refused(401, 'unauthenticated'));
    expect(answer).toMatchObject({ kind: 'refused', problem: { status: 401 } });
    expect(asked).toEqual(['one', 'two']);
  });

  test('a refusal of anything else asks for no other token', async () => {
    const { session, asked } = hostWith(['one', 'two']);
    expect(await session.ask(async () => refused(409, 'sold-out'))).toMatchObject({ kind: 'refused' });
    expect(asked).toEqual(['one']);
  });

  test.each([[''], [null], [undefined]])('%j for a token is a visitor, and no request', async (token) => {
    const { session } = hostWith([token]);
    expect(await session.ask(echo)).toEqual({ kind: 'visitor' });
  });

  test('a visitor who signs in on the host’s site is asked for again', async () => {
    const { session } = hostWith(['', 'one']);
    expect(await session.ask(echo)).toEqual({ kind: 'visitor' });
    expect(await session.ask(echo)).toEqual({ kind: 'ok', value: 'bearer of one' });
  });

  test.each([[new Error('the host is down')], [42]])(
    'a host that answers with %s leaves it unknown who she is, until the next time',
    async (token) => {
      const { session } = hostWith([token, 'one']);
      expect(await session.ask(echo)).toEqual({ kind: 'lost' });
      expect(await session.ask(echo)).toEqual({ kind: 'ok', value: 'bearer of one' });
    },
  );

  test('a token that the mall refuses is said, and the next question brings another', async () => {
    const tokens = ['old', 'fresh'];
    const session = createSession({
      identify: () => tokens.shift(),
      open: async (token) =>
        token === 'old' ? refused(401, 'token-expired') : { kind: 'ok', value: { bearer: token } },
    });
    expect(await session.ask(echo)).toMatchObject({ kind: 'refused', problem: { code: 'token-expired' } });
    expect(await session.ask(echo)).toEqual({ kind: 'ok', value: 'fresh' });
  });

  test('that was ended identifies anew', async () => {
    const { session } = hostWith(['one', 'two']);
    await session.ask(echo);
    session.end();
    expect(await session.ask(echo)).toEqual({ kind: 'ok', value: 'bearer of two' });
  });
});
