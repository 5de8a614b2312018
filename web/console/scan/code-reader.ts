/** As much of the browser's own detector as is used; where it is missing a library has the same. */
type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: 'qr_code'[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** Reads the QR code in a frame; null where there is none. */
export type ReadCode = (video: HTMLVideoElement) => Promise<string | null>;

/** The browser's own reader where it has one (Android, macOS), else a library that loads now. */
export async function codeReader(): Promise<ReadCode> {
  const detector = new (await detectorClass())({ formats: ['qr_code'] });
  return async (video) => {
    const [found] = await detector.detect(video);
    return found && found.rawValue !== '' ? found.rawValue : null;
  };
}

async function detectorClass(): Promise<DetectorClass> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const reads = own ? await own.getSupportedFormats().catch(() => []) : [];
  if (own && reads.includes('qr_code')) return own;
  const { BarcodeDetector } = await import('qr/decode.js');
  return BarcodeDetector as unknown as DetectorClass;
}
