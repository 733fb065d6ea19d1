import { useLayoutEffect, useRef, useState } from 'react';
import { namedEvery, scaleOf, stacked } from './bar-layout';
import './bar-chart.css';

/** Which colour a series has; its name stands beside it in the legend. */
export type SeriesTone = 'accent' | 'info' | 'care' | 'bad' | 'live' | 'plain';

interface BarSeries {
  readonly id: string;
  readonly name: string;
  readonly tone: SeriesTone;
}

interface Bar {
  readonly id: string;
  /** Below the bar. */
  readonly name: string;
  /** Where it is pointed at; the name where this is left out. */
  readonly longName?: string;
  /** One value for each series. */
  readonly parts: readonly number[];
}

interface BarChartProps {
  /** What it shows, for those who listen. Its figures stand in the table beside it: a chart never stands alone. */
  readonly label: string;
  readonly series: readonly BarSeries[];
  readonly bars: readonly Bar[];
  /** At the scale and above the bars, where there is little room. */
  readonly formatShort: (value: number) => string;
  readonly format: (value: number) => string;
}

const height = 232;
const space = { top: 20, bottom: 24, left: 52 } as const;

/** Bars of stacked parts, drawn as wide as there is room. */
export function BarChart({ label, series, bars, formatShort, format }: BarChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidthOf(frame);
  return (
    <figure className="k-chart">
      {series.length > 1 && <Legend series={series} />}
      <div ref={frame} className="k-chart-frame" style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
            <Bars {...{ series, bars, formatShort, format, width }} />
          </svg>
        )}
      </div>
    </figure>
  );
}

const Legend = ({ series }: { readonly series: readonly BarSeries[] }) => (
  <ul className="k-chart-legend">
    {series.map(({ id, name, tone }) => (
      <li key={id}>
        <span className={`k-chart-key k-chart-${tone}`} />
        {name}
      </li>
    ))}
  </ul>
);

type BarsProps = Omit<BarChartProps, 'label'> & { readonly width: number };

function Bars({ series, bars, formatShort, format, width }: BarsProps) {
  const ends = bars.flatMap(({ parts }) => stacked(parts).map(({ to }) => to));
  const { from, to, ticks } = scaleOf(ends);
  const y = (value: number) => space.top + ((to - value) / (to - from)) * (height - space.top - space.bottom);
  const band = (width - space.left) / Math.max(1, bars.length);
  const every = namedEvery(band, Math.max(0, ...bars.map(({ name }) => name.length)));
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="k-chart-line" x1={space.left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text className="k-chart-text k-chart-tick" x={space.left - 8} y={y(tick) + 4}>
            {formatShort(tick)}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => (
        <OneBar
          key={bar.id}
          {...{ bar, series, format, y }}
          center={space.left + band * (index + 0.5)}
          wide={Math.min(56, band * 0.64)}
          above={band >= 52 ? formatShort : undefined}
          // counted from the end: the latest one always has its name
          named={(bars.length - 1 - index) % every === 0}
        />
      ))}
      <line className="k-chart-zero" x1={space.left} x2={width} y1={y(0)} y2={y(0)} />
    </>
  );
}

interface OneBarProps extends Pick<BarChartProps, 'series' | 'format'> {
  readonly bar: Bar;
  readonly y: (value: number) => number;
  readonly center: number;
  readonly wide: number;
  readonly above: ((value: number) => string) | undefined;
  readonly named: boolean;
}

function OneBar({ bar, series, format, y, center, wide, above, named }: OneBarProps) {
  const parts = stacked(bar.parts);
  const top = Math.max(0, ...parts.map(({ to }) => to));
  const sum = bar.parts.reduce((all, part) => all + part, 0);
  return (
    <g>
      {parts.map(({ from, to }, index) => {
        const { id, name, tone } = series[index] ?? { id: String(index), name: '', tone: 'plain' };
        const [high, low] = [y(Math.max(from, to)), y(Math.min(from, to))];
        if (low - high <= 0) return null;
        return (
          <rect
            key={id}
            className={`k-chart-bar k-chart-${tone}`}
            x={center - wide / 2}
            y={high}
            width={wide}
            height={Math.max(1, low - high)}
          >
            <title>{toldOf(bar, name, format(to - from))}</title>
          </rect>
        );
      })}
      {above && sum !== 0 && (
        <text className="k-chart-text k-chart-sum" x={center} y={y(top) - 5}>
          {above(sum)}
        </text>
      )}
      {named && (
        <text className="k-chart-text k-chart-name" x={center} y={height - 6}>
          {bar.name}
        </text>
      )}
    </g>
  );
}

/** What a part says where it is pointed at. */
const toldOf = (bar: Bar, name: string, value: string): string => `${bar.longName ?? bar.name} · ${name}: ${value}`;

/** How wide it is now; 0 until it is known. */
function useWidthOf(frame: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
