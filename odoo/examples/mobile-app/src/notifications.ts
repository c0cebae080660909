/** What Odoo's addon says over the bus, as far as this app needs it. */
export interface Invitation {
  readonly call_id: string;
  readonly channel_id: number;
  /** Of res.users. */
  readonly caller_id: number | false;
  readonly caller_name: string;
  readonly call_type: 'audio' | 'video';
  /** ISO 8601. */
  readonly timestamp: string;
}

export interface Signaling {
  readonly call_id: string;
  readonly signal_type: string;
  readonly signal_data: unknown;
  readonly from_user_id: number | false;
}

export interface Ended {
  readonly call_id: string;
  readonly reason?: string;
}

/** By the names of the notifications. */
export interface Notifications {
  readonly webrtc_call_invitation: Invitation;
  readonly webrtc_signaling: Signaling;
  readonly webrtc_call_ended: Ended;
}

export type CallNotification = {
  readonly [Type in keyof Notifications]: {readonly type: Type; readonly payload: Notifications[Type]};
}[keyof Notifications];

const TYPES: ReadonlySet<string> = new Set<keyof Notifications>(['webrtc_call_invitation', 'webrtc_signaling', 'webrtc_call_ended']);

/** Everything else that Odoo says is not for this app. */
export const isCallNotification = (message: {readonly type: string}): message is CallNotification => TYPES.has(message.type);
