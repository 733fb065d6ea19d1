import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { MessageView } from '../../api/messages/message.contract';
import { useUrlFilter } from '../data/url-filter';
import { Select } from '../design/select';
import { useWords } from '../words';

/** States that can be asked for, in the words of the page: `sending` is what the server calls claimed. */
const states = { sent: 'sent', sending: 'claimed', planned: 'planned', refused: 'refused', unknown: 'unknown', skipped: 'skipped' } as const satisfies Record<string, MessageView['state']>; // prettier-ignore
const stateNames = Object.keys(states) as readonly (keyof typeof states)[];
const channels = ['sms', 'email'] as const;

export interface MessageFilterState {
  readonly stateName: keyof typeof states | undefined;
  readonly channelName: 'sms' | 'email' | undefined;
  /** As the API takes them. */
  readonly states: { readonly states?: readonly MessageView['state'][] };
  readonly channel: { readonly channel?: 'sms' | 'email' };
  readonly narrowed: boolean;
  readonly setState: (state: keyof typeof states | undefined) => void;
  readonly setChannel: (channel: 'sms' | 'email' | undefined) => void;
  readonly clear: () => void;
}

/** The filters in the address: known values only. */
export function useMessageFilters(): MessageFilterState {
  const [stateName, setState] = useUrlFilter('state', stateNames);
  const [channelName, setChannel] = useUrlFilter('channel', channels);
  const [params, setParams] = useSearchParams();
  const clear = () => {
    const next = new URLSearchParams(params);
    next.delete('state');
    next.delete('channel');
    setParams(next, { replace: true });
  };
  return {
    stateName,
    channelName,
    states: useMemo(() => (stateName ? { states: [states[stateName]] } : {}), [stateName]),
    channel: useMemo(() => (channelName ? { channel: channelName } : {}), [channelName]),
    narrowed: stateName !== undefined || channelName !== undefined,
    setState,
    setChannel,
    clear,
  };
}

interface MessageFiltersProps {
  readonly filters: MessageFilterState;
  readonly withState: boolean;
}

export function MessageFilters({ filters, withState }: MessageFiltersProps) {
  const say = useWords();
  return (
    <>
      {withState && (
        <Select
          aria-label={say('messaging.filters.state')}
          none={say('messaging.filters.anyState')}
          options={stateNames.map((value) => ({ value, name: say(`messaging.states.${value}`) }))}
          value={filters.stateName}
          onChange={filters.setState}
        />
      )}
      <Select
        aria-label={say('messaging.filters.channel')}
        none={say('messaging.filters.anyChannel')}
        options={channels.map((value) => ({ value, name: say(`messaging.channels.${value}`) }))}
        value={filters.channelName}
        onChange={filters.setChannel}
      />
    </>
  );
}
