import { testAddress } from '../../tests/builders/temporal';
import { temporalFindings } from './temporal';

const about = async (namespace: string, address = testAddress()) =>
  (await temporalFindings(address, namespace, false)).map(({ verdict, code }) => `${verdict} ${code}`);

test('an engine without a worker, a namespace that is not there, an address where nobody answers', async () => {
  expect(await about('default')).toEqual(['warn no_worker']);
  expect(await about('elsewhere')).toEqual(['fail namespace']);
  expect(await about('default', '127.0.0.1:9')).toEqual(['fail unreachable']);
});
