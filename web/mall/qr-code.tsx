import { qrPath } from '../shared/qr-path.ts';

/** Always dark on light: cameras do not read it the other way round. */
export function QrCode({ label, text }: { label: string; text: string }) {
  const { size, path } = qrPath(text);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
