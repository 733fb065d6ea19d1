import type { ReactNode } from 'react';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { Card } from '../design/card';
import { type Definition, DefinitionList } from '../design/definition-list';
import { Link } from '../design/link';
import { appointmentPath } from '../paths';
import { useWords } from '../words';
import { useAuthorizationWords } from './use-authorization-words';

/** The visit, its codes and its coverage, as the claim bears them. */
export function ClaimVisit({ claim }: { readonly claim: ClaimDetailView }) {
  return (
    <Card padded>
      <DefinitionList items={[...useVisitItems(claim), ...useCoverageItems(claim)]} />
    </Card>
  );
}

function useVisitItems({
  visit,
  money,
  clinicianName,
  diagnoses,
  placeOfService,
}: ClaimDetailView): readonly Definition[] {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const minutes = Math.max(0, ...money.lines.map((line) => line.minutes ?? 0));
  const place = sayIfKnown(`claims.visit.places.${placeOfService}`);
  const session = visit && (
    <>
      {visit.beganAt !== null && visit.endedAt !== null && (
        <span className="num">
          {formats.day(visit.beganAt)} · {formats.timeRange(visit.beganAt, visit.endedAt)}
        </span>
      )}
      {minutes > 0 && <> · {say('claims.visit.minutes', { minutes })}</>}
      <div>
        <Link to={appointmentPath(visit.appointmentId)}>{say('claims.visit.open')}</Link>
      </div>
    </>
  );
  return [
    item('session', say('claims.visit.session'), session),
    item('clinician', say('claims.visit.clinician'), clinicianName),
    item(
      'place',
      say('claims.visit.place'),
      place === undefined ? placeOfService : say('claims.visit.placeCode', { place, code: placeOfService }),
    ),
    item(
      'services',
      say('claims.visit.services'),
      <Lines
        lines={money.lines.map((line) => ({
          id: line.lineControl,
          text: [
            [line.code, ...line.modifiers].join('-'),
            say('claims.visit.units', { count: line.units }),
            formats.money(line.charge),
          ].join(' · '),
        }))}
      />,
    ),
    item(
      'diagnoses',
      say('claims.visit.diagnoses'),
      <Lines
        lines={diagnoses.map(({ code, title }) => ({ id: code, text: title === null ? code : `${code} · ${title}` }))}
      />,
    ),
  ];
}

function useCoverageItems(claim: ClaimDetailView): readonly Definition[] {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const authorization = useAuthorizationWords();
  const { coverage, payerName, payerControlNumber, versions } = claim;
  const { planName, groupNumber, memberId, relationship } = coverage;
  return [
    item('payer', say('claims.visit.payer'), payerName),
    ...(planName === null ? [] : [item('plan', say('claims.visit.plan'), planName)]),
    item('member', say('claims.visit.member'), <span className="num">{memberId}</span>),
    ...(groupNumber === null
      ? []
      : [item('group', say('claims.visit.group'), <span className="num">{groupNumber}</span>)]),
    item(
      'relation',
      say('claims.visit.relation'),
      sayIfKnown(`claims.visit.relations.${relationship}`) ?? relationship,
    ),
    item('authorization', say('claims.visit.authorization'), authorization(claim)),
    item('payerNumber', say('claims.visit.payerNumber'), payerControlNumber ?? say('claims.visit.noPayerNumber')),
    item(
      'versions',
      say('claims.visit.versions'),
      <Lines
        lines={versions.map(({ versionNo, frequency, madeAt }) => ({
          id: String(versionNo),
          text: say('claims.visit.version', {
            number: String(versionNo),
            kind: say(`claims.visit.kinds.${frequency}`),
            when: formats.dayTime(madeAt),
          }),
        }))}
      />,
    ),
  ];
}

const item = (id: string, term: string, value: ReactNode): Definition => ({ id, term, value });

const Lines = ({ lines }: { readonly lines: readonly { readonly id: string; readonly text: string }[] }) => (
  <ul>
    {lines.map(({ id, text }) => (
      <li key={id} className="num">
        {text}
      </li>
    ))}
  </ul>
);
