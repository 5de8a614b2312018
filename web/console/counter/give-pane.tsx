import { Button, Chip, Group } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconNote, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { currencyDecimals } from '../../../src/domain/money.ts';
import { isPassing, problemOf } from '../api/problem.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useBackSteps } from '../parts/use-back-steps.tsx';
import { useFormat } from '../session/use-format.ts';
import { type Counter, quoteQuery } from './api.ts';
import { ApprovalSheet } from './approval-sheet.tsx';
import './chip-rows.css';
import { CounterField } from './counter-field.tsx';
import { Keypad } from './keypad.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { PreviewLine } from './preview-line.tsx';
import { RungLines } from './rung-lines.tsx';
import {
  type AmountKey,
  keyedAmount,
  NOTHING_RUNG,
  readableAmount,
  rungBefore,
  rungSteps,
  saleOf,
  withLine,
  withoutLine,
} from './sale.ts';
import { ServiceChips } from './service-chips.tsx';
import { noteStanding } from './standing.ts';
import { type Gave, type Giving, useGive } from './use-give.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'back'] as const;
const WHOLE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0', 'back'] as const;
/** Between two keys of somebody who types: the preview follows, and is not asked for in between. */
const PAUSE_MS = 120;
const NO_NOTE = { receipt: '', note: '' };

type Props = {
  counter: Counter;
  /** Null where the network was away when she was named: her number or phone alone is known. */
  memberId: string | null;
  name: string;
  typed: string | null;
  onGave: (gave: Gave, giving: Giving) => void;
};

