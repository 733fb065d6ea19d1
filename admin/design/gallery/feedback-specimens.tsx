import { CloudOff, ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { Banner } from '../banner';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { ErrorNotice } from '../error-notice';
import { Progress } from '../progress';
import { Skeleton } from '../skeleton';
import { ToastRegion } from '../toast-region';
import { createToasts } from '../toasts';
import { Specimen } from './specimen';

export const FeedbackSpecimens = () => (
  <>
    <Specimen id="banners" title="Banners">
      <Banner title="A newer version is ready" actions={<Button size="small">Reload</Button>}>
        What you typed stays.
      </Banner>
      <Banner tone="care" icon={CloudOff} title="No connection">
        You can read what is open.
      </Banner>
      <Banner tone="bad" title="Texts are not going out">
        12 reminders wait. Billing has been told.
      </Banner>
    </Specimen>
    <Specimen id="errors" title="Errors">
      <ErrorNotice
        title="That time is taken"
        remedy="Choose one of the alternatives."
        actions={<Button size="small">See alternatives</Button>}
      />
      <ErrorNotice
        title="Something went wrong on our side"
        remedy="Nothing was changed. Try again."
        reference="0197-3f2a"
      />
    </Specimen>
    <Specimen id="progress" title="Progress">
      <Progress label="Reading the file" value={240} max={1200}>
        240 of 1,200
      </Progress>
      <Progress label="Sending" value={undefined} max={1} />
    </Specimen>
    <Specimen id="skeletons" title="Skeletons">
      <Skeleton shape="lines" />
      <Skeleton shape="cards" count={2} />
    </Specimen>
    <Specimen id="empty" title="Empty state">
      <EmptyState icon={ListChecks} title="All done" action={<Button>See what was done today</Button>}>
        Nothing needs a person right now. New work appears here by itself.
      </EmptyState>
    </Specimen>
    <Specimen id="toasts" title="Toasts">
      <SampleToasts />
    </Specimen>
  </>
);

function SampleToasts() {
  const toasts = useMemo(() => {
    const store = createToasts();
    // held: as problems they stay, so that they can be looked at
    const sample = (id: number, text: string, tone: 'plain' | 'good' | 'bad', undo?: () => void) => ({
      id,
      text,
      tone,
      undo,
      lasts: undefined,
    });
    const held = [
      sample(1, 'Moved to Thu, 2:00 PM', 'good', () => undefined),
      sample(2, 'Column hidden', 'plain'),
      sample(3, 'Not saved: the server could not be reached', 'bad'),
    ];
    return { ...store, current: () => held };
  }, []);
  return (
    <div className="gallery-static-toasts">
      <ToastRegion toasts={toasts} />
    </div>
  );
}
