import { Ellipsis } from 'lucide-react';
import { useId } from 'react';
import type { AuthorizationView, CoverageView } from '../../api/billing/coverage.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { type Definition, DefinitionList } from '../design/definition-list';
import { IconButton } from '../design/icon-button';
import { Menu } from '../design/menu';
import { Pill } from '../design/pill';
import { useWords } from '../words';
import { Authorizations } from './authorizations';
import type { CoverageStanding } from './coverage-standing';
import { useCoverageWords } from './use-coverage-words';
import './insurance.css';

export type CoverageAct = 'change' | 'replace' | 'end' | 'authorize';

interface CoverageCardProps {
  readonly coverage: CoverageView;
  readonly standing: CoverageStanding;
  readonly authorizations: readonly AuthorizationView[];
  readonly day: string;
  /** Left out for whoever may only read. */
  readonly onAct?: (act: CoverageAct) => void;
  readonly onChangeAuthorization?: (authorization: AuthorizationView) => void;
}

/** One insurance: the payer, what the card says, its days, and what the payer has agreed to. */
export function CoverageCard(props: CoverageCardProps) {
  const { coverage, standing, authorizations, day, onAct, onChangeAuthorization } = props;
  const say = useWords();
  const words = useCoverageWords();
  const facts = useFacts(coverage);
  const id = useId();
  return (
    <Card as="section" padded className="stack coverage" aria-labelledby={id}>
      <div className="row between">
        <div className="grow">
          <h4 id={id}>{coverage.payerName}</h4>
          <p className="small muted num">
            {[words.rank(coverage.rank), words.days(coverage), coverage.planName].filter(Boolean).join(' · ')}
          </p>
        </div>
        {standing !== 'holds' && <Pill>{say(`insurance.standings.${standing}`)}</Pill>}
        {onAct && <CoverageMenu coverage={coverage} standing={standing} onAct={onAct} />}
      </div>
      <DefinitionList above items={facts} />
      {(authorizations.length > 0 || standing === 'holds') && (
        <Authorizations
          authorizations={authorizations}
          day={day}
          {...(onAct && { onAdd: () => onAct('authorize') })}
          {...(onChangeAuthorization && { onChange: onChangeAuthorization })}
        />
      )}
    </Card>
  );
}

function useFacts(coverage: CoverageView): readonly Definition[] {
  const say = useWords();
  const formats = useFormats();
  const words = useCoverageWords();
  const { subscriber, copayCents, groupNumber } = coverage;
  const policyholder = subscriber ? (
    <>
      {subscriber.first_name} {subscriber.last_name}
      <div className="small muted num">
        {[
          say('insurance.facts.is', { what: words.relationship(coverage.relationship) }),
          say('insurance.facts.born', { day: formats.calendarDate(subscriber.birth_date) }),
        ].join(' · ')}
      </div>
      <div className="small muted">
        {[
          subscriber.street,
          subscriber.street2,
          `${subscriber.city}, ${subscriber.region} ${formats.zip(subscriber.postal_code)}`,
        ]
          .filter(Boolean)
          .join(', ')}
      </div>
    </>
  ) : (
    say('insurance.facts.self')
  );
  return [
    {
      id: 'member',
      term: say('insurance.facts.memberId'),
      value: <span className="num strong">{coverage.memberId}</span>,
    },
    ...(groupNumber === null
      ? []
      : [{ id: 'group', term: say('insurance.facts.group'), value: <span className="num">{groupNumber}</span> }]),
    {
      id: 'copay',
      term: say('insurance.facts.copay'),
      value:
        copayCents === null ? (
          <span className="muted">{say('insurance.facts.noCopay')}</span>
        ) : (
          <span className="num">{formats.money(copayCents)}</span>
        ),
    },
    { id: 'policyholder', term: say('insurance.facts.policyholder'), value: policyholder },
  ];
}

interface CoverageMenuProps extends Pick<CoverageCardProps, 'coverage' | 'standing'> {
  readonly onAct: (act: CoverageAct) => void;
}

function CoverageMenu({ coverage, standing, onAct }: CoverageMenuProps) {
  const say = useWords();
  const label = say('insurance.more', { payer: coverage.payerName });
  const further =
    standing === 'ended'
      ? []
      : [
          { id: 'replace', name: say('insurance.replacing.open'), onSelect: () => onAct('replace') },
          { id: 'end', name: say('insurance.ending.open'), danger: true, onSelect: () => onAct('end') },
        ];
  return (
    <Menu
      label={label}
      align="end"
      groups={[
        {
          id: 'change',
          items: [
            { id: 'change', name: say('insurance.changing.open'), onSelect: () => onAct('change') },
            { id: 'authorize', name: say('insurance.authorizations.add'), onSelect: () => onAct('authorize') },
          ],
        },
        ...(further.length > 0 ? [{ id: 'further', items: further }] : []),
      ]}
      renderTrigger={(trigger) => <IconButton size="small" icon={Ellipsis} label={label} {...trigger} />}
    />
  );
}