/** Amount, preview, confirm. */
export function GivePane({ counter, memberId, name, typed, onGave }: Props) {
  const t = useTranslations('counter');
  const format = useFormat();
  const [rung, setRung] = useState(NOTHING_RUNG);
  const [note, setNote] = useState(NO_NOTE);
  const [more, { open: openMore, close: closeMore }] = useDisclosure(false);
  const [asking, { open: ask, close: stopAsking }] = useDisclosure(false);
  const { currency, visitPoints } = counter;
  const sale = useMemo(() => saleOf(rung, currency, visitPoints !== null), [rung, currency, visitPoints]);
  const [settled] = useDebouncedValue(sale, PAUSE_MS);
  const wanted = sale !== null && settled === sale ? settled : null;
  const quote = useQuery({
    ...quoteQuery(memberId ?? '', wanted ?? {}),
    enabled: memberId !== null && wanted !== null,
    retry: false,
  });
  const give = useGive((gave, giving) => {
    stopAsking();
    // Who is scanned once more over the result has bought nothing yet.
    setRung(NOTHING_RUNG);
    setNote(NO_NOTE);
    onGave(gave, giving);
  });
  useBackSteps(rungSteps(rung), () => {
    // What is on its way stays on the screen until it is known to have arrived.
    if (give.isPending) return false;
    setRung(rungBefore(rung));
    return true;
  });
  const away = memberId === null || (quote.error !== null && isPassing(problemOf(quote.error)));
  const preview = wanted !== null && !away ? quote.data : undefined;
  const ready = sale !== null && (away || preview !== undefined) && !give.isPending;
  const submit = (approvalPin?: string) => {
    if (sale === null || !ready) return;
    // Loaded anew now, the page would ask for an amount that may have been given.
    noteStanding(null);
    const body = {
      ...sale,
      ...(note.receipt.trim() === '' ? {} : { receipt: note.receipt.trim() }),
      ...(note.note.trim() === '' ? {} : { note: note.note.trim() }),
      ...(approvalPin === undefined ? {} : { approvalPin }),
    };
    give.mutate(
      { memberId, name, typed, body },
      {
        // What changed since the preview may pass a limit now; a manager can still say yes.
        onError: (error) => {
          if (problemOf(error).code === 'grant-over-limit') ask();
        },
      },
    );
  };
  const confirm = () => {
    if (!ready) return;
    if (preview?.over) ask();
    else submit();
  };
  const press = (key: AmountKey) => setRung({ ...rung, amount: keyedAmount(rung.amount, key, currency) });
  const next = counter.categories.length === 0 ? null : withLine(rung, currency);
  const sign = format.money(0, currency).replace(/[\d.,\s]/g, '');
  const whole = currencyDecimals(currency) === 0;
  const noted = note.receipt !== '' || note.note !== '';
  return (
    <section className="counterStep" aria-label={t('give')}>
      <CounterField
        label={t('amount', { currency })}
        sign={sign}
        placeholder="0"
        value={rung.amount}
        onType={(text) => {
          // A till's own key for "and": the amount that stands there is put aside.
          if (text === `${rung.amount}+` && next !== null) return setRung(next);
          const amount = readableAmount(text, currency);
          if (amount !== null) setRung({ ...rung, amount });
        }}
        onEnter={confirm}
        describedBy="preview"
        beside={
          next !== null && (
            <Button
              variant="light"
              size="md"
              px="sm"
              className="counterBeside"
              aria-label={t('lineAdd')}
              onClick={() => setRung(next)}
            >
              <IconPlus size={18} aria-hidden />
              <span>{t('lineAdd')}</span>
            </Button>
          )
        }
      />
      <div className="rungSum">
        <RungLines
          lines={rung.lines}
          currency={currency}
          onTake={(position) => setRung(withoutLine(rung, position))}
        />
        <PreviewLine
          id="preview"
          sale={sale}
          away={sale !== null && away}
          quote={preview}
          counter={counter}
        />
      </div>
      <div className="counterChipRows">
        {counter.shopKind === 'visits' && (
          <ServiceChips
            services={counter.services}
            chosen={rung.service}
            onChoose={(service) => setRung({ ...rung, service })}
          />
        )}
        <Group gap="xs" wrap="nowrap" className="counterChips">
          {counter.categories.length > 0 && (
            <Chip.Group
              value={rung.category ?? ''}
              onChange={(category) =>
                setRung({ ...rung, category: category === '' ? null : String(category) })
              }
            >
              <Chip value="">{t('everything')}</Chip>
              {counter.categories.map((category) => (
                <Chip key={category} value={category}>
                  {category}
                </Chip>
              ))}
            </Chip.Group>
          )}
          <Button
            variant={noted ? 'light' : 'subtle'}
            leftSection={<IconNote size={18} aria-hidden />}
            style={{ flexShrink: 0 }}
            onClick={openMore}
          >
            {note.receipt === '' ? t('moreFields') : t('receiptIs', { receipt: note.receipt })}
          </Button>
        </Group>
      </div>
      {give.error !== null && !asking && <ProblemAlert error={give.error} />}
      {quote.error !== null && !away && <ProblemAlert error={quote.error} />}
      <Keypad keys={whole ? WHOLE_KEYS : KEYS} onKey={press} />
      <Button
        size="xl"
        className="counterGo"
        color={preview?.over ? 'orange.9' : 'pine'}
        loading={give.isPending}
        disabled={!ready}
        onClick={confirm}
      >
        {goWords()}
      </Button>
      <MoreSheet opened={more} onClose={closeMore} value={note} onChange={setNote} />
      <ApprovalSheet
        opened={asking}
        onClose={() => {
          stopAsking();
          give.reset();
        }}
        points={preview?.points ?? 0}
        limit={preview?.over ?? 'grant'}
        limits={counter.limits}
        pending={give.isPending}
        error={give.error}
        onPin={submit}
      />
    </section>
  );

  function goWords(): string {
    if (sale === null) return t('giveSubmit');
    if (away) return t('keepSubmit');
    if (preview === undefined) return t('giveSubmit');
    return preview.over ? t('askManager') : t('giveSubmitPoints', { points: format.points(preview.points) });
  }
}
