import {
  Bell,
  CalendarPlus,
  Check,
  ClipboardList,
  DollarSign,
  FileText,
  Landmark,
  Lock,
  MessageCircle,
  PenLine,
  Send,
  ShieldAlert,
  Sparkles,
  Video,
} from 'lucide-react';
import { Avatar } from '../avatar';
import { Card } from '../card';
import { ClinicianDot, type WhoColor } from '../clinician-dot';
import { DefinitionList } from '../definition-list';
import { Disclosure } from '../disclosure';
import { NextLine } from '../next-line';
import { Pill } from '../pill';
import { Timeline } from '../timeline';
import { Specimen } from './specimen';

const colors: readonly WhoColor[] = [1, 2, 3, 4, 5, 6];

export const StatusSpecimens = () => (
  <>
    <Specimen id="pills" title="Pills, dots, avatars">
      <div className="row wrap">
        <Pill>CO-197</Pill>
        <Pill tone="accent" icon={Sparkles}>
          First visit
        </Pill>
        <Pill tone="info" icon={MessageCircle}>
          Not confirmed
        </Pill>
        <Pill tone="live" icon={Video}>
          Telehealth
        </Pill>
        <Pill tone="care" icon={DollarSign}>
          $25 copay
        </Pill>
        <Pill tone="bad" icon={ShieldAlert}>
          Coverage ended
        </Pill>
        <Pill tone="good" icon={Check}>
          Confirmed
        </Pill>
      </div>
      <div className="row wrap small soft">
        {colors.map((who) => (
          <span className="row" key={who}>
            <ClinicianDot who={who} />
            {`Clinician ${who}`}
          </span>
        ))}
        <Avatar initials="MO" />
        <Avatar initials="JV" name="Juniper Vale" size="big" />
      </div>
    </Specimen>
    <Specimen id="next-lines" title="What happens next">
      <NextLine icon={Bell}>Text reminder tomorrow 9:00 AM</NextLine>
      <NextLine tone="care" icon={MessageCircle}>
        Last text failed: landline. Call instead?
      </NextLine>
      <NextLine tone="bad" icon={ShieldAlert}>
        Call before the visit: plan ended
      </NextLine>
      <NextLine>Until about 1:55 PM</NextLine>
    </Specimen>
    <Specimen id="cards" title="Cards">
      <div className="row wrap">
        <Card padded>Plain</Card>
        <Card padded selected>
          Selected
        </Card>
        <Card padded edge="care">
          Needs care
        </Card>
        <Card padded edge="bad">
          <strong>Lantern says this visit was not authorized</strong>
        </Card>
      </div>
    </Specimen>
    <Specimen id="timeline" title="Timeline">
      <Card padded className="stack">
        <h3 id="gallery-ahead">What happens next</h3>
        <Timeline
          tense="ahead"
          labelledBy="gallery-ahead"
          entries={[
            { id: '1', what: 'Correction by Jan 20', detail: '90 days from the visit. You are told on Jan 6.' },
            { id: '2', what: 'Appeal by May 23', detail: '180 days from the remittance.' },
          ]}
        />
        <h3 id="gallery-past">What happened</h3>
        <Timeline
          tense="past"
          labelledBy="gallery-past"
          entries={[
            { id: '1', icon: Landmark, what: 'Remittance posted', detail: 'Nov 24, 6:12 AM · by rule, 2 of 2 lines' },
            { id: '2', icon: ShieldAlert, bad: true, what: 'Refused by the payer', detail: 'Oct 23, 9:40 AM' },
            { id: '3', icon: Send, what: 'Sent in batch 1022-2', detail: 'Oct 22, 8:00 PM · 41 claims' },
            { id: '4', icon: PenLine, what: 'Note signed', detail: 'Oct 22, 4:15 PM' },
          ]}
        />
      </Card>
    </Specimen>
    <Specimen id="definitions" title="Definitions, disclosure">
      <DefinitionList
        items={[
          { id: 'payer', term: 'Payer', value: 'Lantern Health PPO' },
          { id: 'member', term: 'Member', value: <span className="num">SAMPLE-0001</span> },
          { id: 'copay', term: 'Copay', value: '$25.00' },
        ]}
      />
      <DefinitionList
        above
        items={[
          { id: 'visits', term: 'Visits', value: '22' },
          { id: 'done', term: 'Done', value: '12' },
          { id: 'late', term: 'Running late', value: '1' },
        ]}
      />
      <Disclosure summary="Where these codes come from" open>
        <span className="row small soft">
          <FileTextLine />
          They are in the payer’s answer, word for word.
        </span>
      </Disclosure>
      <Disclosure summary="Something few need">It is here.</Disclosure>
      <span className="row wrap">
        <Pill tone="good" icon={Lock}>
          Encrypted end to end
        </Pill>
        <Pill tone="care" icon={ClipboardList}>
          2 forms
        </Pill>
        <Pill tone="care" icon={CalendarPlus}>
          Book next
        </Pill>
      </span>
    </Specimen>
  </>
);

const FileTextLine = () => <FileText className="k-icon" strokeWidth={1.75} aria-hidden />;
