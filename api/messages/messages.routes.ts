import { listMessages, readMessage } from '../../domain/messages/list-messages';
import { listingOf } from '../http/listing';
import { may, read, type Route } from '../http/route';
import { getMessage, searchMessages } from './message.contract';

const see = { access: may('messages.read'), purpose: 'care' } as const;

export const messageRoutes: readonly Route[] = [
  read(searchMessages, see, (tx, { body }) => listMessages(tx, body.filter ?? {}, listingOf(body, 'DESC'))),
  read(getMessage, see, (tx, { id }) => readMessage(tx, id)),
];
