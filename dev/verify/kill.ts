import type { PracticeView } from '../../api/practice/practice.contract';
import type { Repeat } from '../../domain/messages/message-port';
import { aDesk } from './kill/desk';
import { type Ends, endWith, whyOf } from './kill/ends';
import { type EndState, differences, endStateOf } from './kill/end-state';
import { type Lane, aLane } from './kill/lane';
import { type Point, type PointName, points } from './kill/points';
import { type Cast, type Life, type StoryName, stories } from './kill/story';
import { strikeAt, undisturbed } from './kill/strike';
import { say, tell } from './kill/tell';
import { doubled } from './kill/vendor';

/**
 * kill -9 at every point, in each mode of the vendor at the same time, and the end of each story beside that of the run that nobody
 * killed. Where a point waits for a time-out of minutes, the next points come meanwhile, and meet it too.
 */
const modes: readonly Repeat[] = ['keyed', 'lookup', 'never'];
const all = Object.entries(points) as [PointName, Point][];

endWith(main);

async function main(): Promise<boolean> {
  const lanes = await Promise.all(modes.map((mode) => aLane(mode)));
  try {
    say(`three stacks are ready, with a vendor of another kind each: ${modes.join(', ')}`);
    const ends = await Promise.all(lanes.map(prove));
    const bad = tell(
      all.map(([name]) => ({
        name,
        wrong: lanes.flatMap(({ mode }, lane) => (ends[lane]?.get(name) ?? ['lost']).map((one) => `${mode}: ${one}`)),
      })),
    );
    const twice = (await Promise.all(lanes.map(doubled))).flat();
    say(`${all.length} points in ${modes.length} modes: ${bad} different, ${twice.length} messages doubled`);
    return bad + twice.length === 0;
  } finally {
    await Promise.all(lanes.map((lane) => lane.end()));
  }
}

async function prove(lane: Lane): Promise<Ends<PointName>> {
  const desk = await aDesk(lane, 'front_desk');
  const clinician = await aDesk(lane, 'clinician');
  const { types, zone } = await desk.read<PracticeView>('practice');
  const typeId = types.find(({ code }) => code === 'therapy')?.id ?? '';
  const cast: Cast = { lane, desk, clinician, typeId, zone };
  let number = 0;
  const names = Object.keys(stories) as StoryName[];
  const undisturbedEnds = new Map<StoryName, EndState>(
    await Promise.all(
      names.map(async (name) => {
        const id = await stories[name]({ cast, number: (number += 1), doing: undisturbed });
        return [name, await endStateOf(lane, id)] as const;
      }),
    ),
  );
  say(`${lane.mode}: undisturbed, ${names.length} stories have ended`);
  const ends = new Map<PointName, Promise<readonly string[]>>();
  for (const [name, point] of all) {
    await lane.whole();
    const { doing, struck } = strikeAt(lane, point);
    const life = { cast, number: (number += 1), doing };
    const end = endOf(life, point, undisturbedEnds.get(point.story));
    ends.set(name, end);
    await Promise.race([struck, end]);
    say(`${lane.mode}: killed ${point.kill}: ${name}`);
  }
  return new Map(await Promise.all([...ends].map(async ([name, end]) => [name, await end] as const)));
}

/** Where the end of a story differs; a story that could not be told to its end differs by why. */
async function endOf(life: Life, point: Point, undisturbedEnd: EndState | undefined): Promise<readonly string[]> {
  const { lane } = life.cast;
  try {
    const id = await stories[point.story](life);
    const end = await endStateOf(lane, id);
    return undisturbedEnd ? differences(end, undisturbedEnd, lane.mode) : ['nothing to compare with'];
  } catch (error) {
    return [whyOf(error)];
  }
}
