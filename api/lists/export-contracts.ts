import { searchBalances } from '../balances/balance.contract';
import { searchCharges } from '../charges/charge.contract';
import { searchClaimsContract } from '../claims/claim.contract';
import { searchClients } from '../clients/client.contract';
import { exportContract } from '../http/contract';
import { searchMessages, searchPlannedMessages } from '../messages/message.contract';
import { searchRemittances } from '../remittances/remittance.contract';
import { searchWork } from '../work/work.contract';

export const exportClients = exportContract(searchClients, 'Clients that a search finds, as a file');
export const exportMessages = exportContract(
  searchMessages,
  'Messages that a search finds, as a file, without their text',
);
export const exportPlannedMessages = exportContract(searchPlannedMessages, 'What goes out next, as a file');
export const exportWork = exportContract(searchWork, 'Work that a search finds, as a file');
export const exportClaims = exportContract(searchClaimsContract, 'Claims that a search finds, as a file');
export const exportRemittances = exportContract(searchRemittances, 'Payments of payers that a search finds, as a file');
export const exportBalances = exportContract(searchBalances, 'Balances that a search finds, as a file');
export const exportCharges = exportContract(searchCharges, 'Charges that a search finds, as a file');
