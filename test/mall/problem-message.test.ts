import { expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import { problemMessage, refusalMessage } from '../../src/features/mall/problem-message.ts';
import { problemOfRefusal } from '../../src/http/problem.ts';
import type { AnyRefusal } from '../../src/lib/result.ts';
import { refusalWords } from '../../src/messages/refusal-words.ts';
import { frame, NOW_MS, POINTS_NAME } from './fixtures.ts';

const settingOf = (locale: Locale) => ({ locale, timeZone: 'Asia/Shanghai', pointsName: POINTS_NAME });

function messageOf(locale: Locale, refusal: AnyRefusal) {
  const said = { code: refusal.code, ...refusalWords(refusal, settingOf(locale), NOW_MS) };
  return refusalMessage(frame(locale, '/').words.t, said, '/rewards/rwd_1');
}

test('a form that was sent before with other details says so, and leads to what it did', () => {
  const said = messageOf('zh-CN', { code: 'key_reused' });
  expect(said).toEqual({
    title: '这张表单已经提交过了',
    text: '之前提交的内容和这次不同，这次没有任何变动。先看看兑换记录；还要再换一件，请回到礼品页重新填写。',
    requestId: null,
    action: { href: '/redemptions', label: '查看兑换记录' },
  });
  const problem = problemOfRefusal(
    { code: 'key_reused' },
    { format: settingOf('zh-CN'), requestId: 'r', nowMs: NOW_MS },
  );
  expect(problemMessage('zh-CN', problem, '/')).toEqual(said);
});

test.each(LOCALES)('in %s no member reads of keys', (locale) => {
  const { title, text } = messageOf(locale, { code: 'key_reused' });
  expect(`${title} ${text}`).not.toMatch(/key|幂等|冪等|键|鍵/i);
});

test('any other refusal says what happened, with the way back', () => {
  expect(messageOf('en', { code: 'sold_out', remainingUnits: 0 })).toEqual({
    title: 'Sold out',
    text: 'Just sold out. No points were taken',
    requestId: null,
    action: { href: '/rewards/rwd_1', label: 'Back' },
  });
});
