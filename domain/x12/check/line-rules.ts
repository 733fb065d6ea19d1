import { component, element, type Segment } from '../segment';
import type { ClaimContext } from './claim-context';
import { isModifier, isProcedureCode, placesOfService } from './codes';
import { diagnosesIn, diagnosisSegment } from './diagnosis-rules';
import type { Say } from './finding';
import { loopIn, loopsIn, type LoopNode, openerOf, segmentIn, segmentsIn } from './loop-node';
import { checkFullZip, checkProviderNumber } from './party-rules';

/** TR3: 30 characters of REF 6R come back in the 835. */
const longestLineNumber = 30;

/** Rules of the lines of one claim. */
export function checkLines(context: ClaimContext, say: Say): void {
  const diagnoses = diagnosesIn(diagnosisSegment(context)).length;
  const numbers = new Set<string>();
  const services = new Set<string>();
  loopsIn(context.claim, '2400').forEach((line, at) => {
    checkNumber(line, at + 1, say);
    checkLineControlNumber(line, numbers, say);
    checkRepeated(line, services, say);
    const sv1 = segmentIn(line, 'SV1');
    if (sv1) checkService(sv1, component(context.clm, 5, 1), diagnoses, say);
    for (const node of loopsIn(line, '2420A', '2420D')) checkProviderNumber(node, undefined, say);
    const facility = loopIn(line, '2420C');
    if (facility) checkFullZip(facility, say);
  });
}

/** LX counts the lines of each claim from 1. */
function checkNumber(line: LoopNode, expected: number, say: Say): void {
  const lx = openerOf(line);
  if (lx.name === 'LX' && element(lx, 1) !== String(expected))
    say({
      rule: 'line_number',
      segment: lx,
      element: 1,
      loop: '2400',
      message: `this is line ${expected} of its claim`,
    });
}

function checkLineControlNumber(line: LoopNode, seen: Set<string>, say: Say): void {
  for (const ref of segmentsIn(line, 'REF', '6R')) {
    const number = element(ref, 2);
    const at = { segment: ref, element: 2, loop: '2400' };
    if (number.length > longestLineNumber)
      say({ ...at, rule: 'line_control_number_too_long', message: 'a line control number has at most 30 characters' });
    if (seen.has(number))
      say({ ...at, rule: 'line_control_number_repeated', message: 'each line of a claim has its own control number' });
    seen.add(number);
  }
}

function checkRepeated(line: LoopNode, seen: Set<string>, say: Say): void {
  const [sv1, dtp] = [segmentIn(line, 'SV1'), segmentIn(line, 'DTP', '472')];
  if (!sv1 || !dtp) return;
  const service = [element(sv1, 1), element(sv1, 2), element(sv1, 5), element(dtp, 3)].join('\n');
  if (seen.has(service))
    say({
      rule: 'line_repeated',
      severity: 'warning',
      segment: sv1,
      loop: '2400',
      message: 'the same service on the same day as another line; payers deny it as a duplicate without a modifier',
    });
  seen.add(service);
}

function checkService(sv1: Segment, place: string, diagnoses: number, say: Say): void {
  const at = (
    element: number,
    rule: string,
    message: string,
    more: { component?: number; severity?: 'warning' } = {},
  ) => say({ rule, message, segment: sv1, element, loop: '2400', ...more });
  checkProcedure(sv1, at);
  const units = element(sv1, 4);
  if (/^-?[\d.]+$/.test(units) && !(Number(units) > 0)) at(4, 'units_not_positive', 'a service has at least one unit');
  if (/^-?0\d|\.\d*0$|\.$/.test(units))
    at(4, 'number_padded', 'leading zeros and zeros after the last decimal are left out', { severity: 'warning' });
  const linePlace = element(sv1, 5);
  if (linePlace !== '' && !placesOfService.has(linePlace))
    at(5, 'place_of_service_unknown', `${linePlace} is no place of service`);
  if (linePlace !== '' && linePlace === place)
    at(5, 'place_repeated', 'a line names its place only where it differs from the claim', { severity: 'warning' });
  checkPointers(sv1, diagnoses, at);
}

type At = (element: number, rule: string, message: string, more?: { component?: number; severity?: 'warning' }) => void;

/** The procedure with its modifiers; only HC (HCPCS and CPT) has a shape that is known here. */
function checkProcedure(sv1: Segment, at: At): void {
  const [qualifier = '', code = '', ...rest] = sv1.elements[0] ?? [];
  if (qualifier === 'HC' && code !== '' && !isProcedureCode(code))
    at(1, 'procedure_malformed', 'a procedure code has five characters', { component: 2 });
  const modifiers = rest.slice(0, 4);
  if (isModifier(rest[4] ?? ''))
    at(1, 'modifier_too_many', 'a service has at most four modifiers; a description stands here', { component: 7 });
  modifiers.forEach((modifier, index) => {
    const more = { component: index + 3 };
    if (modifier === '') {
      if (modifiers.slice(index).some((later) => later !== ''))
        at(1, 'modifier_gap', 'modifiers follow each other without gaps', more);
    } else if (!isModifier(modifier)) at(1, 'modifier_malformed', 'a modifier has two letters or digits', more);
    else if (modifiers.indexOf(modifier) < index) at(1, 'modifier_repeated', 'a modifier is named once', more);
  });
}

/** SV107: one to four places in the list of diagnoses. */
function checkPointers(sv1: Segment, diagnoses: number, at: At): void {
  const pointers = sv1.elements[6] ?? [];
  pointers.forEach((pointer, index) => {
    const more = { component: index + 1 };
    if (pointer === '') {
      if (index > 0 && index < pointers.length - 1)
        at(7, 'pointer_gap', 'pointers follow each other without gaps', more);
      return;
    }
    const place = Number(pointer);
    if (!Number.isInteger(place) || place < 1 || place > diagnoses)
      at(7, 'pointer_out_of_range', `pointer ${pointer}, but the claim has ${diagnoses} diagnoses`, more);
    else if (pointer.startsWith('0'))
      at(7, 'number_padded', 'leading zeros are left out', { ...more, severity: 'warning' });
    if (pointers.indexOf(pointer) < index) at(7, 'pointer_repeated', 'a diagnosis is pointed to once', more);
  });
}
