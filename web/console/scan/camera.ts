/** Why there is no picture; each has its words. */
export type CameraFault = 'denied' | 'missing' | 'busy' | 'unsupported';

/** Enough for a code that fills a third of the picture, and little enough to be read ten times a second. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** The camera at the back where there is one. Throws what `cameraFault` reads. */
export function openCamera(): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices?.getUserMedia) return Promise.reject(new DOMException('no camera', 'NotSupportedError'));
  return devices.getUserMedia({ audio: false, video: { facingMode: 'environment', ...SIZE } });
}

/** The reason behind an error of the browser. */
export function cameraFault(error: unknown): CameraFault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotSupportedError':
      return 'unsupported';
    default:
      return 'busy';
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

type Torch = { torch?: boolean };

/** Whether the camera brings a light of its own. */
export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks();
  return Boolean((track?.getCapabilities?.() as Torch | undefined)?.torch);
}

export async function setTorch(stream: MediaStream, on: boolean): Promise<void> {
  const [track] = stream.getVideoTracks();
  await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}
