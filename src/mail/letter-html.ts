import type { Locale } from '../domain/locale.ts';
import type { ThemeColours } from '../domain/shop.ts';

/** A letter before it is written: the same parts as plain text and as a page. */
export type LetterParts = {
  locale: Locale;
  shop: string;
  title: string;
  /** One paragraph each. */
  lines: string[];
  /** What is to be copied or shown, large; null: nothing is. */
  code: { label: string; value: string } | null;
  /** Each leads somewhere of its own; absent: nothing but the link does. */
  items?: LetterItem[];
  link: { label: string; url: string } | null;
  /** Small, at the end. */
  foot: string[];
  /** Where she chooses which letters she gets; null where there is no choice. */
  settings: { label: string; url: string } | null;
};

export type LetterItem = { label: string; detail: string | null; url: string };

export type LetterColours = Pick<ThemeColours, 'main' | 'onMain' | 'page' | 'text'>;

/** The letter as plain text: everything that the page says, addresses written out. */
export function letterText(parts: LetterParts): string {
  const { shop, title, lines, code, items = [], link, foot, settings } = parts;
  return [
    title,
    ...lines,
    ...(code ? [`${code.label}\n${code.value}`] : []),
    ...items.map(({ label, detail, url }) => [label, ...(detail === null ? [] : [detail]), url].join('\n')),
    ...(link ? [`${link.label}\n${link.url}`] : []),
    `--\n${[shop, ...foot, ...(settings ? [`${settings.label}: ${settings.url}`] : [])].join('\n')}`,
  ].join('\n\n');
}

/** The letter in the shop's colours, as every mail program draws it: one column, styles on the elements. */
export function letterHtml(parts: LetterParts, colours: LetterColours): string {
  const { locale, shop, title, lines, code, items = [], link, foot, settings } = parts;
  const { main, onMain, page, text } = safe(colours);
  const font = `font-family:-apple-system,'Segoe UI','PingFang SC','PingFang TC','Noto Sans CJK SC','Microsoft YaHei',sans-serif`;
  const paragraph = (line: string) =>
    `<p style="margin:0 0 16px;white-space:pre-line;overflow-wrap:anywhere">${escapeHtml(line)}</p>`;
  const codeBox = code
    ? `<p style="margin:0 0 16px;padding:16px;background:${page};border-radius:8px;text-align:center">${escapeHtml(code.label)}<br><strong style="font:700 26px/1.5 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.08em;overflow-wrap:anywhere">${escapeHtml(code.value)}</strong></p>`
    : '';
  const list = items
    .map(
      ({ label, detail, url }) =>
        `<a href="${escapeHtml(url)}" style="display:block;padding:12px 0;border-top:1px solid #e5e5e5;color:#1d1d1f;text-decoration:none;overflow-wrap:anywhere"><strong style="text-decoration:underline">${escapeHtml(label)}</strong>${detail === null ? '' : `<br>${escapeHtml(detail)}`}</a>`,
    )
    .join('');
  const button = link
    ? `<p style="margin:24px 0 8px"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:${main};color:${onMain};text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p>`
    : '';
  const small = [
    ...foot.map(escapeHtml),
    ...(settings
      ? [`<a href="${escapeHtml(settings.url)}" style="color:#5c5c5c">${escapeHtml(settings.label)}</a>`]
      : []),
  ].join('<br>');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head><body style="margin:0;padding:24px 12px;background:${page};color:${text};${font};font-size:16px;line-height:1.6"><div style="max-width:560px;margin:0 auto"><p style="margin:0;padding:20px 24px;background:${main};color:${onMain};font-size:18px;font-weight:600;border-radius:8px 8px 0 0">${escapeHtml(shop)}</p><div style="padding:24px;background:#fff;color:#1d1d1f;border-radius:0 0 8px 8px"><h1 style="margin:0 0 16px;font-size:22px;line-height:1.35">${escapeHtml(title)}</h1>${lines.map(paragraph).join('')}${codeBox}${list}${button}</div><p style="margin:16px 24px;font-size:13px;color:#5c5c5c">${small}</p></div></body></html>`;
}

const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

/** What a merchant typed never becomes markup, nor a style of more than one colour. */
function safe({ main, onMain, page, text }: LetterColours): LetterColours {
  const fits = [main, onMain, page, text].every((colour) => HEX_COLOUR.test(colour));
  return fits
    ? { main, onMain, page, text }
    : { main: '#1d1d1f', onMain: '#ffffff', page: '#f5f5f7', text: '#1d1d1f' };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
