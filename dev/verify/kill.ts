import type { PracticeView } from '../../api/practice/practice.contract';
import type { Repeat } from '../../domain/messages/message-port';
import { aDesk } from './kill/desk';
import { type Ends, endWith } from './kill/ends';
import { type EndState, differences, endStateOf } from './kill/end-state';
import { type Lane, aLane } from './kill/lane';
import { type PointName, points } from './kill/points';
import { type Cast, type StoryName, stories } from './kill/story';
import { strikeEach, undisturbed } from './kill/strike';
import { say, tell } from './kill/tell';
import { doubled } from './kill/vendor';

/**
 * kill -9 at every point, in each mode of the vendor at the same time, and the end of each story beside that of the run that nobody
 * killed. Points that come while one waits for a time-out meet it too.
 */
const modes: readonly Repeat[] = ['keyed', 'lookup', 'never'];
const all = Object.keys(points) as PointName[];

endWith(main);

async function main(): Promise<boolean> {
  const lanes = await Promise.all(modes.map((mode) => aLane(mode)));
  try {
    say(`three stacks are ready, with a vendor of another kind each: ${modes.join(', ')}`);
    const ends = await Promise.all(lanes.map(prove));
    const bad = tell(
      all.map((name) => ({
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
  return strikeEach(lane, points, lane.mode, async (doing, { story }) => {
    const id = await stories[story]({ cast, number: (number += 1), doing });
    const end = await endStateOf(lane, id);
    const undisturbedEnd = undisturbedEnds.get(story);
    return undisturbedEnd ? differences(end, undisturbedEnd, lane.mode) : ['nothing to compare with'];
  });
}
