import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useSharedWords } from '../../browser/speech';
import { classes } from './classes';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import './input.css';

interface SearchInputProps {
  /** What is searched; it is also the placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The key `/` goes to the page's own search. */
  readonly pageSearch?: boolean;
}

/** Escape and the cross empty it. What is typed stays in memory (`browser/typed-text.ts`), never in the address. */
export function SearchInput({ label, value, onChange, pageSearch }: SearchInputProps) {
  const say = useSharedWords();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || value === '') return;
    event.preventDefault();
    clear();
  };
  return (
    <search className={classes('k-input-frame', 'k-search')}>
      <Icon of={Search} />
      <input
        ref={input}
        type="search"
        className="k-input"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={key}
        {...(pageSearch && { 'data-page-search': true, 'aria-keyshortcuts': '/' })}
      />
      {value !== '' && <IconButton size="small" icon={X} label={say('pieces.clear')} onClick={clear} />}
    </search>
  );
}
