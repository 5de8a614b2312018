import './clerk.css';
import { Button, Modal, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { AnchorLink } from '../parts/links.tsx';
import { ME_KEY, type Me, meQuery, useShop } from '../session/session.ts';
import { askBy } from '../session/session-end.ts';
import { unlockBy } from '../session/session-lock.ts';
import { type DeviceClerk, deviceQuery, signInByPin, unlock } from './api.ts';
import { AskPin } from './ask-pin.tsx';
import { askedFirst, type LockReason, othersOn } from './model.ts';
import { People } from './people.tsx';
import { useIdleLock } from './use-idle-lock.ts';

/** Above every other dialog: what was typed in one of them waits behind it. */
const ON_TOP = 2_000;

/**
 * Stands over whatever a clerk's device shows when it has locked itself, when she locks it, and when her
 * session has ended. Her own PIN goes on with everything that was typed; another clerk begins anew.
 */
export function LockScreen() {
  const { me } = useShop();
  const client = useQueryClient();
  const [reason, setReason] = useState<LockReason | null>(me.device?.isLocked ? 'locked' : null);
  const waiting = useRef<((goesOn: boolean) => void)[]>([]);
  useEffect(() => {
    const show = (why: LockReason) => () => {
      setReason((before) => before ?? why);
      return new Promise<boolean>((resolve) => {
        waiting.current.push(resolve);
      });
    };
    const stops = [unlockBy(show('locked')), askBy(show('ended'))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => {
    if (me.device?.isLocked) setReason((before) => before ?? 'locked');
  }, [me.device?.isLocked]);
  useIdleLock(reason !== null, () => setReason((before) => before ?? 'locked'));
  if (reason === null) return null;
  const goOn = () => {
    setReason(null);
    client.setQueryData<Me | null>(ME_KEY, (now) => now && { ...now, device: { isLocked: false } });
    const asked = waiting.current.splice(0);
    for (const answer of asked) answer(true);
    // What was refused meanwhile and waits for nobody is asked again.
    void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return <Locked reason={reason} onOpen={goOn} />;
}

function Locked({ reason, onOpen }: { reason: LockReason; onOpen: () => void }) {
  const t = useTranslations('clerk');
  const { me, shop } = useShop();
  const device = useQuery(deviceQuery);
  const own = { userId: me.user.id, name: me.user.name };
  const clerks = device.data?.clerks ?? [];
  const [chosen, setChosen] = useState<DeviceClerk | 'nobody' | null>(null);
  const first = askedFirst(reason, own, clerks);
  const asked = chosen === 'nobody' ? null : (chosen ?? first);
  const isOwn = asked?.userId === own.userId;
  const others = othersOn(clerks, asked?.userId ?? null);
  return (
    <Modal
      opened
      fullScreen
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      zIndex={ON_TOP}
      padding={0}
      attributes={{ content: { 'aria-label': t('locked') } }}
    >
      <div className="lockScreen">
        <Text c="dimmed">{shop.name}</Text>
        {asked ? (
          <AskPin
            key={asked.userId}
            clerk={asked}
            open={(pin) =>
              isOwn && reason === 'locked' ? unlock(pin) : signInByPin({ userId: asked.userId, pin })
            }
            lockedFor={device.data?.lockedFor ?? null}
            // Nothing that stands behind is for somebody else.
            onOpen={() => (isOwn ? onOpen() : window.location.assign('/counter'))}
          />
        ) : (
          <Title order={2} size="h1">
            {reason === 'ended' && chosen === null ? t('ended') : t('whoIsThere')}
          </Title>
        )}
        {asked === null && reason === 'ended' && chosen === null && (
          <Text maw={360}>{t('endedDetail', { name: own.name })}</Text>
        )}
        {asked === null && <People clerks={others} onChoose={setChosen} />}
        {asked !== null && others.length > 0 && (
          <Button variant="subtle" size="md" onClick={() => setChosen('nobody')}>
            {t('switch')}
          </Button>
        )}
        {asked === null && chosen === 'nobody' && (
          <Button variant="subtle" size="md" onClick={() => setChosen(null)}>
            {t('back')}
          </Button>
        )}
        {asked === null && reason === 'ended' && (
          <AnchorLink to="/sign-in" reloadDocument>
            {t('byPassword')}
          </AnchorLink>
        )}
      </div>
    </Modal>
  );
}
