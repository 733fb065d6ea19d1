import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { locked } from '../../domain/database/locked';
import { aClaim } from './claim-scene';
import type { Scene } from './scene';

/** A claim that has left and was denied; it is at its third version. */
export async function aDeniedClaim(scene: Scene): Promise<string> {
  const id = await aClaim(scene);
  for (const kind of ['submitted', 'denied'] as const)
    await scene.practice.as({ practiceId: scene.practice.id, service: 'edi' }, async (tx) =>
      noteClaimEvent(tx, await locked(tx, 'claims', id), { kind, evidenceKey: 'scene', payerControlNumber: 'ICN1' }),
    );
  return id;
}
