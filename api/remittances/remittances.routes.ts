import { registerFile, storeFile } from '../../domain/clearinghouse/receive-file';
import { openStored } from '../../domain/files/open-stored';
import type { StoragePort } from '../../domain/files/storage-port';
import { findClaimBytes } from '../../domain/remittances/find-claim-bytes';
import { listRemittanceClaims } from '../../domain/remittances/list-remittance-claims';
import { listRemittanceFiles, readRemittanceFileRow } from '../../domain/remittances/list-remittance-files';
import { listRemittances } from '../../domain/remittances/list-remittances';
import { compareWith, readRemittanceClaim } from '../../domain/remittances/read-remittance-claim';
import { readRemittance } from '../../domain/remittances/read-remittance';
import { releaseRemittance } from '../../domain/remittances/release-file';
import { postToCandidate, reopen, setAside } from '../../domain/remittances/resolve-remittance-claim';
import { undoConsequences } from '../../domain/remittances/undo-consequences';
import { takeBackRemittance } from '../../domain/remittances/undo-remittance';
import { segmentsOfPart } from '../../domain/x12/segments-of-claim';
import { listingOf } from '../http/listing';
import { may, plain, read, type Route, takeFile, write } from '../http/route';
import {
  compareRemittanceClaim,
  getClaimSegments,
  getRemittanceClaim,
  postClaimContract,
  reopenContract,
  setAsideContract,
} from './claim.contract';
import { searchRemittanceFiles, sendRemittanceFile } from './file.contract';
import {
  askUndoRemittance,
  getRemittance,
  releaseRemittanceContract,
  searchRemittanceClaims,
  searchRemittances,
  undoRemittanceContract,
} from './remittance.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;
const change = { access: may('billing.change'), purpose: 'billing' } as const;

export const remittanceRoutes = (storage: StoragePort): readonly Route[] => [
  read(searchRemittances, see, (tx, { body }) =>
    listRemittances(tx, body.filter ?? {}, {
      ...listingOf(body, 'DESC'),
      sort: body.sort?.field ?? 'receivedAt',
    }),
  ),
  read(getRemittance, see, (tx, { id }) => readRemittance(tx, id)),
  read(askUndoRemittance, see, (tx, { id }) => undoConsequences(tx, id)),
  write(undoRemittanceContract, change, {
    act: async (tx, { id, version }) => {
      await takeBackRemittance(tx, { id, version });
      return id;
    },
    view: readRemittance,
  }),
  write(releaseRemittanceContract, change, {
    act: (tx, { id, version }) => releaseRemittance(tx, { id, version }).then(() => id),
    view: readRemittance,
  }),
  read(getRemittanceClaim, see, (tx, { id }) => readRemittanceClaim(tx, id)),
  read(compareRemittanceClaim, see, (tx, { id, body }) => compareWith(tx, id, body.claimId)),
  write(postClaimContract, change, {
    act: (tx, { id, version, body }) => postToCandidate(tx, { id, version, ...body }).then(() => id),
    view: readRemittanceClaim,
  }),
  write(setAsideContract, change, {
    act: (tx, { id, version, body }) => setAside(tx, { id, version, ...body }).then(() => id),
    view: readRemittanceClaim,
  }),
  write(reopenContract, change, {
    act: (tx, { id, version }) => reopen(tx, { id, version }).then(() => id),
    view: readRemittanceClaim,
  }),
  plain(getClaimSegments, see, async ({ id, database, session, act }) => {
    const place = await database.inPractice({ membershipId: session?.membershipId ?? '' }, act, (tx) =>
      findClaimBytes(tx, id),
    );
    return { segments: await segmentsOfPart(openStored(storage, place.storageKey), 'CLP', place) };
  }),
  read(searchRemittanceClaims, see, (tx, { body }) =>
    listRemittanceClaims(tx, body.filter ?? {}, { ...listingOf(body), sort: body.sort?.field ?? 'ordinal' }),
  ),
  read(searchRemittanceFiles, see, (tx, { body }) =>
    listRemittanceFiles(tx, body.filter ?? {}, listingOf(body, 'DESC')),
  ),
  takeFile(sendRemittanceFile, change, {
    keep: async (database, { body, session }) => {
      const entering = { membershipId: session.membershipId };
      return { name: body.name, file: await storeFile({ database, storage }, entering, body) };
    },
    act: (tx, { name, file }) => registerFile(tx, file, { name, cameBy: 'upload' }),
    view: readRemittanceFileRow,
  }),
];
