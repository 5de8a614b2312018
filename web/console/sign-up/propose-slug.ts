import { slugFrom } from './model.ts';

/** An address for a shop's name. Chinese is read as pinyin, whose tables load only when they are needed. */
export async function proposeSlug(name: string): Promise<string> {
  if (!/\p{Script=Han}/u.test(name)) return slugFrom([name]);
  const { pinyin } = await import('pinyin-pro');
  return slugFrom([
    pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(''),
  ]);
}
