import { element, type Segment } from '../segment';
import type { Say } from './finding';

interface Level {
  readonly hl: Segment;
  readonly id: string;
  readonly level: string;
  hasChild: boolean;
}

/** The level that each level hangs on: subscriber on billing provider, patient on subscriber. */
const parentLevel: Readonly<Record<string, string>> = { '22': '20', '23': '22' };

/** HL (TR3 appendix B.1.1.4.5): numbered from 1 without gaps, each under the level before it, HL04 telling of children. */
export function hierarchyRules(say: Say) {
  /** The latest level of each kind: the only ones that may get children. */
  const open = new Map<string, Level>();
  let count = 0;

  function take(hl: Segment): void {
    count += 1;
    const level: Level = { hl, id: element(hl, 1), level: element(hl, 3), hasChild: false };
    if (level.id !== String(count))
      say({ rule: 'hl_number', segment: hl, element: 1, message: `HL01 counts from 1: this one is ${count}` });
    checkParent(level);
    if (level.level === '20') closeAll();
    else close(level.level === '22' ? ['22', '23'] : ['23']);
    open.set(level.level, level);
  }

  function checkParent(level: Level): void {
    const expected = parentLevel[level.level];
    const parent = expected === undefined ? undefined : open.get(expected);
    if (expected !== undefined && element(level.hl, 2) !== parent?.id)
      say({
        rule: 'hl_parent',
        segment: level.hl,
        element: 2,
        message: parent ? `HL02 is the HL01 of the level above it, ${parent.id}` : `no level ${expected} stands above`,
      });
    if (parent) parent.hasChild = true;
  }

  function close(kinds: readonly string[]): void {
    for (const kind of kinds) {
      const level = open.get(kind);
      open.delete(kind);
      if (!level) continue;
      const said = element(level.hl, 4) === '1';
      if (said !== level.hasChild)
        say({
          rule: 'hl_child_code',
          segment: level.hl,
          element: 4,
          message: level.hasChild ? 'a level follows below: HL04 is 1' : 'no level follows below: HL04 is 0',
        });
    }
  }

  const closeAll = (): void => close(['23', '22', '20']);
  return { take, end: closeAll };
}
