import { countryName } from '../../../src/messages/country-name.ts';
import type { Redemption, Reward } from '../answers.ts';
import { type FieldName, readDelivery, typedFrom } from '../delivery.ts';
import { h } from '../dom.ts';
import { fill } from '../fill.ts';
import { type Outcome, type Price, sendUntilAnswered } from '../redeem-attempt.ts';
import { addressFields } from './address-fields.ts';
import { mallOf, nameOf, type Panel, picture, type View, viewHead } from './parts.ts';
import { proofField } from './proof-field.ts';
import { receiveFields } from './receive-fields.ts';
import { resultView, tellHost } from './result-view.ts';

/** Between one sending and the next of a redemption whose answer was lost. */
const PAUSES_MS = [1000, 3000];

/** Everything that decides, the address, and the one button that spends. */
export function redeemView(panel: Panel, reward: Reward): View {
  const { words, format, shop, page } = panel;
  const { voucher } = reward;
  const open = shop.attempts.openOf(reward.id);
  const { priceVersion, points: pointsEach, shippingFeeMinor } = reward;
  let price: Price = open?.request ?? { priceVersion, pointsEach, shippingFeeMinor };
  let isNewPrice = false;
  let busy = false;
  let left = false;

  const { member } = shop.state();
  const last = member.is === 'known' ? member.value.lastAddress : null;
  const known = open?.request.delivery ?? shop.sentTo() ?? last;
  const mall = mallOf(shop);
  const receive = voucher ? null : receiveFields(panel, reward, open?.request);
  const fields = addressFields(panel, shop.typed() ?? typedFrom(known, mall?.country ?? null));
  const change = h('button', { type: 'button', class: 'link', onclick: showFields }, words.changeAddress);
  const summary = !voucher && known && shop.typed() === null ? addressSummary(known) : null;
  const said = h('div', { class: 'said', role: 'alert', tabindex: -1 });
  const sums = h('dl', { class: 'sums' });
  const button = h('button', { type: 'submit', class: 'button' });
  const proof = proofField(words, () => void submit());
  const form = h(
    'form',
    {
      novalidate: true,
      onsubmit(event) {
        event.preventDefault();
        void submit();
      },
    },
    receive?.element,
    summary,
    fields.element,
    voucher && voucherLines(voucher),
    proof.element,
    h(
      'div',
      { class: 'bar' },
      button,
      h(
        'p',
        { class: 'small' },
        voucher ? words.askShop : fill(words.cancellable, { unit: format?.unit ?? '' }),
      ),
    ),
  );
  let isAsked = summary === null;
  fields.element.addEventListener('input', () => shop.keepTyped(fields.read()));
  receive?.element.addEventListener('change', drawWay);
  const body = h(
    'div',
    { class: 'view' },
    viewHead(panel, words.confirm),
    h(
      'div',
      { class: 'reward item' },
      picture(reward),
      h('span', { class: 'what' }, nameOf(reward), ...facts()),
    ),
    sums,
    said,
    form,
  );
  drawPrice();
  drawWay();
  if (open) unsure();
  return { body, redraw: drawPrice, leave: () => (left = true) };

  function facts(): HTMLElement[] {
    const { marketPrice, limitPerMember, endsAt, stockWord } = reward;
    const lines = [
      marketPrice && `${words.marketPrice} ${marketPrice}`,
      stockWord,
      limitPerMember !== null && fill(words.limit, { limit: String(limitPerMember) }),
      endsAt && format && fill(words.until, { time: format.dateTime(Date.parse(endsAt), Date.now()) }),
    ];
    return lines
      .filter((line) => typeof line === 'string')
      .map((line) => h('span', { class: 'small' }, line));
  }

  function voucherLines({ worth, validity }: NonNullable<typeof voucher>): HTMLElement {
    const lines = [worth, words.atOnce, validity].filter((line) => line !== null);
    return h('div', {}, ...lines.map((line) => h('p', { class: 'small' }, line)));
  }

  function addressSummary(address: NonNullable<typeof known>): HTMLElement {
    const { recipientName, phone, line1, line2, city, region, postalCode, country } = address;
    const place = countryName(page.settings.locale, country);
    const english = page.settings.locale === 'en';
    const parts = english
      ? [line1, line2, city, region, postalCode, place]
      : [place, region, city, line1, line2, postalCode];
    const text = parts.filter(Boolean).join(english ? ', ' : ' ');
    return h(
      'section',
      { class: 'address', 'aria-label': words.address },
      h('h4', {}, words.address),
      h('p', {}, `${recipientName} · ${phone}`),
      h('p', {}, text),
      change,
    );
  }

  function showFields(): void {
    if (isAsked || !isSent()) return;
    isAsked = true;
    drawWay();
    fields.element.querySelector('input')?.focus();
  }

  function isSent(): boolean {
    return receive !== null && !receive.chosen().pickUp;
  }

  /** The address is asked for only where it is sent. */
  function drawWay(): void {
    fields.element.hidden = !isSent() || !isAsked;
    if (summary) summary.hidden = !isSent() || isAsked;
  }

  function drawPrice(): void {
    const { member: now } = shop.state();
    const available = now.is === 'known' ? now.value.balances.availablePoints : null;
    const line = (name: string, points: number | null) => [
      h('dt', {}, name),
      h('dd', {}, points === null ? '—' : (format?.points(points) ?? '')),
    ];
    sums.replaceChildren(
      ...line(words.balanceNow, available),
      ...line(words.price, -price.pointsEach),
      ...line(words.balanceAfter, available === null ? null : available - price.pointsEach),
    );
    if (busy) return;
    const points = format?.points(price.pointsEach) ?? '';
    button.textContent = shop.attempts.openOf(reward.id)
      ? words.submitAgain
      : fill(isNewPrice ? words.submitNew : words.submit, { points });
  }

  async function submit(): Promise<void> {
    if (busy) return;
    const read = isSent() ? readDelivery(fields.read()) : ({ ok: true, delivery: null } as const);
    if (!read.ok && !shop.attempts.openOf(reward.id)) {
      showFields();
      return fields.refuse(Object.fromEntries(read.missing.map((name) => [name, 'missing'])));
    }
    const delivery = read.ok ? read.delivery : known;
    const code = proof.read();
    const way = receive?.chosen() ?? { pickUp: false, branchId: null };
    const request = { rewardId: reward.id, ...price, delivery, ...way, ...(code !== '' && { code }) };
    const attempt = shop.attempts.begin(request, newKey);
    fields.refuse({});
    said.replaceChildren();
    setBusy(true);
    const asker = shop.memberId();
    const outcome = await sendUntilAnswered(
      attempt,
      ({ key, request }) => shop.ask<Redemption>('/me/redemptions', { post: request, key }, { asker }),
      PAUSES_MS,
    );
    shop.attempts.settle(attempt, outcome);
    setBusy(false);
    const { delivery: sent } = attempt.request;
    if ('redemption' in outcome && sent) shop.keepSent(sent, asker);
    hear(outcome);
  }

  function setBusy(now: boolean): void {
    busy = now;
    button.setAttribute('aria-disabled', String(now));
    lock(now);
    if (now) {
      button.textContent = words.waiting;
      panel.say(words.waiting);
    } else drawPrice();
  }

  /** Whether she still looks at this view or not: what was redeemed is redeemed. */
  function hear(outcome: Outcome): void {
    if (outcome.kind === 'redeemed' || outcome.kind === 'confirming' || outcome.kind === 'not_redeemed') {
      if (outcome.kind === 'redeemed') tellHost(panel, reward, outcome.redemption);
      if (!left) panel.go(resultView(panel, reward, outcome));
      return void shop.load();
    }
    if (left) return;
    switch (outcome.kind) {
      case 'new_price':
        price = { ...price, ...outcome.price };
        if ('shippingFeeMinor' in outcome.price) receive?.draw(outcome.words);
        isNewPrice = true;
        tell(words.priceChanged, outcome.words);
        break;
      case 'proof':
        if (outcome.sentTo === null) tell(words.problems, outcome.words);
        else
          tell(
            fill(words.proofTitle, { contact: outcome.sentTo }),
            fill(words.proofLine, { unit: format?.unit ?? '' }),
          );
        proof.ask();
        break;
      case 'fields':
        tell(words.problems, outcome.fields.length > 0 ? '' : outcome.words);
        showFields();
        fields.refuse(Object.fromEntries(outcome.fields.map((name) => [name as FieldName, 'invalid'])));
        break;
      case 'refused':
        tell(words.refused, outcome.words);
        if (outcome.final) button.replaceWith(others());
        void shop.load();
        break;
      case 'signed_out':
        tell(words.problems, words.signedOut);
        if (shop.attempts.openOf(reward.id)) lock(true);
        break;
      case 'unsure':
        unsure();
        break;
    }
    drawPrice();
  }

  function others(): HTMLElement {
    return h('button', { type: 'button', class: 'button quiet', onclick: panel.home }, words.others);
  }

  /** Only the very same may be sent again: what is in the form stays as it was sent. */
  function unsure(): void {
    tell(words.unsureTitle, words.unsure);
    lock(true);
  }

  function lock(locked: boolean): void {
    fields.lock(locked);
    receive?.lock(locked);
    change.hidden = locked;
  }

  function tell(title: string, text: string): void {
    said.replaceChildren(h('strong', {}, title), text && h('p', {}, text));
    said.focus();
  }
}

/** As random as a UUID, also on pages without https. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
