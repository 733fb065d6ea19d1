import { flushSync } from 'react-dom';
import { createKeyQueue } from './key-queue';
import { isTypingPlace } from './keymap';

/** The keys of this window, from the moment in which the program was loaded. */
export const windowKeys = createKeyQueue({
  listen: (onKey) => window.addEventListener('keydown', onKey),
  place: (target) => {
    if (isTypingPlace(target)) return 'field';
    return target instanceof Element && target.closest(pressedBySpace) ? 'control' : 'page';
  },
  drawn: flushSync,
  field: fieldInFocus,
  now: () => performance.now(),
});

const pressedBySpace = 'button, summary, [type=checkbox], [type=radio], [type=button], [type=submit], [tabindex="0"]';

function fieldInFocus(): { readonly type: (text: string) => void } | undefined {
  const at = document.activeElement;
  const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
  return isField && isTypingPlace(at) ? { type: (text) => typeInto(at, text) } : undefined;
}

/** As if it had been typed there. */
function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}
