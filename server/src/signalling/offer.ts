import {z} from 'zod';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {safeParse} from '../safe-parse.js';

/** PeerJS's offer of a data connection, as our pipe uses it: `metadata` is the message, and no connection follows. */
const Offer = z.object({
  type: z.literal('OFFER'),
  dst: z.string(),
  payload: z.object({
    type: z.literal('data'),
    serialization: z.literal('call'),
    connectionId: z.string().max(64),
    metadata: z.looseObject({}),
  }),
});

/** Of the envelope, the server reads no more than which call it is about, and whether it begins one. */
const Parcel = z.object({
  endpoint: z.string().max(64),
  message: z.looseObject({call: z.string().max(64), type: z.string().max(32)}),
});
export type Parcel = z.infer<typeof Parcel>;

export const parseOffer = (message: unknown) => {
  const data = safeParse(Offer, message)?.data;
  return data && {dst: data.dst, connectionId: data.payload.connectionId, metadata: data.payload.metadata};
};

export type Offer = NonNullable<ReturnType<typeof parseOffer>>;

/** What one user writes to another. Nothing else of the metadata goes on. */
export const parseParcel = (metadata: unknown): Parcel | undefined => safeParse(Parcel, metadata)?.data;

export const offerFrame = (src: string, {dst, connectionId}: Offer, metadata: object) => ({
  type: 'OFFER',
  src,
  dst,
  payload: {type: 'data', serialization: 'call', connectionId, metadata},
});

/** Who wrote, in the server's words: the other side shows these. */
export const senderOf = ({id, name, avatar}: SignedInUser) => ({user: id, name, avatar});
