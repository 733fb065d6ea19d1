import { useEffect } from 'react';
import { useNotificationContext, useTranslate } from 'react-admin';
import type { Toasts } from '../design/toasts';

const tones = { success: 'good', error: 'bad', warning: 'bad', info: 'plain' } as const;

/** What react-admin's hooks announce (`useNotify`), shown as our toasts. */
export function Notifications({ toasts }: { readonly toasts: Toasts }) {
  const { notifications, takeNotification } = useNotificationContext();
  const translate = useTranslate();
  useEffect(() => {
    if (notifications.length === 0) return;
    const taken = takeNotification();
    if (!taken || typeof taken.message !== 'string') return;
    const tone = taken.type in tones ? tones[taken.type as keyof typeof tones] : 'plain';
    toasts.add({ text: translate(taken.message, taken.notificationOptions?.messageArgs), tone });
  }, [notifications, takeNotification, translate, toasts]);
  return null;
}
