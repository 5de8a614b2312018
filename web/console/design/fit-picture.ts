const QUALITY = 0.86;

/**
 * A picture made as small as it is shown, whole and with what can be seen through; a drawing stays as it is.
 * Rejects where the browser can't read it.
 */
export async function fitPicture(file: File, sidePixelsMax: number): Promise<File> {
  if (file.type === 'image/svg+xml') return file;
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, sidePixelsMax / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return file;
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // A logo may be seen through, a photo is not: where WebP can't be written the browser gives PNG.
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', QUALITY));
  return blob === null || blob.size >= file.size ? file : new File([blob], 'picture', { type: blob.type });
}
