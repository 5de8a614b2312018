import { phoneHref } from '../../src/messages/phone-href.ts';
import { memberWords } from './member-words.ts';
import { Said } from './said.tsx';
import type { Frame } from './views.ts';

/** Rules, the shop's own links, and everything by which the shop can be found. */
export function Footer({ frame }: { frame: Frame }) {
  const { words, shop, signedIn, look } = frame;
  const { t } = words;
  const { phone, email, address, wechat } = shop.contact;
  const { openingHours, registrationNumber, wechatQrUrl, mapUrl, links } = look.footer;
  return (
    <footer class="foot">
      <div class="foot-columns">
        <ul class="foot-links">
          {!frame.closing?.isOver && (
            <li>
              <a href="/rules">{t('rules')}</a>
            </li>
          )}
          <li>
            <a href="/help">{memberWords(words)('help.title')}</a>
          </li>
          <li>
            <a href="/privacy">{memberWords(words)('legal.privacy')}</a>
          </li>
          <li>
            <a href="/terms">{memberWords(words)('legal.terms')}</a>
          </li>
          {links.map(({ label, href }) => (
            <li>
              <a href={href} rel="noreferrer">
                <Said words={words} text={label} />
              </a>
            </li>
          ))}
          <li>
            {signedIn ? (
              <form method="post" action="/sign-out">
                <button class="link" type="submit">
                  {t('signOut')}
                </button>
              </form>
            ) : (
              <a href="/sign-in">{t('signIn')}</a>
            )}
          </li>
        </ul>
        <div class="foot-contact">
          <p class="foot-name">
            <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
          </p>
          {openingHours && (
            <p>
              {t('foot.hours')} <Said words={words} text={openingHours} />
            </p>
          )}
          {(phone || email) && (
            <p class="foot-reach">
              {phone && <a href={phoneHref(phone)}>{phone}</a>}
              {email && <a href={`mailto:${email}`}>{email}</a>}
            </p>
          )}
          {wechat && <p>{t('foot.wechatName', { name: wechat })}</p>}
          {address && (
            <p>
              <Said words={words} text={{ text: address, lang: shop.locale }} />
              {mapUrl && (
                <>
                  {' '}
                  <a href={mapUrl} rel="noreferrer">
                    {t('foot.map')}
                  </a>
                </>
              )}
            </p>
          )}
        </div>
        {wechatQrUrl && (
          <figure class="foot-wechat">
            <img src={wechatQrUrl} alt={t('foot.wechat')} width="112" height="112" loading="lazy" />
            <figcaption class="small" aria-hidden="true">
              {t('foot.wechat')}
            </figcaption>
          </figure>
        )}
      </div>
      <p class="small foot-last">
        {registrationNumber && <span>{registrationNumber}</span>}
        <span>{t('poweredBy')}</span>
      </p>
    </footer>
  );
}
