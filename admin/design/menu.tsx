import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, type ToggleEvent, useId, useRef, useState } from 'react';
import { classes } from './classes';
import { Icon, type IconDrawing } from './icon';
import { KeyHint } from './key-hint';
import { nextIndex } from './next-index';
import { placeBeside } from './place-beside';
import './menu.css';

export interface MenuItem {
  readonly id: string;
  readonly name: string;
  readonly icon?: IconDrawing;
  readonly keyHint?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** One of several, of which this is the chosen one or not; in a group of `many`, each is chosen or not by itself. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

/** Items that belong together, under a line or a name. */
export interface MenuGroup {
  readonly id: string;
  readonly name?: string;
  /** Any number may be checked, and the menu stays open. */
  readonly many?: boolean;
  readonly items: readonly MenuItem[];
}

/** What the button that opens the menu takes. */
export interface MenuTrigger {
  readonly ref: Ref<HTMLButtonElement>;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
  readonly onPointerDown: () => void;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly renderTrigger: (trigger: MenuTrigger) => ReactNode;
  readonly align?: 'start' | 'end';
}

/** The platform's popover: a click elsewhere or Escape closes it, and focus goes back to the button. */
export function Menu({ label, groups, renderTrigger, align = 'start' }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const [open, setOpen] = useState(false);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
  const show = () => {
    if (!menu.current || !button.current || menu.current.matches(':popover-open')) return;
    menu.current.showPopover();
    placeBeside(button.current, menu.current, { align });
    items()[0]?.focus();
  };
  const hide = () => menu.current?.hidePopover();
  const moveInside = (event: KeyboardEvent) => {
    if (event.key === 'Tab') hide();
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const to =
      nextIndex(event.key, at, all.length, { axis: 'vertical', wrap: true }) ?? startingWith(all, at, event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation(); // a letter here is no shortcut of the page
    all[to]?.focus();
  };
  const select = (item: MenuItem, stays: boolean) => {
    if (!stays) hide();
    item.onSelect();
  };
  return (
    <>
      {renderTrigger({
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': id,
        // the press that lands on the button has closed the menu already; its click must not open it again
        onPointerDown: () => {
          wasOpen.current = open;
        },
        onClick: () => {
          if (!wasOpen.current) show();
          wasOpen.current = false;
        },
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show();
        },
      })}
      <div
        ref={menu}
        id={id}
        role="menu"
        aria-label={label}
        className="k-menu"
        popover="auto"
        tabIndex={-1}
        onToggle={(event: ToggleEvent) => setOpen(event.newState === 'open')}
        onKeyDown={moveInside}
      >
        {groups.map((group, index) => (
          <MenuGroupView key={group.id} group={group} first={index === 0} onSelect={select} />
        ))}
      </div>
    </>
  );
}

interface GroupViewProps {
  readonly group: MenuGroup;
  readonly first: boolean;
  readonly onSelect: (item: MenuItem, stays: boolean) => void;
}

const MenuGroupView = ({ group, first, onSelect }: GroupViewProps) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset has no place in a menu
  <div role="group" {...(group.name && { 'aria-label': group.name })}>
    {!first && <div className="k-menu-line" />}
    {group.name && (
      <div className="k-menu-heading" aria-hidden>
        {group.name}
      </div>
    )}
    {group.items.map((item) => (
      <button
        key={item.id}
        type="button"
        className={classes('k-menu-item', item.danger && 'k-menu-danger')}
        tabIndex={-1}
        disabled={item.disabled}
        onClick={() => onSelect(item, group.many === true)}
        {...(item.checked === undefined
          ? { role: 'menuitem' }
          : { role: group.many ? 'menuitemcheckbox' : 'menuitemradio', 'aria-checked': item.checked })}
      >
        {item.icon && <Icon of={item.icon} />}
        <span className="k-menu-name">{item.name}</span>
        {item.checked && <Icon of={Check} />}
        {item.keyHint && (
          <span aria-hidden>
            <KeyHint>{item.keyHint}</KeyHint>
          </span>
        )}
      </button>
    ))}
  </div>
);

/** The next item whose name begins with the letter typed. */
function startingWith(items: readonly HTMLElement[], at: number, key: string): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const order = items.map((_, step) => (Math.max(at, 0) + step + 1) % items.length);
  return order.find((index) => items[index]?.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}
