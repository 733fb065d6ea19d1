import { endWith } from './kill/ends';
import { aLane } from './kill/lane';
import { proveMoney } from './kill/money/prove';
import { say, tell } from './kill/tell';
import { doubled } from './kill/vendor';

/** kill -9 at every point from the note to the payment and back, and the end of each life beside that of one that nobody disturbed. */
endWith(main);

async function main(): Promise<boolean> {
  const lane = await aLane('keyed', { KEPT_PAYER_SECONDS: '1', KEPT_CLEARINGHOUSE_POLL_SECONDS: '1' });
  try {
    say('a stack is ready, with a payer that answers within a second');
    const ends = [...(await proveMoney(lane))];
    const bad = tell(ends.map(([name, wrong]) => ({ name, wrong })));
    const twice = await doubled(lane);
    say(`${ends.length} points: ${bad} different, ${twice.length} messages doubled`);
    return bad + twice.length === 0;
  } finally {
    await lane.end();
  }
}
