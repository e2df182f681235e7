/** Answers with their status as a type, so that the contract can hold them to it. */

export function ok<B>(body: B): { readonly status: 200; readonly body: B } {
  return { status: 200, body };
}

export function made<B>(body: B): { readonly status: 201; readonly body: B } {
  return { status: 201, body };
}
