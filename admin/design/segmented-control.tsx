import { useId } from 'react';
import { Icon, type IconDrawing } from './icon';
import { VisuallyHidden } from './visually-hidden';
import './segmented-control.css';

interface Segment<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly icon?: IconDrawing;
}

interface SegmentedControlProps<Value extends string> {
  /** What is chosen here, for those who listen. */
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight: radio buttons, so the arrow keys work as everywhere. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
}: SegmentedControlProps<Value>) {
  const group = useId();
  return (
    <fieldset className="k-segments">
      <legend>
        <VisuallyHidden>{label}</VisuallyHidden>
      </legend>
      {segments.map((segment) => (
        <label key={segment.value}>
          <input
            type="radio"
            name={group}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon of={segment.icon} />}
          {segment.name}
        </label>
      ))}
    </fieldset>
  );
}
