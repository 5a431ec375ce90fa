import { post } from '../insight/service.js';

/** Begins a web chat, asks, and gives what is answered. */
export async function ask(address: string, text: string): Promise<string> {
  const { token } = await post(`${address}/v3/directline/tokens/generate`, {});
  const { conversationId } = await post(`${address}/v3/directline/conversations`, {}, token);
  const activities = `${address}/v3/directline/conversations/${conversationId}/activities`;
  await post(activities, { type: 'message', text }, token);
  const read = await fetch(activities, { headers: { Authorization: `Bearer ${token}` } });
  const said: { activities: readonly { readonly text: string }[] } = await read.json();
  return said.activities.at(-1)?.text ?? '';
}
