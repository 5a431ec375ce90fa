/** Signed bytes as text, for a snapshot that is JSON. */
export function packed(bytes: Int8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

export function bytesOf(text: string): Int8Array {
  return new Int8Array(Buffer.from(text, 'base64'));
}
