import { z } from 'zod';

/** A field that is not worth refusing an activity for: null, empty or nonsense counts as absent. */
function wish<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

const id = z.string().min(1).max(1_024);
/** A part of a path; dots alone would lead out of it, and no encoding keeps them from that. */
const pathId = id.regex(/[^.]/);
/** Names are not read: nothing here needs them. */
const account = z.object({ id });
const mention = z.object({ type: z.literal('mention'), text: z.string().min(1).max(1_024) });

/**
 * What is read of an incoming Bot Framework activity. The SDK's own schema throws on null, on empty strings and on
 * entities without `type`, all of which real clients send, so the SDK is given this and nothing else.
 */
export const inboundSchema = z.object({
  type: z.string().min(1).max(64),
  id: wish(pathId),
  // A sub-channel ("msteams:COPILOT") changes nothing for us, and a malformed one makes the SDK throw.
  channelId: wish(z.string().regex(/^[\w-]{1,64}/)).transform(
    (channel) => /^[\w-]+/.exec(channel ?? '')?.[0] ?? 'unknown',
  ),
  serviceUrl: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).max(2_048),
  // It becomes part of a path when the answer is sent, and the SDK does not encode it.
  conversation: z.object({
    id: pathId.regex(/^[^/\\?#%\s\p{Cc}]+$/u),
    isGroup: wish(z.boolean()),
    conversationType: wish(z.string().max(64)),
    tenantId: wish(id),
  }),
  from: wish(account),
  recipient: account.catch({ id: 'standpunkt' }),
  text: wish(z.string().max(64_000)),
  locale: wish(
    z
      .string()
      .regex(/^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i)
      .max(35),
  ),
  name: wish(z.string().min(1).max(256)),
  action: wish(z.string().min(1).max(64)),
  timestamp: wish(z.string().max(64)),
  /** Of an invoke, or of a pressed button; whoever uses it reads it. */
  value: z.unknown().optional(),
  /** What happened to a message: "editMessage", "undeleteMessage", "softDeleteMessage". */
  channelData: wish(z.object({ eventType: wish(z.string().max(64)) })),
  membersAdded: wish(z.array(account).max(1_000)),
  entities: z.array(mention.nullable().catch(null)).catch([]),
});
export type InboundActivity = Omit<z.infer<typeof inboundSchema>, 'entities'>;

export type InboundReading =
  { readonly ok: true; readonly activity: InboundActivity } | { readonly ok: false; readonly where: string };

/** Reads an activity; the text comes without mentions, as what is left is the question. `where` names bad fields. */
export function readInbound(body: unknown): InboundReading {
  const parsed = inboundSchema.safeParse(body);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path }) => path.join('.') || 'the body');
    return { ok: false, where: [...new Set(where)].join(', ') };
  }
  const { entities, ...activity } = parsed.data;
  const mentions = entities.flatMap((entity) => (entity ? [entity.text] : []));
  const text = withoutMentions(activity.text ?? '', mentions) || pressed(activity.value);
  return { ok: true, activity: text || activity.text !== undefined ? { ...activity, text } : activity };
}

/** The question of a button of ours, where a client sends what the button holds and no text. */
function pressed(value: unknown): string {
  const button = z.object({ ask: z.string().max(2_000) }).safeParse(value);
  return button.success ? button.data.ask : '';
}

/** Teams writes the space after a mention as `&nbsp;`. */
function withoutMentions(text: string, mentions: readonly string[]): string {
  const bare = mentions.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  return bare.replaceAll('&nbsp;', ' ').trim();
}
