import type { ClientView } from '../../api/clients/client.contract';
import type { Channel } from './registration';

/** When the client agreed to a channel (epoch milliseconds), or undefined. */
export const consentOf = ({ consents }: Pick<ClientView, 'consents'>, channel: Channel): number | undefined =>
  consents.find((one) => one.channel === channel)?.grantedAt;

const needs: Readonly<Record<Channel, readonly ClientView['contacts'][number]['kind'][]>> = {
  sms: ['mobile'],
  email: ['email'],
  voice: ['mobile', 'phone'],
};

/** Agreed, and yet nothing can be sent: there is no contact of the kind that it takes. */
export const lacksContact = ({ contacts }: Pick<ClientView, 'contacts'>, channel: Channel): boolean =>
  !contacts.some(({ kind }) => needs[channel].includes(kind));
