import { Select } from '../design/select';
import { useWords } from '../words';
import type { Resource } from './day-columns';
import type { WhoseTime } from './use-whose-time';

/** Whose time is shown, where it is one at a time or all together. */
export function WhoseSelect({ shown, whose }: { readonly shown: readonly Resource[]; readonly whose: WhoseTime }) {
  const say = useWords();
  const each = shown.map(({ id, name }) => ({ value: id, name }));
  const options = whose.offersAll
    ? [{ value: 'all', name: say('calendar.all', { count: shown.length }) }, ...each]
    : each;
  return <Select aria-label={say('calendar.who')} options={options} value={whose.value} onChange={whose.choose} />;
}
