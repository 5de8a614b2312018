/** A drawing of a reward is a few kilobytes; anything larger is something else. */
const SVG_BYTES_MAX = 64 * 1024;

const ELEMENTS = new Set(
  'svg title desc g path rect circle ellipse line polyline polygon text tspan defs clipPath mask linearGradient radialGradient stop'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  (
    'xmlns version viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform id role lang xml:lang ' +
    'fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity ' +
    'opacity clip-path clip-rule mask offset stop-color stop-opacity gradientUnits gradientTransform ' +
    'font-family font-size font-weight text-anchor dominant-baseline letter-spacing dx dy aria-label aria-hidden preserveAspectRatio'
  ).split(' '),
);

const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Text between tags: no markup, and only the five entities that every XML reader knows. */
const TEXT = /[^<&]*(?:&(?:amp|lt|gt|quot|apos|#\d{1,6});[^<&]*)*/y;

/**
 * Whether the bytes are an SVG of shapes, gradients and text alone. Everything else – scripts, events,
 * styles, links, images, entities, comments, a doctype – is refused, not cleaned: what is unknown to
 * this list is not let in. Pictures are also served under a policy that would run nothing.
 */
export function isPlainSvg(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.length > SVG_BYTES_MAX) return false;
  const text = decode(bytes);
  if (text === null) return false;
  const body = text.replace(/^\uFEFF?\s*(<\?xml version="1\.0"( encoding="(utf|UTF)-8")?\s*\?>)?\s*/, '');
  return body.startsWith('<svg') && isAllowed(body.trimEnd());
}

function isAllowed(body: string): boolean {
  const open: string[] = [];
  let at = 0;
  while (at < body.length) {
    if (at > 0 && open.length === 0) return false;
    TAG.lastIndex = at;
    const tag = TAG.exec(body);
    if (tag) {
      const [whole, closing = '', name = '', attributes = '', selfClosing = ''] = tag;
      if (!ELEMENTS.has(name) || !haveAllowedAttributes(attributes)) return false;
      if (closing && (attributes !== '' || open.pop() !== name)) return false;
      if (!closing && !selfClosing) open.push(name);
      at += whole.length;
      continue;
    }
    TEXT.lastIndex = at;
    const [run = ''] = TEXT.exec(body) ?? [];
    if (run === '') return false;
    at += run.length;
  }
  return open.length === 0;
}

function haveAllowedAttributes(attributes: string): boolean {
  return [...attributes.matchAll(ATTRIBUTE)].every(([, name = '', doubled, single]) => {
    const value = doubled ?? single ?? '';
    // Within the drawing a gradient or clip may be named; nothing outside it can be.
    const outside = /url\s*\(/i.test(value) && !/^url\(#[\w-]+\)$/.test(value);
    const unknownName = name === 'xmlns' && value !== 'http://www.w3.org/2000/svg';
    return ATTRIBUTES.has(name) && !outside && !unknownName && !value.includes('&');
  });
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
