/** Hands a text to the browser's downloads, or to the program that opens its kind; nothing is sent anywhere. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // a browser may begin to read after this task
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
