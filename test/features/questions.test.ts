import { expect, test } from 'vitest';
import { QUESTIONS_PER_DAY } from '../../src/domain/question.ts';
import { getHome } from '../../src/features/home/get-home.ts';
import { answerQuestion } from '../../src/features/questions/answer-question.ts';
import { askAboutOrder, askQuestion, listOwnQuestions } from '../../src/features/questions/ask-question.ts';
import { listQuestions } from '../../src/features/questions/list-questions.ts';
import { join, must, newKey, openShop, type Shop } from './world.ts';

const inbox = async (shop: Shop, state: 'open' | 'answered' = 'open') =>
  must(await listQuestions({ ctx: shop.owner, input: { state, cursor: null, limit: 50 } })).items;

const ask = (shop: Shop, memberId: string, text: string, key = newKey()) =>
  askQuestion({ ctx: shop.member(memberId), input: { memberId, text, key } });

test('a question is asked once however often it is sent, answered once, and counted on Home until then', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  const key = newKey();
  must(await ask(shop, memberId, '  周末开门吗？ ', key));
  must(await ask(shop, memberId, '  周末开门吗？ ', key));
  const [asked, ...others] = await inbox(shop);
  expect([asked?.question.text, others]).toEqual(['周末开门吗？', []]);
  expect((await getHome({ ctx: shop.owner })).openQuestions).toBe(1);
  const questionId = asked?.question.id ?? '';
  const reply = { questionId, text: '开，十点到九点。', key: newKey() };
  must(await answerQuestion({ ctx: shop.owner, input: reply }));
  must(await answerQuestion({ ctx: shop.owner, input: reply }));
  const second = { questionId, text: '不开。', key: newKey() };
  expect(await answerQuestion({ ctx: shop.owner, input: second })).toEqual({
    ok: false,
    refusal: { code: 'wrong_state', state: 'answered' },
  });
  const own = await listOwnQuestions({ ctx: shop.member(memberId), input: { memberId } });
  expect(own.map(({ answer, answeredBy }) => [answer, answeredBy])).toEqual([
    ['开，十点到九点。', 'usr_owner'],
  ]);
  expect([await inbox(shop), (await inbox(shop, 'answered')).length]).toEqual([[], 1]);
  expect((await getHome({ ctx: shop.owner })).openQuestions).toBe(0);
});

test('a day takes so many questions of one member and no more, two at once included', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  const { id: otherId } = await join(shop);
  for (let count = 1; count < QUESTIONS_PER_DAY; count += 1) must(await ask(shop, memberId, `问题 ${count}`));
  const both = await Promise.all([ask(shop, memberId, '最后一个'), ask(shop, memberId, '再一个')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await ask(shop, memberId, '还有')).toMatchObject({ refusal: { code: 'too_many_requests' } });
  expect((await ask(shop, otherId, '我的')).ok).toBe(true);
});

test('an empty question and one that is too long are refused and not kept', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  expect(await ask(shop, memberId, ' \n ')).toMatchObject({ refusal: { reason: 'empty' } });
  expect(await ask(shop, memberId, '长'.repeat(1_001))).toMatchObject({ refusal: { reason: 'too_long' } });
  expect(await inbox(shop)).toEqual([]);
});

test('an order is asked about once', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  const about = { ctx: shop.member(memberId), input: { memberId, orderNumber: '8842' } };
  await Promise.all([askAboutOrder(about), askAboutOrder(about)]);
  must(await askAboutOrder(about));
  expect((await inbox(shop)).map(({ question }) => [question.kind, question.orderNumber])).toEqual([
    ['missing_points', '8842'],
  ]);
});

test('another shop neither sees nor answers a question, and hears that it does not exist', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { id: memberId } = await join(shop);
  must(await ask(shop, memberId, '你好？'));
  const [asked] = await inbox(shop);
  expect(await inbox(other)).toEqual([]);
  const input = { questionId: asked?.question.id ?? '', text: '不是我们的', key: newKey() };
  const foreign = await answerQuestion({ ctx: other.owner, input });
  const missing = await answerQuestion({ ctx: other.owner, input: { ...input, questionId: 'qst_nobody' } });
  expect(foreign).toEqual(missing);
  expect(await listOwnQuestions({ ctx: other.member(memberId), input: { memberId } })).toEqual([]);
  expect((await inbox(shop))[0]?.question.answer).toBeNull();
});
