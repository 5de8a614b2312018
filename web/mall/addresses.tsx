import { AddressForm } from './address-form.tsx';
import { AsMember } from './as-member.tsx';
import { MallFrame } from './mall-frame.tsx';
import { BackToMe } from './me.tsx';
import { memberWords } from './member-words.ts';
import { ProblemList } from './problem-list.tsx';
import type { AddressFields, Frame } from './views.ts';
import type { Words } from './words.ts';

export type SavedAddress = { addressId: string; lines: string[]; isDefault: boolean };

export type AddressesView = {
  addresses: SavedAddress[];
  /** Where as many are kept as may be, null while there is room for another. */
  fullAt: number | null;
};

/** Where she has things sent: the first one is what forms begin with. */
export function AddressesPage({ frame, view }: { frame: Frame; view: AddressesView }) {
  const { words } = frame;
  const m = memberWords(words);
  return (
    <MallFrame frame={frame} title={m('addresses.title')} page="narrow own">
      <BackToMe words={words} />
      <h1>{m('addresses.title')}</h1>
      {view.addresses.length === 0 && <p class="lead">{m('addresses.none')}</p>}
      <ul class="own-list">
        {view.addresses.map((address) => (
          <Saved words={words} address={address} />
        ))}
      </ul>
      {view.fullAt === null ? (
        <p class="after-list">
          <a class="button" href="/me/addresses/new">
            {m('addresses.add')}
          </a>
        </p>
      ) : (
        <p class="notice">{m('addresses.full', { limit: view.fullAt })}</p>
      )}
    </MallFrame>
  );
}

function Saved({ words, address: { addressId, lines, isDefault } }: { words: Words; address: SavedAddress }) {
  const m = memberWords(words);
  const path = `/me/addresses/${addressId}`;
  return (
    <li class="panel">
      {isDefault && <p class="address-first">{m('addresses.default')}</p>}
      <address>
        {lines.map((line) => (
          <span class="address-line">{line}</span>
        ))}
      </address>
      <div class="row-actions">
        <a href={path}>{m('addresses.change')}</a>
        {!isDefault && (
          <form method="post" action={`${path}/default`}>
            <button class="link" type="submit">
              {m('addresses.makeDefault')}
            </button>
          </form>
        )}
        <form method="post" action={`${path}/remove`}>
          <button class="link" type="submit">
            {m('addresses.remove')}
          </button>
        </form>
      </div>
    </li>
  );
}

export type AddressView = {
  /** Null for another one. */
  addressId: string | null;
  idempotencyKey: string;
  address: AddressFields;
  countries: { code: string; name: string }[];
  refusal: string | null;
};

/** One address as a form: another one, or one that changes. */
export function AddressPage({ frame, view }: { frame: Frame; view: AddressView }) {
  const { words } = frame;
  const { t } = words;
  const m = memberWords(words);
  const title = m(view.addressId === null ? 'addresses.newTitle' : 'addresses.changeTitle');
  const problems = [
    ...(view.refusal ? [{ field: null, text: view.refusal }] : []),
    ...Object.entries(view.address).flatMap(([field, { error }]) => (error ? [{ field, text: error }] : [])),
  ];
  return (
    <MallFrame frame={frame} title={title} page="narrow own" keeps="typed">
      <p>
        <a class="backlink" href="/me/addresses">
          {m('addresses.back')}
        </a>
      </p>
      <h1>{title}</h1>
      <ProblemList title={t('confirm.problems')} problems={problems} />
      <form
        id="typed"
        class="panel"
        method="post"
        action={`/me/addresses/${view.addressId ?? 'new'}`}
        data-once={t('confirm.waiting')}
      >
        <AsMember frame={frame} />
        <input type="hidden" name="idempotencyKey" value={view.idempotencyKey} />
        <AddressForm words={words} address={view.address} countries={view.countries} />
        <button class="button" type="submit">
          {m('save')}
        </button>
      </form>
    </MallFrame>
  );
}
