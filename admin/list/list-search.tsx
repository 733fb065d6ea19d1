import { useEffect, useEffectEvent, useState } from 'react';
import { useListContext } from 'react-admin';
import { rememberText, textOf } from '../../browser/typed-text';
import { SearchInput } from '../design/search-input';

const pauseMs = 200;

/** The search of a `MemoryList`, reached by the key `/`. */
export function ListSearch({ place, label }: { readonly place: string; readonly label: string }) {
  const { filterValues, setFilters } = useListContext();
  const [text, setText] = useState(() => textOf(place));
  const ask = useEffectEvent(() => {
    const wanted = text.trim();
    if (((filterValues as { text?: string }).text ?? '') !== wanted) setFilters(wanted === '' ? {} : { text: wanted });
  });
  useEffect(() => {
    rememberText(place, text);
    const timer = setTimeout(ask, pauseMs);
    return () => clearTimeout(timer);
  }, [place, text]);
  return <SearchInput label={label} value={text} onChange={setText} pageSearch />;
}
