import { gatedStorage } from './gated-storage';
import type { StoragePort } from './storage-port';

const request = { key: 'a', content: Buffer.from('x'), contentType: 'text/plain' };

function aStore(vendor: string) {
  const calls: string[] = [];
  const answer = <Answer>(call: string, answer: Answer) => (calls.push(call), Promise.resolve(answer));
  const port: StoragePort = {
    vendor,
    put: () => answer('put', { kind: 'exists' as const }),
    get: () => answer('get', { kind: 'not_found' as const }),
    head: () => answer('head', { kind: 'not_found' as const }),
    list: () => answer('list', { kind: 'listed' as const, files: [], more: false }),
    versions: () => answer('versions', { kind: 'listed' as const, versions: [] }),
    keep: () => answer('keep', { kind: 'not_found' as const }),
    remove: () => answer('remove', { kind: 'removed' as const }),
    check: () => answer('check', { kind: 'ready' as const }),
  };
  return { port, calls };
}

test('without an agreement in force the store takes nothing new, and what it holds can be read and removed', async () => {
  const { port, calls } = aStore('s3');
  const closed = gatedStorage(port, () => Promise.resolve(false));
  expect(await closed.put(request)).toEqual({ kind: 'refused', code: 'no_agreement' });
  await closed.get('a');
  await closed.remove('a', 'v');
  expect(calls).toEqual(['get', 'remove']);
});

test('with one it takes it; where the register cannot be read it is unavailable', async () => {
  const { port, calls } = aStore('s3');
  expect(await gatedStorage(port, () => Promise.resolve(true)).put(request)).toEqual({ kind: 'exists' });
  const unsure = gatedStorage(port, () => Promise.reject(new Error('database away')));
  expect(await unsure.put(request)).toEqual({ kind: 'unavailable', code: 'agreement_unknown' });
  expect(calls).toEqual(['put']);
});

test('a disk is ours and needs none', async () => {
  const { port } = aStore('disk');
  expect(await gatedStorage(port, () => Promise.resolve(false)).put(request)).toEqual({ kind: 'exists' });
});
