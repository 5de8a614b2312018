import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';

/** A phone's own camera saw a member's code and was led here: it is looked up once, and leaves the address. */
export function useScannedElsewhere(onScan: (text: string) => void): void {
  const navigate = useNavigate();
  const { code } = useSearch({ from: '/shop/counter' });
  const take = useEffectEvent((scanned: string) => {
    onScan(scanned);
    void navigate({ to: '/counter', search: {}, replace: true });
  });
  useEffect(() => {
    if (code !== undefined) take(code);
  }, [code]);
}
