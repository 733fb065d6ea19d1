import { CommandInput, CommandItem, CommandList, CommandRoot } from 'cmdk';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useSharedWords } from '../../browser/speech';
import { FieldLabel, FieldNotes, type FieldTexts, controlOf } from './field';
import { usePlacedPopup } from './use-placed-popup';
import { type Find, type SearchState, useSearch } from './use-search';
import { VisuallyHidden } from './visually-hidden';
import './combobox.css';
import './input.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What tells two of the same name apart: a birth date, a phone number. */
  readonly detail?: string;
}

interface ComboboxProps extends FieldTexts {
  readonly value: Choice | undefined;
  readonly onChange: (value: Choice | undefined) => void;
  readonly find: Find<Choice>;
  readonly placeholder?: string;
  /** Hears what is being typed to find one; undefined once one is chosen. What was typed and left is heard last. */
  readonly onTyped?: (typed: string | undefined) => void;
}

/** Picks one of many by typing a part of its name. What is typed goes to `find` and nowhere else. */
export function Combobox({ value, onChange, find, placeholder, onTyped, ...texts }: ComboboxProps) {
  const notes = useId();
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string>(); // undefined: nothing is being typed, the chosen name shows
  const [inputId, setInputId] = useState('');
  const state = useSearch(typed ?? '', find);
  const open = typed !== undefined;
  usePlacedPopup(input, popup, open);
  useLayoutEffect(() => setInputId(input.current?.id ?? ''), []);
  // cmdk says "expanded" always, as in a palette; here the list comes and goes
  useLayoutEffect(() => input.current?.setAttribute('aria-expanded', String(open)));

  // with the list closed the chosen name is marked, so that typing begins anew
  useLayoutEffect(() => {
    if (!open && document.activeElement === input.current) input.current?.select();
  }, [open]);

  const close = () => setTyped(undefined);
  const type = (text: string) => {
    setTyped(text);
    onTyped?.(text);
  };
  const choose = (choice: Choice) => {
    onChange(choice);
    onTyped?.(undefined);
    close();
  };
  const leave = () => {
    if (typed?.trim() === '') onChange(undefined);
    close();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault(); // closes the list, not the dialog around it
      event.stopPropagation();
      close();
    }
    if (event.key === 'ArrowDown' && !open) setTyped(value?.name ?? '');
    if (event.key === 'Enter' && !open) event.stopPropagation(); // with the list closed, Enter sends the form
  };
  const control = controlOf(notes, texts);
  return (
    <CommandRoot className="k-field k-combobox" shouldFilter={false} label={texts.label}>
      <FieldLabel {...texts} htmlFor={inputId} />
      <CommandInput
        ref={input}
        className="k-input"
        placeholder={placeholder}
        required={texts.required}
        aria-describedby={control['aria-describedby']}
        aria-invalid={control['aria-invalid']}
        value={typed ?? value?.name ?? ''}
        onValueChange={type}
        onFocus={(event) => event.target.select()}
        onBlur={leave}
        onKeyDown={key}
      />
      <FieldNotes {...texts} id={notes} />
      <div
        ref={popup}
        className="k-combobox-popup"
        popover="manual"
        onMouseDown={(event) => event.preventDefault()}
        role="presentation"
      >
        <CommandList label={texts.label}>
          {hitsOf(state).map((choice) => (
            <CommandItem key={choice.id} value={choice.id} onSelect={() => choose(choice)}>
              {choice.name}
              {choice.detail && <span className="k-combobox-detail num">{choice.detail}</span>}
            </CommandItem>
          ))}
        </CommandList>
        {open && <SearchNote state={state} />}
      </div>
    </CommandRoot>
  );
}

const hitsOf = (state: SearchState<Choice>): readonly Choice[] =>
  state.kind === 'found' || state.kind === 'searching' ? state.hits : [];

/** Where the search stands, seen while there is nothing to choose from and always heard. */
function SearchNote({ state }: { readonly state: SearchState<Choice> }) {
  const say = useSharedWords();
  const text = {
    too_short: () => say('pieces.typeToSearch'),
    searching: () => say('pieces.searching'),
    found: () => say('pieces.found', { count: hitsOf(state).length }),
    failed: () => say('pieces.searchFailed'),
  }[state.kind]();
  return (
    <output>
      {hitsOf(state).length > 0 ? (
        <VisuallyHidden>{text}</VisuallyHidden>
      ) : (
        <span className="k-combobox-note">{text}</span>
      )}
    </output>
  );
}
