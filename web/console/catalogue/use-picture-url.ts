import { useEffect, useState } from 'react';

/** An address under which a chosen picture can be shown before it is sent; null where none is chosen. */
export function usePictureUrl(picture: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (picture === null) return setUrl(null);
    const address = URL.createObjectURL(picture);
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  return url;
}
