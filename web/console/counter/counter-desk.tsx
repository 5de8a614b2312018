import { Alert } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { stepsDeep, useBackCloses, useBackSteps } from '../parts/use-back-steps.tsx';
import type { Redemption } from '../redemptions/api.ts';
import { useLineWords } from '../redemptions/use-line-words.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { Counter, Granted } from './api.ts';
import { ChoosePane } from './choose-pane.tsx';
import { EnrolPane } from './enrol-pane.tsx';
import { findFault } from './find-fault.ts';
import { FindPane } from './find-pane.tsx';
import { isDigits, maskedName } from './member.ts';
import { MemberDesk } from './member-desk.tsx';
import { ownerOf } from './queue/kept-grant.ts';
import { ResultScreen, type Shown } from './result-screen.tsx';
import { totalMinor } from './sale.ts';
import { AT_FIND, type Stage, stageAt, stepBack, stepTo } from './stage.ts';
import { noteStanding, standingNumber } from './standing.ts';
import { isWholePhone, readTyped } from './typed.ts';
import { UndoDialog, type Undoing } from './undo-dialog.tsx';
import { useBarcodeGun } from './use-barcode-gun.ts';
import { useFind } from './use-find.ts';
import type { Gave, Giving } from './use-give.ts';
import { useScannedElsewhere } from './use-scanned-elsewhere.ts';
import { VoucherPane } from './voucher-pane.tsx';

