import { CircleAlert, FileCode, History, Landmark, Send } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../shell/page';
import { Button } from '../button';
import { Card } from '../card';
import { Pill } from '../pill';
import { Tabs } from '../tabs';
import { Timeline } from '../timeline';

export function SampleClaim() {
  const [tab, setTab] = useState('money');
  return (
    <Page
      area="claims"
      crumbs={[{ to: '/claims', name: 'Claims' }, { to: '/claims', name: 'Lantern Health' }, { name: 'S-1041' }]}
      title="Juniper Vale · $165.00"
      lead="Oct 22 · F. Marlowe, LCSW · Lantern Health PPO, primary"
      actions={
        <>
          <Button icon={History}>As of Dec 1</Button>
          <Button icon={FileCode}>837</Button>
        </>
      }
    >
      <div className="gallery-detail">
        <div className="stack">
          <Card padded edge="bad" className="stack">
            <div className="row">
              <CircleAlert className="k-icon bad" strokeWidth={1.75} aria-hidden />
              <strong>Lantern says this visit was not authorized</strong>
              <Pill>CO-197</Pill>
            </div>
            <div className="row wrap">
              <Button kind="primary">Send correction</Button>
              <Button>Appeal</Button>
              <Button kind="quiet">Same cause: 6 claims, $1,140.00</Button>
            </div>
          </Card>
          <Tabs
            label="Claim"
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'money', name: 'Money', renderContent: () => <p className="soft">What was charged and paid.</p> },
              { id: 'files', name: 'Files', renderContent: () => <p className="soft">What was sent.</p> },
            ]}
          />
        </div>
        <Card as="aside" padded className="stack">
          <h2>What happens next</h2>
          <Timeline
            tense="ahead"
            entries={[{ id: '1', what: 'Correction by Jan 20', detail: '90 days from the visit.' }]}
          />
          <h2>What happened</h2>
          <Timeline
            tense="past"
            entries={[
              { id: '1', icon: Landmark, what: 'Remittance posted', detail: 'Nov 24, 6:12 AM · by rule' },
              { id: '2', icon: Send, what: 'Sent in batch 1022-2', detail: 'Oct 22, 8:00 PM · 41 claims' },
            ]}
          />
        </Card>
      </div>
    </Page>
  );
}
