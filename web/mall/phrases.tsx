/** Where a line of Chinese may end without cutting a phrase. */
const PHRASE_END = /(?<=[，。；：！？、])/;

/** A short text whose lines end between phrases where there is room for it. */
export function Phrases({ text }: { text: string }) {
  const phrases = text.split(PHRASE_END);
  if (phrases.length === 1) return <>{text}</>;
  return (
    <>
      {phrases.map((phrase) => (
        <span class="phrase">{phrase}</span>
      ))}
    </>
  );
}
