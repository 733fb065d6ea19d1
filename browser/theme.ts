export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** Draws the page in a theme and follows the system where that is wished. Answers how to stop following. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const draw = () => {
    root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  draw();
  if (theme !== 'system') return () => undefined;
  dark.addEventListener('change', draw);
  return () => dark.removeEventListener('change', draw);
}
