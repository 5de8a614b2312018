import { newBrowser, read } from './browser.ts';
import { newestCode } from './inbox.ts';

export const PASSWORD = 'correct horse battery';
const CONSOLE = 'console.localhost:8787';

export const unique = () => crypto.randomUUID().slice(0, 8);

/** Someone with an account on the console and nothing else yet. */
export async function signedUp(name = 'Lin', email = `${unique()}@merchant.test`) {
  const browser = newBrowser(CONSOLE, { origin: `http://${CONSOLE}` });
  const response = await browser.send('/api/auth/sign-up/email', {
    json: { name, email, password: PASSWORD },
  });
  if (response.status !== 200)
    throw new Error(`sign-up answered ${response.status}: ${await response.text()}`);
  return { browser, email, name };
}

export async function proveEmail({ browser, email }: Awaited<ReturnType<typeof signedUp>>) {
  const otp = await newestCode(email);
  return browser.send('/api/auth/email-otp/verify-email', { json: { email, otp } });
}

export const newShop = (slug = `shop-${unique()}`) => ({
  name: 'Mianyu 棉屿',
  slug,
  industry: 'clothing',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
});

/** The owner of a shop, her address proved; the shop is open unless said otherwise. */
export async function owner({ open = true }: { open?: boolean } = {}) {
  const person = await signedUp();
  await proveEmail(person);
  const shop = newShop();
  const created = await read(await person.browser.send('/api/tenants', { json: shop }));
  if (created.status !== 201) throw new Error(`no shop: ${JSON.stringify(created)}`);
  if (open) await person.browser.send('/api/tenant/open', { method: 'POST' });
  return { ...person, slug: shop.slug, tenantId: String(created.body.id) };
}
