import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl/react';
import { numberOf } from '../../../src/domain/redemption/redemption-number.ts';
import { memberName } from '../members/model.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { ListedRedemption } from './api.ts';
import { addressLines, unitsToPick } from './model.ts';
import './pick-list.css';
import { useLineWords } from './use-line-words.ts';

type Props = {
  kept: ListedRedemption[];
  /** Cancelled or sent a moment ago: they stand on no list. */
  left: ListedRedemption[];
  onClose: () => void;
};

/** What is taken from the shelf and where each parcel goes, to be looked at and printed. */
export function PickList({ kept, left, onClose }: Props) {
  const t = useTranslations('redemptions');
  const common = useTranslations('common');
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={t('pickList.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack maw={800} mx="auto">
        {left.length > 0 && (
          <Alert color="orange" variant="light" title={t('pickList.left', { count: left.length })}>
            <Text c="var(--mantine-color-text)" className="figures">
              {left.map(({ id }) => numberOf(id)).join(t('listComma'))}
            </Text>
          </Alert>
        )}
        <Group>
          <Button
            disabled={kept.length === 0}
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('pickList.printNow')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('pickList.done')}
          </Button>
        </Group>
        <div className="pickSheet">
          <Sheet orders={kept} />
        </div>
      </Stack>
      {createPortal(
        <div className="pickSheet printed" aria-hidden>
          <Sheet orders={kept} />
        </div>,
        document.body,
      )}
    </Modal>
  );
}

function Sheet({ orders }: { orders: ListedRedemption[] }) {
  const t = useTranslations('redemptions');
  const { shop } = useShop();
  const format = useFormat();
  const lineWords = useLineWords();
  return (
    <>
      <header>
        <h2>
          {shop.name} · {t('pickList.title')}
        </h2>
        <p>
          {format.dateTime(Date.now(), Date.now())} · {t('pickList.orders', { count: orders.length })}
        </p>
      </header>
      <section>
        <h3>{t('pickList.together')}</h3>
        <ul className="pickTotals">
          {unitsToPick(orders).map(({ line, units }) => (
            <li key={line.rewardId}>
              <span className="tick" />
              <span>{lineWords({ ...line, quantity: 1 })}</span>
              <strong>× {format.count(units)}</strong>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('pickList.parcels')}</h3>
        <ol className="pickParcels">
          {orders.map(({ id, lines, delivery, member }) => {
            const place = delivery && addressLines(delivery);
            return (
              <li key={id}>
                <span className="tick" />
                <div>
                  <strong className="number">{numberOf(id)}</strong>
                  <p className="what">{lines.map(lineWords).join(t('listComma'))}</p>
                  {place ? (
                    <p>
                      {place.person}
                      <br />
                      {place.place}
                    </p>
                  ) : (
                    <p>{t('pickList.noAddress')}</p>
                  )}
                  {member && <p className="member">{memberName(member)}</p>}
                </div>
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}
