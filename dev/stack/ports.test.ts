import { createServer } from 'node:net';
import { anyFreePort, choosePorts, portNames } from './ports';

const free = async () => true;

test('ports follow the first one in the order of the parts', async () => {
  const ports = await choosePorts(4600, () => {}, free);
  expect(Object.entries(ports)).toEqual(portNames.map((name, index) => [name, 4600 + index]));
});

test('a taken port is replaced by a free one above all the others, and said', async () => {
  const said: string[] = [];
  const taken = new Set([4601, 4609]);
  const ports = await choosePorts(
    4600,
    (line) => said.push(line),
    async (port) => !taken.has(port),
  );
  expect(ports.portal).toBe(4610);
  expect(said).toEqual(['port 4601 is taken: portal is on 4610']);
  expect(new Set(Object.values(ports)).size).toBe(portNames.length);
});

test('where no port is free near, the person is told to choose others', async () => {
  await expect(
    choosePorts(
      4600,
      () => {},
      async () => false,
    ),
  ).rejects.toThrow('--port N');
});

test('a port where somebody listens on one loopback address only counts as taken', async () => {
  const port = await anyFreePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '::1', resolve));
  try {
    const said: string[] = [];
    const ports = await choosePorts(port, (line) => said.push(line));
    expect(ports.console).not.toBe(port);
    expect(said[0]).toContain(`port ${port} is taken`);
  } finally {
    server.close();
  }
});
