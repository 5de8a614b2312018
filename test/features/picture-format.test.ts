import { describe, expect, test } from 'vitest';
import { formatOfKey, pictureFormatOf } from '../../src/features/catalogue/picture-format.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string) =>
  utf8(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480">${inside}</svg>`);

describe('a picture is what its bytes say', () => {
  test.each([
    ['JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'image/jpeg'],
    ['PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['WebP', utf8('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
    ['a drawing', svg('<title>碗 &amp; 碟</title><path d="M0 0h9v9z" fill="#23433B"/>'), 'image/svg+xml'],
    [
      'a drawing with a gradient and an XML declaration',
      utf8(
        '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect width="9" height="9" fill="url(#g)"/></svg>\n',
      ),
      'image/svg+xml',
    ],
  ])('%s', (_name, bytes, contentType) => {
    expect(pictureFormatOf(bytes)?.contentType).toBe(contentType);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['GIF', utf8('GIF89a')],
    ['HTML', utf8('<!doctype html><p>')],
    ['a RIFF that is no WebP', utf8('RIFF\0\0\0\0WAVEfmt ')],
    ['bytes that are no UTF-8', new Uint8Array([0x3c, 0x73, 0x76, 0x67, 0xff])],
    ['a script', svg('<script>alert(1)</script>')],
    ['a script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
    ['an event', svg('<rect onload="alert(1)"/>')],
    ['an event without quotes', svg('<rect onload=alert(1) />')],
    ['a link', svg('<a href="https://example.com"><rect/></a>')],
    ['a reference elsewhere', svg('<use href="https://example.com/x.svg#a"/>')],
    ['a picture from elsewhere', svg('<image href="https://example.com/x.png"/>')],
    ['a fill from elsewhere', svg('<rect fill="url(https://example.com/#a)"/>')],
    ['a style', svg('<style>rect{fill:url(https://example.com)}</style>')],
    ['an inline style', svg('<rect style="fill:red"/>')],
    ['embedded HTML', svg('<foreignObject><p/></foreignObject>')],
    ['an animation', svg('<set attributeName="href" to="javascript:alert(1)"/>')],
    ['a comment', svg('<!-- x -->')],
    ['character data', svg('<![CDATA[<script>]]>')],
    ['a doctype with an entity', utf8('<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>')],
    ['an unknown entity', svg('<text>&x;</text>')],
    ['an entity in an attribute', svg('<rect fill="&#106;avascript:"/>')],
    ['another namespace', utf8('<svg xmlns="http://www.w3.org/1999/xhtml"><g/></svg>')],
    ['a drawing that does not end', utf8('<svg><g></svg>')],
    ['something after the drawing', utf8('<svg></svg><svg></svg>')],
    ['a drawing that is too large', svg(`<title>${'x'.repeat(65_536)}</title>`)],
  ])('%s is refused', (_name, bytes) => {
    expect(pictureFormatOf(bytes)).toBeNull();
  });

  test('a key names the format it is served as, and nothing else is a key', () => {
    const hash = 'a'.repeat(64);
    expect(formatOfKey(`${hash}.svg`)?.contentType).toBe('image/svg+xml');
    for (const key of [
      '',
      hash,
      `${hash}.gif`,
      `../${hash}.png`,
      `${'A'.repeat(64)}.png`,
      `${hash}.png.svg`,
    ]) {
      expect(formatOfKey(key)).toBeNull();
    }
  });
});
