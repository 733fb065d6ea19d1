import { useEffect } from 'react';
import { useNotificationContext, useTranslate } from 'react-admin';
import { problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import type { Toasts } from '../design/toasts';

const tones = { success: 'good', error: 'bad', warning: 'bad', info: 'plain' } as const;

/** react-admin announces a failed request by the error's message: ours is the problem's code. */
const isCode = /^[a-z_]+$/;

/** What react-admin's hooks announce (`useNotify`), shown as our toasts. */
export function Notifications({ toasts }: { readonly toasts: Toasts }) {
  const { notifications, takeNotification } = useNotificationContext();
  const translate = useTranslate();
  const speech = useSpeech();
  useEffect(() => {
    if (notifications.length === 0) return;
    const taken = takeNotification();
    if (!taken || typeof taken.message !== 'string') return;
    const tone = taken.type in tones ? tones[taken.type as keyof typeof tones] : 'plain';
    const text = isCode.test(taken.message)
      ? problemText(speech, { status: 0, code: taken.message, params: {}, errors: [] }).title
      : translate(taken.message, taken.notificationOptions?.messageArgs);
    toasts.add({ text, tone });
  }, [notifications, takeNotification, translate, toasts, speech]);
  return null;
}