/** The steps with the person in front of the counter, one after the other. */
export function CounterDesk({ counter }: { counter: Counter }) {
  const t = useTranslations('counter');
  const format = useFormat();
  const lineWords = useLineWords();
  const owner = ownerOf(useShop().me);
  const [path, setPath] = useState(AT_FIND);
  const stage = stageAt(path);
  const setStage = (next: Stage) => setPath((before) => stepTo(before, next));
  // Loaded anew, or come back to: whoever stood here and was not served yet is looked up again.
  const [again, setAgain] = useState(() => (stepsDeep() > 0 ? standingNumber(owner) : null));
  const [typed, setTyped] = useState(again ?? '');
  const [shown, setShown] = useState<Shown | null>(null);
  const [undoing, setUndoing] = useState<Undoing | null>(null);
  // What was typed since is meant: an answer to something else comes too late.
  const asked = useRef<string | null>(null);
  const find = useFind((next, text) => {
    if (asked.current !== text) return;
    setTyped('');
    setStage(next);
  });
  const askAgain = useEffectEvent(() => {
    if (again === null) return;
    asked.current = again;
    find.mutate(again, { onSettled: () => setAgain(null) });
  });
  useEffect(() => askAgain(), []);
  const standing = stage.at === 'member' ? stage.member.number : null;
  useEffect(() => noteStanding(standing === null ? null : { owner, number: standing }), [owner, standing]);
  const ask = (text: string) => {
    asked.current = text;
    find.mutate(text);
  };
  const next = () => {
    asked.current = null;
    find.reset();
    setTyped('');
    setShown(null);
    setPath(AT_FIND);
  };
  useBackSteps(stage.at === 'find' ? (again === null ? 0 : 1) : path.length - 1, () => {
    asked.current = null;
    find.reset();
    setTyped('');
    setAgain(null);
    setPath(stepBack(path));
    return true;
  });
  const done = shown?.goesOn ? () => setShown(null) : next;
  useBackCloses(shown !== null, done);
  const look = (text: string) => {
    setShown(null);
    const read = readTyped(text);
    if (read.kind === 'voucher') {
      find.reset();
      setTyped('');
      setStage({ at: 'voucher', code: read.code });
    } else if (read.kind === 'member') {
      if (stage.at === 'find') setTyped(read.typed.length > 20 ? '' : read.typed);
      ask(read.typed);
    }
  };
  useBarcodeGun(look);
  useScannedElsewhere(look);
  const givenWords = (name: string, granted: Granted) => {
    const points = format.points(granted.points);
    const now = format.points(granted.balances.availablePoints);
    // Two numbers side by side are read as one.
    if (isDigits(name))
      return { title: t('givenNameless', { points }), detail: t('namelessNow', { who: name, points: now }) };
    return { title: t('given', { name, points }), detail: t('availableNow', { points: now }) };
  };
  const gave = (outcome: Gave, { name, body }: Giving) => {
    const amount = format.money(totalMinor(body), counter.currency);
    // Behind the result stands the search: no way leads back to what gave this.
    next();
    if (outcome.kind === 'kept')
      return setShown({ tone: 'kept', title: t('kept', { amount, name }), detail: t('keptDetail') });
    const { granted } = outcome;
    if (granted.countedBefore !== null) {
      const time = format.dateTime(Date.parse(granted.countedBefore), Date.now());
      return setShown({
        tone: 'stopped',
        title: t('countedBefore'),
        detail: t('countedBeforeDetail', { time }),
      });
    }
    const undo = (grantId: string) => ({
      label: t('undo'),
      onPress() {
        next();
        setUndoing({ grantId, name, points: granted.points });
      },
    });
    setShown({
      tone: 'done',
      ...givenWords(name, granted),
      ...(granted.grantId === null || granted.undoUntil === null ? {} : { action: undo(granted.grantId) }),
    });
  };
  /** Her card tells what she has now. */
  const meet = () => {
    if (stage.at === 'member') ask(stage.member.number);
  };
  const redeemed = ({ lines, voucher, state }: Redemption) => {
    const what = lines.map(lineWords).join('');
    const title = t('redeemed', { what });
    if (state === 'awaiting_payment') {
      meet();
      return setShown({ tone: 'done', title, detail: t('redeemedToPay'), goesOn: true });
    }
    if (voucher === null) return setShown({ tone: 'done', title, detail: t('redeemedGoods') });
    const verify = {
      label: t('verify'),
      comesNext: true,
      onPress() {
        next();
        setStage({ at: 'voucher', code: voucher.code });
      },
    };
    setShown({ tone: 'done', title, detail: t('redeemedVoucher'), action: verify });
  };
  const fault = find.error === null ? null : findFault(find.error);
  return (
    <>
      {stage.at === 'find' && (
        <FindPane
          typed={typed}
          onType={(text) => {
            asked.current = null;
            setAgain(null);
            find.reset();
            setTyped(text);
          }}
          onFind={look}
          onEnrol={() => {
            find.reset();
            setStage({ at: 'enrol', phone: isWholePhone(typed) ? typed : '' });
          }}
          pending={find.isPending}
          fault={fault === null ? null : t(`findFaults.${fault}`)}
          canEnrol={fault === 'nobody' && isWholePhone(typed)}
        />
      )}
      {find.error !== null && fault === null && <ProblemAlert error={find.error} />}
      {stage.at !== 'find' && fault !== null && (
        <Alert color="red" variant="light" role="alert" title={t(`findFaults.${fault}`)} />
      )}
      {stage.at === 'choose' && (
        <ChoosePane
          matches={stage.matches}
          more={stage.more}
          onBack={next}
          onChoose={({ number }) => ask(number)}
          pending={find.isPending}
        />
      )}
      {stage.at === 'enrol' && (
        <EnrolPane
          phone={stage.phone}
          onBack={next}
          onEnrolled={({ number, displayName, phone }, isNew) => {
            ask(number);
            if (isNew)
              setShown({
                tone: 'done',
                title: t('enrolled', {
                  name: maskedName({ number, displayName, phoneMasked: phone && `•••• ${phone.slice(-4)}` }),
                }),
                detail: t('enrolledDetail', { phone: phone ?? '' }),
                goesOn: true,
              });
          }}
        />
      )}
      {(stage.at === 'member' || stage.at === 'unnamed') && (
        <MemberDesk
          key={stage.at === 'member' ? stage.member.memberId : stage.typed}
          counter={counter}
          stage={stage}
          onGave={gave}
          onClose={next}
          onScan={look}
          onRedeemed={redeemed}
          onVoucher={(code) => setStage({ at: 'voucher', code })}
          onPaid={meet}
          onHandedOver={(what) => setShown({ tone: 'done', title: t('handedOver', { what }) })}
        />
      )}
      {stage.at === 'voucher' && (
        <VoucherPane
          key={stage.code}
          code={stage.code}
          onNext={next}
          onUsed={(what) => setShown({ tone: 'done', title: t('used', { what }), detail: t('usedDetail') })}
        />
      )}
      {shown !== null && <ResultScreen shown={shown} onDone={done} />}
      <UndoDialog undoing={undoing} onClose={() => setUndoing(null)} />
    </>
  );
}
