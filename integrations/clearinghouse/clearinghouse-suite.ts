import { buffer } from 'node:stream/consumers';
import type { ClearinghousePort } from '../../domain/clearinghouse/clearinghouse-port';

/** What the suite needs of an adapter beside its port: the clearinghouse's own hands. */
export interface ClearinghouseRig {
  readonly port: ClearinghousePort;
  /** The same adapter pointed at nothing that answers. */
  readonly unreachable: ClearinghousePort;
  /** What the clearinghouse sees of us. */
  seen(): Promise<Readonly<Record<string, string>>>;
  /** The clearinghouse takes a file away. */
  take(name: string): Promise<void>;
  /** The clearinghouse leaves a file for us. */
  leave(name: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/** What every way to a clearinghouse must do. */
export function clearinghouseSuite(name: string, start: () => Promise<ClearinghouseRig>): void {
  describe(name, () => {
    let rig: ClearinghouseRig;
    beforeEach(async () => {
      rig = await start();
    });
    afterEach(() => rig.close());
    const sent = (file: string, text: string) => rig.port.send({ name: file, bytes: Buffer.from(text) });

    test('a file arrives whole under its name, and nothing beside it', async () => {
      expect(await sent('000000001-a.837', 'ISA*~')).toEqual({ kind: 'accepted' });
      expect(await rig.seen()).toEqual({ '000000001-a.837': 'ISA*~' });
    });

    test('it is asked whether it has a file: before, after, and when it was taken away', async () => {
      expect(await rig.port.find('1.837')).toEqual({ kind: 'absent' });
      await sent('1.837', 'ISA');
      expect(await rig.port.find('1.837')).toEqual({ kind: 'found' });
      await rig.take('1.837');
      expect(await rig.port.find('1.837')).toEqual({ kind: 'found' });
    });

    test('the same file sent again after it was taken away does not arrive twice', async () => {
      await sent('1.837', 'ISA');
      await rig.take('1.837');
      expect(await sent('1.837', 'ISA')).toEqual({ kind: 'accepted' });
      expect(await rig.seen()).toEqual({});
    });

    test('a name that leads elsewhere is refused', async () => {
      for (const wrong of ['../1.837', 'a/b', '', '.hidden', 'x.tmp'])
        expect(await sent(wrong, 'ISA')).toEqual({ kind: 'refused', code: 'name_malformed' });
      expect(await rig.seen()).toEqual({});
    });

    test('whose time is over before it is there is not handed over any more', async () => {
      const answer = await rig.port.send({ name: '1.837', bytes: Buffer.from('ISA') }, AbortSignal.abort());
      expect(answer.kind).toBe('not_sent');
      expect(await rig.seen()).not.toHaveProperty(['1.837']);
      expect(await rig.port.find('1.837')).toEqual({ kind: 'absent' });
      expect(await sent('1.837', 'ISA')).toEqual({ kind: 'accepted' });
    });

    test('files that wait are listed by name and read, and stay; what is still being written is not listed', async () => {
      await rig.leave('b.999', 'two');
      await rig.leave('a.277', 'one!');
      await rig.leave('c.999.tmp', 'half');
      const files = [
        { name: 'a.277', bytes: 4, writtenAt: expect.any(Number) as number },
        { name: 'b.999', bytes: 3, writtenAt: expect.any(Number) as number },
      ];
      expect(await rig.port.list()).toEqual({ kind: 'listed', files });
      const answer = await rig.port.fetch('a.277');
      if (answer.kind !== 'found') throw new Error(answer.kind);
      expect((await buffer(answer.content)).toString()).toBe('one!');
      expect(await rig.port.list()).toEqual({ kind: 'listed', files });
      expect(await rig.port.fetch('../to/secret')).toEqual({ kind: 'absent' });
      expect(await rig.port.fetch('gone.999')).toEqual({ kind: 'absent' });
    });

    test('where nothing answers, nothing is claimed to be sent, absent or empty', async () => {
      const { unreachable } = rig;
      expect(await unreachable.send({ name: '1.837', bytes: Buffer.from('ISA') })).toMatchObject({ kind: 'not_sent' });
      expect(await unreachable.find('1.837')).toMatchObject({ kind: 'unknown' });
      expect(await unreachable.list()).toMatchObject({ kind: 'unavailable' });
      expect((await unreachable.fetch('a')).kind).not.toBe('found');
    });
  });
}
