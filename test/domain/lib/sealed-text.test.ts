import { expect, test } from 'vitest';
import { openText, sealText } from '../../../src/lib/sealed-text.ts';

const SECRET = 'a secret of thirty-two characters';

test('a sealed text opens for its own row under its own secret and for nothing else', async () => {
  const sealed = await sealText(SECRET, 'pms_value', 'row/1');
  expect(await openText(SECRET, sealed, 'row/1')).toBe('pms_value');
  expect(await openText(SECRET, sealed, 'row/2')).toBe(null);
  expect(await openText(`${SECRET}!`, sealed, 'row/1')).toBe(null);
});

test('a sealed text that was changed, cut or made up does not open', async () => {
  const sealed = await sealText(SECRET, 'pms_value', 'row/1');
  const [iv = '', content = ''] = sealed.split('.');
  const changed = `${iv}.${content.startsWith('A') ? 'B' : 'A'}${content.slice(1)}`;
  for (const wrong of [changed, sealed.slice(0, -4), iv, '', '.', 'x.y']) {
    expect(await openText(SECRET, wrong, 'row/1')).toBe(null);
  }
});

test('the same text is sealed differently each time and does not show', async () => {
  const [first, second] = [
    await sealText(SECRET, 'pms_value', 'row/1'),
    await sealText(SECRET, 'pms_value', 'row/1'),
  ];
  expect(first).not.toBe(second);
  expect(Buffer.from(first.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('pms_value');
});
