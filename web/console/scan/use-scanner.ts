import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CameraFault, cameraFault, closeCamera, openCamera } from './camera.ts';
import { codeReader } from './code-reader.ts';

/** A person holds a phone still for longer than this. */
const BETWEEN_FRAMES_MS = 90;

/** Shows the camera in `video` and hands on the first code that it sees; then it is dark again. */
export function useScanner(video: RefObject<HTMLVideoElement | null>, onCode: (text: string) => void) {
  const [fault, setFault] = useState<CameraFault | null>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [tries, setTries] = useState(0);
  const found = useRef(onCode);
  found.current = onCode;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens the camera anew.
  useEffect(() => {
    let open: MediaStream | null = null;
    let closed = false;
    const shut = () => {
      closed = true;
      if (open) closeCamera(open);
    };
    const look = async () => {
      const [camera, read] = await Promise.all([openCamera(), codeReader()]);
      open = camera;
      if (closed) return shut();
      const screen = video.current;
      if (screen === null) return shut();
      screen.srcObject = camera;
      setStream(camera);
      setFault(null);
      await screen.play();
      while (!closed) {
        const code = screen.readyState >= screen.HAVE_CURRENT_DATA ? await read(screen) : null;
        if (closed) return;
        if (code !== null) {
          shut();
          found.current(code);
          return;
        }
        await new Promise((next) => setTimeout(next, BETWEEN_FRAMES_MS));
      }
    };
    look().catch((error) => {
      if (!closed) setFault(cameraFault(error));
      shut();
    });
    return shut;
  }, [tries, video]);
  return { fault, stream, retry: () => setTries(tries + 1) };
}
