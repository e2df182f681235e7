/** Hands a file to the browser to keep. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Freed once the download has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
