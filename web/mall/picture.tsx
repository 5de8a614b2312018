import { GiftIcon } from './icons.tsx';

type Props = { url: string | null; alt: string; eager?: boolean };

/** A square picture, or a quiet placeholder of the same size: a page never jumps. */
export function Picture({ url, alt, eager = false }: Props) {
  return (
    <span class="picture">
      {url === null ? (
        <GiftIcon />
      ) : (
        <img
          src={url}
          alt={alt}
          width="480"
          height="480"
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
        />
      )}
    </span>
  );
}
