import { useEffect, useRef } from 'react';

/** A gun types faster than anybody: this long between two keys is a person. */
const KEY_GAP_MAX_MS = 60;
/** The shortest code of ours has eight characters. */
const CODE_CHARACTERS_MIN = 8;

/** What was typed without a pause. */
export type Burst = { text: string; lastAtMs: number };

/** One more key after what came before; pure, so that its timing is tested without a gun. */
export function afterKey(burst: Burst | null, key: string, atMs: number): Burst {
  const goesOn = burst !== null && atMs - burst.lastAtMs <= KEY_GAP_MAX_MS;
  if (!goesOn) return { text: key, lastAtMs: atMs };
  return { ...burst, text: burst.text + key, lastAtMs: atMs };
}

/** Whether the Enter that comes now ends a code from a gun. */
export function isGunCode(burst: Burst | null, atMs: number): burst is Burst {
  return (
    burst !== null && burst.text.length >= CODE_CHARACTERS_MIN && atMs - burst.lastAtMs <= KEY_GAP_MAX_MS
  );
}

/**
 * A barcode gun is a keyboard: what it types, wherever the focus is, arrives whole, and a field that took its keys
 * is put back to what stood there. Plain typing goes to the counter's field where nothing else has the focus.
 */
export function useBarcodeGun(onScan: (text: string) => void): void {
  const scan = useRef(onScan);
  scan.current = onScan;
  useEffect(() => {
    let burst: Burst | null = null;
    let putBack = () => {};
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const atMs = event.timeStamp;
      if (event.key === 'Enter') {
        if (isGunCode(burst, atMs)) {
          event.preventDefault();
          event.stopPropagation();
          putBack();
          scan.current(burst.text);
        }
        burst = null;
        return;
      }
      if (event.key.length !== 1) return;
      if (document.activeElement === null || document.activeElement === document.body)
        document.querySelector<HTMLInputElement>('[data-counter-field]')?.focus();
      const next = afterKey(burst, event.key, atMs);
      if (next.text.length === 1) putBack = asItStands(document.activeElement);
      burst = next;
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}

/** Sets a field back to what stands there now, so that whoever draws it hears of it. */
function asItStands(field: Element | null): () => void {
  if (!(field instanceof HTMLInputElement)) return () => {};
  const { value } = field;
  return () => {
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    setter?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
}
