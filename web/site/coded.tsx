/** A message; what stands between backticks in it is code. */
export function Coded({ text }: { text: string }) {
  return <>{text.split('`').map((part, position) => (position % 2 === 1 ? <code>{part}</code> : part))}</>;
}
