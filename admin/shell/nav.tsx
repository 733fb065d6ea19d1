import { CircleCheckBig } from 'lucide-react';
import { useId } from 'react';
import { type Area, type AreaId, type SectionId, areaAt } from '../areas';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';

/** How many things wait in an area; absent or 0 shows nothing. */
export type AreaCounts = Readonly<Partial<Record<AreaId, number>>>;

interface NavProps {
  readonly areas: readonly Area[];
  readonly path: string;
  readonly counts: AreaCounts;
}

const sections: readonly SectionId[] = ['day', 'billing', 'practice'];

export function Nav({ areas, path, counts }: NavProps) {
  const say = useWords();
  const current = areaAt(areas, path);
  return (
    <nav className="nav" aria-label={say('shell.areasLabel')}>
      <div className="brand">
        <Icon of={CircleCheckBig} size="big" />
        {say('shell.name')}
      </div>
      {sections.map((section) => {
        const own = areas.filter((area) => area.section === section);
        return (
          own.length > 0 && <Section key={section} section={section} areas={own} current={current} counts={counts} />
        );
      })}
    </nav>
  );
}

interface SectionProps extends Omit<NavProps, 'path'> {
  readonly section: SectionId;
  readonly current: Area | undefined;
}

/** The first section needs no name in sight: it is the day's work. */
function Section({ section, areas, current, counts }: SectionProps) {
  const say = useWords();
  const id = useId();
  const name = say(`shell.sections.${section}`);
  return (
    <>
      {section !== 'day' && <h2 id={id}>{name}</h2>}
      <ul {...(section === 'day' ? { 'aria-label': name } : { 'aria-labelledby': id })}>
        {areas.map((area) => (
          <li key={area.id}>
            <Link to={area.path} {...(area === current && { 'aria-current': 'page' as const })}>
              <Icon of={area.icon} />
              {say(`shell.areas.${area.id}`)}
              <Count of={counts[area.id] ?? 0} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Count({ of }: { readonly of: number }) {
  const say = useWords();
  if (of === 0) return null;
  return (
    <>
      <span className="nav-count num" aria-hidden>
        {of}
      </span>
      <VisuallyHidden>
        {', '}
        {say('shell.waiting', { count: of })}
      </VisuallyHidden>
    </>
  );
}
