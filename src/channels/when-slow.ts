/** Runs `tell` once when the work takes longer than that; what goes wrong in telling is nobody's concern. */
export async function whenSlow<Result>(
  milliseconds: number,
  tell: () => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(() => void tell().catch(() => undefined), milliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
