import type { ProfileFormAnswer } from '../../src/features/profile-form/schemas.ts';

const size = { id: 'size', text: { 'zh-CN': '你平时穿什么尺码？', en: 'Your usual size?' } };
const FULL: ProfileFormAnswer = {
  version: 2,
  questions: [
    {
      ...size,
      options: ['S', 'M', 'L'].map((id) => ({ id: id.toLowerCase(), text: { 'zh-CN': id, en: id } })),
    },
    { id: 'colour', text: { 'zh-CN': '最喜欢的颜色？', en: 'Favourite colour?' }, options: [] },
  ],
  points: 20,
  answered: 212,
  rewarded: 180,
};

/** What is answered about members' own words; null for other paths. */
export function profileAnswer(path: string, world: 'full' | 'empty'): object | null {
  if (path.endsWith('/profile'))
    return { answers: [{ question: size.text, answer: { 'zh-CN': 'M' } }], birthday: '11-17' };
  if (path !== '/profile-form') return null;
  return world === 'full' ? FULL : { version: 0, questions: [], points: 0, answered: 0, rewarded: 0 };
}
