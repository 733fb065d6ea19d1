import { useFormats } from '../../../browser/speech';
import { BarChart } from '../bar-chart';
import { Specimen } from './specimen';

const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'] as const;
const money = [
  [812_000, 120_500, 8000],
  [905_500, 98_000, 0],
  [640_000, 143_000, 12_500],
  [1_120_000, 151_000, 4000],
  [-42_000, 87_500, 0],
  [310_000, 61_000, 2500],
] as const;
const held = [31, 28, 40, 36, 33, 12] as const;

/** Bars of several series, of one, and of none yet. */
export function ChartSpecimens() {
  const formats = useFormats();
  const count = (value: number) => formats.number(value);
  return (
    <Specimen id="charts" title="Bar charts">
      <BarChart
        label="Sample money by month"
        series={[
          { id: 'insurers', name: 'Insurers', tone: 'accent' },
          { id: 'card', name: 'Card', tone: 'info' },
          { id: 'cash', name: 'Cash', tone: 'care' },
        ]}
        bars={months.map((month, at) => ({
          id: month,
          name: formats.shortMonth(month),
          longName: formats.month(month),
          parts: money[at] ?? [],
        }))}
        formatShort={(value) => formats.roundMoney(value)}
        format={(value) => formats.money(value)}
      />
      <div className="gallery-columns">
        <BarChart
          label="Sample visits by month"
          series={[{ id: 'held', name: 'Held', tone: 'plain' }]}
          bars={months.map((month, at) => ({ id: month, name: formats.shortMonth(month), parts: [held[at] ?? 0] }))}
          formatShort={count}
          format={count}
        />
        <BarChart
          label="Nothing yet"
          series={[{ id: 'held', name: 'Held', tone: 'plain' }]}
          bars={months.map((month) => ({ id: month, name: formats.shortMonth(month), parts: [0] }))}
          formatShort={count}
          format={count}
        />
      </div>
    </Specimen>
  );
}
