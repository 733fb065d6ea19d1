import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { nextIndex } from './next-index';
import { Pill } from './pill';
import './tabs.css';

export interface Tab<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly count?: number;
  /** Drawn only while its tab is chosen. */
  readonly renderContent: () => ReactNode;
}

interface TabsProps<Id extends string> {
  /** What the tabs divide, for those who listen. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** Left and right move between tabs and choose, as in the ARIA pattern for panels that are there at once. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === selected),
  );
  const current = tabs[index];
  const move = (event: KeyboardEvent) => {
    const to = nextIndex(event.key, index, tabs.length, { axis: 'horizontal', wrap: true });
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${base}-${tab.id}`)}`)?.focus();
  };
  return (
    <>
      <div className="k-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move} tabIndex={-1}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            className="k-tab"
            id={`${base}-${tab.id}`}
            aria-selected={tab === current}
            aria-controls={`${base}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            <span className="k-tab-name" data-name={tab.name}>
              {tab.name}
            </span>
            {tab.count !== undefined && tab.count > 0 && <Pill tone="accent">{tab.count}</Pill>}
          </button>
        ))}
      </div>
      {current && (
        <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${current.id}`}>
          {current.renderContent()}
        </div>
      )}
    </>
  );
}
