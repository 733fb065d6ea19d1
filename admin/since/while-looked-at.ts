/** Calls back once the page has been in sight for so long without a break. Answers how to stop it. */
export function whileLookedAt(forMs: number, done: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    timer = document.visibilityState === 'visible' ? setTimeout(done, forMs) : undefined;
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
