import type { I18nProvider } from 'react-admin';
import type { Speech } from '../browser/speech';
import { languageNames } from '../messages/words';

/**
 * The few sentences that react-admin's headless half says come from our catalogue too, so that server and browser speak alike.
 * The language itself is changed by the shell, not through here.
 */
export const createI18nProvider = ({ language, sayIfKnown }: Speech): I18nProvider => ({
  translate: (code: string, options?: Record<string, unknown>) => {
    const params = Object.fromEntries(
      Object.entries(options ?? {}).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
    ) as Record<string, string | number>;
    const fallback = options?.['_'];
    return sayIfKnown(code, params) ?? (typeof fallback === 'string' ? fallback : code);
  },
  changeLocale: () => Promise.resolve(),
  getLocale: () => language,
  getLocales: () => Object.entries(languageNames).map(([locale, name]) => ({ locale, name })),
});
