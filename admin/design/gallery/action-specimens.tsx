import { CalendarPlus, Copy, EllipsisVertical, Plus, Printer, Trash, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button';
import { ButtonLink } from '../button-link';
import { IconButton } from '../icon-button';
import { KeyHint } from '../key-hint';
import { Menu } from '../menu';
import { SegmentedControl } from '../segmented-control';
import { Specimen } from './specimen';

export const ActionSpecimens = () => (
  <>
    <Specimen id="buttons" title="Buttons">
      <div className="row wrap">
        <Button kind="primary" icon={Plus} keyHint="B">
          Book
        </Button>
        <Button icon={Printer}>Print day</Button>
        <Button icon={UserPlus}>Walk-in</Button>
        <Button kind="quiet">Same cause: 6 claims</Button>
        <ButtonLink to="#buttons">Open the chart</ButtonLink>
      </div>
      <div className="row wrap">
        <Button danger>Cancel visit</Button>
        <Button kind="primary" danger>
          Cancel visit
        </Button>
        <Button kind="quiet" danger>
          Cancel
        </Button>
        <Button disabled>Not yet</Button>
        <Button kind="primary" busy>
          Sending
        </Button>
      </div>
      <div className="row wrap">
        <Button size="small">Check in</Button>
        <Button>Check in</Button>
        <Button size="big" kind="primary">
          Test camera and sound
        </Button>
      </div>
    </Specimen>
    <Specimen id="icon-buttons" title="Icon buttons, key hints, segments, menu">
      <div className="row wrap">
        <IconButton icon={Printer} label="Print" />
        <IconButton icon={CalendarPlus} label="Add to calendar" kind="plain" />
        <IconButton icon={Trash} label="Remove" danger />
        <IconButton icon={Printer} label="Print" size="small" />
        <IconButton icon={Printer} label="Not yet" disabled />
        <KeyHint>Ctrl K</KeyHint>
        <KeyHint>g t</KeyHint>
        <ViewSegments />
        <SampleMenu />
      </div>
    </Specimen>
  </>
);

function ViewSegments() {
  const [view, setView] = useState('day');
  const segments = [
    { value: 'day', name: 'Day' },
    { value: 'week', name: 'Week' },
    { value: 'month', name: 'Month' },
    { value: 'list', name: 'List' },
  ];
  return <SegmentedControl label="View" segments={segments} value={view} onChange={setView} />;
}

function SampleMenu() {
  const [chosen, setChosen] = useState('comfortable');
  const item = (id: string, name: string) => ({ id, name, checked: chosen === id, onSelect: () => setChosen(id) });
  return (
    <Menu
      label="More for this claim"
      groups={[
        {
          id: 'acts',
          items: [
            { id: 'copy', name: 'Copy number', icon: Copy, keyHint: 'C', onSelect: () => undefined },
            { id: 'print', name: 'Print', icon: Printer, onSelect: () => undefined },
            { id: 'later', name: 'Not possible now', disabled: true, onSelect: () => undefined },
          ],
        },
        { id: 'density', name: 'Rows', items: [item('comfortable', 'Comfortable'), item('compact', 'Compact')] },
        {
          id: 'end',
          items: [{ id: 'void', name: 'Void', icon: Trash, danger: true, onSelect: () => undefined }],
        },
      ]}
      renderTrigger={(trigger) => (
        <IconButton icon={EllipsisVertical} label="More for this claim" kind="plain" {...trigger} />
      )}
    />
  );
}
