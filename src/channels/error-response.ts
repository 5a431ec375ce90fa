import type { RequestHandler, Response } from 'express';

/** Answers with an error in the shape that every Bot Framework API uses. */
export function sendError(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ error: { code, message } });
}

/** The last handler of a path: the path exists, the method does not. */
export function methodNotAllowed(...methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', methods.join(', '));
    sendError(response, 405, 'MethodNotAllowed', `Use ${methods.join(' or ')}.`);
  };
}
