import { useId } from 'react';
import type { RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { type Definition, DefinitionList } from '../design/definition-list';
import { useWords } from '../words';
import { useRemittanceWords } from './use-remittance-words';

/** What came: how, under which number, to whom, in which file. */
export function RemittanceFacts({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  const id = useId();
  const { method, traceNumber, paidOn, payeeNpi, file, receivedAt, ordinal } = remittance;
  const fact = (
    of: 'method' | 'number' | 'paidOn' | 'payee' | 'file' | 'received',
    value: Definition['value'],
  ): Definition => ({ id: of, term: say(`remittances.page.facts.${of}`), value });
  const items = [
    fact('method', words.method(method)),
    fact('number', <span className="num">{traceNumber}</span>),
    ...(paidOn === null ? [] : [fact('paidOn', <span className="num">{formats.calendarDate(paidOn)}</span>)]),
    ...(payeeNpi === null ? [] : [fact('payee', <span className="num">{payeeNpi}</span>)]),
    fact('file', say('remittances.page.facts.place', { name: file.name, number: ordinal })),
    fact('received', `${formats.dayTime(receivedAt)} · ${words.cameBy(file.cameBy, file.broughtBy)}`),
  ];
  return (
    <Card as="section" padded aria-labelledby={id} className="stack">
      <h2 id={id}>{say('remittances.page.facts.title')}</h2>
      <DefinitionList items={items} />
    </Card>
  );
}
